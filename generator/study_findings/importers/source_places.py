"""Who coded words, and where they stand in their source, as the model writes both."""

from __future__ import annotations

import re
from typing import Final

from ..model.quotations import LONGEST_PLACE, SOURCE_PLACE

_BEFORE: Final = re.compile(
    r"^(?:pages?|pp?|lines?|ll?|zeilen?|seiten?|s|z|páginas?|págs?|linhas?|líneas?|lignes?)(?:[.:]\s*|\s+)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\s*(?:-|–|—|\bto\b|\bbis\b|\ba\b|\bà\b)\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_MOST_LETTERS: Final = 6


def place_in(text: str) -> str:
    """Give a page or lines as `12` or `12-14`; nothing where a text says more or less than that."""
    if not text.strip():
        return ""
    bare = _RANGE.sub("-", _BEFORE.sub("", text.strip()), count=1)
    is_place = len(bare) <= LONGEST_PLACE and re.fullmatch(SOURCE_PLACE, bare)
    return bare if is_place else ""


def initials_in(text: str) -> list[str]:
    """Give the initials of those who coded: as they are written, or of their names' words."""
    if not text.strip():
        return []
    found = [_initials(name) for name in _BETWEEN.split(text.strip())]
    return list(dict.fromkeys(one for one in found if one))


def _initials(name: str) -> str:
    words: list[str] = re.findall(r"[^\W_]+", name)
    if len(words) == 1 and len(words[0]) <= _MOST_LETTERS and words[0].isupper():
        return words[0]
    return "".join(word[0] for word in words).upper()[:_MOST_LETTERS]
