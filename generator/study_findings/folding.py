"""Letters that look alike, or that two keyboards write differently, made one."""

from __future__ import annotations

import unicodedata
from typing import Final

ALIKE: Final = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
        "ك": "ک", "ي": "ی", "ى": "ی", "ے": "ی", "ه": "ہ", "ھ": "ہ", "ة": "ہ", "ـ": "",
    }
)  # fmt: skip


def folded(text: str) -> str:
    """Give a text in small letters without marks, each letter in one of the forms it is written in."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (char for char in plain if unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf"))
    return "".join(_digit(char) for char in kept).translate(ALIKE)


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
