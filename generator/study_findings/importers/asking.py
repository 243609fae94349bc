"""What a reader found -> what it asks a study to hold; nothing of the study is known here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from ..model import role_by_name
from ..text.folding import words_of
from .asking_groups import share_groups
from .asking_paths import Paths
from .asking_sources import Sources
from .attributions import read_attribution
from .composed_words import COMPOSED, says_composed
from .found import (
    Dropped,
    Found,
    FoundCode,
    FoundQuotation,
    FoundTheme,
    FoundTurn,
    Path,
)
from .keys import code_key, path_key
from .labels import is_moderator
from .look_alikes import look_alikes
from .options import Options
from .prose import (
    LEFT_OUT,
    example_words,
    mended_markdown,
    without_said,
)
from .requesting import Requesting
from .source_places import initials_in, place_in
from .speaker_codes import without_speakers
from .voices_within import is_of_the_team_alone, speakers_within
from .wanted import Note, Ref, Request, Wanted

_OF_THE_TEAM: Final = "these are words of the research team, and no participant's"
_COMPOSED: Final = (
    "the file says that these words were composed, and nobody said them: it is brought in as"
    " illustrative"
)
_PLACE: Final = "where words stand in their source is kept as a memo: write it as 12 or 12-14"
_ASKED: Final = (
    "the question asked is kept as a memo: write it into the guide of study.yml, and name it there"
)
_FACTS: Final = (
    "stance", "note", "provenance", "polarity", "kind", "exemplar",
)  # fmt: skip
_NO_THEME: Final = (
    "these words stand under no theme: name one in their row, or say by --map which column does"
)


class Asking:
    """Make the request of one file, and note what a person should see."""

    def __init__(self, found: Found, options: Options) -> None:
        self.found, left_out = without_speakers(found)
        self.options = options
        self.bag = Requesting(found.anomalies)
        self.bag.left_out += left_out
        self._sources = Sources(self.bag, options, found.participants)
        self._paths = Paths(self.bag, self.found)

    def asked(self) -> Request:
        """Make the request."""
        found = self.found
        for session in found.sessions:
            self._sources.session(session)
        for theme in found.themes:
            self.theme(theme)
        for code in found.codes:
            self.code(code)
        for person in found.participants:
            self._sources.participant(person)
        for quotation in found.quotations:
            self.quotation(quotation)
        share_groups(self.bag)
        labels = [
            *((session.label, session.at) for session in found.sessions),
            *((person.label, person.at) for person in found.participants),
            *((q.participant, q.at) for q in found.quotations),
            *((q.session, q.at) for q in found.quotations),
        ]
        self.bag.anomalies += look_alikes(labels)
        self._sources.tell_without_session()
        return self.bag.request()

    # -- themes and codes

    def theme(self, found: FoundTheme) -> Ref:
        """Ask for a theme and those it stands inside."""
        ref = self._paths.ask("theme", found.path, found.at)
        self.bag.sources[ref.key] = found.key
        fields: dict[str, Any] = {}
        if found.label:
            fields["label"] = found.label
        for name in ("gist", "narrative", "boundary"):
            if text := self._public(getattr(found, name), found.at, theme=found.path):
                fields[name] = text
        groups = self._sources.groups(found.groups, found.at)
        if groups and len(found.path) == 1:
            fields["groups"] = groups
        if found.facets:
            fields["facets"] = [
                {"framework": f, "value": v} for f, v in dict.fromkeys(found.facets)
            ]
        if found.also_under:
            fields["also_under"] = [self._paths.ask("theme", p, found.at) for p in found.also_under]
        if found.provenance:
            fields["provenance"] = found.provenance
        self.bag.add(Wanted(ref.key, "", fields, found.at, id=found.id))
        self.bag.add_memos(ref.key, found.memos)
        return ref

    def code(self, found: FoundCode) -> Ref:
        """Ask for a code; its example is somebody's words, and waits in private."""
        ref = self._paths.ask("code", found.path, found.at)
        self.bag.sources[ref.key] = found.key
        fields: dict[str, Any] = {}
        for name in ("definition", "inclusion", "exclusion"):
            if text := self._public(getattr(found, name), found.at, code=found.path):
                fields[name] = text
        self.bag.add(Wanted(ref.key, "", fields, found.at, id=found.id))
        if found.example.strip():
            words, who = example_words(found.example)
            if words:
                self._example(words, who, found.at, code=found.path)
        self.bag.add_memos(ref.key, found.memos)
        return ref

    def _public(self, text: str, at: str, theme: Path = (), code: Path = ()) -> str:
        """Give prose for a public file; what somebody said in it becomes a quotation in private."""
        self.bag.note_damage(at, text)
        prose, said = without_said(text.strip())
        for stretch in said:
            words, who = example_words(stretch)
            self._example(words, who, at, theme, code)
        if said:
            self.bag.note(
                "uncertain",
                at,
                f"{len(said)} stretch{'es' * (len(said) > 1)} in quotation"
                f" marks went to private/; {LEFT_OUT} stands for each",
            )
        if not set(words_of(prose)):
            return ""
        return mended_markdown(prose)

    def _example(self, words: str, who: str, at: str, theme: Path = (), code: Path = ()) -> None:
        if not theme:
            said = f"Example at {at}: {words}{f' ({who})' if who else ''}"
            self.bag.notes.append(Note(path_key("code", code), said))
            return
        told = read_attribution(who)
        self.quotation(
            FoundQuotation(
                at,
                words,
                themes=(theme,),
                codes=(code,) if code else (),
                participant=told.participant,
                session=told.session,
                as_printed=told.as_printed,
            )
        )

    # -- quotations

    def quotation(self, found: FoundQuotation) -> None:
        """Ask for a quotation; one whose words and source are there already gets its themes too."""
        if why := _why_left_out(found):
            self.bag.left_out.append(Dropped(found.at, why))
            return
        themes = [self._paths.ask("theme", path, found.at) for path in found.themes if path]
        codes = [self._paths.code(path, found.at) for path in found.codes if path]
        words = found.text or _as_lines(found.turns)
        original = found.original or _as_lines(found.original_turns)
        self.bag.note_damage(found.at, words, original)
        if told := speakers_within(found.text):
            self.bag.note(told[0], found.at, told[1], each=True)
        fields: dict[str, Any] = {}
        if found.turns:
            fields["turns"] = [self._turn(turn, found.at) for turn in found.turns]
        else:
            fields["text"] = found.text
        fields["themes"] = themes
        fields |= self._sources.of_quotation(found)
        language = found.language or self.options.language
        if language:
            fields["language"] = language
        if found.original or found.original_turns or found.original_language:
            fields |= self._original(found)
        fields |= self._facts(found)
        if codes:
            fields["codes"] = codes
        key = (
            "quotation",
            found.key or " ".join(words_of(words)) or words,
            *(() if found.key else (code_key(found.participant), code_key(found.session))),
        )
        self.bag.add(Wanted(key, "", fields, found.at, words=words, id=found.id))

    def _facts(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        for name in _FACTS:
            if value := getattr(found, name):
                yield name, value
        if self._is_composed(found):
            yield "provenance", COMPOSED
        memos = list(found.memos)
        for name in ("page", "lines"):
            said = getattr(found, name)
            if place := place_in(said):
                yield name, place
            elif said:
                memos.append(f"{name.capitalize()}: {said}")
                self.bag.note("uncertain", found.at, _PLACE)
        if coders := initials_in(found.coded_by):
            yield "coded_by", coders
        if found.asked:
            memos.append(f"Asked: {found.asked}")
            self.bag.note("uncertain", found.at, _ASKED)
        if memos:
            yield "memos", [{"text": memo} for memo in dict.fromkeys(memos)]

    def _is_composed(self, found: FoundQuotation) -> bool:
        """Tell whether a file says of words that nobody said them; that is noted once."""
        told = (found.text, found.as_printed, found.participant, found.note, *found.memos)
        is_composed = found.provenance == COMPOSED or says_composed(told)
        if is_composed:
            self.bag.note("uncertain", found.at, _COMPOSED)
        return is_composed

    def _turn(self, turn: FoundTurn, at: str) -> dict[str, str]:
        role = turn.role or ("interviewer" if is_moderator(turn.speaker) else "participant")
        if role == "interviewer":
            self.bag.note("moderator", at, "the research team speaks in this exchange", each=True)
        told = {"role": role} if role != role_by_name(turn.speaker) else {}
        return {"speaker": turn.speaker, "text": turn.text, **told}

    def _original(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        language = found.original_language or self.options.original_language
        if not language:
            self.bag.note(
                "uncertain",
                found.at,
                "the language of the originals is not said: say it by --original-language",
            )
        translator = {"translator": found.translator} if found.translator else {}
        said = {"text": found.original} if found.original else {}
        turns = [self._turn(turn, found.at) for turn in found.original_turns]
        spoken = {"turns": turns} if turns else said
        yield "original", {**spoken, "language": language or "und", **translator}
        yield "provenance", "translated"


def _why_left_out(found: FoundQuotation) -> str:
    """Say why a quotation cannot come in; nothing where it can."""
    speakers = found.turns or (FoundTurn(found.participant, found.text),)
    is_theirs = all(_is_of_the_team(turn) for turn in speakers)
    if is_theirs or is_of_the_team_alone(found.text):
        return _OF_THE_TEAM
    return "" if any(found.themes) else _NO_THEME


def _is_of_the_team(turn: FoundTurn) -> bool:
    return turn.role == "interviewer" if turn.role else is_moderator(turn.speaker, sure=True)


def _as_lines(turns: Iterable[FoundTurn]) -> str:
    return "\n".join(f"{turn.speaker}: {turn.text}" for turn in turns)
