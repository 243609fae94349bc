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

from ..documents.unreadable import UnreadableError
from .archive import opened
from .found import Anomaly, Dropped, Found
from .grid import Grid
from .options import Options
from .own_tables import read_own
from .sheet_facts import BOOK, BROKEN, MOST_COLUMNS, SheetFacts, facts_in
from .tables import read_whole

FORM: Final = "a workbook (Excel)"
_MOST_ROWS: Final = 300_000
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
    facts: SheetFacts
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
            return FORM if BOOK in archive.names else None
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
    own = None if options.columns else read_own(grids, FORM, is_text=False)
    found = own or read_whole(grids, options, FORM)
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
        facts = facts_in(archive)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        # What openpyxl raises for a damaged workbook is of no one kind.
        raise BROKEN from error
    sheets, hidden = [], []
    try:
        for sheet in book.worksheets:
            is_chosen = sheet.title in options.sheets
            if sheet.sheet_state != "visible" and not is_chosen:
                hidden.append(sheet.title)
                continue
            sheets.append(_sheet(sheet, facts.get(sheet.title, SheetFacts())))
    except UnreadableError:
        raise
    except Exception as error:
        raise BROKEN from error
    finally:
        book.close()
    return sheets, hidden


def _sheet(sheet: Any, facts: SheetFacts) -> _Sheet:
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


def _fill_down(held: dict[int, list[str]], facts: SheetFacts) -> None:
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
