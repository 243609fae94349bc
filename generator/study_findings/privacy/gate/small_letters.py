"""Names in small letters, shown by what is beside them: `a girl named zarshala`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .gate_text import GateText, bare
from .vocabulary import (
    acronyms,
    is_a_thing_too,
    is_also_a_name,
    is_english,
    is_like_a_word,
    is_ordinary,
    listed,
)

_ACTS_ALONE: Final = frozenset(
    "said told asked replied shouted scolded taught laughed cried texted phoned explained".split()
)
_INTRODUCING: Final = frozenset("named naam gaon gaun gaaon shehar village".split())
# After a thing that is counted, without an article, these show a person.
_HAS_OR_IS: Final = frozenset(
    "has had does did isnt isn't wasnt wasn't doesnt doesn't gave gives came comes went sent"
    " says texted helped lives works called".split()
)
_ASKED: Final = frozenset("ask asked tell told thank thanked met hugged texted phoned".split())
OF_FAMILY: Final = frozenset("ka ki ke".split())
FAMILY: Final = frozenset(
    "maa ma ammi ami amma abbu abu abba baap bap baba behan behen bhai beta beti bete biwi shohar"
    " khala phupho mamu chacha nani nana dadi dada susral sasural saas".split()
)
# What ends the name of a village, before which stands what tells it from others.
_SETTLEMENTS: Final = frozenset("kalay kaley kelay kilay kili killi goth mohalla mohallah".split())
_AND: Final = frozenset("n and & aur".split())
_ME: Final = frozenset("me i main mai".split())
_FUTURE: Final = re.compile(r"(?:ega|egi|enge|engi|unga|ungi|oonga|oongi|oge|ogi)$")
# How verbs and plurals of Urdu end in Roman letters, where there are words of Urdu beside them.
_BENT: Final = re.compile(r"(?:[aou]y(?:a|e|i|in)|ein|aen|oon|un|iyan|iyon)$")
_OF_URDU: Final = frozenset(
    "ka ki ke ko ne hai hain tha thi thay thin mein nahi aur bhi wo woh mujhe hum unhon kis".split()
)
_FEWEST_OF_URDU: Final = 2
_SHE_OR_HE: Final = frozenset({"she", "he"})
_AT: Final = frozenset("in at from of to near".split())
_NO_VOWEL: Final = re.compile(r"[b-df-hj-np-tv-xz]{3,5}")
_MOSTLY: Final = 0.8


def is_shown(text: GateText, at: int) -> bool:
    """Tell whether a word in small letters is a name, by what it is not and what is by it."""
    lower = bare(text.words[at].lower)
    before = text.words[at - 1].lower if at and not text.words[at].begins else ""
    if is_also_a_name(lower):
        if is_a_thing_too(lower):
            return before in _ASKED and _goes_on_as_person(text, at)
        return _is_treated_as_person(text, at, before)
    if _is_introduced(text, at) or _after(text, at) in ("ne", *_ACTS_ALONE):
        return True
    if _belongs_to_kin(text, at) or _is_beside_me(text, at):
        return True
    if before in _AT and _after(text, at) in _SETTLEMENTS:
        return True
    if _FUTURE.search(lower) or (_BENT.search(lower) and _is_in_urdu(text)):
        return False
    if not _writes_no_capitals(text) or not _is_mostly_known(text):
        return False
    return not is_like_a_word(lower) or (before in _AT and _NO_VOWEL.fullmatch(lower) is not None)


def _is_treated_as_person(text: GateText, at: int, before: str) -> bool:
    """Tell whether a name that is a word as well is one here: `rose was crying`, `ask noor`."""
    lower, after = text.words[at].lower, _after(text, at)
    if after == "was" and at + 2 < len(text.words):
        return text.words[at + 2].lower in listed("doing")
    if lower in listed("function"):
        return False
    if _belongs_to_kin(text, at):
        return True
    if not before and is_english(lower) and after in _HAS_OR_IS:
        return True
    if not is_english(lower) and before == "with":
        return True
    if after in _ACTS_ALONE or before in _ASKED or after == "ne":
        return True
    return not is_english(lower) and any(map(_is_name_of_south_asia, (before, after)))


def _goes_on_as_person(text: GateText, at: int) -> bool:
    """Tell whether somebody does what follows: `told precious and she told everyone`."""
    following = text.words[at + 2 : at + 3]
    return _after(text, at) == "and" and bool(following) and following[0].lower in _SHE_OR_HE


def _belongs_to_kin(text: GateText, at: int) -> bool:
    """Tell whether somebody is told by their family: `zorvan ki ammi`, `sunny ka baap`."""
    following = text.words[at + 2 : at + 3]
    return _after(text, at) in OF_FAMILY and bool(following) and following[0].lower in FAMILY


def _is_beside_me(text: GateText, at: int) -> bool:
    """Tell whether a strange word begins a sentence that goes on with the speaker: `zorva n me`."""
    following = text.words[at + 2 : at + 3]
    return (
        text.words[at].begins
        and _after(text, at) in _AND
        and bool(following)
        and following[0].lower in _ME
    )


def _is_name_of_south_asia(word: str) -> bool:
    return is_also_a_name(word) and not is_english(word)


def _after(text: GateText, at: int) -> str:
    words = text.words
    is_beside = at + 1 < len(words) and text.between(words[at], words[at + 1]) == " "
    return words[at + 1].lower if is_beside else ""


@lru_cache(maxsize=64)
def _is_in_urdu(text: GateText) -> bool:
    """Tell whether there are words of Urdu that bind others, in Roman letters."""
    return sum(word.lower in _OF_URDU for word in text.words) >= _FEWEST_OF_URDU


@lru_cache(maxsize=64)
def _is_mostly_known(text: GateText) -> bool:
    """Tell whether most words are English or of our lists, so that a strange one stands out."""
    words = [word.lower for word in text.words if word.text[0].isalpha()]
    known = sum(is_ordinary(word, "en") or word in acronyms() for word in words)
    return known >= _MOSTLY * len(words) - 1


@lru_cache(maxsize=64)
def _writes_no_capitals(text: GateText) -> bool:
    """Tell whether a text begins in small letters, and so may hold names that do."""
    return text.words[0].text.islower()


def _is_introduced(text: GateText, at: int) -> bool:
    before = text.words[at - 1].lower if at else ""
    if before in ("is", "was"):
        return at > 1 and text.words[at - 2].lower == "name"
    return before in _INTRODUCING
