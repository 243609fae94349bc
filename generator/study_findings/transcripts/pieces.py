"""A quotation as what has to be found: pieces of words, and how far apart they may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..findings.labels import pieces
from ..model import Original, Quotation
from .heard import HeardWord, is_unheard, words_heard

OMITTED_MOST: Final = 100
"""How many words a mark of omission may stand for at most."""
OMITTED_A_WORD: Final = 20
"""How many it may stand for by each word of the shorter piece beside it: a word or two are found
anywhere.
"""
REPLACED_MOST: Final = 12
"""How many words those in square brackets may stand for."""


@dataclass(frozen=True)
class SoughtPiece:
    """Hold words that stand in a row, and how many others may stand before them.

    `continues` says that whoever spoke before goes on. `marks` are what stands before the words;
    `by_interviewer` is None where a quotation does not tell.
    """

    words: tuple[HeardWord, ...]
    reach: int
    continues: bool
    by_interviewer: bool | None
    marks: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """Give the words as letters in a row."""
        return "".join(word.key for word in self.words)


@dataclass(frozen=True)
class SoughtWords:
    """Hold a quotation's pieces in order, and how many places of it are marked."""

    pieces: tuple[SoughtPiece, ...]
    omitted: int
    replaced: int

    @property
    def number(self) -> int:
        """Count the words."""
        return sum(len(piece.words) for piece in self.pieces)


@dataclass
class _Gap:
    """What stands between two pieces."""

    omissions: int = 0
    replacements: int = 0
    unheard: int = 0
    marks: tuple[str, ...] = ()

    def reach(self, before: int, after: int) -> int:
        most = min(OMITTED_MOST, OMITTED_A_WORD * min(before, after))
        omitted = most if self.omissions else 0
        replaced = min(self.replacements * REPLACED_MOST, OMITTED_MOST)
        return omitted + replaced + self.unheard


def sought(words: Quotation | Original, is_speech: bool = True) -> SoughtWords:
    """Divide words at their marks: `…` for words left out, `[a hospital]` for words replaced."""
    found: list[SoughtPiece] = []
    gap, omitted, replaced = _Gap(), 0, 0
    for by_interviewer, text in _lines(words, is_speech):
        continues = False
        for piece in pieces(text):
            if piece.kind == "said":
                said = tuple(words_heard(piece.text))
                if said:
                    before = len(found[-1].words) if found else 0
                    reach = gap.reach(before, len(said))
                    found.append(SoughtPiece(said, reach, continues, by_interviewer, gap.marks))
                    gap, continues = _Gap(), True
                continue
            if piece.kind == "omission":
                omitted += 1
                gap.omissions += 1
            elif piece.kind == "replacement":
                replaced += 1
                gap.replacements += 1
            elif is_unheard(piece.text):
                gap.unheard += 1
            gap.marks = (*gap.marks, piece.text)
    return SoughtWords(tuple(found), omitted, replaced)


def _lines(words: Quotation | Original, is_speech: bool) -> list[tuple[bool | None, str]]:
    alone: list[tuple[bool | None, str]] = []
    if words.text:
        alone = [(False if is_speech else None, words.text)]
    return [*alone, *((turn.by_interviewer, turn.text) for turn in words.turns)]
