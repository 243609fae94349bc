"""The explorer's own files: which quotation has which values, and the quotations' ids."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from .facets import Facet, Facets

FILTERS: Final = "quotations/filters.json"
IDS: Final = "quotations/ids.json"
DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
# No id holds a capital. As one long word, neither ids nor values pass for a list in private notes.
BETWEEN_IDS: Final = "Z"


def filter_files(facets: Facets) -> dict[str, bytes]:
    """Give the files that let a browser filter and count the quotations, by path."""
    rows = [facets.of(card) for card in facets.findings.cards]
    table = {
        facet.name: _columns(facet, [row.get(facet.name, ()) for row in rows])
        for facet in facets.all
    }
    ids = BETWEEN_IDS.join(card.id for card in facets.findings.cards)
    return {FILTERS: _json(table), IDS: _json(ids)}


def _columns(facet: Facet, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Write a facet's values as columns, as many as a quotation has values at most.

    A value is its place among the facet's, from 1; 0 is none. A column is a string for each digit of
    these numbers to the base of 36, the highest first, with a character for each quotation: beside
    their like, digits compress to about what they tell.
    """
    places = {value.key: place for place, value in enumerate(facet.values, 1)}
    width = len(_digits(len(places)))
    return [
        _column([places.get(row[at], 0) if at < len(row) else 0 for row in rows], width)
        for at in range(max(map(len, rows)))
    ]


def _column(numbers: Sequence[int], width: int) -> list[str]:
    written = [_digits(number).rjust(width, "0") for number in numbers]
    return ["".join(digits) for digits in zip(*written, strict=True)]


def _digits(number: int) -> str:
    rest, last = divmod(number, len(DIGITS))
    return (_digits(rest) if rest else "") + DIGITS[last]


def _json(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"
