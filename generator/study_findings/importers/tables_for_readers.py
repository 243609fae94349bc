"""Tables that this program exports for readers: claims and counts, which bring nothing back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..documents.unreadable import UnreadableError
from .grid import Grid, is_blank

# How their headers begin: of `claims.csv`, and of `matrix.csv`.
_HEADERS: Final = (("claim", "says", "composed"), ("theme", "theme_path", "theme_composed"))
_FOR_READERS: Final = UnreadableError(
    "is a table of claims or counts that study-findings exported for readers: no quotation stands "
    "in it",
    "bring in quotations.csv or findings.qdpx of the same study, or its workbook",
)


def refuse_for_readers(grids: Sequence[Grid]) -> None:
    """Raise UnreadableError where a table is one of those: ids would be read for words."""
    for grid in grids:
        header = next((row for row in grid.rows if not is_blank(row)), ())
        names = tuple(cell.strip().lstrip("\ufeff").casefold() for cell in header)
        if any(names[: len(begins)] == begins for begins in _HEADERS) and "text" not in names:
            raise _FOR_READERS
