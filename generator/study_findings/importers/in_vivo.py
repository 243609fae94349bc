"""Names of themes and codes that are what somebody said: no such name gets into a public file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..privacy.run_index import RUN, SHORTEST
from ..text.folding import words_of
from .found import Found, FoundQuotation

_NEUTRAL: Final = "In vivo"


class NamesInVivo:
    """Gives what stands for each name that holds words of a quotation of the same file.

    These are six words in a row, or the whole of a quotation that has four: what a build compares
    with what waits, and would stop at.
    """

    def __init__(self, found: Found) -> None:
        paths = [
            *(theme.path for theme in found.themes),
            *(code.path for code in found.codes),
            *(path for one in found.quotations for path in (*one.themes, *one.codes)),
        ]
        names = dict.fromkeys(name for path in paths for name in path)
        words = {name: words_of(name) for name in names}
        long = {name: here for name, here in words.items() if len(here) >= SHORTEST}
        said = _said(found.quotations, long.values()) if long else set()
        spoken = [name for name, here in long.items() if not said.isdisjoint(_stretches(here))]
        self._neutral = {name: f"{_NEUTRAL} {number}" for number, name in enumerate(spoken, 1)}

    def __contains__(self, name: str) -> bool:
        return name in self._neutral

    def public(self, name: str) -> str:
        """Give the name itself, or what stands for it."""
        return self._neutral.get(name, name)


def _said(quotations: Iterable[FoundQuotation], names: Iterable[list[str]]) -> set[tuple[str, ...]]:
    """Give the stretches of names that are said in quotations."""
    wanted = {stretch for words in names for stretch in _stretches(words)}
    said: set[tuple[str, ...]] = set()
    for quotation in quotations:
        turns = (turn.text for turn in (*quotation.turns, *quotation.original_turns))
        for text in (quotation.text, quotation.original, *turns):
            words = words_of(text)
            whole = tuple(words)
            if whole in wanted:
                said.add(whole)
            said |= wanted.intersection(_runs(words, RUN))
    return said


def _stretches(words: list[str]) -> Iterator[tuple[str, ...]]:
    for length in range(SHORTEST, RUN + 1):
        yield from _runs(words, length)


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)
