"""How a text is spelled beneath what can be seen of it: invisible characters, and its normal form."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Letters and symbols that show nothing: fillers of Hangul, the empty Braille pattern.
BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# What may stand in a word unseen. Joiners and non-joiners stay: Urdu and Pashto are spelled with them.
UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
HYPHENS: Final = re.compile("[\u2010\u2011]")


def has_visible(text: str) -> bool:
    """Tell whether anything of a text can be seen."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANK for char in text)


def normal_form(text: str) -> str:
    """Give a text as it looks: composed letters, plain spaces and hyphens, nothing unseen."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(HYPHENS.sub("-", UNSEEN.sub("", composed)).split())


def name_character(char: str) -> str:
    """Name a character as Unicode does: `U+00A0 (no-break space)`."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")
