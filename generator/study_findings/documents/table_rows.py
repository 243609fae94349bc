"""The rows of tables, each with the line or row it begins on: delimited texts, workbooks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

TableRow = tuple[int, list[str]]
MOST_ROWS: Final = 200_000
"""So many rows of a sheet are read."""

_MARKS: Final = ",;\t|"
_LINE: Final = re.compile(r"\r\n|\r|\n")
_BOOK: Final = b"xl/workbook"
_OPEN_BOOK: Final = b"content.xml"


def delimited_rows(text: str, is_quoted: bool = True) -> Iterator[TableRow]:
    """Give the rows of a text, divided by what its first line with any such mark holds most.

    Cells may be of any length. Where not `is_quoted`, quotation marks stand for themselves.
    """
    head = next((line for line in _LINE.split(text) if any(map(line.count, _MARKS))), "")
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=max(_MARKS, key=head.count),
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
    )
    line = 1
    for row in rows:
        yield line, row
        line = rows.line_num + 1


def may_be_workbook(data: bytes) -> bool:
    """Tell whether an archive may be a workbook (.xlsx) or an OpenDocument spreadsheet (.ods)."""
    return _BOOK in data or _OPEN_BOOK in data


def workbook_rows(data: bytes) -> list[list[TableRow]]:
    """Give the rows of each sheet of a workbook (.xlsx); nothing of what is none, or is damaged."""
    if _BOOK not in data:
        return []
    # Few folders hold one, and the library takes its time to be imported.
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = []
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MOST_ROWS, values_only=True)
            sheets.append([(at, list(map(cell_text, row))) for at, row in enumerate(rows, start=1)])
        book.close()
    except Exception:
        # What the library raises for a damaged workbook is of no one kind.
        return []
    return sheets


def cell_text(value: object) -> str:
    """Give a text or a number as it stands in a cell; days and formulas say nobody's name."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, str | int | float) else ""
