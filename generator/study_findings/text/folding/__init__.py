"""Words reduced to what readers take for the same: case, marks, digits, keyboards, look-alikes.

The leak check, the search and the `same-text` rule compare words in this form. ASCII letters and
digits are never merged (`l`, `1` and `I` stay three), so that plain English words stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .letters import as_capital, folded_letter
from .marks import bared, without_marks, word_pattern

_ASCII_WORD: Final = re.compile(r"[a-z0-9]+")
# All but ASCII, the punctuation that stands on most English pages, and small pictures (emoji).
_BEYOND_ASCII: Final = re.compile(
    r"[^\x00-\x7f\xa0\xab\xb7\xbb\u2010-\u2029\u2030-\u205e\u2190-\u245f\u2500-\u2775\u2794-\u2bff"
    r"\U0001f300-\U0001faff]"
)
_MOST_FOLDS: Final = 500_000


def folded(text: str) -> str:
    """Give a text with each word folded; what stands between words stays as it is.

    A word loses case, compatibility forms (width, ligatures, circles), accents, vowel signs of
    Arabic and Hebrew, tatweel and whatever is invisible. Digits of every script become ASCII. A
    letter beyond ASCII becomes the one that Unicode lists as its look-alike, within its own
    direction of writing; letters of different keyboards for one script become one. Vowel signs that
    are no accents (Devanagari, Thai) stay.
    """
    if not _BEYOND_ASCII.search(text):
        return text.lower()
    return word_pattern().sub(lambda match: _folds[match[0]], bared(text))


def words_of(text: str) -> list[str]:
    """Give a text's words, folded.

    Punctuation and underscores divide words, as Markdown's do. Scripts written without spaces
    (Chinese, Thai) come out a clause a word.
    """
    if not _BEYOND_ASCII.search(text):
        return _ASCII_WORD.findall(text.lower())
    found = word_pattern().findall(bared(text))
    return [part for word in found for part in _parts[word]]


class _Folds(dict[str, str]):
    """Remember each word's folded form; a site says the same words over and over."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_FOLDS:
            self.clear()
        self[word] = _folded_word(word)
        return self[word]


class _Parts(dict[str, tuple[str, ...]]):
    """Remember the words that each word folds to: `½` is two, and so is `℀`."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MOST_FOLDS:
            self.clear()
        self[word] = tuple(word_pattern().findall(_folds[word]))
        return self[word]


_folds: Final = _Folds()
_parts: Final = _Parts()


def _folded_word(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = without_marks(word)
    if any("a" <= char <= "z" or "A" <= char <= "Z" for char in plain):
        # Among Latin letters, a capital of another script is there for its own look.
        plain = "".join(map(as_capital, plain))
    composed = unicodedata.normalize("NFC", plain.casefold())
    return unicodedata.normalize("NFC", "".join(map(folded_letter, composed)))
