"""Names in Arabic script: how Urdu and Pashto bend them, and those that are words as well."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ...text.folding import folded
from .gate_text import GateText
from .inflections import stems_of
from .vocabulary import listed

_ARABIC: Final = frozenset(map(chr, range(0x600, 0x700)))
_FEWEST_TO_BEND: Final = 4
# In Urdu a name in `ہ` bends to `ے`: with `ی` it is another word, `لمبی` no `لمبہ`.
_BENDS_TO_NOTHING: Final = ("ی", "ي")
# Whose name stands behind: `میرا دوست عمر`, `زما نوم عمر دی`.
_OF_PEOPLE_IN_ARABIC: Final = (
    "نام دوست سہیلی کزن بیٹے بیٹا بیٹی ساتھی نوم ملګری ملګری ملګرې زوی لور ورور خور"
)
_ACTS_IN_ARABIC: Final = (
    "نے بولا بولی بولے وویل ویل ووې راته وخندل خندل وژړل ژړل راغله لاړه کېناست پوښتل"
    " وپوښتل صاحب صاحبہ صاحبه صیب بھائی باجی بی_بی خان"
)


def is_arabic_name(text: GateText, at: int) -> bool:
    """Tell whether a word in Arabic letters is known as a name, and is no word as well here."""
    known = listed("names-arabic-script")
    word = text.words[at]
    is_bent = not (text.language_alone == "ur" and word.text.endswith(_BENDS_TO_NOTHING))
    name = next(
        (
            form
            for form in _inflected(word.folded)
            if form in known and (is_bent or word.folded.startswith(form))
        ),
        None,
    )
    return name is not None and (
        name not in _words_too(text.language_alone) or _acts_in_arabic(text, at)
    )


def may_be_arabic_name(folded_word: str) -> bool:
    """Tell whether a word in Arabic letters may be a name, bent or not."""
    return not listed("names-arabic-script").isdisjoint(_inflected(folded_word))


def is_in_arabic(folded_word: str) -> bool:
    """Tell whether a word begins in Arabic letters."""
    return folded_word[0] in _ARABIC


def _inflected(lower: str) -> Iterator[str]:
    """Give a word of Urdu or Pashto, and as a name it may be bent from: `زرغونې`, `رخسانہوالی`."""
    return stems_of(lower, _FEWEST_TO_BEND)


def _words_too(language: str) -> frozenset[str]:
    """Give the names that are words; those of Urdu are mostly Arabic, and words of Pashto too."""
    urdu = listed("names-and-words-ur")
    return {"ur": urdu, "ps": urdu | listed("names-and-words-ps")}.get(language, frozenset())


def _acts_in_arabic(text: GateText, at: int) -> bool:
    """Tell whether a name that is a word as well does what a person does, or stands by a name."""
    words = text.words
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if after in _acts() or after in listed("names-arabic-script"):
        return not words[at + 1].begins
    before = words[at - 1].folded if at and not words[at].begins else ""
    if before in _of_people():
        return True
    is_name_alone = before not in _words_too(text.language_alone)
    return is_name_alone and before in listed("names-arabic-script")


@cache
def _of_people() -> frozenset[str]:
    return frozenset(map(folded, _OF_PEOPLE_IN_ARABIC.split()))


@cache
def _acts() -> frozenset[str]:
    return frozenset(map(folded, _ACTS_IN_ARABIC.split()))
