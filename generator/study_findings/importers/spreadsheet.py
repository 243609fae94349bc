"""Excel workbooks: each sheet a table; merged cells filled down, empty rows and formulas left out.

Formulas are never run: of one that gives text, the text that was saved with it is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import openpyxl
from defusedxml.ElementTree import fromstring

from ..documents.unreadable import UnreadableError
from .archive import Archive, opened
from .found import Anomaly, Dropped, Found
from .grid import Grid
from .options import Options
from .sheet_facts import HOSTILE, MOST_COLUMNS, Facts, read_facts
from .tables import read_grids

FORM: Final = "a workbook (Excel)"
_BOOK: Final = "xl/workbook.xml"
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_MOST_ROWS: Final = 300_000
_MOST_BOOK: Final = 20_000_000
_ERRORS: Final = frozenset("#N/A #REF! #NAME? #VALUE! #DIV/0! #NULL! #NUM!".split())
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN: Final = UnreadableError(
    "is damaged, or no workbook", "open it in Excel or LibreOffice, and save it as .xlsx again"
)
_BINARY: Final = UnreadableError(
    "is in Excel's binary form (.xlsb)", "open it in Excel, and save it as .xlsx"
)
_TOO_LONG: Final = UnreadableError(
    f"has a sheet of more than {_MOST_ROWS:,} rows", "save the rows to be published alone"
)
_NO_SUCH_SHEET: Final = UnreadableError(
    "has no sheet of the name given", "see --sheet: it takes the name on the sheet's tab, as it is"
)
_EMPTY: Final = UnreadableError(
    "has nothing in its sheets", "see that it was saved, and that no sheet to be read is hidden"
)


@dataclass(frozen=True)
class _Sheet:
    grid: Grid
    facts: Facts
    formulas: int
    unread: int


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a workbook, or was one before it was damaged."""
    if not head.startswith(b"PK"):
        return None
    if b"xl/" in head or path.suffix.lower() in (".xlsx", ".xlsm", ".xlsb"):
        return FORM
    try:
        with opened(path) as archive:
            return FORM if _BOOK in archive.names else None
    except UnreadableError:
        return None


def read(path: Path, options: Options) -> Found:
    """Read all sheets that are shown; raises UnreadableError where none has a known column."""
    sheets, hidden = _sheets(path, options)
    if options.sheets and not any(sheet.grid.name in options.sheets for sheet in sheets):
        raise _NO_SUCH_SHEET
    grids = [sheet.grid for sheet in sheets if sheet.grid.rows]
    if not grids:
        raise _EMPTY
    found = read_grids(grids, options, FORM)
    dropped = [
        Dropped(f"sheet {name}", "it is hidden: show it, to have it read") for name in hidden
    ]
    told = [anomaly for sheet in sheets for anomaly in _told(sheet)]
    return replace(found, anomalies=(*told, *found.anomalies), dropped=(*dropped, *found.dropped))


def _told(sheet: _Sheet) -> Iterator[Anomaly]:
    at = f"sheet {sheet.grid.name}"
    if sheet.formulas:
        says = f"{sheet.formulas} cells hold formulas: the text saved with each was read"
        yield Anomaly("other", at, says)
    if sheet.unread:
        says = f"{sheet.unread} cells hold formulas without a text: they were not read"
        yield Anomaly("other", at, says)
    if sheet.facts.hidden:
        says = f"{sheet.facts.hidden} rows are hidden, by hand or a filter: they were read too"
        yield Anomaly("other", at, says)


def _sheets(path: Path, options: Options) -> tuple[list[_Sheet], list[str]]:
    with opened(path) as archive:
        if "xl/workbook.bin" in archive.names:
            raise _BINARY
        facts = {name: _facts(archive, member) for name, member in _members(archive).items()}
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        # What openpyxl raises for a damaged workbook is of no one kind.
        raise _BROKEN from error
    sheets, hidden = [], []
    try:
        for sheet in book.worksheets:
            is_chosen = sheet.title in options.sheets
            if sheet.sheet_state != "visible" and not is_chosen:
                hidden.append(sheet.title)
                continue
            sheets.append(_sheet(sheet, facts.get(sheet.title, Facts())))
    except UnreadableError:
        raise
    except Exception as error:
        raise _BROKEN from error
    finally:
        book.close()
    return sheets, hidden


def _members(archive: Archive) -> dict[str, str]:
    """Give the member of each sheet by the sheet's name."""
    if _BOOK not in archive.names or _LINKS not in archive.names:
        raise _BROKEN
    book, links = _tree(archive, _BOOK), _tree(archive, _LINKS)
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
        raise _BROKEN
    with archive.open(name) as member:
        data = member.read()
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise HOSTILE
    try:
        return fromstring(data, forbid_dtd=True)
    except Exception as error:
        raise _BROKEN from error


def _facts(archive: Archive, member: str) -> Facts:
    with archive.open(member) as file:
        return read_facts(file)


def _sheet(sheet: Any, facts: Facts) -> _Sheet:
    """Read a sheet's rows that hold something, each under its own number."""
    sheet.reset_dimensions()
    held: dict[int, list[str]] = {}
    indents: dict[int, int] = {}
    formulas = unread = 0
    if facts.last_row > _MOST_ROWS:
        raise _TOO_LONG
    last = min(facts.last_column, MOST_COLUMNS)
    rows = sheet.iter_rows(max_row=facts.last_row, max_col=last) if last else ()
    for number, cells in enumerate(rows):
        row: list[str] = []
        for column, cell in enumerate(cells):
            text = _text(cell.value)
            if (number, column) in facts.formulas:
                is_text = isinstance(cell.value, str) and not text.startswith("#")
                formulas, unread = formulas + is_text, unread + (not is_text)
                text = text if is_text else ""
            if text.strip() and not any(row):
                indents[number] = int(cell.alignment.indent or 0) if cell.has_style else 0
            row.append(text)
        if any(cell.strip() for cell in row):
            held[number] = row
    _fill_down(held, facts)
    numbers = sorted(held)
    width = max((_width(row) for row in held.values()), default=0)
    name = sheet.title
    grid = Grid(
        name,
        [(held[number] + [""] * width)[:width] for number in numbers],
        lambda index: f"sheet {name}, row {numbers[index] + 1}",
        [indents.get(number, 0) for number in numbers],
        bool(facts.merges),
    )
    return _Sheet(grid, facts, formulas, unread)


def _fill_down(held: dict[int, list[str]], facts: Facts) -> None:
    """Fill merged cells down into the rows that hold something else."""
    for top, bottom, column in facts.merges:
        value = held[top][column] if top in held and column < len(held[top]) else ""
        for number in range(top + 1, min(bottom, top + _MOST_ROWS) + 1):
            if value and number in held:
                row = held[number]
                row += [""] * (column + 1 - len(row))
                row[column] = value


def _width(row: list[str]) -> int:
    return max((place + 1 for place, cell in enumerate(row) if cell.strip()), default=0)


def _text(value: object) -> str:
    """Give a value as Excel shows it, in words; nothing for an error."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    text = str(value)
    return (
        "" if text in ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!") else text
    )
