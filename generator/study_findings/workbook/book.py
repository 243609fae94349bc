"""A study's rows as a workbook: a sheet a kind, help below the heads, lists to choose from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..model.kinds import KINDS, Kind
from .cell_values import Form, written
from .columns import WITHIN, Column, columns_of
from .rows import Row, fingerprint

ABOUT: Final = "about this workbook"
MARKS: Final = "marks"
MADE_BY: Final = "A workbook of study-findings"
WITH_WAITING: Final = "It holds what waits in private/: never publish or send it."
WITHOUT_WAITING: Final = "It holds nothing that waits in private/."
_HOW: Final = (
    "A sheet for each kind of record, a row for each record, a column for each field.",
    "The first row of a sheet names the fields; the second says what each holds.",
    "A new record is a new row; leave stands_at empty there. Do not change stands_at in others.",
    "An emptied cell takes the field out. A deleted row deletes nothing, and is told.",
    "Ids are changed by `findings rename`, clearances by `findings clear` and `unclear`.",
    "A cell that begins with a backslash holds JSON: a text no cell could hold unchanged.",
    "Bring it back by `findings import FILE`: what changed is shown before anything is written.",
)
_LAST: Final = 5_000
_LONGEST_LIST: Final = 255
_TOP: Final = Alignment(vertical="top", wrap_text=True)


def as_workbook(rows: Sequence[Row], with_waiting: bool) -> bytes:
    """Write rows as a workbook (xlsx); every cell is text, whatever it looks like."""
    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.create_sheet(ABOUT)
    for line in (MADE_BY, WITH_WAITING if with_waiting else WITHOUT_WAITING, *_HOW):
        about.append([line])
    about.column_dimensions["A"].width = 100
    for kind in KINDS:
        _fill(book.create_sheet(kind.noun), kind, [row for row in rows if row.kind == kind])
    marks = book.create_sheet(MARKS)
    marks.sheet_state = "veryHidden"
    for row in rows:
        marks.append([row.kind.noun, row.stands_at, fingerprint(row.data)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, kind: Kind, rows: Sequence[Row]) -> None:
    columns = columns_of(kind)
    sheet.freeze_panes = "B3"
    for place, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = 40 if column.form is Form.DEEP or column.name == "text" else 22
        dimension.number_format = "@"
        _put(sheet, 1, place, column.name, Font(bold=True))
        _put(sheet, 2, place, column.help, Font(italic=True, color="595959"))
        sheet.cell(1, place).comment = Comment(column.help, "study-findings")
        _offer(sheet, kind, place, column)
    for number, row in enumerate(rows, 3):
        for place, column in enumerate(columns, 1):
            if text := _text(row, column, place):
                _put(sheet, number, place, text, Font())


def _text(row: Row, column: Column, place: int) -> str:
    if place == 1:
        return row.stands_at
    if column.name == WITHIN and WITHIN not in row.kind.record.model_fields:
        return row.held.parent
    return written(row.data[column.name], column.form) if column.name in row.data else ""


def _put(sheet: Any, row: int, place: int, text: str, font: Font) -> None:
    cell = sheet.cell(row, place)
    cell.value = text
    # Whatever it looks like, `=1+1` and `#N/A` too, it is text, and stays so when it is edited.
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text[:1] in "=+-@"
    cell.alignment = _TOP
    cell.font = font


def _offer(sheet: Any, kind: Kind, place: int, column: Column) -> None:
    """Offer a list; only where it holds all that may stand in the cell is anything else refused."""
    nouns = [column.names] if column.names else []
    if column.name == WITHIN:
        nouns = [parent.noun for parent in kind.parents]
    joined = ",".join(column.choices)
    if nouns:
        formula = _ids(nouns[0])
    elif joined and len(joined) <= _LONGEST_LIST:
        formula = f'"{joined}"'
    else:
        return
    is_strict = bool(column.choices) and not nouns and column.form is Form.TEXT
    offered = DataValidation(type="list", formula1=formula, allow_blank=True)
    offered.showErrorMessage = is_strict
    letter = get_column_letter(place)
    offered.add(f"{letter}3:{letter}{_LAST}")
    sheet.add_data_validation(offered)


def _ids(noun: str) -> str:
    kind = next(kind for kind in KINDS if kind.noun == noun)
    names = [column.name for column in columns_of(kind)]
    letter = get_column_letter(names.index("id") + 1 if "id" in names else 1)
    return f"'{noun}'!${letter}$3:${letter}${_LAST}"
