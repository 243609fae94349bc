"""A table as rows of texts, wherever it came from, with words for where each row stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

EMPTY: Final = frozenset({"na", "n/a", "n.a.", "#n/a", "nan", "null", "-", "–", "—", "."})
_NUMBER: Final = re.compile(r"[\d.,:/ %-]+")
_SPACES: Final = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Grid:
    """The rows of one sheet or table, each a text a column."""

    name: str
    rows: Sequence[Sequence[str]]
    at: Callable[[int], str]
    """Says where a row stands, by its number counted from 0: `sheet Themes, row 12`."""
    indents: Sequence[int] = ()
    """How far the first filled cell of each row is indented; none where the form has no such."""
    is_merged: bool = False
    """Whether merged cells were filled down already, so that an empty cell means empty."""
    title: str = ""


def tidy(value: str) -> str:
    """Give a cell's text without spaces around its lines; `NA` and the like are nothing."""
    lines = [_SPACES.sub(" ", line).strip() for line in re.split(r"\r\n?|\n|\v", value)]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return "" if text.casefold() in EMPTY else text


def is_blank(row: Iterable[str]) -> bool:
    """Tell whether nothing stands in a row."""
    return not any(cell.strip() for cell in row)


def holds_values(row: Iterable[str], longest: int) -> bool:
    """Tell whether half of a row is numbers, days and texts over `longest`, and no names."""
    filled = [cell.strip() for cell in row if cell.strip()]
    values = sum(len(cell) > longest or _NUMBER.fullmatch(cell) is not None for cell in filled)
    return len(filled) > 1 and values * 2 >= len(filled)
