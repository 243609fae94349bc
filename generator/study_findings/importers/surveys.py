"""A survey's data codebook, which is refused: variables and their values are no codes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

from ..documents.unreadable import UnreadableError
from .column_fields import plain_name
from .grid import Grid

REFUSED: Final = UnreadableError(
    "seems to be the data codebook of a survey: variables and their values",
    "bring in the table of themes, codes or quotations; or say by --map which column holds what",
)
# What only such a codebook has, never one of codes; written as one word each.
_NAMES: Final = frozenset(
    """variable variablename varname variablelabel valuelabels values value type measure missing
    format width decimals responseoptions coding questiontext skiplogic branching units
    fieldname fieldtype fieldlabel choices choicescalculationsorsliderlabels formname columnname
    columntype columndescription datatype label labels codinglabels codingandlabels position
    measurementlevel range question descriptionquestion responsescale""".split()
)
_SEARCHED: Final = 20
# Tables of who took part have variables and values as well.
_FEWEST: Final = 3
_OF_VARIABLES: Final = frozenset("fieldname columnname".split())
_ALWAYS: Final = frozenset("values valuelabels".split())


def is_survey(cells: Iterable[str], fewest: int = 2) -> bool:
    """Tell whether cells beside each other are the names of what tells about variables."""
    names = {plain_name(cell).replace(" ", "") for cell in cells}
    has_variable = any(name.startswith("var") for name in names) or bool(names & _OF_VARIABLES)
    return names >= _ALWAYS or (has_variable and len(names & _NAMES) >= fewest)


def is_of_survey(grid: Grid) -> bool:
    """Tell whether a table tells about variables, by the names along a row or down a column."""
    rows = list(grid.rows)[:_SEARCHED]
    return any(is_survey(line, _FEWEST) for line in (*rows, *zip_longest(*rows, fillvalue="")))
