"""What a REFI-QDA project holds, told under pseudonyms: no name of a person or document is left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from .archive import Archive
from .codes_as_themes import with_themes
from .found import (
    Anomaly,
    Dropped,
    Found,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    TitlePath,
)
from .offsets import IN_WORDS
from .options import Offsets, Options
from .people_labels import kind_alone
from .pseudonyms import Pseudonyms
from .refi_codes import found_codes
from .refi_project import RefiProject, RefiSource
from .refi_texts import NOT_CODED, Quoted, note_text

_SETS: Final = "Set of codes"
_TOGETHER: Final = re.compile(
    r"(?<![^\W_])(fgds?|fgs?|focus.?groups?|grupos? foca(l|is|les)|fokusgruppen?|gruppendiskussion"
    r"|groupes? (de discussion|focalisés?))(?![^\W\d_])",
    re.IGNORECASE,
)
_GOOD_SHARE: Final = 0.8
# Programs that give everything a new GUID in each export.
_NEW_GUIDS: Final = ("qualcoder",)


def told(project: RefiProject, archive: Archive | None, options: Options) -> Found:
    """Give what was found; raises UnreadableError where a name has no pseudonym."""
    return _Telling(project, archive, options).found()


def by(origin: str) -> str:
    """Say which program wrote a file, where it says so itself."""
    return f", from {origin}" if origin else ""


class _Telling:
    def __init__(self, project: RefiProject, archive: Archive | None, options: Options) -> None:
        self.project = project
        self.archive = archive
        self.pseudonyms = Pseudonyms(options)
        self.keeps_guids = not project.origin.lower().startswith(_NEW_GUIDS)
        project.codebook.leave_out(project.people.cases)
        self.codes = project.codebook.by_key()
        self.cases_of_source = project.people.cases_of_source()
        self.anomalies: list[Anomaly] = list(project.codebook.anomalies)
        self.dropped: list[Dropped] = list(project.people.dropped)
        self.notes: dict[str, str] = {}
        self.sources: dict[int, str] = {}
        self.people: dict[str, str] = {}

    def found(self) -> Found:
        names = {source.key: source.name for source in self.project.sources}
        for source in self.project.sources:
            if any(not quoted.why_not for quoted in source.quoted):
                key = self._lasting(source.key)
                self.sources[source.number] = self.pseudonyms.of("session", source.name, key)
        for case in self.project.people.cases.values():
            alone = names.get(case.sources[0], "") if len(case.sources) == 1 else ""
            label = self.pseudonyms.of("participant", case.name or alone, self._lasting(case.key))
            self.people[case.key] = label
        self.pseudonyms.refuse_lacking()
        quotations = tuple(self._quotations())
        self._tell_of_sources()
        notes = {key: self._note(key) for code in self.project.codebook.codes for key in code.notes}
        found = Found(
            format=f"a REFI-QDA project{by(self.project.origin)}",
            codes=found_codes(self.project.codebook, notes),
            quotations=quotations,
            participants=tuple(self._participants()),
            sessions=tuple(self._sessions()),
            anomalies=tuple(self.anomalies),
            dropped=tuple(self.dropped),
            pseudonyms=tuple(self.pseudonyms.made.values()),
        )
        return with_themes(found, self._facets())

    def _lasting(self, key: str) -> str:
        return key if self.keeps_guids else ""

    def _where(self, source: RefiSource) -> str:
        label = self.sources.get(source.number, "")
        return f"source {source.number} ({label})" if label else f"source {source.number}"

    def _quotations(self) -> Iterator[FoundQuotation]:
        for source in self.project.sources:
            for quoted in source.quoted:
                at = f"{self._where(source)}, selection {quoted.selection.number}"
                if found := self._quotation(source, quoted, at):
                    yield found
            source.quoted.clear()

    def _quotation(self, source: RefiSource, quoted: Quoted, at: str) -> FoundQuotation | None:
        selection = quoted.selection
        paths = self._paths(selection.codes, at)
        why = quoted.why_not or ("" if paths else NOT_CODED)
        if why:
            self.dropped.append(Dropped(at, why))
            return None
        linked = self.project.notes_of_selection.get(selection.key, ())
        notes = [self._note(key) for key in dict.fromkeys((*selection.notes, *linked))]
        return FoundQuotation(
            at=at,
            text=quoted.words,
            themes=paths,
            codes=paths,
            participant=self.people.get(self._case(source, quoted, at), ""),
            session=self.sources.get(source.number, ""),
            memos=tuple(memo for memo in (*selection.memos, *notes) if memo),
            key=self._lasting(selection.key),
        )

    def _paths(self, keys: list[str], at: str) -> tuple[TitlePath, ...]:
        paths: dict[TitlePath, None] = {}
        for key in keys:
            if code := self.codes.get(key):
                paths[code.path] = None
            elif key not in self.people:
                self.anomalies.append(
                    Anomaly("unknown-code", at, "has a code that is not in the codebook")
                )
        return tuple(paths)

    def _case(self, source: RefiSource, quoted: Quoted, at: str) -> str:
        """Name the case whose words these are: the selection's, or the source's only one."""
        own = self.project.people.case_of_selection.get(quoted.selection.key, "")
        coded = [key for key in quoted.selection.codes if key in self.people]
        if case := own or next(iter(coded), "") or quoted.case:
            return case
        holders = self.cases_of_source.get(source.key, [])
        return holders[0] if len(holders) == 1 else ""

    def _note(self, key: str) -> str:
        if key not in self.notes:
            note = self.project.notes.get(key)
            self.notes[key] = note.text or note_text(self.archive, note.path) if note else ""
        return self.notes[key]

    def _participants(self) -> Iterator[FoundParticipant]:
        numbers = {source.key: source.number for source in self.project.sources}
        for case in self.project.people.cases.values():
            sessions = [self.sources.get(numbers.get(key, 0), "") for key in case.sources]
            yield FoundParticipant(
                label=self.people[case.key],
                at=f"case {case.number}",
                sessions=tuple(dict.fromkeys(label for label in sessions if label)),
                attributes=case.attributes,
            )

    def _sessions(self) -> Iterator[FoundSession]:
        for source in self.project.sources:
            if label := self.sources.get(source.number):
                sets = self.project.people.sets_of_source.get(source.key, ())
                kinds = [kind for name in sets if (kind := kind_alone(name))]
                yield FoundSession(
                    label=label,
                    at=f"source {source.number}",
                    kind=_kind(source.name) or next(iter(kinds), ""),
                    groups=tuple(name for name in sets if not kind_alone(name)),
                )

    def _facets(self) -> dict[TitlePath, list[tuple[str, str]]]:
        sets = self.project.people.sets_of_code
        return {
            self.codes[key].path: [(_SETS, name) for name in dict.fromkeys(names)]
            for key, names in sets.items()
            if key in self.codes
        }

    def _tell_of_sources(self) -> None:
        """Say what of whole sources was left out, and how their characters were counted."""
        for source, why in self.project.problems_of_sources():
            self.dropped.append(Dropped(self._where(source), why))
        agreed: dict[Offsets, list[float]] = defaultdict(lambda: [0, 0, 0])
        for source in self.project.sources:
            for offset in source.offsets:
                totals = agreed[offset.mode]
                totals[0] += 1
                totals[1] += offset.ends
                totals[2] += offset.points
                if offset.ends and offset.points < _GOOD_SHARE * offset.ends:
                    share = _share(offset.points, offset.ends)
                    says = (
                        f"counted {IN_WORDS[offset.mode]}, only {share} of the ends of its "
                        "selections fall between words: compare some with the "
                        "source, and name another way of counting with `--offsets` if they differ"
                    )
                    self.anomalies.append(Anomaly("offset", self._where(source), says))
        for mode, (texts, ends, points) in agreed.items():
            says = (
                f"characters are counted {IN_WORDS[mode]} in {texts:.0f} "
                f"text{'s' * (texts != 1)}: {_share(points, ends)} of the ends of selections fall "
                "between words"
            )
            self.anomalies.append(Anomaly("offset", "the whole project", says))


def _kind(name: str) -> str:
    """Tell a focus group from its document's name, which itself goes no further."""
    return "focus-group" if _TOGETHER.search(name) else ""


def _share(points: float, ends: float) -> str:
    return f"{100 * points / ends:.0f} %" if ends else "none"
