"""Letters in the place of words: codes, degrees, acronyms, initials."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .gate_text import GateText, Word, bare
from .vocabulary import acronyms, is_also_a_name, is_name, is_ordinary

# A letter and a number, over and over, or crosses in the place of what was left out.
_CODE: Final = re.compile(r"(?:[A-Z]\d{1,3}){1,4}|[A-Z]{2,4}\d{1,2}|[Xx]{2,40}")
# Units and substances whose first letter is small.
_MIXED: Final = frozenset("pH pO pCO mmHg cmH mEq kPa kHz dB dL mL eGFR mRNA".split())
_LONGEST_ACRONYM: Final = 6
_DOTTED: Final = re.compile(r"(?<![\w.])[A-Z](?:\.[A-Z]){2,5}(?![\w'])")
# Initials with a space between are a person's; without one they are a degree's or a country's.
_SPACED: Final = re.compile(r"(?<![\w.])([A-HJ-Z])\. [A-HJ-Z]\.(?= [a-z]|[,;:)])")
# Before a letter alone these say a kind, not a person.
_LETTERED: Final = frozenset(
    "plan vitamin hepatitis group type class grade part section option team ward block unit form"
    " schedule appendix student participant respondent person case patient nurse doctor".split()
)
_INITIAL: Final = re.compile(r"(?<![\w.])(\w+) ([A-HJ-Z])\.(?=[,;:)\"'\u201d\u2019]| [a-z])")


@lru_cache(maxsize=1 << 14)
def is_code(word: str) -> bool:
    """Tell whether a word is a letter or an acronym of ours, with a number or without: `P12`."""
    if bare(word.lower()) in acronyms() and any(map(str.isdigit, word)):
        return True
    letters = "".join(char for char in bare(word) if char.isalpha())
    if letters in _MIXED:
        return True
    is_known = letters.lower() in acronyms() and (
        letters.isupper() or letters[:-1].isupper() or _is_degree(letters)
    )
    return len(letters) <= 1 or is_known or _CODE.fullmatch(word) is not None


def _is_degree(letters: str) -> bool:
    """Tell whether a word of mixed letters is a degree: `PhD`, `MPhil`, `BSc`."""
    return sum(map(str.isupper, letters)) >= 2


def is_acronym(word: Word, language: str) -> bool:
    letters = bare(word.text)
    letters = letters[:-1] if letters[-1:] == "s" and letters[:-1].isupper() else letters
    lower = letters.lower()
    if not letters.isupper() or not 2 <= len(letters) <= _LONGEST_ACRONYM or not letters.isalpha():
        return False
    return not is_name(lower) and not is_also_a_name(lower) and not is_ordinary(lower, language)


def dotted(text: GateText) -> set[int]:
    """Give the places of the first letters of unknown acronyms with full stops: `K.T.H.`."""
    if not _has_initials(text):
        return set()
    starts = {
        match.start()
        for match in _DOTTED.finditer(text.plain)
        if match[0].replace(".", "").lower() not in acronyms()
    }
    return _places(text, starts)


def initials(text: GateText) -> set[int]:
    """Give the places of letters that stand for a person: `Ask J., she was there`."""
    if not _has_initials(text):
        return set()
    starts = {
        match.start(2)
        for match in _INITIAL.finditer(text.plain)
        if match[1].lower() not in _LETTERED
    }
    starts |= {match.start() for match in _SPACED.finditer(text.plain)}
    return _places(text, starts)


def _has_initials(text: GateText) -> bool:
    words = (text.words[at].text for at in text.capitals)
    return any(len(word) == 1 and word != "I" for word in words)


def _places(text: GateText, starts: set[int]) -> set[int]:
    """Give the places, among the words, of those that begin at these characters."""
    if not starts:
        return set()
    return {at for at, word in enumerate(text.words) if word.start in starts}
