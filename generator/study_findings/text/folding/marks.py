"""Characters that are no letters: those that belong to a word, and those that do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# Letters in circles and squares, which Python does not count as letters of a word.
_ENCLOSED: Final = re.compile("[\u2460-\u24ff\U0001f100-\U0001f1ff]")
_ENCLOSED_NAME: Final = re.compile(
    r"^(?:NEGATIVE (?:CIRCLED|SQUARED)|REGIONAL INDICATOR SYMBOL)"
    r" (?:LATIN CAPITAL )?LETTER ([A-Z])$"
)
# Modifier letters that are typed for an apostrophe; Python counts them as letters.
_APOSTROPHES: Final = re.compile("[\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\ua78b\ua78c\uff07]")
# Invisible, or a mere stretching: tatweel, Hangul fillers, Khmer inherent vowels, selectors of
# form.
_INVISIBLE: Final = (
    "\u0640\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f"
)
_INVISIBLE_BEYOND: Final = "\U000e0100-\U000e01ef"
# A class of characters is quick to look into where all are below this one.
_BEYOND: Final = "\U00010000"
_HAS_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
# Unicode's combining classes; 10 to 36 are the points of Hebrew and Arabic, from 200 on accents.
OVERLAY: Final = 1
_NUKTA: Final = 7


def bared(text: str) -> str:
    """Take out what is invisible or optional, and write letters in circles as letters."""
    text = _ENCLOSED.sub(_enclosed, _APOSTROPHES.sub("'", text))
    text = _ignored_pattern().sub("", text)
    return _ignored_beyond().sub("", text) if _HAS_BEYOND.search(text) else text


def _enclosed(match: re.Match[str]) -> str:
    named = _ENCLOSED_NAME.match(unicodedata.name(match[0], ""))
    return named[1] if named else unicodedata.normalize("NFKD", match[0])


def is_ignored(char: str) -> bool:
    """Tell whether a character is no part of a word: an accent, a point, or invisible."""
    category = unicodedata.category(char)
    if category != "Mn":
        return category in ("Cf", "Me")
    combining = unicodedata.combining(char)
    return combining in (OVERLAY, _NUKTA) or 10 <= combining <= 36 or combining >= 200


def without_marks(text: str) -> str:
    """Give a text in compatibility forms, without accents, points and what is invisible."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not is_ignored(char))


@cache
def _marks() -> tuple[str, str]:
    """List the characters to ignore, and the marks that belong to a word.

    Python's `\\w` has neither.
    """
    points = map(chr, (*range(0xA0, 0x1F000), *range(0xE0000, 0xE0080)))
    marks = [char for char in points if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")]
    ignored = "".join(filter(is_ignored, marks))
    return ignored, "".join(char for char in marks if not is_ignored(char))


@cache
def _ignored_pattern() -> re.Pattern[str]:
    near = "".join(char for char in _marks()[0] if char < _BEYOND)
    return re.compile(f"[{re.escape(near)}{_INVISIBLE}]+")


@cache
def _ignored_beyond() -> re.Pattern[str]:
    far = "".join(char for char in _marks()[0] if char >= _BEYOND)
    return re.compile(f"[{re.escape(far)}{_INVISIBLE_BEYOND}]+")


@cache
def word_pattern() -> re.Pattern[str]:
    """Match a word of a bared text: letters and digits of any script, with its vowel signs."""
    near = "".join(char for char in _marks()[1] if char < _BEYOND)
    far = "".join(char for char in _marks()[1] if char >= _BEYOND)
    return re.compile(rf"[^\W_]+(?:[{re.escape(near)}]+[^\W_]*|[{re.escape(far)}]+[^\W_]*)*")
