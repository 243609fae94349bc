"""Tables as plain values, written as CSV and as the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from ..findings.views import Findings
from ..language.directions import direction
from .cells import csv_cell, workbook_cell
from .packing import office_file

NARROWEST: Final = 8
WIDEST: Final = 60
# A sheet's name holds no more, and none of these.
LONGEST_NAME: Final = 31
NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))


@dataclass(frozen=True)
class Table:
    """Hold a table: the name of its sheet, its columns and rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def as_csv(table: Table) -> bytes:
    """Write a table as CSV: UTF-8 with a byte-order mark, lines ending as RFC 4180 has them.

    An apostrophe stands before each sign that a spreadsheet could take for the start of a formula:
    at the start of a cell, and within one after `;`, `|`, `"`, a tab or a line break, blanks
    between.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([csv_cell(name) for name in table.columns])
    for row in table.rows:
        writer.writerow([csv_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(findings: Findings, tables: Sequence[Table], title: str) -> bytes:
    """Write tables as the sheets of a workbook (xlsx): heads that stay in sight, cells that wrap.

    Sheets run from right to left where the study's language does.
    """
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name.translate(NOT_IN_NAMES)[:LONGEST_NAME])
        _fill(sheet, table, direction(findings.language) == "rtl")
    out = io.BytesIO()
    book.save(out)
    return office_file(out.getvalue(), findings, title)


def _fill(sheet: Any, table: Table, is_rtl: bool) -> None:
    sheet.freeze_panes = "B2"
    sheet.sheet_view.rightToLeft = is_rtl
    for index, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    heads = _cells(sheet, len(table.columns), Font(bold=True))
    sheet.append(_filled(heads, table.columns))
    # A row is written as it is appended, so that all rows share their cells and these their style.
    cells = _cells(sheet, len(table.columns), Font())
    for row in table.rows:
        sheet.append(_filled(cells, row))


def _cells(sheet: Any, number: int, font: Font) -> list[Any]:
    cells = [WriteOnlyCell(sheet) for _ in range(number)]
    for cell in cells:
        cell.alignment = _TOP
        cell.font = font
    return cells


def _filled(cells: list[Any], row: Sequence[object]) -> list[Any]:
    """Fill cells with a row; an empty one is none, of which a table may have most."""
    return [_with(cell, value) for cell, value in zip(cells, row, strict=True)]


def _with(cell: Any, value: object) -> Any:
    written = workbook_cell(value)
    if written == "":
        return None
    cell.value = written
    if isinstance(written, str):
        # Whatever it looks like, `#N/A` too, it is text.
        cell.data_type = "s"
    return cell


_TOP: Final = Alignment(vertical="top", wrap_text=True)


def _widths(table: Table) -> list[int]:
    lengths = [
        max(len(str(row[index] or "")) for row in (table.columns, *table.rows))
        for index in range(len(table.columns))
    ]
    return [min(WIDEST, max(NARROWEST, length + 2)) for length in lengths]
