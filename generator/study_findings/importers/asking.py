"""What a reader found -> what it asks a study to hold; nothing of the study is known here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..handing_over import handed_over
from ..text.folding import words_of
from .asking_groups import share_groups
from .asking_paths import AskingPaths
from .asking_sources import AskingSources
from .asking_words import AskingWords, as_lines, why_left_out
from .attributions import read_attribution
from .found import (
    Dropped,
    Found,
    FoundCode,
    FoundQuotation,
    FoundTheme,
    TitlePath,
)
from .keys import code_key, path_key
from .look_alikes import look_alikes
from .options import Options
from .public_prose import (
    LEFT_OUT,
    example_words,
    mended_markdown,
    without_said,
)
from .request import Key, Note, Ref, Request, Wanted
from .requesting import Requesting
from .speaker_codes import without_speakers
from .voices_within import speakers_within


class Asking:
    """Make the request of one file, and note what a person should see.

    Each quotation is let go once it is asked for: where nobody else holds what was found, a large
    file is never there twice.
    """

    def __init__(self, found: Found, options: Options) -> None:
        self.found = replace(found, quotations=())
        """What was found, but for its quotations."""
        self.read = len(found.quotations)
        """How many quotations were found."""
        self.options = options
        self.bag = Requesting(found.anomalies)
        found, left_out = without_speakers(found)
        self.bag.left_out += left_out
        self._sources = AskingSources(self.bag, options, found.participants)
        self._paths = AskingPaths(self.bag, found)
        self._words = AskingWords(self.bag, options)
        self._codes: dict[Key, FoundCode] = {}
        self._quotations = list(found.quotations)
        self._found = replace(found, quotations=())

    def asked(self) -> Request:
        """Make the request; it can be made once."""
        found = self._found
        for session in found.sessions:
            self._sources.session(session)
        for theme in found.themes:
            self.theme(theme)
        for code in found.codes:
            self.code(code)
        for person in found.participants:
            self._sources.participant(person)
        speakers: dict[str, str] = {}
        places: dict[str, str] = {}
        for quotation in handed_over(self._quotations):
            self.quotation(quotation)
            speakers.setdefault(quotation.participant, quotation.at)
            places.setdefault(quotation.session, quotation.at)
        share_groups(self.bag)
        labels = [
            *((session.label, session.at) for session in found.sessions),
            *((person.label, person.at) for person in found.participants),
            *speakers.items(),
            *places.items(),
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
        first = self._codes.setdefault(ref.key, found)
        if first is not found and not found.is_named_again:
            why = f"a code of the same name as at {first.at}: one code"
            self.bag.merged.append(Dropped(found.at, why))
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

    def _public(self, text: str, at: str, theme: TitlePath = (), code: TitlePath = ()) -> str:
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

    def _example(
        self, words: str, who: str, at: str, theme: TitlePath = (), code: TitlePath = ()
    ) -> None:
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
        if why := why_left_out(found):
            self.bag.left_out.append(Dropped(found.at, why))
            return
        themes = [self._paths.ask("theme", path, found.at) for path in found.themes if path]
        codes = [self._paths.code(path, found.at) for path in found.codes if path]
        words = found.text or as_lines(found.turns)
        original = found.original or as_lines(found.original_turns)
        self.bag.note_damage(found.at, words, original)
        if told := speakers_within(found.text):
            self.bag.note(told[0], found.at, told[1], each=True)
        fields: dict[str, Any] = {
            **self._words.said(found),
            "themes": themes,
            **dict(self._sources.of_quotation(found)),
            **self._words.told(found),
        }
        if codes:
            fields["codes"] = codes
        key = (
            "quotation",
            found.key or " ".join(words_of(words)) or words,
            *(() if found.key else (code_key(found.participant), code_key(found.session))),
        )
        self.bag.add(Wanted(key, "", fields, found.at, words=words, id=found.id))
