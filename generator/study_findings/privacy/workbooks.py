"""What the sheets of a workbook list, by the names of their columns."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..documents.opendocument import read_spreadsheet
from ..documents.table_rows import workbook_rows
from .lists import Listed, listed_in, listed_in_rows

# What people write beside the cells of an .xlsx stands in members of their own.
_SAID: Final = re.compile(r"xl/(?:comments|threadedComments|drawings)", re.IGNORECASE)


class ListingWorkbook(NamedTuple):
    """What a workbook lists, and how the names of its members begin; `is_one` where it is one."""

    listed: list[Listed]
    members: str
    is_one: bool

    def tells(self, member: str) -> bool:
        """Tell whether what a member lists is told by the sheets already."""
        inside = member.removeprefix(self.members)
        return self.is_one and member.startswith(self.members) and not _SAID.match(inside)


def listed_in_workbook(file: str, name: str, member: str, data: bytes) -> ListingWorkbook:
    """Give the entries of a workbook of that name, which is a member of a file or the file itself.

    Notes in an OpenDocument spreadsheet are entries where its name says that it is a list.
    """
    book = read_spreadsheet(data)
    sheets = workbook_rows(data) or book.sheets
    listed = [entry for rows in sheets for entry in listed_in_rows(file, name, rows)]
    listed += listed_in(file, name, "\n".join(book.beside))
    return ListingWorkbook(listed, f"{member}/" if member else "", bool(sheets))
