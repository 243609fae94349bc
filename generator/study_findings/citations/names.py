"""Authors as citations need them: a person's name by its parts, or a name that stands whole."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from ..model import Author
from ..model.name_strings import are_capitals, plain_parts

LETTER: Final = re.compile(r"(-?)([^\W\d_][\u0300-\u036f]*)")
# Scripts in which the family name comes first, and nothing stands between it and the given name.
FAMILY_FIRST: Final = re.compile(
    r"[\u3041-\u3096\u30a1-\u30fa々\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    r"\uf900-\ufaff\U00020000-\U0003ffff ]+"
)
FOREIGN: Final = re.compile(r"[\u30a1-\u30fa]+")
JOINED: Final = ("-", "'", "’", "‘", "ʼ")


@dataclass(frozen=True)
class Name:
    """Hold a person's name by its parts; or, `whole`, an organisation's and one never divided."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    whole: str = ""

    @property
    def surname(self) -> str:
        """Give the family name with its particle: `van der Berg`, `al-Bukhari`."""
        return _joined(self.particle, self.family)

    @property
    def natural(self) -> str:
        """Give the name in the order it is said: `J. P. van der Berg Jr.`, `王小明`."""
        if self.whole:
            return self.whole
        if self._family_first:
            return f"{self.family}{self.given}"
        return " ".join(filter(None, (self.given, self.surname, self.suffix)))

    @property
    def abbreviated(self) -> str:
        """Give the name as APA lists it, given names as initials: `van der Berg, J. P., Jr.`"""
        if self.whole or self._family_first or not self.given:
            return self.natural
        return ", ".join(filter(None, (self.surname, initials_of(self.given), self.suffix)))

    @property
    def by_commas(self) -> str:
        """Give the name as formats have it that take it apart at commas: `Berg, Jan, Jr.`

        A comma within a name is none of these: a dash stands for an organisation's.
        """
        if self.whole:
            return re.sub(r"\s*,[\s,]*", " – ", self.whole.strip(" ,"))
        parts = (self.surname, self.given, self.suffix)
        surname, given, suffix = (" ".join(part.replace(",", " ").split()) for part in parts)
        if not given:
            return " ".join(filter(None, (surname, suffix)))
        return ", ".join(filter(None, (surname, given, suffix)))

    @property
    def _family_first(self) -> bool:
        both = f"{self.family}{self.given}"
        return bool(
            self.given
            and FAMILY_FIRST.fullmatch(both)
            and not (FOREIGN.fullmatch(self.family) or FOREIGN.fullmatch(self.given))
            and not (self.particle or self.suffix)
        )


def one_line(text: str) -> str:
    """Fold line breaks, other control characters and runs of spaces to single spaces."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


def name_of(author: Author) -> Name:
    """Read an author's declared parts; a name in one string is divided only where it is plain."""
    if author.organisation:
        return Name(whole=author.organisation)
    if author.name:
        parts = plain_parts(author.name)
        return Name(parts.family, with_stops(parts.given)) if parts else Name(whole=author.name)
    return Name(
        author.family or "",
        with_stops(author.given or ""),
        author.particle or "",
        author.suffix or "",
    )


def with_stops(given: str) -> str:
    """Write initials apart and with their stops, `JP` as `J. P.`; names stay as they are."""
    return re.sub(r"\S+", lambda match: _stopped(match.group()), given)


def _stopped(token: str) -> str:
    composed = unicodedata.normalize("NFC", token)
    if not are_capitals(composed):
        return token
    letters = (f"{hyphen or ' '}{letter}." for hyphen, letter in LETTER.findall(composed))
    return "".join(letters).strip(" ")


def initials_of(given: str) -> str:
    """Shorten given names to initials, `Jean-Paul` to `J.-P.`

    What is abbreviated already, a particle, and a name in letters without capitals stay.
    """
    return " ".join(_initial(token) for token in given.split())


def _initial(token: str) -> str:
    if token.endswith(".") or not token[0].isupper():
        return token
    letters = (LETTER.match(part) for part in token.split("-"))
    return "-".join(f"{letter[2]}." for letter in letters if letter)


def _joined(particle: str, family: str) -> str:
    gap = "" if not particle or particle.endswith(JOINED) else " "
    return f"{particle}{gap}{family}"
