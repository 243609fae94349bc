"""Six-word runs of private texts, and a quick way to find any of them in a page's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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

    Each run is looked for only where its anchor stands: its word that is rarest among all runs, the
    longest of these, so that pages without any anchor are passed over at the speed of a set.
    """

    def __init__(self) -> None:
        self._owners: dict[str, list[int]] = {}
        self._lengths: set[int] = set()
        self._anchors: dict[str, set[tuple[int, int]]] = {}

    def add(self, number: int, words: list[str]) -> None:
        """Enter a text's runs under its number."""
        for run in runs_of(words):
            self._lengths.add(len(run))
            owners = self._owners.setdefault(" ".join(run), [])
            if number not in owners[-1:]:
                owners.append(number)

    def discard(self, words: list[str]) -> None:
        """Take out every run, of any length, that stands in a text published on purpose."""
        for length in self._lengths:
            for at in range(len(words) - length + 1):
                self._owners.pop(" ".join(words[at : at + length]), None)

    def seal(self) -> None:
        """Choose the anchors, once all is entered and discarded."""
        counts = Counter(word for run in self._owners for word in run.split())
        for run in self._owners:
            words = run.split()
            anchor = min(words, key=lambda word: (counts[word], -len(word)))
            self._anchors.setdefault(anchor, set()).add((words.index(anchor), len(words)))

    def __bool__(self) -> bool:
        return bool(self._owners)

    def find(self, words: list[str]) -> dict[int, str]:
        """Give the numbers of the texts that have a run among these words, each with its first run."""
        found: dict[int, str] = {}
        anchors = self._anchors
        if anchors.keys().isdisjoint(words):
            return found
        for at in [at for at, word in enumerate(words) if word in anchors]:
            for offset, length in anchors[words[at]]:
                begin = at - offset
                run = " ".join(words[begin : begin + length]) if begin >= 0 else ""
                for number in self._owners.get(run, ()):
                    found.setdefault(number, run)
        return found
