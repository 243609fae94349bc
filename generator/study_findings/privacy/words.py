"""Texts as folded words, so that wrapping, punctuation, case and diacritics hide nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_ASCII_WORD: Final = re.compile(r"[a-z0-9]+")
# All but ASCII and the punctuation that stands on most English pages.
_BEYOND_ASCII: Final = re.compile(
    r"[^\x00-\x7f\xa0\xab\xb7\xbb\u2010-\u2029\u2030-\u205e\u2190-\u245f\u2500-\u2775\u2794-\u2bff]"
)
_WORD: Final = re.compile(r"[^\W_]+")
_TATWEEL: Final = "\u0640"
_IGNORED: Final = ("Mn", "Mc", "Me", "Cf")
_MOST_FOLDS: Final = 500_000


@cache
def _ignored_pattern() -> re.Pattern[str]:
    """Match combining marks, zero-width characters and tatweel; Python's `\\w` ends at the first."""
    points = (chr(point) for point in range(0x80, 0x10000))
    ignored = "".join(char for char in points if unicodedata.category(char) in _IGNORED)
    return re.compile(f"[{ignored}{_TATWEEL}]+")


class _Folds(dict[str, str]):
    """Remember each word's folded form; a site says the same words over and over."""

    def __missing__(self, word: str) -> str:
        folded = "".join(
            char
            for char in unicodedata.normalize("NFKD", word).casefold()
            if char != _TATWEEL and unicodedata.category(char) not in _IGNORED
        )
        if len(self) > _MOST_FOLDS:
            self.clear()
        self[word] = folded
        return folded


_folds: Final = _Folds()


def words_of(text: str) -> list[str]:
    """Give a text's words, compatibility-decomposed, case-folded, without diacritics.

    Combining marks, zero-width characters and tatweel are dropped, and underscores divide words, as
    Markdown's do. Scripts written without spaces (Chinese, Thai) come out a clause a word.
    """
    if not _BEYOND_ASCII.search(text):
        return _ASCII_WORD.findall(text.lower())
    found = _WORD.findall(_ignored_pattern().sub("", text))
    return [folded for folded in map(_folds.__getitem__, found) if folded]


def line_of(text: str, run: list[str]) -> int | None:
    """Give the 1-based line on which a run of folded words begins, or None."""
    placed = [
        (word, number)
        for number, line in enumerate(text.split("\n"), start=1)
        for word in words_of(line)
    ]
    words = [word for word, _ in placed]
    for at in range(len(words) - len(run) + 1):
        if words[at : at + len(run)] == run:
            return placed[at][1]
    return None
