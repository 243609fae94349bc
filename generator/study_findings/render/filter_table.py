"""The explorer's own files: which quotation has which values, and the quotations' ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final

from .facets import Facets

FILTERS: Final = "quotations/filters.json"
IDS: Final = "quotations/ids.json"
DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
# No id holds a capital. As one long word, neither ids nor values pass for a list in private notes.
BETWEEN_IDS: Final = "Z"


def filter_files(facets: Facets) -> dict[str, bytes]:
    """Give the files that let a browser filter and count the quotations, by path.

    Values are numbered from 1 in the order of the page, 0 is none. A value that all quotations with
    another one have, as a session's kind, is told once, with that other value.
    """
    cards = facets.findings.cards
    keys = [(facet.name, value.key) for facet in facets.all for value in facet.values]
    numbers = {key: number for number, key in enumerate(keys, 1)}
    rows = [
        [numbers[name, key] for name, keys in facets.of(card).items() for key in keys
         if (name, key) in numbers]
        for card in cards
    ]  # fmt: skip
    brought = _brought(rows, len(keys))
    table = {
        "quotations": _columns([_told(row, brought) or [0] for row in rows], len(keys)),
        "values": _columns([brought[number] for number in range(1, len(keys) + 1)], len(keys)),
    }
    ids = BETWEEN_IDS.join(card.id for card in cards)
    return {FILTERS: _json(table), IDS: _json(ids)}


def _brought(rows: Iterable[Sequence[int]], most: int) -> dict[int, list[int]]:
    """Map each value to those it brings along: on all its quotations, and on more, or listed first."""
    together: dict[int, set[int]] = {}
    counts = dict.fromkeys(range(1, most + 1), 0)
    for row in rows:
        for number in row:
            counts[number] += 1
            together[number] = together.get(number, set(row)) & set(row)
    return {
        number: sorted(
            other
            for other in together.get(number, ())
            if (counts[other], -other) > (counts[number], -number)
        )
        for number in counts
    }


def _told(row: Sequence[int], brought: dict[int, list[int]]) -> list[int]:
    known = {other for number in row for other in brought[number]}
    return [number for number in row if number not in known]


def _columns(rows: Iterable[Sequence[int]], most: int) -> list[list[str]]:
    """Write rows of numbers as columns, as many as the longest row has numbers.

    A column is a string for each digit to the base of 36, the highest first, with a character for
    each row: beside their like, digits compress to about what they tell.
    """
    width = len(_digits(most))
    return [
        ["".join(digits) for digits in zip(*(_digits(n).rjust(width, "0") for n in column), strict=True)]
        for column in zip_longest(*rows, fillvalue=0)
    ]  # fmt: skip


def _digits(number: int) -> str:
    rest, last = divmod(number, len(DIGITS))
    return (_digits(rest) if rest else "") + DIGITS[last]


def _json(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"
