"""Authors as citations need them: family name and initials, told apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

# One to three capitals, with or without stops and hyphens: `S`, `JP`, `J.-P.`.
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
INITIAL: Final = re.compile(r"(-?)([^\W\d_])")


@dataclass(frozen=True)
class Name:
    """Hold a family name with initials, `J. P.`; a name that stands whole has no initials."""

    family: str
    initials: str = ""

    @property
    def inverted(self) -> str:
        """Give the name with its family name first: `Wali Khan, S.`."""
        return f"{self.family}, {self.initials}" if self.initials else self.family


def name_of(author: str) -> Name:
    """Split a name written as family name, then initials: `Wali Khan S`, `van der Berg J.-P.`.

    A name without trailing initials, such as an organisation's, stands whole.
    """
    tokens = unicodedata.normalize("NFC", author).split()
    end = len(tokens)
    while end > 1 and _are_initials(tokens[end - 1]):
        end -= 1
    if end == len(tokens):
        return Name(" ".join(tokens))
    initials = " ".join(_with_stops(token) for token in tokens[end:])
    return Name(" ".join(tokens[:end]).rstrip(","), initials)


def _are_initials(token: str) -> bool:
    return token.isupper() and INITIALS.fullmatch(token) is not None


def _with_stops(token: str) -> str:
    parts = (f"{hyphen or ' '}{letter}." for hyphen, letter in INITIAL.findall(token))
    return "".join(parts).strip(" ")
