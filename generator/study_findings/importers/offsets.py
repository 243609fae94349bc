"""How a project counts characters, found out by where its selections begin and end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .options import OFFSETS, Offsets

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_PAIRED: Final = re.compile("\r(?=\n)")
_LONE: Final = re.compile("(?<!\r)\n")
_MARK: Final = "\ufeff"
_SLACK: Final = 2
_ENOUGH_ENDS: Final = 8
_CLEARLY_BETTER: Final = 0.2
IN_WORDS: Final[dict[Offsets, str]] = {
    "code-points": "as code points",
    "utf-16": "in UTF-16 units",
    "crlf": "as code points, each line end as one",
    "utf-16-crlf": "in UTF-16 units, each line end as one",
    "lf-as-two": "as code points, each line end as two",
    "utf-16-lf-as-two": "in UTF-16 units, each line end as two",
}
# Scripts that run words together: where a word begins cannot be seen there.
_UNSPACED: Final = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ")
SelectionSpan = tuple[int, int]


@dataclass(frozen=True)
class Counting:
    """One way of counting the characters of a text, turned back into places in it."""

    mode: Offsets
    has_mark: bool
    starts: tuple[int, ...]
    """The counts at which a place begins to differ from its count, in order."""
    shifts: tuple[int, ...]
    """What is to be added to a count from there on."""

    def place(self, count: int) -> int:
        """Give the place in the text that a count means."""
        at = bisect_right(self.starts, count)
        return count + (self.shifts[at - 1] if at else 0)


@dataclass(frozen=True)
class OffsetReading:
    """The selections of a text by one way of counting, and how well they fall on words."""

    counting: Counting
    texts: tuple[str, ...]
    named: int
    """How many of the texts begin as the project's own note of their words does."""
    points: float
    """One for each end that falls on the bound of a word, a half where it is between two."""
    ends: int

    @property
    def share(self) -> float:
        """Tell how large a part of all ends falls on the bounds of words."""
        return self.points / self.ends if self.ends else 1.0


def countings(text: str, only: Offsets | None = None) -> list[Counting]:
    """Give the ways of counting that differ for a text, that of the specification first."""
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], Counting] = {}
    for mode in (only,) if only else OFFSETS:
        for has_mark in (False, True) if text.startswith(_MARK) else (False,):
            counting = _counting(text, mode, has_mark)
            found.setdefault((counting.starts, counting.shifts), counting)
    return list(found.values())


def readings(
    text: str, spans: Sequence[SelectionSpan], names: Sequence[str], only: Offsets | None = None
) -> list[OffsetReading]:
    """Read a text's selections in each way of counting, the best first.

    `names` are the words that the project itself notes for a selection, or empty.
    """
    found: dict[tuple[str, ...], OffsetReading] = {}
    for counting in countings(text, only):
        reading = _reading(text, counting, spans, names)
        found.setdefault(reading.texts, reading)
    return sorted(found.values(), key=lambda reading: (-reading.named, -reading.points))


def is_clear(found: Sequence[OffsetReading]) -> bool:
    """Tell whether the best of some readings needs no other text to speak for it."""
    best, plain = found[0], min(found, key=lambda reading: OFFSETS.index(reading.counting.mode))
    if best is plain or best.named > plain.named:
        return True
    return best.ends >= _ENOUGH_ENDS and best.share - plain.share >= _CLEARLY_BETTER


def _counting(text: str, mode: Offsets, has_mark: bool) -> Counting:
    changes: list[tuple[int, int]] = []
    if text.startswith(_MARK) and not has_mark:
        changes.append((0, -1))
    if mode.startswith("utf-16"):
        changes += [(found.start(), 1) for found in _ASTRAL.finditer(text)]
    if mode.endswith("crlf"):
        # The count of a line's end is the place before both of its characters.
        changes += [(found.start() + 1, -1) for found in _PAIRED.finditer(text)]
    if mode.endswith("lf-as-two"):
        changes += [(found.start(), 1) for found in _LONE.finditer(text)]
    starts, shifts, extra = [], [], 0
    for place, change in sorted(changes):
        extra += change
        starts.append(place + 1 + extra)
        shifts.append(-extra)
    return Counting(mode, has_mark, tuple(starts), tuple(shifts))


def _reading(
    text: str, counting: Counting, spans: Sequence[SelectionSpan], names: Sequence[str]
) -> OffsetReading:
    texts: list[str] = []
    named, points = 0, 0.0
    for (start, end), name in zip(spans, names, strict=True):
        first, last = counting.place(start), counting.place(end)
        words = text[first:last] if 0 <= first < last <= len(text) + _SLACK else ""
        texts.append(words)
        named += is_named(words, name)
        if words and last <= len(text):
            points += begins_word(text, first) + ends_word(text, last)
    return OffsetReading(counting, tuple(texts), named, points, 2 * len(spans))


def is_named(words: str, name: str) -> bool:
    """Tell whether words begin as a project's own note of them does, which may be cut short."""
    noted = " ".join(name.split()).rstrip(".… ")
    if len(noted) < 4:
        return False
    return " ".join(words[: 2 * len(name) + 20].split()).startswith(noted)


def begins_word(text: str, place: int) -> float:
    """Say how well a selection begins at a place: 1 at a word, 0.5 before a space, 0 within."""
    if text[place].isspace():
        return 0.5
    before = text[place - 1] if place else " "
    return 0.0 if _joins(before) and _joins(text[place]) else 1.0


def ends_word(text: str, place: int) -> float:
    """Say how well a selection ends at a place: 1 after a word or line, 0.5 after a space, or 0."""
    if text[place - 1].isspace():
        return 1.0 if text[place - 1] == "\n" else 0.5
    after = text[place] if place < len(text) else " "
    return 0.0 if _joins(text[place - 1]) and _joins(after) else 1.0


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    if not (char.isalnum() or unicodedata.category(char).startswith("M") or char in "’'_"):
        return False
    return not unicodedata.name(char, "").startswith(_UNSPACED)
