"""A REFI-QDA project as its XML streams by: codes, people, notes, and the words that are coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO, Final
from xml.etree.ElementTree import Element

from ..exporters.packing import PROGRAM
from .archive import Archive
from .offsets import OffsetReading
from .options import Offsets
from .refi_codes import Codebook, guid
from .refi_people import People
from .refi_texts import (
    NO_TEXT,
    NO_WORDS,
    Quoted,
    RefiText,
    Selection,
    Undecided,
    load_text,
    selection_of,
    undecided,
)
from .xml_stream import events, local

_TEXTS: Final = frozenset(("TextSource", "Representation", "TextDescription", "Transcript"))
_SOURCES: Final = frozenset(
    ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
)
_SELECTIONS: Final = frozenset(
    ("PlainTextSelection", "PDFSelection", "TranscriptSelection", "PictureSelection",
     "AudioSelection", "VideoSelection")
)  # fmt: skip
_KEPT: Final = _SELECTIONS | {"Variable", "Case", "Set", "Note", "SyncPoint", "Link"}
_WHOLE_SOURCE: Final = "a code on a whole source: whole sources never come over"
_OF_A_SOURCE: Final = "values of variables of documents: only those of cases come over"


@dataclass(frozen=True)
class Offset:
    """How a text's characters were taken to be counted, and how well that falls on words."""

    mode: Offsets
    is_contested: bool
    """Whether another way of counting would have given other words."""
    ends: int
    points: float


@dataclass
class RefiSource:
    """A document as the project has it: its own name, which goes no further, and its words."""

    key: str
    name: str
    number: int
    quoted: list[Quoted] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    offsets: list[Offset] = field(default_factory=list)
    whole_codings: int = 0
    values: int = 0
    seen: dict[str, Selection] = field(default_factory=dict)


@dataclass(frozen=True)
class RefiNote:
    """A note: its text, or the file that holds it; what it is called, and what is said of it."""

    text: str
    path: str
    name: str = ""
    description: str = ""


class RefiProject:
    """Gathers a project from the events of its XML."""

    def __init__(self, archive: Archive | None, only: Offsets | None) -> None:
        self.origin = ""
        self.codebook = Codebook()
        self.people = People()
        self.sources: list[RefiSource] = []
        self.notes: dict[str, RefiNote] = {}
        self.notes_of_selection: dict[str, list[str]] = {}
        self._won: Counter[Offsets] = Counter()
        self._archive = archive
        self._only = only
        self._texts: list[RefiText] = []
        self._selections = 0

    @property
    def is_own(self) -> bool:
        """Tell whether study-findings wrote it: other programs name themselves."""
        return self.origin == PROGRAM

    def read(self, file: IO[bytes]) -> None:
        """Read the whole XML; raises UnreadableError where it is none, or out of bounds."""
        for event, elements in events(file, _KEPT):
            name = local(elements[-1])
            self.codebook.take((event, elements))
            if event == "start":
                self._begin(name, elements)
            else:
                self._end(name, elements)
        for source in self.sources:
            for found in source.undecided:
                self._settle(source, found, self._by_the_others(found))
            source.undecided.clear()

    def _begin(self, name: str, elements: list[Element]) -> None:
        element = elements[-1]
        if len(elements) == 1:
            self.origin = " ".join((element.get("origin") or "").split())
        within = local(elements[-2]) if len(elements) > 1 else ""
        if name in _SOURCES and within == "Sources":
            number = len(self.sources) + 1
            key = guid(element)
            self.sources.append(RefiSource(key, (element.get("name") or "").strip(), number))
        if name in _TEXTS and within not in _SELECTIONS and self.sources:
            path = element.get("plainTextPath") or ""
            self._texts.append(RefiText(guid(element), path))

    def _end(self, name: str, elements: list[Element]) -> None:
        element = elements[-1]
        within = local(elements[-2]) if len(elements) > 1 else ""
        if name in _SELECTIONS and not any(local(above) in _SELECTIONS for above in elements[:-1]):
            self._take_selection(element)
        elif name in ("Variable", "Case", "Set"):
            self.people.take(element)
        elif name == "Note":
            self._take_note(element)
        elif name == "Link":
            self._take_link(element)
        elif self.sources:
            self._end_in_source(name, within, element)

    def _end_in_source(self, name: str, within: str, element: Element) -> None:
        text = self._texts[-1] if self._texts else None
        if text and name == "SyncPoint":
            position = element.get("position") or ""
            if position.isdecimal():
                text.syncs[guid(element)] = int(position)
        elif text and name == "PlainTextContent" and within in _TEXTS:
            text.content = element.text or ""
        elif name == "Coding" and within in _SOURCES | _TEXTS:
            self.sources[-1].whole_codings += 1
        elif name == "VariableValue" and within in _SOURCES:
            self.sources[-1].values += 1
        elif text and name in _TEXTS and within not in _SELECTIONS:
            self._finish_text(self._texts.pop())

    def _take_selection(self, element: Element) -> None:
        self._selections += 1
        if not self.sources:
            return
        source = self.sources[-1]
        syncs = self._texts[-1].syncs if self._texts else {}
        selection = selection_of(element, self._selections, syncs)
        if selection.key and selection.key in source.seen:
            source.seen[selection.key].join(selection)
        elif selection.span and self._texts:
            self._texts[-1].add(selection)
        elif selection.words.strip():
            source.quoted.append(Quoted(selection, selection.words.strip()))
            source.seen[selection.key] = selection
        elif selection.codes:
            source.quoted.append(Quoted(selection, why_not=NO_WORDS))

    def _take_note(self, element: Element) -> None:
        told = {local(part): (part.text or "").strip() for part in element}
        self.notes[guid(element)] = RefiNote(
            told.get("PlainTextContent", ""),
            element.get("plainTextPath") or "",
            element.get("name") or "",
            told.get("Description", ""),
        )

    def _take_link(self, element: Element) -> None:
        """Take a link as NVivo writes it, from a note to the selection that it is about."""
        note, selection = guid(element, "originGUID"), guid(element, "targetGUID")
        if note in self.notes:
            self.notes_of_selection.setdefault(selection, []).append(note)

    def _finish_text(self, text: RefiText) -> None:
        source = self.sources[-1]
        if not text.selections:
            return
        content = text.content
        if content is None:
            content = load_text(self._archive, (text.path, f"{text.key}.txt"))
        if content is None:
            source.quoted += [Quoted(one, why_not=NO_TEXT) for one in text.selections.values()]
            return
        known = set(self.people.cases)
        cases = self.people.case_of_selection
        # Of our own, the way of counting is known, and no text is a transcript.
        only = "code-points" if self.is_own and self._only is None else self._only
        found = undecided(text, content, cases, known, only, self.is_own)
        if len(found.readings) > 1:
            source.undecided.append(found)
        else:
            self._settle(source, found, found.readings[0])

    def _settle(self, source: RefiSource, found: Undecided, reading: OffsetReading) -> None:
        source.quoted += found.quoted(reading)
        if not found.selections:
            return
        mode = reading.counting.mode
        if found.is_contested:
            self._won[mode] += len(found.selections)
        source.offsets.append(Offset(mode, found.is_contested, reading.ends, reading.points))

    def _by_the_others(self, found: Undecided) -> OffsetReading:
        """Read a text of few selections in the way that most of the others are counted."""
        return max(found.readings, key=lambda one: self._won[one.counting.mode])

    def problems_of_sources(self) -> Iterable[tuple[RefiSource, str]]:
        """Give what of whole sources was left out, and why."""
        for source in self.sources:
            if source.whole_codings:
                yield source, _WHOLE_SOURCE
            if source.values:
                yield source, _OF_A_SOURCE
