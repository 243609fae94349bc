"""Cells of a table as text, and what keeps a spreadsheet from running one as a formula."""

from __future__ import annotations

import re
from typing import Final

SIGNS: Final = r"(?='*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])"
# Spreadsheets run a cell that starts with one of these as a formula; full-width ones too, in some
# places. Where they divide at `;`, tabs or `|`, and read quotation marks otherwise, a cell of a
# CSV file starts within ours.
IN_CSV: Final = re.compile(rf"""(?P<before>(?:^|(?<=[;|"\t\r\n]))[ \u00a0]*){SIGNS}""")
IN_WORKBOOK: Final = re.compile(rf"(?P<before>^[ \u00a0]*){SIGNS}")
_GUARDED_IN_CSV: Final = re.compile(f"{IN_CSV.pattern}'")
_GUARDED_IN_WORKBOOK: Final = re.compile(f"{IN_WORKBOOK.pattern}'")
# What XML has no way to write.
_OUTSIDE_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# More does not go into a cell of Excel.
LONGEST_CELL: Final = 32_767
CUT: Final = " … [cut here: a cell of Excel holds no more; findings.json has all of it]"


def csv_cell(value: object) -> str:
    """Put an apostrophe before each sign that could start a formula.

    `of_csv_cell` gives the text again.
    """
    return IN_CSV.sub(r"\g<before>'", _text(value))


def workbook_cell(value: object) -> str | int:
    """Put an apostrophe before a sign that could start a formula; whole numbers stay numbers.

    A text that is too long for a cell says where it was cut.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = IN_WORKBOOK.sub(r"\g<before>'", xml_text(_text(value)))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


def of_csv_cell(text: str) -> str:
    """Give the text of a cell again that `csv_cell` wrote."""
    return _GUARDED_IN_CSV.sub(r"\g<before>", text)


def of_workbook_cell(text: str) -> str:
    """Give the text of a cell again that `workbook_cell` wrote."""
    return _GUARDED_IN_WORKBOOK.sub(r"\g<before>", text)


def xml_text(text: str) -> str:
    """Put the mark for an unreadable character in place of each that XML cannot hold."""
    return _OUTSIDE_XML.sub("\ufffd", text)


def _text(value: object) -> str:
    return "" if value is None else str(value)
