"""What a sheet of a workbook says beside its values: merged cells, formulas, hidden rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from ..documents.unreadable import UnreadableError
from .archive import Archive

BOOK: Final = "xl/workbook.xml"
MOST_COLUMNS: Final = 400
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_MOST_BOOK: Final = 20_000_000
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_MERGES: Final = 100_000
BROKEN: Final = UnreadableError(
    "is damaged, or no workbook", "open it in Excel or LibreOffice, and save it as .xlsx again"
)
_HOSTILE: Final = UnreadableError(
    "declares a document type or entities, which Excel never does",
    "do not open it: ask whoever sent it for a copy saved anew in Excel",
)


@dataclass
class SheetFacts:
    """Merged cells as (first row, last row, column), formulas as (row, column); all from 0."""

    merges: list[tuple[int, int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    hidden: int = 0
    last_row: int = 0
    """The last row that holds a value, from 1: rows may be set in colours down to the millionth."""
    last_column: int = 0
    rows: int = 0
    """How many rows were read."""


def facts_in(archive: Archive) -> dict[str, SheetFacts]:
    """Give the facts of each sheet by its name; raises UnreadableError where it is damaged."""
    facts = {}
    for name, member in _members(archive).items():
        with archive.open(member) as file:
            facts[name] = read_facts(file)
    return facts


def _members(archive: Archive) -> dict[str, str]:
    """Give the member of each sheet by the sheet's name."""
    if BOOK not in archive.names or _LINKS not in archive.names:
        raise BROKEN
    book, links = _tree(archive, BOOK), _tree(archive, _LINKS)
    targets = {link.get("Id"): str(link.get("Target") or "") for link in links}
    found = {}
    for element in book.iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(_ID), "").lstrip("/")
            member = target if target.startswith("xl/") else f"xl/{target}"
            if member in archive.names:
                found[str(element.get("name"))] = member
    return found


def _tree(archive: Archive, name: str) -> Any:
    if archive.size(name) > _MOST_BOOK:
        raise BROKEN
    with archive.open(name) as member:
        data = member.read()
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _HOSTILE
    try:
        return fromstring(data, forbid_dtd=True)
    except Exception as error:
        raise BROKEN from error


def read_facts(file: IO[bytes]) -> SheetFacts:
    """Read a sheet's XML as a stream; raises UnreadableError where it declares entities."""
    facts = SheetFacts()
    try:
        for _, element in iterparse(file, events=("end",), forbid_dtd=True):
            name = element.tag.rpartition("}")[2]
            if name == "c":
                _cell(element, facts)
                element.clear()
            elif name == "row":
                facts.rows += 1
                facts.hidden += element.get("hidden") in ("1", "true") and len(element) > 0
                element.clear()
            elif name == "mergeCell" and len(facts.merges) < _MOST_MERGES:
                facts.merges += _merge(element.get("ref", ""))
    except DefusedXmlException as error:
        raise _HOSTILE from error
    except ParseError as error:
        raise BROKEN from error
    return facts


def _cell(element: Element, facts: SheetFacts) -> None:
    parts = {child.tag.rpartition("}")[2] for child in element}
    if not parts & {"v", "is", "f"}:
        return
    row, column = place(element.get("r", ""))
    if row < 0:
        # Some programs write cells without saying where they stand: one after another.
        row, column = facts.rows, MOST_COLUMNS - 1
    facts.last_row = max(facts.last_row, row + 1)
    facts.last_column = max(facts.last_column, column + 1)
    if "f" in parts:
        facts.formulas.add((row, column))


def place(reference: str) -> tuple[int, int]:
    """Give the row and column of a cell such as `B12`, from 0; (-1, -1) where it is none."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return -1, -1
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _merge(reference: str) -> list[tuple[int, int, int]]:
    """Give the part of a merged block that is filled down: its first column."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, _) = place(first), place(last or first)
    return [(top, bottom, left)] if top >= 0 and bottom > top and left < MOST_COLUMNS else []
