"""Six-word runs of private texts, and a quick way to find any of them in a page's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, count
from typing import Final, NamedTuple

RUN: Final = 6
SHORTEST: Final = 4

# A word is common where it is at least one in 500 of the study's, and stands there four times.
_COMMON_SHARE: Final = 0.002
_COMMON_COUNT: Final = 4
_RARE_COUNT: Final = 2
# What five words that match must tell together: three that are not common, or two that are rare.
_COMMON, _ORDINARY, _RARE, _TELLING = 0, 2, 3, 6

Run = tuple[str, ...]


class FoundRun(NamedTuple):
    """A private run that stands in a text, and whether one of its words is another there."""

    run: Run
    is_near: bool


def runs_of(words: list[str]) -> Iterable[list[str]]:
    """Give every run of six words; of a text of four or five words, the whole; of fewer, none."""
    length = min(RUN, max(SHORTEST, len(words)))
    return (words[at : at + length] for at in range(len(words) - length + 1))


class RunIndex:
    """Know which private text each run belongs to, also where one of its six words is altered.

    Whichever word is changed, dropped or added, the first or the last three words of a run stay as
    they are. A run is looked for where these three stand, unless they are all common; then it is
    only found whole, by those three words of it that are rarest.
    """

    def __init__(self) -> None:
        self._owners: dict[Run, list[int]] = {}
        self._lengths: set[int] = set()
        self._counts: Counter[str] = Counter()
        self._counted = -1
        self._anchors: dict[Run, list[Run]] = {}
        self._telling: set[Run] = set()
        self._cleared: list[str] = []
        self._exempt: dict[Run, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._owners)

    def add(self, number: int, words: list[str]) -> None:
        """Enter a text's runs under its number; its readings follow one another."""
        if number != self._counted:
            self._counts.update(words)
            self._counted = number
        for run in runs_of(words):
            self._lengths.add(len(run))
            owners = self._owners.setdefault(tuple(run), [])
            if number not in owners[-1:]:
                owners.append(number)

    def discard(self, words: list[str]) -> None:
        """Take out every run, of any length, that stands in a text published on purpose."""
        self._counts.update(words)
        self._cleared.append(" ".join(words))
        for length in self._lengths:
            for at in range(len(words) - length + 1):
                self._owners.pop(tuple(words[at : at + length]), None)

    def seal(self) -> None:
        """Weigh the words and choose the anchors, once all is entered and discarded."""
        self._cleared_text = f" {' | '.join(self._cleared)} "
        common = max(_COMMON_COUNT, _COMMON_SHARE * self._counts.total())
        self._weights: dict[str, int] = {
            word: _COMMON if number >= common else _RARE if number <= _RARE_COUNT else _ORDINARY
            for word, number in self._counts.items()
        }
        triples = Counter(run[:3] for run in self._owners)
        for run in self._owners:
            for triple in self._triples(run, triples):
                self._anchors.setdefault(triple, []).append(run)

    def _triples(self, run: Run, counts: Counter[Run]) -> set[Run]:
        telling = {triple for triple in (run[:3], run[3:]) if self._weight(triple)}
        if len(run) == RUN and telling:
            self._telling |= telling
            return telling
        return {min(zip(run, run[1:], run[2:], strict=False), key=counts.__getitem__)}

    def _weight(self, words: Iterable[str]) -> int:
        weights = self._weights
        return sum(weights.get(word, _RARE) for word in words)

    def find(self, words: list[str]) -> dict[int, FoundRun]:
        """Give the numbers of texts that have a run among these words, each with one such run."""
        found: dict[int, FoundRun] = {}
        anchors = self._anchors
        triples = zip(words, words[1:], words[2:], strict=False)
        for at in compress(count(), map(anchors.__contains__, triples)):
            triple = tuple(words[at : at + 3])
            for run in anchors[triple]:
                is_near = self._stands(run, triple, words, at)
                if is_near is not None:
                    for number in self._owners[run]:
                        if number not in found or (found[number].is_near and not is_near):
                            found[number] = FoundRun(run, is_near)
        return found

    def _stands(self, run: Run, triple: Run, words: list[str], at: int) -> bool | None:
        """Tell whether a run stands around a place.

        Gives False where it is whole, True where a word is altered, else None.
        """
        length = len(run)
        may_be_near = length == RUN and triple in self._telling
        for offset in range(length - 2):
            if run[offset : offset + 3] != triple:
                continue
            begin = at - offset
            if begin >= 0 and tuple(words[begin : begin + length]) == run:
                return False
            if may_be_near and offset in (0, 3) and self._stands_nearly(run, words, at, offset):
                return True
        return None

    def _stands_nearly(self, run: Run, words: list[str], at: int, offset: int) -> bool:
        spans = _after(run, words, at) if offset == 0 else _before(run, words, at)
        return any(
            self._weight(kept) >= _TELLING
            # Words that are cleared in a row tell nothing, whatever mark or tag divides them here.
            and not self._is_cleared(tuple(span))
            and not self._is_cleared(kept)
            for kept, span in spans
        )

    def _is_cleared(self, span: Run) -> bool:
        if span not in self._exempt:
            self._exempt[span] = f" {' '.join(span)} " in self._cleared_text
        return self._exempt[span]


def _after(run: Run, words: list[str], at: int) -> Iterator[tuple[Run, list[str]]]:
    """Give what is kept of a run whose first three words stand at a place, and the page's words."""
    same = 3
    while same < RUN - 1 and words[at + same : at + same + 1] == [run[same]]:
        same += 1
    rest = run[same + 1 :]
    # One word for another, or a word dropped.
    for begin in (at + same + 1, at + same):
        if tuple(words[begin : begin + len(rest)]) == rest:
            yield run[:same] + rest, words[at : begin + len(rest)]
    # A word added.
    begin = at + same + 1
    if tuple(words[begin : begin + RUN - same]) == run[same:]:
        yield run, words[at : begin + RUN - same]


def _before(run: Run, words: list[str], at: int) -> Iterator[tuple[Run, list[str]]]:
    """Give the same of a run whose last three words stand at a place."""
    backwards = words[max(0, at - RUN) : at + 3][::-1]
    for kept, span in _after(run[::-1], backwards, 0):
        yield kept[::-1], span[::-1]
