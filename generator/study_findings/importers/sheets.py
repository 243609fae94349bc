"""Tables that QDA programs export, CSV or XLSX, as rows of texts under the names they give."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import openpyxl

from ..documents.unpack import strict_text
from ..documents.unreadable import UnreadableError
from .archive import opened

_ZIP: Final = b"PK"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD: Final = 262_144
_SEARCHED: Final = 12
_MOST_COLUMNS: Final = 200
_MOST_CELL: Final = 1_000_000
_BROKEN: Final = UnreadableError("is damaged, or no table", "export it once more, as .xlsx or .csv")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, empty in CSV, and its rows, the first of them row 1."""

    name: str
    rows: Sequence[Sequence[str]]
    """Each without the empty cells at its end."""
    widths: Sequence[int] = ()
    """How many cells each row was written with; in CSV alone."""

    def at(self, row: int) -> str:
        """Say where a row stands."""
        return f"sheet {self.name}, row {row}" if self.name else f"row {row}"


@dataclass(frozen=True)
class Headed:
    """A sheet whose columns are known: the fields' places, and the rows below the header."""

    sheet: Sheet
    header: int
    columns: Mapping[str, int]

    def __iter__(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give each row that holds something, with where it stands, by field."""
        for at, row, _ in self.whole():
            yield at, row

    def whole(self) -> Iterator[tuple[str, dict[str, str], Sequence[str]]]:
        """Give each row that holds something: where it stands, by field, and all its cells.

        Spaces before the words of a cell are kept in these: some programs indent codes by them.
        In CSV these are as many as were written, in a workbook up to the last that is filled.
        """
        for number, cells in enumerate(self.sheet.rows, 1):
            if number > self.header and any(cells):
                row = {
                    field: cells[place].strip() if place < len(cells) else ""
                    for field, place in self.columns.items()
                }
                width = self.sheet.widths[number - 1] if self.sheet.widths else len(cells)
                yield self.sheet.at(number), row, [*cells, *[""] * (width - len(cells))]


def sheets_in(path: Path, most: int | None = None) -> list[Sheet]:
    """Read the sheets of a table, or the first rows of each.

    Raises UnreadableError where it is damaged, locked or a bomb.
    """
    with path.open("rb") as file:
        data = file.read(_HEAD)
        if data.startswith(_ZIP):
            return _workbook(path, most)
        if most:
            cut = data.rfind(b"\n") + 1 if len(data) == _HEAD else len(data)
            return [_delimited(data[:cut], most)]
        return [_delimited(data + file.read())]


def plain(header: str) -> str:
    """Give a header as it is compared: small letters without accents, words alone."""
    bare = unicodedata.normalize("NFKD", header.casefold())
    words = "".join(char if char.isalnum() else " " for char in bare if not _is_accent(char))
    return " ".join(words.split())


def headed(
    sheet: Sheet, fields: Mapping[str, frozenset[str]], needed: Sequence[str]
) -> Headed | None:
    """Find the row whose cells name all needed fields, each field by one of its names."""
    for number, row in enumerate(sheet.rows[:_SEARCHED], 1):
        if len(row) > _MOST_COLUMNS:
            return None
        columns: dict[str, int] = {}
        for place, cell in enumerate(row):
            for field, names in fields.items():
                if field not in columns and plain(cell) in names:
                    columns[field] = place
                    break
        if all(field in columns for field in needed):
            return Headed(sheet, number, columns)
    return None


def first_headed(
    path: Path, fields: Mapping[str, frozenset[str]], needed: Sequence[str]
) -> Headed | None:
    """Find the first sheet of a file with the needed fields; None where it is no such table."""
    found = (headed(sheet, fields, needed) for sheet in sheets_in(path))
    return next((one for one in found if one), None)


def looks_headed(
    path: Path, head: bytes, fields: Mapping[str, frozenset[str]], needed: Sequence[str]
) -> Headed | None:
    """Find such a sheet by the first rows alone; None where it is none, or cannot be read."""
    if not head.startswith(_ZIP) and b"\0" in head[:4096] and not head.startswith(_WIDE):
        return None
    try:
        found = (headed(sheet, fields, needed) for sheet in sheets_in(path, _SEARCHED))
        return next((one for one in found if one), None)
    except (UnreadableError, OSError):
        return None


def named(names: str) -> frozenset[str]:
    """Make the names of a field from a line of them, parted by bars."""
    return frozenset(plain(name) for name in names.split("|"))


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) != 0


def _workbook(path: Path, most: int | None) -> list[Sheet]:
    with opened(path):
        pass
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheets = []
        # To look at each cell's style takes time: only where one indents.
        is_indented = any(one.indent for one in getattr(book, "_alignments", ()))
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            if is_indented:
                rows = [_indented(row) for row in sheet.iter_rows(max_row=most)]
            else:
                rows = [_texts(row) for row in sheet.iter_rows(max_row=most, values_only=True)]
            sheets.append(Sheet(sheet.title, rows))
        book.close()
    except Exception as error:
        # What openpyxl raises for a damaged workbook is of no one kind.
        raise _BROKEN from error
    return sheets


def _indented(row: Sequence[Any]) -> list[str]:
    """Give the texts of cells, the indent of each as spaces before it."""
    texts = _texts([cell.value for cell in row])
    return [
        "  " * int(cell.alignment.indent or 0) + text if text and cell.has_style else text
        for cell, text in zip(row, texts, strict=False)
    ]


def _texts(row: Sequence[object]) -> list[str]:
    cells = ["" if value is None else str(value).rstrip() for value in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _delimited(data: bytes, most: int | None = None) -> Sheet:
    text = strict_text(data)
    if text is None:
        raise _BROKEN
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    before = csv.field_size_limit(_MOST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))[:most]
        return Sheet("", [_texts(row) for row in rows], [len(row) for row in rows])
    except csv.Error as error:
        raise _BROKEN from error
    finally:
        csv.field_size_limit(before)
