"""A filled-in workbook as rows, every cell that says nothing told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.utils import get_column_letter

from ..documents.unreadable import UnreadableError
from ..importers.archive import opened
from ..importers.opening import unreadable
from ..model.kinds import KINDS, Kind
from ..problems import Location, Problem
from ..reading.phrases import did_you_mean
from .book import ABOUT, MADE_BY, MARKS, WITH_WAITING
from .cell_values import KEPT, CellError, read
from .columns import STANDS_AT, WITHIN, Column, columns_of
from .sheet_cells import text_in

_BROKEN: Final = UnreadableError("is damaged, or no workbook", "save it once more as .xlsx")


@dataclass(frozen=True)
class Filled:
    """A row as it was filled in."""

    kind: Kind
    sheet: str
    number: int
    places: Mapping[str, int]
    stands_at: str
    within: str
    data: Mapping[str, Any]
    kept: frozenset[str] = frozenset()
    """Fields that no cell could hold."""
    unread: frozenset[str] = frozenset()
    """Fields whose cells could not be read; a problem tells of each."""

    @property
    def id(self) -> str:
        """Give its id; empty where it has none, or none was filled in."""
        return str(self.data.get("id", ""))

    @property
    def file(self) -> str:
        """Name the file that it says it stands in."""
        return self.stands_at.partition("#")[0]

    @property
    def is_partial(self) -> bool:
        """Tell whether the study holds more of it than the workbook."""
        return bool(self.kept or self.unread)

    def problem(self, name: str, message: str, hint: str) -> Problem:
        """State what is wrong with a cell of it: file, sheet and cell."""
        return self.placed(name, Problem(Location(self.sheet), "not-imported", message, hint))

    def placed(self, name: str, problem: Problem) -> Problem:
        """Give a problem its place in the workbook, by the field that it is about."""
        column = self.places.get(name, self.places.get("id", 0)) + 1
        where = Location(self.sheet, self.number, column)
        message = f"cell {get_column_letter(column)}{self.number}: {problem.message}"
        return replace(problem, location=where, message=message)


@dataclass
class Book:
    """What a workbook says: its rows, which sheets it has, marks of rows as written."""

    rows: list[Filled] = field(default_factory=list)
    with_waiting: bool = False
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    """What could not be read; nothing of the workbook is brought in while there is any."""
    unread: set[str] = field(default_factory=set)
    """The kinds, by noun, of which rows could not be read."""


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
    """Read a workbook, and note each cell that cannot be read.

    Raises StudyError where the file is none.
    """
    try:
        with opened(path):
            pass
        sheets = openpyxl.load_workbook(path)
    except UnreadableError as error:
        raise unreadable(path, error) from error
    except Exception as error:
        # What openpyxl raises for a damaged workbook is of no one kind.
        raise unreadable(path, _BROKEN) from error
    book = Book(with_waiting=sheets[ABOUT]["A2"].value == WITH_WAITING)
    if MARKS in sheets.sheetnames:
        for noun, at, mark in sheets[MARKS].iter_rows(max_col=3, values_only=True):
            book.marks[str(noun), str(at)] = str(mark)
    for kind in KINDS:
        if kind.noun in sheets.sheetnames:
            book.nouns.add(kind.noun)
            _read_sheet(sheets[kind.noun], f"{path.name}, sheet {kind.noun}", kind, book)
    for name in set(sheets.sheetnames) - {ABOUT, MARKS, *(kind.noun for kind in KINDS)}:
        message = f"sheet {name} is of no kind of record"
        hint = "give it its name again, or take the sheet out"
        book.problems.append(Problem(Location(path.name), "not-imported", message, hint))
    return book


def _read_sheet(sheet: Any, name: str, kind: Kind, book: Book) -> None:
    columns = {column.name: column for column in columns_of(kind)}
    places: dict[str, int] = {}
    rows = list(sheet.iter_rows())
    for place, cell in enumerate(rows[0] if rows else ()):
        head = "" if cell.value is None else str(cell.value).strip()
        if head in places or (head and head not in columns):
            message = f"cell {cell.coordinate}: no column is called {head} here"
            if head in places:
                message = f"cell {cell.coordinate}: a second column is called {head}"
            hint = did_you_mean(head, columns) or "take the column out, or name it as it was"
            where = Location(name, 1, place + 1)
            book.problems.append(Problem(where, "not-imported", message, hint))
        elif head:
            places[head] = place
    if STANDS_AT not in places:
        message = f"the column {STANDS_AT} is missing"
        hint = "put it back; it tells which record a row is"
        book.problems.append(Problem(Location(name), "not-imported", message, hint))
        book.unread.add(kind.noun)
        return
    for number, cells in enumerate(rows[1:], 2):
        is_help = cells[places[STANDS_AT]].value == columns[STANDS_AT].help
        if not is_help and any(map(_is_filled, cells)):
            _read_row(cells, Filled(kind, name, number, places, "", "", {}), columns, book)


def _is_filled(cell: Any) -> bool:
    """Tell whether a cell holds more than spaces, as other programs leave behind."""
    return cell.value is not None and bool(str(cell.value).strip())


def _read_row(cells: Any, blank: Filled, columns: Mapping[str, Column], book: Book) -> None:
    data: dict[str, Any] = {}
    kept, unread = set(), set()
    for name, place in blank.places.items():
        try:
            text = text_in(cells[place], columns[name])
            if text == KEPT:
                kept.add(name)
            elif text.strip():
                data[name] = text.strip() if name == STANDS_AT else read(text, columns[name].form)
        except CellError as error:
            book.problems.append(blank.problem(name, error.why, error.hint))
            unread.add(name)
    stands_at = str(data.pop(STANDS_AT, ""))
    is_field = WITHIN in blank.kind.record.model_fields
    within = "" if is_field else str(data.pop(WITHIN, ""))
    if not unread & {STANDS_AT, "id"}:
        filled = replace(blank, stands_at=stands_at, within=within, data=data)
        book.rows.append(replace(filled, kept=frozenset(kept), unread=frozenset(unread)))
    if unread:
        book.unread.add(blank.kind.noun)
