"""The words a text is found by: letters written in several ways made one, spaces or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import cache
from itertools import pairwise
from typing import Final

from .folding import folded

# Scripts that put no space between words: Thai, Lao, Tibetan, Myanmar, Khmer, Tai, kana, Han.
SPACELESS: Final = (
    "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf"
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Han, Hangul, Tangut and Nushu have one form; beyond them stand emoji, and rare Han.
_LETTERS: Final = (
    *range(0x80, 0x3400),
    *range(0xA000, 0xAC00),
    *range(0xD7B0, 0x17000),
    *range(0x1B000, 0x1F000),
)
_RUN: Final = re.compile(f"[{SPACELESS}]+|[^{SPACELESS}]+")
_IS_SPACELESS: Final = re.compile(f"[{SPACELESS}]")


class _Letters(dict[int, str]):
    """Map each letter, decomposed and small, to what it is found as; ASCII stays what it is."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        self[point] = letter if letter.isascii() else folded(letter)
        return self[point]


_letters: Final = _Letters()


def searchable(text: str) -> str:
    """Give a text as it is searched: letter by letter, so that a script can do the same."""
    return unicodedata.normalize("NFKD", text).lower().translate(_letters)


def runs_of(word: str) -> list[str]:
    """Divide a word where a script that writes without spaces begins or ends."""
    return _RUN.findall(word)


def units_of(run: str) -> list[str]:
    """Index a run as itself, or as each two letters in turn where no space divides words."""
    if not _IS_SPACELESS.match(run):
        return [run]
    letters = _letters_of(run)
    return [one + other for one, other in pairwise(letters)] or letters


def search_words(text: str) -> str:
    """Write the words a text is indexed by, in order, a space between; then single letters of runs.

    A word that is looked for is found as the units of its runs, side by side.
    """
    found = _word_pattern().findall(searchable(text))
    if not any(map(_IS_SPACELESS.search, found)):
        return " ".join(found)
    runs = [run for word in found for run in runs_of(word)]
    words = [unit for run in runs for unit in units_of(run)]
    spaceless = (run for run in runs if _IS_SPACELESS.match(run))
    letters = dict.fromkeys(letter for run in spaceless for letter in _letters_of(run))
    return " ".join([*words, *letters])


def _letters_of(run: str) -> list[str]:
    """Divide a run into letters, each with the marks on it."""
    return re.findall(f"[^{_marks()}][{_marks()}]*", run)


def id_word(id_: str) -> str:
    """Write a quotation's id as the one word by which an index finds its page, and no other."""
    return f"00{id_.replace('-', '')}"


def letter_table(known: Container[str]) -> dict[str, str]:
    """Map letters to what they are found as, for a script that knows small letters and drops marks.

    Only letters that become some of the `known` ones, which are those of the indexed words: no
    other letter can be found.
    """
    return {
        letter: found
        for letter, found in _foldings().items()
        if all(part in known for part in found)
    }


@cache
def _foldings() -> dict[str, str]:
    table = {}
    for letter in map(chr, _LETTERS):
        category = unicodedata.category(letter)
        if category[0] not in "LNMC" or category in ("Cn", "Co", "Cs"):
            continue
        found = folded(letter)
        default = "" if category[0] == "M" or category == "Cf" else letter
        if found != default and unicodedata.normalize("NFKD", letter).lower() == letter:
            table[letter] = found
    return table


@cache
def _marks() -> str:
    """List the marks that are left on letters, as they stand in a pattern."""
    return "".join(letter for letter in _foldings() if unicodedata.category(letter)[0] == "M")


@cache
def _word_pattern() -> re.Pattern[str]:
    """Match a word of a searchable text: letters and digits, with the marks left on them."""
    return re.compile(f"[^\\W_](?:[^\\W_]|[{_marks()}])*")
