"""When a coding is of a whole transcript, and no quotation: whole sources never come over."""

from __future__ import annotations

from typing import Final

LONG_SOURCE: Final = 2_000
"""From how many characters on a coding of all of a text is the whole source, not a quotation."""
WHOLE: Final = "covers a whole source, and whole sources never come over"
_SHARE: Final = 0.9


def is_whole(words: str, length: int) -> bool:
    """Tell whether words are nearly all of a source of that many characters."""
    return length > LONG_SOURCE and len(words) > _SHARE * length
