"""Codes of an exported table of quotations: ids in one cell, their titles in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..exporters.quotations import STEP
from .found import TitlePath

_BETWEEN: Final = "; "
CodeCells = tuple[tuple[str, ...], str]


def code_cells(row: Mapping[str, str]) -> CodeCells:
    """Give a row's ids of codes, and the titles beside them as they stand."""
    return tuple(row.get("codes", "").split()), row.get("code_paths", "")


def paths_of_codes(rows: Iterable[CodeCells]) -> dict[str, TitlePath]:
    """Give each code's titles, told from all rows: titles may hold what parts them.

    Where a row has as many parts as ids, each is one; of the others, those that are known from
    elsewhere are taken off either end until one is left. What is never told is left out.
    """
    left = [cells for cells in dict.fromkeys(rows) if cells[0]]
    found: dict[str, str] = {}
    for ids, titles in left:
        parts = titles.split(_BETWEEN)
        if len(parts) == len(ids):
            found |= dict(zip(ids, parts, strict=True))
    before = -1
    while len(found) != before:
        before = len(found)
        for ids, titles in left:
            rest, text = _without_known(ids, titles, found)
            if len(rest) == 1 and text:
                found.setdefault(rest[0], text)
    order = dict.fromkeys(id_ for ids, _ in left for id_ in ids)
    return {id_: tuple(found[id_].split(STEP)) for id_ in order if id_ in found}


def _without_known(
    ids: tuple[str, ...], titles: str, known: Mapping[str, str]
) -> tuple[tuple[str, ...], str]:
    """Take what is known off both ends of a row's titles."""
    while len(ids) > 1 and titles.startswith(first := known.get(ids[0], "\0") + _BETWEEN):
        ids, titles = ids[1:], titles.removeprefix(first)
    while len(ids) > 1 and titles.endswith(last := _BETWEEN + known.get(ids[-1], "\0")):
        ids, titles = ids[:-1], titles.removesuffix(last)
    return ids, titles
