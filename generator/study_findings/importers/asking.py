"""What a reader found -> what it asks a study to hold; nothing of the study is known here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from ..editing.new_ids import id_from_title
from ..model import INTERVIEWERS, Quotation, Session, Theme
from ..model.base import is_id
from ..text.folding import folded, words_of
from .attributions import leading_speaker, read_attribution
from .found import (
    Anomaly,
    AnomalyKind,
    Dropped,
    Found,
    FoundCode,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    Path,
)
from .labels import FOCUS_GROUP, is_code, is_moderator, session_kind, skeleton, slug
from .options import Options
from .prose import LEFT_OUT, example_words, is_mojibake, mended_markdown, without_said
from .wanted import Key, Note, Ref, Request, Wanted

_MINUTES: Final = re.compile(r"(\d{1,3})\s*(?:min\w*|')?")
_MONTH: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?")
_OF_THE_TEAM: Final = "these are words of the research team, and no participant's"
_NO_THEME: Final = (
    "these words stand under no theme: name one in their row, or say by --map which column does"
)
_TOGETHER: Final = frozenset({FOCUS_GROUP, "workshop"})


def code_key(label: str) -> str:
    """Give what spellings of a code share but for zeros: `FGD 2`, `FGD-2` and `fgd2` are one."""
    return "-".join(re.findall(r"[a-z]+|\d+", slug(label))) if is_code(label) else folded(label)


def path_key(noun: str, path: Path) -> Key:
    """Give the key of a theme or code by its titles."""
    return (noun, *(" ".join(words_of(title)) or folded(title) for title in path))


class Asking:
    """Make the request of one file, and note what a person should see."""

    def __init__(self, found: Found, options: Options) -> None:
        self.found = found
        self.options = options
        self.anomalies: list[Anomaly] = list(found.anomalies)
        self.merged: list[Dropped] = []
        self.left_out: list[Dropped] = []
        self.request = Request()
        self._by_key: dict[Key, Wanted] = {}
        self._sources: dict[Key, str] = {}
        self._said: set[tuple[str, str, str]] = set()
        self._in_codebook = {
            path_key("code", code.path[:depth])
            for code in found.codes
            for depth in range(1, len(code.path) + 1)
        }
        self._declared = {code_key(person.label) for person in found.participants}

    def asked(self) -> Request:
        """Make the request."""
        found = self.found
        for session in found.sessions:
            self.session(session)
        for theme in found.themes:
            self.theme(theme)
        for code in found.codes:
            self.code(code)
        for person in found.participants:
            self.participant(person)
        for quotation in found.quotations:
            self.quotation(quotation)
        labels = [
            *((session.label, session.at) for session in found.sessions),
            *((person.label, person.at) for person in found.participants),
            *((q.participant, q.at) for q in found.quotations),
            *((q.session, q.at) for q in found.quotations),
        ]
        self.anomalies += look_alikes(labels)
        self._without_session()
        self.request.wanted = [
            replace(one, source=self._sources.get(key, "")) for key, one in self._by_key.items()
        ]
        return self.request

    # -- groups, sessions, people

    def group(self, label: str, at: str) -> Ref | None:
        """Ask for a group; the one given by an option where the file names none."""
        label = label.strip() or self.options.group
        if not label:
            return None
        key = ("group", folded(label))
        self._add(Wanted(key, label, {"label": label, "singular": label}, at))
        return Ref(key)

    def groups(self, labels: Iterable[str], at: str) -> list[Ref]:
        """Ask for groups by their labels."""
        return [ref for label in labels if (ref := self.group(label, at)) is not None]

    def session(self, found: FoundSession) -> Ref:
        """Ask for a session; a label that is no code gets into no public file."""
        key = ("session", found.key or code_key(found.label))
        kind = found.kind or session_kind(found.label)
        fields: dict[str, Any] = {"kind": kind or "interview"}
        if key not in self._by_key and not kind:
            self._note(
                "uncertain",
                found.at,
                f"the kind of session {self._shown(found.label)} is"
                " not said: it is taken for an interview",
            )
        groups = self.groups(found.groups, found.at)
        if not groups and (own := self.group("", found.at)):
            groups = [own]
        if groups:
            fields["groups"] = groups
        fields |= self._session_facts(found)
        name = found.label if is_code(found.label) else ""
        if not name and found.label:
            self.request.notes.append(Note(key, f"In the source: {found.label}"))
        self._add(Wanted(key, name, fields, found.at))
        return Ref(key)

    def _session_facts(self, found: FoundSession) -> Iterator[tuple[str, Any]]:
        if found.site:
            field = "site" if "site" in Session.model_fields else ""
            if field:
                self._note(
                    "uncertain",
                    found.at,
                    "a site is named in a public file: see that it"
                    " is no finer than protects people",
                )
                yield "site", found.site
        if found.participants.strip().isdigit():
            yield "participants", str(int(found.participants))
        if minutes := _MINUTES.fullmatch(found.duration.strip()):
            yield "duration", str(int(minutes[1]))
        if month := _MONTH.fullmatch(found.when.strip()):
            yield "when", f"{month[1]}-{month[2]}" if month[2] else month[1]
        elif found.when:
            self._note("other", found.at, "when a session was is not read: write it as 2026-11")

    def participant(self, found: FoundParticipant) -> Ref:
        """Ask for a person; a label that is no code is kept in private alone."""
        sessions = [self.session(FoundSession(label, found.at)) for label in found.sessions]
        key = ("participant", found.key or code_key(found.label))
        fields: dict[str, Any] = {}
        if group := self.group(found.group, found.at):
            fields["group"] = group
        if sessions:
            fields["sessions"] = sessions
        if attributes := dict(_attributes(found.attributes.items())):
            fields["attributes"] = attributes
        self._add(self._person(key, found.label, fields, found.at))
        return Ref(key)

    def _person(
        self, key: Key, label: str, fields: dict[str, Any], at: str, alone: str = ""
    ) -> Wanted:
        if is_code(label):
            return Wanted(key, label, fields, at, alone=alone)
        if key not in self._by_key and label:
            self._note(
                "uncertain",
                at,
                "a participant's label may be a name: an id without it was"
                " made, and the label stands in private/ alone",
            )
        return Wanted(key, "", fields, at, comment=f"in the source: {label}" if label else "")

    # -- themes and codes

    def theme(self, found: FoundTheme) -> Ref:
        """Ask for a theme and those it stands inside."""
        ref = self._path("theme", found.path, found.at)
        self._sources[ref.key] = found.key
        fields: dict[str, Any] = {"title": found.path[-1]}
        if found.label:
            fields["label"] = found.label
        for name in ("gist", "narrative", "boundary"):
            if text := self._public(getattr(found, name), found.at, theme=found.path):
                fields[name] = text
        groups = self.groups(found.groups, found.at)
        if groups and len(found.path) == 1:
            fields["groups"] = groups
        if found.facets:
            fields["facets"] = [
                {"framework": f, "value": v} for f, v in dict.fromkeys(found.facets)
            ]
        if found.also_under:
            if "also_under" in Theme.model_fields:
                fields["also_under"] = [self._path("theme", p, found.at) for p in found.also_under]
            else:
                self._note(
                    "uncertain",
                    found.at,
                    "a theme stands under two others: it is kept under the first",
                )
        self._add(
            Wanted(ref.key, found.path[-1], fields, found.at, self._parent("theme", found.path))
        )
        self._memos(ref.key, found.memos)
        return ref

    def code(self, found: FoundCode) -> Ref:
        """Ask for a code; its example is somebody's words, and waits in private."""
        ref = self._path("code", found.path, found.at)
        self._sources[ref.key] = found.key
        fields: dict[str, Any] = {"label": found.path[-1]}
        for name in ("definition", "inclusion", "exclusion"):
            if text := self._public(getattr(found, name), found.at, code=found.path):
                fields[name] = text
        parent = self._parent("code", found.path)
        self._add(Wanted(ref.key, found.path[-1], fields, found.at, parent))
        if found.example.strip():
            words, who = example_words(found.example)
            if words:
                self._example(words, who, found.at, code=found.path)
        self._memos(ref.key, found.memos)
        return ref

    def _path(self, noun: str, path: Path, at: str) -> Ref:
        """Ask for a theme or code by its path, and for each it stands inside."""
        field = "title" if noun == "theme" else "label"
        for depth in range(1, len(path)):
            outer = path[:depth]
            self._add(
                Wanted(
                    path_key(noun, outer),
                    outer[-1],
                    {field: outer[-1]},
                    at,
                    self._parent(noun, outer),
                )
            )
        own = path_key(noun, path)
        self._add(Wanted(own, path[-1], {field: path[-1]}, at, self._parent(noun, path)))
        return Ref(own)

    def _code(self, path: Path, at: str) -> Ref:
        """Name a code of a quotation; one that the codebook in the file has not is told."""
        if self.found.codes and path_key("code", path) not in self._in_codebook:
            says = f"the code {path[-1]} is not in the codebook: it was added"
            self._note("unknown-code", at, says)
        return self._path("code", path, at)

    def _parent(self, noun: str, path: Path) -> Key | None:
        return path_key(noun, path[:-1]) if len(path) > 1 else None

    def _public(self, text: str, at: str, theme: Path = (), code: Path = ()) -> str:
        """Give prose for a public file; what somebody said in it becomes a quotation in private."""
        prose, said = without_said(text.strip())
        for stretch in said:
            words, who = example_words(stretch)
            self._example(words, who, at, theme, code)
        if said:
            self._note(
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
            self.request.notes.append(Note(path_key("code", code), said))
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
            self.left_out.append(Dropped(found.at, why))
            return
        themes = [self._path("theme", path, found.at) for path in found.themes if path]
        codes = [self._code(path, found.at) for path in found.codes if path]
        if is_mojibake(found.text):
            says = "some letters were damaged by a wrong encoding: compare with the source"
            self._note("mojibake", found.at, says, each=True)
        self._speakers(found)
        words = found.text or "\n".join(f"{who}: {said}" for who, said in found.turns)
        fields: dict[str, Any] = {}
        if found.turns:
            fields["turns"] = [self._turn(who, said, found.at) for who, said in found.turns]
        else:
            fields["text"] = found.text
        fields["themes"] = themes
        fields |= self._source(found)
        language = found.language or self.options.language
        if language:
            fields["language"] = language
        if found.original:
            fields |= self._original(found)
        for name in ("stance", "note", "asked", "page", "lines", "coded_by"):
            value = getattr(found, name)
            if value and name in Quotation.model_fields:
                fields[name] = value
        if codes:
            fields["codes"] = codes
        memos = [
            *found.memos,
            *(
                f"{n}: {v}"
                for n in ("asked", "page", "lines", "coded_by")
                if (v := getattr(found, n)) and n not in Quotation.model_fields
            ),
        ]
        if memos:
            fields["memos"] = [{"text": memo} for memo in dict.fromkeys(memos)]
        key = (
            "quotation",
            found.key or " ".join(words_of(words)) or words,
            *(() if found.key else (code_key(found.participant), code_key(found.session))),
        )
        self._add(Wanted(key, "", fields, found.at, words=words))

    def _speakers(self, found: FoundQuotation) -> None:
        """Tell of speakers that stand within words which are taken for one person's."""
        labels = [leading_speaker(line.strip())[0] for line in found.text.split("\n")]
        if any(is_moderator(label, sure=True) for label in labels):
            says = "the research team speaks within these words: make turns of them, or cut them"
            self._note("moderator", found.at, says, each=True)
        elif any(labels):
            says = "a speaker's label stands within these words: see whose they are"
            self._note("speaker", found.at, says, each=True)

    def _turn(self, who: str, said: str, at: str) -> dict[str, str]:
        if not is_moderator(who):
            return {"speaker": who, "text": said}
        self._note("moderator", at, "the research team speaks in this exchange", each=True)
        role = {} if who.casefold() in INTERVIEWERS else {"role": "interviewer"}
        return {"speaker": who, "text": said, **role}

    def _source(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        session = self.session(FoundSession(found.session, found.at)) if found.session else None
        if found.participant:
            yield "participant", self._speaker(found, session)
        group = self.group(found.group, found.at)
        if session:
            yield "session", session
        elif group and not found.participant:
            yield "group", group
        if found.as_printed:
            yield "as_printed", found.as_printed

    def _speaker(self, found: FoundQuotation, session: Ref | None) -> Ref:
        label, own = found.participant, code_key(found.participant)
        together = (
            session is not None
            and is_code(found.session)
            and (self._by_key[session.key].fields.get("kind") in _TOGETHER)
        )
        fields: dict[str, Any] = {}
        if group := self.group(found.group, found.at):
            fields["group"] = group
        if session and together and own not in self._declared and is_code(label):
            key: Key = ("participant", session.key[1], own)
            self._add(self._person(key, label, fields, found.at, alone=session.key[1]))
            return Ref(key)
        key = ("participant", own)
        sessions = [session] if session else []
        if sessions and own not in self._declared:
            fields["sessions"] = sessions
        self._add(self._person(key, label, fields, found.at))
        return Ref(key)

    def _original(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        language = found.original_language or self.options.original_language
        if not language:
            self._note(
                "uncertain",
                found.at,
                "the language of the originals is not said: say it by --original-language",
            )
        yield "original", {"text": found.original, "language": language or "und"}
        yield "provenance", "translated"

    # -- what all share

    def _without_session(self) -> None:
        """Name the people for whom no session is said, where others have one."""
        if any(key[0] == "session" for key in self._by_key):
            for key, person in self._by_key.items():
                if (
                    key[0] == "participant"
                    and not person.alone
                    and not person.fields.get("sessions")
                ):
                    says = f"participant {self._shown(person.name)} has no session"
                    self._note("no-session", person.at, says, each=True)

    def _memos(self, key: Key, memos: Iterable[str]) -> None:
        self.request.notes += [Note(key, memo.strip()) for memo in memos if memo.strip()]

    def _note(self, kind: AnomalyKind, at: str, says: str, each: bool = False) -> None:
        """Note an anomaly; what is the same everywhere only where it is met first."""
        if (said := (kind, says, at if each else "")) not in self._said:
            self._said.add(said)
            self.anomalies.append(Anomaly(kind, at, says))

    def _shown(self, label: str) -> str:
        return label if is_code(label) else "without a code"

    def _add(self, wanted: Wanted) -> None:
        held = self._by_key.get(wanted.key)
        if held is None:
            self._by_key[wanted.key] = wanted
            return
        if wanted.noun == "quotation":
            why = f"the same words from the same source as at {held.at}: one quotation"
            self.merged.append(Dropped(wanted.at, why))
        fields = dict(held.fields)
        for name, value in wanted.fields.items():
            if isinstance(value, list) and isinstance(fields.get(name), list):
                fields[name] = [*fields[name], *(v for v in value if v not in fields[name])]
            elif isinstance(value, dict) and isinstance(fields.get(name), dict):
                differ = [n for n, v in value.items() if fields[name].get(n, v) != v]
                fields[name] = {**value, **fields[name]}
                for told in differ:
                    says = f"{told} of one {wanted.noun} was said otherwise at {held.at}"
                    self._note("uncertain", wanted.at, f"{says}: the first is kept", each=True)
            elif not fields.get(name):
                fields[name] = value
            elif fields[name] != value and name not in ("kind", "label", "title"):
                self._note(
                    "uncertain",
                    wanted.at,
                    f"{name} of this {wanted.noun} was said"
                    f" otherwise at {held.at}: the first is kept",
                )
        self._by_key[wanted.key] = Wanted(
            held.key, held.name, fields, held.at, held.parent, held.alone, held.comment, held.words
        )


def _attributes(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in values:
        id_ = id_from_title(name, ())
        if value.strip() and is_id(id_):
            yield id_, " ".join(value.split())


def _why_left_out(found: FoundQuotation) -> str:
    """Say why a quotation cannot come in; nothing where it can."""
    if is_moderator(found.participant, sure=True) and not found.turns:
        return _OF_THE_TEAM
    return "" if any(found.themes) else _NO_THEME


def look_alikes(labels: Sequence[tuple[str, str]]) -> Iterator[Anomaly]:
    """Name codes that differ by a zero or a mark alone, or by a piece that is added.

    `nR1-04` beside `nR1-4`, `P11_F2` beside `P11`.
    """
    all_keys = {code_key(label): label for label, _ in labels if is_code(label)}
    told: set[str] = set()
    for label, at in labels:
        outer = code_key(re.split(r"[_/]", label)[0]) if re.search(r"[_/]", label) else ""
        if outer in all_keys and is_code(label) and label not in told:
            told.add(label)
            yield Anomaly(
                "look-alike", at, f"{label} stands beside {all_keys[outer]}: are they one?"
            )
    seen: dict[tuple[str, ...], dict[str, str]] = {}
    for label, at in labels:
        if not is_code(label):
            continue
        spelled = seen.setdefault(skeleton(label), {})
        if spelled and code_key(label) not in spelled:
            first = next(iter(spelled.values()))
            yield Anomaly("look-alike", at, f"{label} stands beside {first}: are they one?")
        spelled.setdefault(code_key(label), label)
