"""Six-word runs of private texts, and a quick way to find any of them in a page's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import compress, count, pairwise
from typing import Final

RUN: Final = 6
SHORTEST: Final = 4


def runs_of(words: list[str]) -> Iterable[list[str]]:
    """Give every run of six words; of a text of four or five words, the whole; of fewer, none."""
    if SHORTEST <= len(words) < RUN:
        return [words]
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


class RunIndex:
    """Know which private text each run belongs to.

    A run is looked for only where its anchor stands: those of its word pairs that is rarest among
    all runs.
    """

    def __init__(self) -> None:
        self._owners: dict[tuple[str, ...], list[int]] = {}
        self._lengths: set[int] = set()
        self._anchors: dict[tuple[str, ...], set[tuple[int, int]]] = {}

    def __bool__(self) -> bool:
        return bool(self._owners)

    def add(self, number: int, words: list[str]) -> None:
        """Enter a text's runs under its number."""
        for run in runs_of(words):
            self._lengths.add(len(run))
            owners = self._owners.setdefault(tuple(run), [])
            if number not in owners[-1:]:
                owners.append(number)

    def discard(self, words: list[str]) -> None:
        """Take out every run, of any length, that stands in a text published on purpose."""
        for length in self._lengths:
            for at in range(len(words) - length + 1):
                self._owners.pop(tuple(words[at : at + length]), None)

    def seal(self) -> None:
        """Choose the anchors, once all is entered and discarded."""
        counts = Counter(pair for run in self._owners for pair in pairwise(run))
        for run in self._owners:
            pairs = list(pairwise(run))
            at = min(range(len(pairs)), key=lambda at: counts[pairs[at]])
            self._anchors.setdefault(pairs[at], set()).add((at, len(run)))

    def find(self, words: list[str]) -> dict[int, tuple[str, ...]]:
        """Give the numbers of the texts that have a run among these words, each with its first run."""
        found: dict[int, tuple[str, ...]] = {}
        anchors = self._anchors
        for at in compress(count(), map(anchors.__contains__, pairwise(words))):
            for offset, length in anchors[words[at], words[at + 1]]:
                begin = at - offset
                run = tuple(words[begin : begin + length]) if begin >= 0 else ()
                for number in self._owners.get(run, ()):
                    found.setdefault(number, run)
        return found
