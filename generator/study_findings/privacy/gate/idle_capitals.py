"""Capitals that say nothing of a word: within a mark, or in a heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .gate_text import GateText

_BRACKETED: Final = re.compile(r"\[[^\[\]\n]{0,200}\]")
_FEWEST_IN_A_HEADING: Final = 3


def idle_words(text: GateText) -> frozenset[int]:
    """Give the places of words whose capital says nothing: within a mark, or in a heading."""
    return frozenset([*_within_marks(text), *_in_headings(text)])


def _within_marks(text: GateText) -> Iterator[int]:
    if "[" not in text.plain:
        return
    spans = [match.span() for match in _BRACKETED.finditer(text.plain)]
    nearest = 0
    for at, word in enumerate(text.words):
        while nearest < len(spans) and spans[nearest][1] <= word.start:
            nearest += 1
        if nearest < len(spans) and spans[nearest][0] <= word.start:
            yield at


def _in_headings(text: GateText) -> Iterator[int]:
    """Give the words of sentences where all, or all but one in eight, have a capital."""
    capitals = text.capitals
    if len(capitals) < _FEWEST_IN_A_HEADING:
        return
    starts = [at for at, word in enumerate(text.words) if word.begins]
    for start, end in pairwise([*starts, len(text.words)]):
        length = end - start
        small = length - (bisect_left(capitals, end) - bisect_left(capitals, start))
        if length >= _FEWEST_IN_A_HEADING and small <= length // 8:
            yield from range(start, end)
