"""The texts of a REFI-QDA project, and of each only the words that somebody coded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from ..documents.plain_text import plain_text
from ..documents.unpack import strict_text
from ..documents.unreadable import UnreadableError
from .archive import Archive
from .offsets import OffsetReading, SelectionSpan, is_clear, readings
from .options import Offsets
from .refi_codes import guid
from .whole_sources import WHOLE, is_whole
from .xml_stream import local

LONGEST_TEXT: Final = 64_000_000
_NEARBY: Final = 16
NO_TEXT: Final = "its text is not in the project: export it with its sources"
OUTSIDE: Final = "begins or ends outside its text"
NOT_CODED: Final = "has no code"
NO_WORDS: Final = "is a part of a picture, page or recording, without words"


@dataclass
class Selection:
    """A stretch of a text as the project notes it."""

    key: str
    number: int
    name: str = ""
    span: SelectionSpan | None = None
    words: str = ""
    codes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    memos: list[str] = field(default_factory=list)

    def join(self, other: Selection) -> None:
        """Add what another coding of the same words says of them."""
        self.codes += [code for code in other.codes if code not in self.codes]
        self.notes += [note for note in other.notes if note not in self.notes]
        self.memos += [memo for memo in other.memos if memo not in self.memos]


@dataclass
class Quoted:
    """Words of a selection, or why there are none; the case whose words they are, where told."""

    selection: Selection
    words: str = ""
    case: str = ""
    why_not: str = ""


@dataclass
class RefiText:
    """One text of a source while its selections are read."""

    key: str
    path: str
    content: str | None = None
    selections: dict[object, Selection] = field(default_factory=dict)
    syncs: dict[str, int] = field(default_factory=dict)

    def add(self, selection: Selection) -> None:
        """Take a selection; codings of one stretch of words are one."""
        place = selection.span or selection.key or id(selection)
        if place in self.selections:
            self.selections[place].join(selection)
        else:
            self.selections[place] = selection


def selection_of(element: Element, number: int, syncs: dict[str, int]) -> Selection:
    """Read an element of a selection, of whichever kind of source."""
    found = Selection(guid(element), number, (element.get("name") or "").strip())
    start, end = _number(element, "startPosition"), _number(element, "endPosition")
    if start is None and element.get("fromSyncPoint"):
        start = syncs.get(guid(element, "fromSyncPoint"))
        end = syncs.get(guid(element, "toSyncPoint"))
    if start is not None and end is not None:
        found.span = (start, end)
    for part in element:
        name = local(part)
        if name == "Coding":
            for inner in part:
                into = found.codes if local(inner) == "CodeRef" else found.notes
                into.append(guid(inner, "targetGUID", "guid"))
        elif name == "NoteRef":
            found.notes.append(guid(part, "targetGUID", "guid"))
        elif name == "Description" and (part.text or "").strip():
            found.memos.append((part.text or "").strip())
        elif name == "Representation":
            found.words = " ".join(
                (inner.text or "").strip() for inner in part if local(inner) == "PlainTextContent"
            )
    return found


def load_text(archive: Archive | None, paths: Iterable[str]) -> str | None:
    """Read the first text there is of some paths, its byte order mark kept; None where none is."""
    for path in paths:
        name = archive.found(path) if archive and path else None
        if archive is None or name is None:
            continue
        if archive.size(name) > LONGEST_TEXT:
            why = "holds a text of more than 64 MB"
            raise UnreadableError(why, "export the project without that text")
        with archive.open(name) as file:
            data = file.read()
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return strict_text(data)
    return None


def note_text(archive: Archive | None, path: str) -> str:
    """Read the text of a note that stands in a file of its own; empty where there is none."""
    name = archive.found(path) if archive and path else None
    if archive is None or name is None or archive.size(name) > LONGEST_TEXT:
        return ""
    with archive.open(name) as file:
        try:
            return plain_text(file.read()).strip()
        except UnreadableError:
            return ""


@dataclass
class Undecided:
    """The ways in which a text's selections can be read, the best first."""

    selections: list[Selection]
    left_out: list[Quoted]
    readings: list[OffsetReading]
    is_contested: bool
    length: int | None
    """Of a text whose quotations may be all of it, None."""
    cases: list[tuple[int, int, str]]

    def quoted(self, reading: OffsetReading) -> list[Quoted]:
        """Give the words by one reading."""
        found = list(self.left_out)
        for selection, words in zip(self.selections, reading.texts, strict=True):
            case = _case_around(selection.span, self.cases)
            found.append(Quoted(selection, *_judged(words, self.length, case)))
        return found


def undecided(
    text: RefiText,
    content: str,
    cases: dict[str, str],
    known: set[str],
    only: Offsets | None,
    may_be_whole: bool,
) -> Undecided:
    """Read a text's coded selections in each way that its characters may be counted.

    `cases` are cases by selection, `known` the GUIDs that are cases': both say who speaks.
    """
    ranges, coded, left = [], [], []
    for selection in text.selections.values():
        assert selection.span is not None
        said_by = [code for code in (cases.get(selection.key), *selection.codes) if code in known]
        ranges += [(*selection.span, case) for case in said_by]
        if any(code not in known for code in selection.codes):
            coded.append(selection)
        elif not said_by:
            left.append(Quoted(selection, why_not=NOT_CODED))
    spans = [selection.span for selection in coded if selection.span]
    found = readings(content, spans, [selection.name for selection in coded], only)
    kept = found[:1] if is_clear(found) else found
    length = None if may_be_whole else len(content)
    return Undecided(coded, left, kept, len(found) > 1, length, sorted(ranges))


def _judged(words: str, length: int | None, case: str) -> tuple[str, str, str]:
    words = words.replace("\ufeff", "")
    if not words.strip():
        return "", case, OUTSIDE
    if length is not None and is_whole(words, length):
        return "", case, WHOLE
    return words.strip(), case, ""


def _case_around(span: SelectionSpan | None, ranges: list[tuple[int, int, str]]) -> str:
    """Name the case whose words hold a selection: the one of the shortest stretch around it."""
    if span is None or not ranges:
        return ""
    at = bisect_right(ranges, (span[0], 1 << 60, ""))
    around = [
        (end - start, case)
        for start, end, case in ranges[max(0, at - _NEARBY) : at]
        if end >= span[1]
    ]
    return min(around)[1] if around else ""


def _number(element: Element, name: str) -> int | None:
    value = (element.get(name) or "").strip()
    return int(value) if value.isdecimal() and len(value) < 16 else None
