"""A text as the rules read it: plain letters and digits, words, and where sentences begin."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ...text.folding import folded
from ...text.folding.marks import is_ignored

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ALIKE: Final = {
    **dict.fromkeys("\u2019\u02bc\u02bb\uff07\u2032", "'"),
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    "\u066b": ".",
    "\u066c": ",",
}
# After these a full stop ends no sentence.
_SHORTENED: Final = frozenset(
    "dr prof mr mrs ms st sr jr rev lt col capt gen maj brig engr adv hon vs no nos etc dept approx"
    " ext tel fig vol ed eds al ie eg viz hosp govt asst assoc sgt mt".split()
)
_ENDING: Final = re.compile(r"[.!?\u2026\u061f\u06d4:;\u2014\u2013\u2022*|>=\n\r\u0964]|\s-\s|--")
_OPENING: Final = re.compile(r"[(\[{\u201c\u2018\u00ab\u201e\u2039]|(?:^|[\s(\[])[\"']$")


@dataclass(frozen=True)
class Setting:
    """Say what the rules need to know of a study.

    `country` is its ISO 3166 code of two letters, for telephone and identity numbers. `decided` are
    words and phrases that a person has found to identify nobody; `places` those that the study
    itself names in public. `names` are the lines of the team's list, each a name or a place, or one
    in two scripts (`Gul Khan = گل خان`). All are compared folded, so their form does not matter.
    """

    country: str | None = None
    decided: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 16)
def folded_word(word: str) -> str:
    """Fold one word; those of a study come again and again."""
    return folded(word)


class Word(NamedTuple):
    """A word of the plain text: where it stands, and whether a sentence may begin with it."""

    start: int
    end: int
    text: str
    begins: bool

    @property
    def lower(self) -> str:
        """Give it in small letters."""
        return self.text.lower()

    @property
    def folded(self) -> str:
        """Give it as names are compared by."""
        return folded_word(self.text)

    @property
    def has_capital(self) -> bool:
        """Tell whether any letter of it is a capital."""
        return self.text != self.text.lower()


@dataclass(frozen=True)
class Passage:
    """One text, its language as a BCP 47 tag, and the study it is of."""

    text: str
    language: str
    setting: Setting

    @cached_property
    def _plain_and_places(self) -> tuple[str, tuple[int, ...] | None]:
        if self.text.isascii():
            return self.text, None
        kept, places = [], []
        for at, char in enumerate(self.text):
            if char.isascii():
                kept.append(char)
            elif not is_ignored(char):
                kept.append(_plain(char))
            else:
                continue
            places.append(at)
        return "".join(kept), (*places, len(self.text))

    @cached_property
    def plain(self) -> str:
        """Give the text in compatibility forms, digits in ASCII, without what is invisible."""
        return self._plain_and_places[0]

    def as_given(self, start: int, end: int) -> tuple[int, int]:
        """Say where a stretch of the plain text stands in the text as it was given."""
        places = self._plain_and_places[1]
        if places is None:
            return start, end
        last = places[end]
        while last > start and unicodedata.category(self.text[last - 1]) == "Cf":
            last -= 1
        return places[start], last

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Give the words in order."""
        found: list[Word] = []
        for match in _WORD.finditer(self.plain):
            before = found[-1] if found else None
            begins = before is None or self._begins(before, match.start())
            found.append(Word(match.start(), match.end(), match[0], begins))
        return tuple(found)

    def between(self, one: Word, other: Word) -> str:
        """Give what stands between two words."""
        return self.plain[one.end : other.start]

    def _begins(self, before: Word, start: int) -> bool:
        gap = self.plain[before.end : start]
        if gap == " ":
            return False
        if gap.startswith(".") and "\n" not in gap and _is_shortened(before.text):
            gap = gap[1:]
        return bool(_ENDING.search(gap) or _OPENING.search(gap))

    @cached_property
    def language_alone(self) -> str:
        """Give the language without script and region: `ur` of `ur-Latn-PK`."""
        return self.language.replace("_", "-").split("-")[0].lower()


def phrase_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded, as phrases are compared by."""
    return tuple(folded_word(word) for word in _WORD.findall(Passage(text, "", Setting()).plain))


def _is_shortened(word: str) -> bool:
    is_initial = len(word) == 1 and word.isalpha() and word != "I"
    return is_initial or word.lower() in _SHORTENED


def _plain(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " "
    alike = unicodedata.normalize("NFKC", char)
    return alike if len(alike) == 1 else char
