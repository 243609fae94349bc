"""A filled-in workbook as rows, every cell that says nothing told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.utils import get_column_letter

from ..documents.unreadable import UnreadableError
from ..importers.archive import opened
from ..importers.sources import unreadable
from ..model.kinds import KINDS, Kind
from ..problems import Location, Problem, StudyError
from ..reading.phrases import did_you_mean
from .book import ABOUT, MADE_BY, MARKS, WITH_WAITING
from .cells import KEPT, CellError, read
from .columns import STANDS_AT, WITHIN, Column, columns_of

_BROKEN: Final = UnreadableError("is damaged, or no workbook", "save it once more as .xlsx")


@dataclass(frozen=True)
class Filled:
    """A row as it was filled in; `kept` names fields that no cell could hold."""

    kind: Kind
    sheet: str
    number: int
    places: Mapping[str, int]
    stands_at: str
    within: str
    data: Mapping[str, Any]
    kept: frozenset[str]

    def problem(self, name: str, message: str, hint: str) -> Problem:
        """State what is wrong with a cell of it: file, sheet and cell."""
        cell = f"{get_column_letter(self.places.get(name, 0) + 1)}{self.number}"
        return Problem(Location(self.sheet), "not-imported", f"cell {cell}: {message}", hint)


@dataclass
class Book:
    """What a workbook says: its rows, which fields each sheet has, marks of rows as written."""

    rows: list[Filled] = field(default_factory=list)
    with_waiting: bool = False
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a workbook that this program wrote, whoever saved it since."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
        with opened(path):
            pass
        book = openpyxl.load_workbook(path, read_only=True)
        try:
            return ABOUT in book.sheetnames and book[ABOUT]["A1"].value == MADE_BY
        finally:
            book.close()
    except Exception:
        # What openpyxl raises for other files is of no one kind; their own readers tell more.
        return False


def read_workbook(path: Path) -> Book:
    """Read a workbook; raises StudyError with every cell that cannot be read."""
    try:
        with opened(path):
            pass
        sheets = openpyxl.load_workbook(path)
    except UnreadableError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # What openpyxl raises for a damaged workbook is of no one kind.
        raise unreadable(path, _BROKEN) from error
    book, problems = Book(), list[Problem]()
    book.with_waiting = sheets[ABOUT]["A2"].value == WITH_WAITING
    if MARKS in sheets.sheetnames:
        for noun, at, mark in sheets[MARKS].iter_rows(max_col=3, values_only=True):
            book.marks[str(noun), str(at)] = str(mark)
    for kind in KINDS:
        if kind.noun in sheets.sheetnames:
            book.nouns.add(kind.noun)
            _read_sheet(sheets[kind.noun], f"{path.name}, sheet {kind.noun}", kind, book, problems)
    for name in set(sheets.sheetnames) - {ABOUT, MARKS, *(kind.noun for kind in KINDS)}:
        message = f"sheet {name} is of no kind of record"
        hint = "give it its name again, or take the sheet out"
        problems.append(Problem(Location(path.name), "not-imported", message, hint))
    if problems:
        raise StudyError(problems)
    return book


def _read_sheet(sheet: Any, name: str, kind: Kind, book: Book, problems: list[Problem]) -> None:
    columns = {column.name: column for column in columns_of(kind)}
    places: dict[str, int] = {}
    cells = list(sheet.iter_rows())
    for place, cell in enumerate(cells[0] if cells else ()):
        head = "" if cell.value is None else str(cell.value).strip()
        if head in places or (head and head not in columns):
            message = f"cell {cell.coordinate}: no column is called {head} here"
            if head in places:
                message = f"cell {cell.coordinate}: a second column is called {head}"
            hint = did_you_mean(head, columns) or "take the column out, or name it as it was"
            problems.append(Problem(Location(name), "not-imported", message, hint))
        elif head:
            places[head] = place
    if STANDS_AT not in places:
        message = f"the column {STANDS_AT} is missing"
        hint = "put it back; it tells which record a row is"
        problems.append(Problem(Location(name), "not-imported", message, hint))
        return
    for number, row in enumerate(cells[1:], 2):
        if any(cell.value not in (None, "") for cell in row):
            _read_row(row, number, name, (kind, columns, places), book, problems)


def _read_row(
    row: Any, number: int, sheet: str, known: tuple[Kind, dict[str, Column], dict[str, int]],
    book: Book, problems: list[Problem],
) -> None:  # fmt: skip
    kind, columns, places = known
    data: dict[str, Any] = {}
    kept = set()
    for name, place in places.items():
        cell = row[place]
        if cell.data_type == "f":
            hint = "begin the cell with an apostrophe if it is text, or paste its value alone"
            message = f"cell {cell.coordinate}: is a formula"
            problems.append(Problem(Location(sheet), "not-imported", message, hint))
            continue
        text = _text(cell.value)
        if name == STANDS_AT and text == columns[name].help:
            return
        if text == KEPT:
            kept.add(name)
        elif text.strip():
            try:
                form = columns[name].form
                data[name] = text.strip() if name == STANDS_AT else read(text, form)
            except CellError as error:
                message = f"cell {cell.coordinate}: {error.why}"
                problems.append(Problem(Location(sheet), "not-imported", message, error.hint))
                kept.add(name)
    stands_at = str(data.pop(STANDS_AT, ""))
    within = "" if WITHIN in kind.record.model_fields else str(data.pop(WITHIN, ""))
    book.rows.append(Filled(kind, sheet, number, places, stands_at, within, data, frozenset(kept)))


def _text(value: object) -> str:
    """Give a cell as text, also where another program took it for a number, a day or a truth."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if not value.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
