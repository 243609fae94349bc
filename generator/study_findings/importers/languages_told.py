"""The languages of a row's words and of their original, by its columns' heads and a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..language.directions import direction
from ..language.tags import meant_tag

_RIGHT_TO_LEFT: Final = ("\u0590", "\u08ff")


@dataclass(frozen=True)
class ToldLanguages:
    """The language of words and of their original, as tags, and what is doubtful in that."""

    text: str = ""
    original: str = ""
    doubt: str = ""


def languages_of(
    words: str, original: str, told: str, in_heads: Mapping[str, str]
) -> ToldLanguages:
    """Tell the languages of words; `told` is what the cell of a column of languages says.

    Beside an original the cell is about that one. Words in Latin letters that it calls Urdu are a
    translation.
    """
    text, first = in_heads.get("text", ""), in_heads.get("original", "") if original else ""
    if not told.strip():
        return ToldLanguages(text, first)
    tag = meant_tag(told)
    if tag is None:
        return ToldLanguages(
            text, first, f"no language is known by the name {told}: it was left out"
        )
    if original:
        return ToldLanguages(text, first or tag)
    if direction(tag) == _runs(words):
        return ToldLanguages(text or tag)
    if direction(tag) == "rtl":
        return ToldLanguages(text, tag)
    return ToldLanguages(text, "", f"these words are not in the letters of {told}: it was left out")


def _runs(words: str) -> str:
    low, high = _RIGHT_TO_LEFT
    letters = [char for char in words if char.isalpha()]
    right = sum(low <= char <= high for char in letters)
    return "rtl" if right * 2 > len(letters) else "ltr"
