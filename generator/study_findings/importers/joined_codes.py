"""Names of codes joined by commas, which may hold commas themselves."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

_LINES: Final = re.compile(r"\s*\n\s*|\s*;\s*")
_COMMA: Final = ", "
_MOST_PIECES: Final = 400


def parted(cell: str, known: Collection[str], count: int | None = None) -> tuple[list[str], bool]:
    """Part a cell into names of codes, and tell whether that is certain.

    Lines and semicolons part names that are all known. Else as many known names as can be found
    stand together; `count` is how many there are, where the table says so.
    """
    cell = cell.strip()
    if not cell:
        return [], True
    if cell in known or count == 1:
        return [cell], True
    lines = [part for part in _LINES.split(cell) if part]
    if len(lines) > 1 and (count == len(lines) or all(part in known for part in lines)):
        return lines, True
    if "\n" in cell:
        return [part.strip().rstrip(",") for part in cell.split("\n") if part.strip()], True
    pieces = cell.split(_COMMA)
    if count == len(pieces):
        return pieces, True
    if len(pieces) > _MOST_PIECES:
        return pieces, False
    names = _best(tuple(pieces), frozenset(known), count)
    if count is None:
        return names, all(name in known for name in names)
    is_sure = all(name in known or _COMMA not in name for name in names)
    return names, is_sure and count == len(names)


def _best(pieces: tuple[str, ...], known: frozenset[str], count: int | None) -> list[str]:
    """Join neighbouring pieces so that the fewest stay unknown, the number is right, and the
    names are as long as they can be.
    """
    longest = max((name.count(_COMMA) + 1 for name in known), default=1)
    wanted = count or 0

    @cache
    def from_(start: int, left: int) -> tuple[int, int, tuple[str, ...]]:
        if start == len(pieces):
            return (abs(left) if count else 0, 0, ())
        options = []
        for end in range(start + 1, min(len(pieces), start + longest) + 1):
            name = _COMMA.join(pieces[start:end])
            cost = 0 if name in known else 10 * (end - start)
            unknown, number, rest = from_(end, left - 1 if count else 0)
            options.append((unknown + cost, number + 1, (name, *rest)))
        return min(options)

    found = from_(0, wanted)[2]
    return list(found)
