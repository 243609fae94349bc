"""How a text is spelled beneath what can be seen: invisible characters, and its normal form."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .folding import folded

# Letters and symbols that show nothing: fillers of Hangul, the empty Braille pattern.
BLANK: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# What may stand in a word unseen. Joiners and non-joiners stay: Urdu and Pashto are spelled with
# them.
UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
JOINERS: Final = re.compile("[\u200c\u200d]")
HYPHENS: Final = re.compile("[\u2010\u2011]")
DASHES: Final = re.compile("[\u2012-\u2015\u2212]")


def has_visible(text: str) -> bool:
    """Tell whether anything of a text can be seen."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in BLANK for char in text)


def normal_form(text: str) -> str:
    """Give a text as it looks: composed letters, plain spaces and hyphens, nothing unseen."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(HYPHENS.sub("-", UNSEEN.sub("", composed)).split())


def without_unseen(text: str) -> str:
    """Take out what cannot be seen, joiners too: identifiers and names of licences have none."""
    return JOINERS.sub("", UNSEEN.sub("", text))


def with_plain_hyphens(text: str) -> str:
    """Write every hyphen, dash and minus as ASCII does."""
    return DASHES.sub("-", HYPHENS.sub("-", text))


def name_character(char: str) -> str:
    """Name a character as Unicode does: `U+00A0 (no-break space)`."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")


def in_ascii(text: str) -> str:
    """Give the ASCII text that a text looks like: plain letters, digits, hyphens and spaces."""
    plain = with_plain_hyphens(normal_form(text))
    return plain if plain.isascii() else folded(plain)


def small_ascii(text: str) -> str:
    """Give a text in small ASCII letters, without accents; what has none there is left out."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def unlike(text: str, meant: str = "") -> str | None:
    """Give the first character in which a text only looks like `meant`; without it, like ASCII."""
    for index, char in enumerate(text):
        if meant and (index >= len(meant) or char != meant[index]):
            return char
        if not meant and not (char.isascii() and char.isprintable()):
            return char
    return None


def looks_like(text: str, other: str) -> bool:
    """Tell whether two texts that differ look the same to a reader."""
    if text.isascii() and other.isascii():
        return text != other and text.split() == other.split()
    one, two = normal_form(text), normal_form(other)
    return text != other and (one == two or _skeleton(one) == _skeleton(two))


def _skeleton(text: str) -> str:
    """Reduce look-alike letters of other alphabets to one, and keep accents, which can be seen."""
    return "".join(char if char.isascii() else _letter(char) for char in text)


def _letter(char: str) -> str:
    if unicodedata.decomposition(char) or not char.isalpha():
        return char
    alike = folded(char)
    return (alike.upper() if char.isupper() else alike) if alike.isascii() else char
