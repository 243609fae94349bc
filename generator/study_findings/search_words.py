"""The words a text is found by: letters that are written in several ways made one, and what to do without spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from .folding import folded

# Scripts that put no space between words: Thai, Lao, Tibetan, Myanmar, Khmer, Tai, kana, Han.
SPACELESS: Final = (
    "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf"
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Beyond stand emoji, and rare Han, which has no other form.
END_OF_LETTERS: Final = 0x1F000
_WORD: Final = re.compile(r"[^\W_]+")
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
    """Give what a run is indexed as: itself, or each two letters in turn where no space divides words."""
    if len(run) == 1 or not _IS_SPACELESS.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def search_words(text: str) -> str:
    """Write the words a text is indexed by, in order, a space between; then single letters of runs.

    A word that is looked for is found as the units of its runs, side by side.
    """
    runs = [run for word in _WORD.findall(searchable(text)) for run in runs_of(word)]
    words = [unit for run in runs for unit in units_of(run)]
    letters = dict.fromkeys(
        letter for run in runs if len(run) > 1 and _IS_SPACELESS.match(run) for letter in run
    )
    return " ".join([*words, *letters])


def begins_words(unit: str) -> bool:
    """Tell whether longer words are found by this one: of three letters at least, with spaces around."""
    return len(unit) > 2 and not _IS_SPACELESS.match(unit)


def letter_table() -> dict[str, str]:
    """Map letters to what they are found as, where decomposing, small letters and marks don't tell."""
    return dict(_told_apart())


def _told_apart() -> Iterator[tuple[str, str]]:
    for point in range(0x80, END_OF_LETTERS):
        letter = chr(point)
        category = unicodedata.category(letter)
        if category[0] not in "LNMC" or category in ("Cn", "Co", "Cs"):
            continue
        if unicodedata.normalize("NFKD", letter).lower() != letter:
            continue
        default = "" if category[0] == "M" or category == "Cf" else letter
        found = folded(letter)
        if found != default:
            yield letter, found
