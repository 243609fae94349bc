"""Lines that were not looked through before, where many texts are versions of few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ..text.folding import words_of

_MOST_REMEMBERED: Final = 4_000_000


class Block(NamedTuple):
    """Some lines of a text: their words, after the last ones before them, and a number for both."""

    number: int
    words: list[str]


class UnreadLines:
    """Remember lines in which nothing was found, so that texts that share them are read once.

    Each `span` words in a row of a text, across lines too, stand in a row in one of its blocks.
    What is remembered of a block is a number, of four million at most.
    """

    def __init__(self, span: int) -> None:
        self._overlap = span - 1
        self._counts: dict[int, int] = {}
        self._passed: set[int] = set()

    def of(self, text: str) -> Iterator[Block]:
        """Give the blocks of a text but for those that are passed over."""
        before = ""
        for block in self._blocks(text):
            number = hash((before, block))
            if number not in self._passed:
                yield Block(number, [*words_of(before)[-self._overlap :], *words_of(block)])
            before = block

    def pass_over(self, block: Block) -> None:
        """Leave a block out of all texts that follow, wherever it stands after the same words."""
        if len(self._passed) >= _MOST_REMEMBERED:
            self._passed.clear()
        self._passed.add(block.number)

    def _blocks(self, text: str) -> Iterator[str]:
        """Divide a text at ends of lines, each block but the last with as many words as overlap.

        So words in a row that begin in one block end in it or in the next.
        """
        lines: list[str] = []
        words = 0
        for line in text.split("\n"):
            lines.append(line)
            words += self._count(line)
            if words >= self._overlap:
                yield "\n".join(lines)
                lines, words = [], 0
        if words:
            yield "\n".join(lines)

    def _count(self, line: str) -> int:
        """Count the words of a line, once for all lines that are alike."""
        key = hash(line)
        count = self._counts.get(key)
        if count is None:
            if len(self._counts) >= _MOST_REMEMBERED:
                self._counts.clear()
            count = self._counts[key] = len(words_of(line))
        return count
