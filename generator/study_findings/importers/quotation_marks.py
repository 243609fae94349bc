"""Quotation marks: which opens and which closes, and what stands between them."""

from __future__ import annotations

from typing import Final

CLOSES: Final = {
    "“": "”“", "‘": "’", "«": "»", "»": "«", "„": "“”", "‚": "‘’", "‹": "›", '"': '"', "'": "'",
    "「": "」", "『": "』", "”": "”“", "‟": "”", "＂": "＂", "〝": "〞〟",
}  # fmt: skip
"""A mark that opens, with each that may close it."""
OPENING: Final = '“«„"”»'
"""Marks that open a quotation in running text, where the closing one may open too."""
CLOSING: Final = "”’»“\"'›」』"
"""Marks that may stand at the end of what somebody said."""
# Marks as they are set where a text runs from right to left, or in a German book: the closing one
# opens.
_TURNED: Final = (("“", "”"), ("«", "»"))


def without_marks(text: str) -> str:
    """Take one pair of quotation marks off the whole; marks inside stay.

    `“Yes,” she said, “no”` has two pairs, and keeps them.
    """
    bare = text.strip()
    if len(bare) < 2 or bare[-1] not in CLOSES.get(bare[0], ""):
        return bare
    inside = bare[1:-1]
    if bare[0] in "\"'”" or bare[0] == bare[-1]:
        return bare if _crosses(inside, bare[0]) else inside.strip()
    depth = 0
    for place, char in enumerate(inside):
        if char == bare[0]:
            depth += 1
        elif char == bare[-1] and not _is_apostrophe(inside, place):
            depth -= 1
            if depth < 0:
                return bare
    return inside.strip()


def has_marks(text: str) -> bool:
    """Tell whether the whole of a text stands in quotation marks."""
    return without_marks(text) != text.strip()


def _crosses(inside: str, mark: str) -> bool:
    """Tell whether straight marks inside divide the text into several quotations."""
    count = sum(
        char == mark and not (mark == "'" and _is_apostrophe(inside, place))
        for place, char in enumerate(inside)
    )
    if count == 0:
        return False
    first = inside.index(mark)
    return inside[first - 1 : first].strip() != "" if first else False


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] in "'’" and text[place - 1 : place].isalpha()


def upright(text: str) -> str:
    """Give a text with its quotation marks so that they open at `“` or `«`, letter for letter."""
    for first, last in _TURNED:
        marks = [char for char in text if char in (first, last)]
        if marks and marks == [last, first] * (len(marks) // 2):
            text = text.translate(str.maketrans(first + last, last + first))
    return text


def is_balanced(text: str) -> bool:
    """Tell whether the quotation marks of a text stand in pairs."""
    if "„" in text:
        return text.count("„") == text.count("“") + text.count("”")
    if text.count('"') % 2:
        return False
    if "”" in text and "“" not in text:
        return text.count("”") % 2 == 0
    return all(text.count(first) == text.count(last) for first, last in _TURNED)
