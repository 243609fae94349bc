"""A cell of a sheet as the text that stands in it, whatever a spreadsheet program made of it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from .cell_values import CellError
from .columns import Column

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_AS_SHOWN: Final = frozenset({"General", "@", "0"})
"""How a number is shown where it is shown as it is."""
_AS_TEXT: Final = "give the cell the format Text, and write it once more"


def text_in(cell: Any, column: Column) -> str:
    """Give what an author sees in a cell; raises CellError where that cannot be told for certain.

    Spreadsheets turn `12-14` into a day, `1.10` into a number and `true` into a truth as they are
    typed: these are taken only where the field asks for them.
    """
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        hint = "begin the cell with an apostrophe if it is text, or paste its value alone"
        raise CellError("is a formula", hint)
    if cell.data_type == "e":
        raise CellError(f"holds an error of the spreadsheet, {value}", _AS_TEXT)
    if isinstance(value, bool):
        if "true" not in column.choices:
            raise CellError(f"was taken for a truth value, {value}", _AS_TEXT)
        return "true" if value else "false"
    if isinstance(value, datetime | date | time | timedelta):
        return _day(value, column)
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return _unescaped(str(value)).replace("\r\n", "\n").replace("\r", "\n")


def _day(value: datetime | date | time | timedelta, column: Column) -> str:
    if not column.is_day or not isinstance(value, date):
        raise CellError(f"was taken for a day or a time, {value}", _AS_TEXT)
    if isinstance(value, datetime) and value.time() != time():
        raise CellError(f"holds a time beside its day, {value}", "write the day alone")
    return f"{value:%Y-%m-%d}"


def _number(value: float, shown_as: str) -> str:
    if shown_as not in _AS_SHOWN:
        raise CellError("shows a number in another way than it holds it", _AS_TEXT)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _unescaped(text: str) -> str:
    """Undo the escapes of a workbook: Excel writes a pasted line end as `_x000D_` and the end."""
    return _ESCAPED.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return match[0] if "\ud800" <= letter <= "\udfff" else letter
