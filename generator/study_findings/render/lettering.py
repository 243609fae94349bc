"""How wide a text is at most when drawn, and where its lines break, without a font to ask."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

NARROW: Final = frozenset("iljtfrI.,:;'’‘!|()[]/- ·")
BROAD: Final = frozenset("mwMWQOGDHNU@%&—…")
INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
# Bold letters are broader than regular ones by about this much.
BOLD: Final = 1.1


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Estimate how wide a text is in system fonts; generous, so that what fits here fits there."""
    return sum(_ems(c) for c in text) * size * (BOLD if bold else 1)


def _ems(character: str) -> float:
    if unicodedata.category(character) in INVISIBLE:
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.25
    if character in NARROW:
        return 0.4
    if character in BROAD:
        return 0.95
    if character.isupper():
        return 0.75
    return 0.61 if character.isascii() else 0.72


def wrapped(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`, at spaces, or in a word that is too long."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, width, size, bold)
        lines.extend(full)
    return (*lines, line)


def _cut(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Cut a word into parts that fit; a mark stays with the letter it is on."""
    parts = [""]
    for character in word:
        mark = unicodedata.category(character) in INVISIBLE
        if parts[-1] and not mark and width_of(parts[-1] + character, size, bold) > width:
            parts.append("")
        parts[-1] += character
    return parts


def directions(text: str) -> list[Literal["ltr", "rtl"]]:
    """List the directions of a text's letters, in order; the first is that of the whole."""
    kinds = map(unicodedata.bidirectional, text)
    return ["ltr" if kind == "L" else "rtl" for kind in kinds if kind in ("L", "R", "AL")]
