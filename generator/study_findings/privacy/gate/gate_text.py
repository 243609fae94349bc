"""A text as the rules read it: plain letters and digits, words, and where sentences begin."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ...text.folding import folded
from ...text.folding.marks import is_ignored

_WORD: Final = re.compile(r"([^\W_]+(?:'[^\W_]+)*)")
_LETTERS: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th|er)|[^\W\d_]+")
_DIGIT: Final = re.compile(r"\d")
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]")
_CONTRACTED: Final = re.compile(r"(?:n't|'(?:m|ve|re|ll|d|t|s|em|all))$")
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
_ENDING: Final = re.compile(r"[].!?\u2026\u061f\u06d4:;\u2014\u2013\u2022*|>=\n\r\u0964]|\s-\s|--")
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

    def __hash__(self) -> int:
        """Give the hash, which is asked for with each text, and is as long as the lists."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.country, self.decided, self.names, self.places))

    @cached_property
    def own(self) -> frozenset[str]:
        """Give what names nobody in this study: decided words, and places that are public."""
        return self.decided | self.places


class Word(NamedTuple):
    """A word of the plain text: where it stands, and whether a sentence may begin with it.

    `lower` is the word in small letters, `folded` as names are compared by, and `keys` are the
    forms by which it is looked up: folded, and without what hangs on it where anything does.
    """

    start: int
    end: int
    text: str
    begins: bool
    lower: str
    folded: str
    keys: tuple[str, ...]
    has_capital: bool


# A text is equal to itself alone: what is remembered of one is asked for while it is read.
@dataclass(frozen=True, eq=False)
class GateText:
    """One text, its language as a BCP 47 tag, and the study it is of."""

    given: str
    language: str
    setting: Setting

    @cached_property
    def _plain_and_places(self) -> tuple[str, tuple[int, ...] | None]:
        if self.given.isascii():
            return self.given, None
        plain = self.given.translate(_plain_forms)
        if len(plain) == len(self.given):
            return plain, None
        kept = (at for at, char in enumerate(self.given) if _plain_forms[ord(char)])
        return plain, (*kept, len(self.given))

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
        while last > start and unicodedata.category(self.given[last - 1]) == "Cf":
            last -= 1
        return places[start], last

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Give the words in order."""
        found: list[Word] = []
        before, end = "", 0
        gaps_and_words = _WORD.split(self.plain)
        for gap, text in zip(gaps_and_words[::2], gaps_and_words[1::2], strict=False):
            start = end + len(gap)
            end = start + len(text)
            begins = not found or (gap != " " and _is_new_sentence(before, gap))
            found.append(Word(start, end, text, begins, *_forms(text)))
            before = text
        return tuple(found)

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """Give the places, among the words, of those with a capital."""
        return tuple([at for at, word in enumerate(self.words) if word.has_capital])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Give each of the words once, folded."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Give each run of letters in the text, in small letters: what a pattern may begin with.

        Figures divide runs, and what makes a figure an ordinal is a run: `12thmarch` gives two.
        """
        return frozenset(_LETTERS.findall(self.plain.lower()))

    @cached_property
    def has_digit(self) -> bool:
        """Tell whether any digit is in the text."""
        return _DIGIT.search(self.plain) is not None

    @cached_property
    def has_arabic(self) -> bool:
        """Tell whether any letter of the Arabic script is in the text."""
        return _ARABIC.search(self.plain) is not None

    def between(self, one: Word, other: Word) -> str:
        """Give what stands between two words."""
        return self.plain[one.end : other.start]

    @cached_property
    def language_alone(self) -> str:
        """Give the language without script and region: `ur` of `ur-Latn-PK`."""
        return self.language.replace("_", "-").split("-")[0].lower()


def phrase_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, folded, as phrases are compared by."""
    words = _WORD.findall(GateText(text, "", Setting()).plain)
    return tuple(_forms(word)[1] for word in words)


def bare(word: str) -> str:
    """Give a word without what English hangs on it: `Imran's`, `don't`, `they've`."""
    return _CONTRACTED.sub("", word) if "'" in word else word


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[str, str, tuple[str, ...], bool]:
    """Give a word in small letters, folded and as it is looked up, and whether it has a capital."""
    lower, whole = word.lower(), folded(word)
    stem = bare(whole)
    return lower, whole, (whole,) if stem == whole else (whole, stem), word != lower


def _is_new_sentence(before: str, gap: str) -> bool:
    """Tell whether a sentence may begin after a word and what stands behind it."""
    if gap.startswith(".") and "\n" not in gap and _is_shortened(before):
        gap = gap[1:]
    return bool(_ENDING.search(gap) or _OPENING.search(gap))


def _is_shortened(word: str) -> bool:
    is_initial = len(word) == 1 and word.isalpha() and word != "I"
    return is_initial or word.lower() in _SHORTENED


class _PlainForms(dict[int, str]):
    """Remember the plain form of each character, by its code: nothing, or one character."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_plain_forms: Final = _PlainForms()


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if is_ignored(char):
        return ""
    if char in _ALIKE:
        return _ALIKE[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return " "
    alike = unicodedata.normalize("NFKC", char)
    return alike if len(alike) == 1 else char
