"""What private lists name, and a quick way to find any of it, whole, in what readers are given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import compress, count
from typing import Final

from ..text.folding import words_of

_PHONE_DIGITS: Final = 7
# Country codes and leading zeros differ; the last nine digits do not.
_KEPT_DIGITS: Final = 9
_GLUED_LETTERS: Final = 6
_DIGITS: Final = re.compile(r"\d(?:[\s().\-+/\xa0\u2010-\u2015_]{0,3}\d){6,}")
# Names that are English words too: only with a capital are they taken for the name.
_ALSO_WORDS: Final = frozenset(
    "will may mark rose hope grace faith joy art bill grant page max dawn summer april june "
    "august amber ivy daisy violet olive pearl ruby sandy rusty rich frank gene drew chase hunter "
    "mason bishop dean miles wade cliff glen heath penny patience prudence constance charity "
    "mercy angel brook eve iris jasmine lily melody misty robin star sky sue pat ray rob van "
    "young king long white brown black green small little stone wood bell cook baker carter".split()
)


def _digits_of(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


class ListIndex:
    """Know which entry, by its number, each word, phrase and telephone number belongs to."""

    def __init__(self) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._words: dict[str, list[int]] = {}
        self._capitals: list[tuple[re.Pattern[str], int]] = []
        self._numbers: dict[str, list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._phrases or self._words or self._capitals or self._numbers)

    def add(self, number: int, text: str) -> None:
        """Enter an entry under its number: a telephone number by digits, all else by words."""
        words = tuple(words_of(text))
        digits = _digits_of(text)
        has_letters = any(char.isalpha() for char in text)
        if len(digits) >= _PHONE_DIGITS and not has_letters:
            self._numbers.setdefault(digits[-_KEPT_DIGITS:], []).append(number)
        elif len(words) == 1:
            self._add_word(number, words[0])
        elif words:
            self._add_phrase(number, words)
            if len(words) <= 3 and not digits:
                self._add_phrase(number, (words[-1], *words[:-1]))
                glued = "".join(words)
                if len(glued) >= _GLUED_LETTERS:
                    self._words.setdefault(glued, []).append(number)

    def _add_word(self, number: int, word: str) -> None:
        if word in _ALSO_WORDS:
            forms = "|".join(map(re.escape, {word.capitalize(), word.upper()}))
            self._capitals.append((re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])"), number))
        else:
            self._words.setdefault(word, []).append(number)

    def _add_phrase(self, number: int, words: tuple[str, ...]) -> None:
        self._phrases.setdefault(words[0], []).append((words, number))

    def find_phrases(self, words: list[str]) -> set[int]:
        """Give the entries of two and more words that stand among these, whole."""
        found = set()
        for at in compress(count(), map(self._phrases.__contains__, words)):
            for phrase, number in self._phrases[words[at]]:
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found.add(number)
        return found

    def find_numbers(self, text: str) -> set[int]:
        """Give the telephone numbers that stand in a text, however their digits are grouped."""
        if not self._numbers:
            return set()
        return set(self._among(_digits_of(match[0]) for match in _DIGITS.finditer(text)))

    def _among(self, found: Iterable[str]) -> Iterable[int]:
        lengths = {len(digits) for digits in self._numbers}
        for digits in found:
            for length in lengths:
                for at in range(len(digits) - length + 1):
                    yield from self._numbers.get(digits[at : at + length], ())

    def find_words(self, text: str, is_address: bool = False) -> set[int]:
        """Give the entries of one word that stand in what readers see, whole.

        Where `is_address`, as in a file's name, a capital is asked of none.
        """
        found = {number for word in words_of(text) for number in self._words.get(word, ())}
        shown = text.title() if is_address else text
        found.update(number for pattern, number in self._capitals if pattern.search(shown))
        return found
