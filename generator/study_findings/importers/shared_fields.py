"""Columns that are read together: those of one field's name, and those of marks for a code each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .attributions import without_trailing
from .column_fields import group_in
from .exchanges import leading_speaker
from .grid import Grid
from .quotation_marks import has_marks

LEVELS: Final = ("theme", "subtheme", "category", "subcategory")
_DESCRIBE: Final = frozenset(("description", "definition"))
_MARKS: Final = frozenset(("1", "0", "x", "✓", "✔", "√", "•", "●", "☒", "☑", "1.0", "0.0"))
_NONE: Final = frozenset(("0", "0.0"))
_FEWEST_OF_MARKS: Final = 2
_FEWEST_OF_GROUPS: Final = 2
_GOING_ON: Final = ("description", "definition", "inclusion", "exclusion", "memo")


def wordless(grid: Grid, header: int, fields: Sequence[str]) -> set[int]:
    """Give the columns named for quotations in which most cells hold no letter: `Citation`, `8`."""
    found = set()
    for place in (place for place, name in enumerate(fields) if name == "text"):
        cells = [row[place] for row in list(grid.rows)[header + 1 :] if place < len(row)]
        filled = [cell for cell in cells if cell.strip()]
        if filled and 2 * sum(any(map(str.isalpha, cell)) for cell in filled) < len(filled):
            found.add(place)
    return found


def own_descriptions(fields: Sequence[str]) -> dict[int, int]:
    """Give, by the column of a level of themes, the one right of it that describes it.

    That is where several are called so, with columns of themes or codes between them: `Theme |
    Definition | Code | Definition`. None where all of them describe one thing.
    """
    found: dict[int, int] = {}
    owners = set()
    owner = -1
    for place, name in enumerate(fields):
        if name in LEVELS or name == "code" or name.startswith(("level ", "code level")):
            owner = place
        elif name in _DESCRIBE and owner >= 0:
            owners.add(owner)
            is_theme = not fields[owner].startswith("code")
            if is_theme and owner not in found:
                found[owner] = place
    return found if len(owners) > 1 else {}


def going_on(fields: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Give the columns behind the first of a field that goes on in them, by the field."""
    found = {
        name: tuple(place for place, other in enumerate(fields) if other == name)[1:]
        for name in _GOING_ON
    }
    return {name: places for name, places in found.items() if places}


def more_texts(fields: Sequence[str]) -> tuple[int, ...]:
    """Give the columns of quotations behind the first; none beside originals and translations."""
    if "original" in fields or "translated" in fields:
        return ()
    return tuple(place for place, name in enumerate(fields) if name == "text")[1:]


def whose_texts(headers: Sequence[str], fields: Sequence[str]) -> dict[int, str]:
    """Give the columns of quotations that are parted by who said them, with the group of each.

    `Quotes from students | Quotes from teachers` are two; so are `Positive quotes | Negative
    quotes`, whose header names nobody for certain: there the group is empty. One alone is none.
    """
    if "original" in fields or "translated" in fields:
        return {}
    found = {
        place: told
        for place, (header, name) in enumerate(zip(headers, fields, strict=True))
        if name in ("", "text") and (told := group_in(header))
    }
    names = {who.casefold() for who, _ in found.values()}
    if len(names) < _FEWEST_OF_GROUPS or len(names) < len(found):
        return {}
    return {place: who if is_plain else "" for place, (who, is_plain) in found.items()}


def marked(grid: Grid, header: int, places: Sequence[int]) -> tuple[int, ...]:
    """Give the columns, of some that are not known, that only mark rows: a code is given, or not.

    One alone may say anything of a row.
    """
    rows = list(grid.rows)[header + 1 :]

    def only_marks(place: int) -> bool:
        cells = [row[place].strip().casefold() for row in rows if place < len(row)]
        filled = [cell for cell in cells if cell]
        return bool(filled) and 20 * sum(cell in _MARKS for cell in filled) >= 19 * len(filled)

    found = tuple(filter(only_marks, places))
    return found if len(found) >= _FEWEST_OF_MARKS else ()


def is_mark(cell: str) -> bool:
    """Tell whether a cell of such a column gives its code."""
    return cell.strip().casefold() in _MARKS - _NONE


def are_said(cells: Sequence[str]) -> bool:
    """Tell whether most cells are somebody's words, by quotation marks or a speaker's label."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    said = sum(
        bool(leading_speaker(cell)[0]) or has_marks(words) or bool(behind)
        for cell in filled
        for words, behind in (without_trailing(cell),)
    )
    return bool(filled) and said * 2 > len(filled)
