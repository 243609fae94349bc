"""A letter and what readers take for the same: on another keyboard, or as Unicode lists it."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import resources
from typing import Final

from .marks import OVERLAY, without_marks

_LATIN_NAME: Final = re.compile(
    r"^LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .+)?$"
)

# One letter on two keyboards, or typed for another where a keyboard lacks it. Arabic, Persian,
# Urdu and Pashto differ in which kaf, yeh and heh they have; the five yehs of Pashto are one here,
# and so are the retroflex letters of Pashto and Urdu. Bari ye (ے) stays, since Urdu tells it apart.
_KEYBOARDS: Final = {
    "ک": "كڪ",
    "گ": "ګ",
    "ی": "يىېۍؠ",
    "ہ": "هھەةۃۿ",
    "ا": "ٱ",
    "ن": "ںڼ",
    "ٹ": "ټ",
    "ڈ": "ډ",
    "ڑ": "ړ",
}
_OWN: Final = {
    **{other: letter for letter, others in _KEYBOARDS.items() for other in others},
    "þ": "th",
    "ð": "d",
    "ے": "ے",
}


@cache
def as_capital(char: str) -> str:
    """Give a capital's Latin look-alike, if any: `Ν` is the Greek one of `N`, not of `v`."""
    if char.isascii() or not char.isupper():
        return char
    alike = _look_alike(char)
    # Unicode writes the stroke that is a capital I as a small L.
    return {"l": "I", "": char}.get(alike, alike)


@cache
def folded_letter(char: str) -> str:
    """Fold one casefolded letter, until nothing changes."""
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    own = _OWN.get(char)
    if own is not None:
        return own
    small, capital = _look_alike(char), _look_alike(char.upper()).casefold()
    alike = capital if capital.isascii() and not small.isascii() else small or capital
    return "".join(map(folded_letter, alike.casefold())) if alike not in ("", char) else char


def _look_alike(char: str) -> str:
    """Give what a letter looks like, or nothing where that is no letter a word could be read with.

    Letters that run from right to left are told apart by their dots, which the list writes as
    marks, and those of other scripts by a stroke through them (`θ`): there marks count.
    """
    named = _LATIN_NAME.match(unicodedata.name(char, "") if len(char) == 1 else "")
    listed = named[1] if named else _prototypes().get(char, "")
    alike = without_marks(listed)
    if not alike.isalpha() or _runs_left(char) != _runs_left(alike):
        return ""
    if len(listed) > 1 and (_runs_left(char) or any(map(_is_overlay, listed))):
        return ""
    return alike if alike.isascii() or len(alike) == 1 else ""


def _is_overlay(char: str) -> bool:
    return unicodedata.combining(char) == OVERLAY


def _runs_left(text: str) -> bool:
    return unicodedata.bidirectional(text[0]) in ("R", "AL")


@cache
def _prototypes() -> dict[str, str]:
    """Map each character to the one that stands for all that look like it, by Unicode's list.

    The list (UTS 39, confusables.txt) is in `confusable-homoglyphs` as pairs in both directions; a
    character of one pair stands for none but itself and its partner.
    """
    packed = resources.files("confusable_homoglyphs").joinpath("confusables.json")
    listed = json.loads(packed.read_text("utf-8"))
    found: dict[str, str] = {}
    for written, pairs in listed.items():
        # Direction marks stand around the letters that run from right to left.
        char, other = (text.strip("\u200e") for text in (written, pairs[0]["c"]))
        if len(char) == 1 and len(pairs) == 1:
            stands = len(listed[pairs[0]["c"]]) > 1 or (len(other), other) < (1, char)
            found.update({char: other} if stands or len(other) > 1 else {})
    return found
