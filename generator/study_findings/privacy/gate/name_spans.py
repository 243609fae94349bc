"""Which words are set aside, as naming nobody, and how flagged neighbours become one name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from ...text.folding import folded
from .flags import Span
from .passages import Passage, Setting, Word, phrase_of
from .vocabulary import bare, listed, public_phrases

_BETWEEN: Final = frozenset({" ", "-", ". ", ".", " - ", "\u00a0", "  "})
# Within a name, in small letters: `Zia ul Haq`, `University of Peshawar`.
_PARTICLES: Final = frozenset(
    "ul ur us ud uz bin ibn bint al el de da di van von der e i of abu abd".split()
)

_LEADING: Final = frozenset(
    "al el ul bin ibn abu umm abd abdul de da del di van von der la le st saint mc mac new".split()
)


def keys(word: Word) -> tuple[str, ...]:
    """Give the forms by which a word is looked up: folded, and without what hangs on it."""
    whole = folded(word.text)
    stem = bare(whole)
    return (whole,) if stem == whole else (whole, stem)


def set_aside(passage: Passage) -> frozenset[int]:
    """Give the places, among the words, of those in phrases that name nobody, or that are decided."""
    starts = _starts(passage.setting.decided | passage.setting.places)
    words = passage.words
    found: set[int] = set()
    for at, word in enumerate(words):
        lengths = {length for key in keys(word) for length in starts.get(key, ())}
        for length in sorted(lengths, reverse=True):
            if _stands(words[at : at + length], length, passage.setting):
                found.update(range(at, at + length))
                break
    return frozenset(found)


def _stands(words: tuple[Word, ...], length: int, setting: Setting) -> bool:
    if len(words) < length:
        return False
    before = tuple(folded(word.text) for word in words[:-1])
    known = _phrases(setting.decided | setting.places)
    return any((*before, key) in known for key in keys(words[-1]))


@lru_cache(maxsize=8)
def _phrases(own: frozenset[str]) -> frozenset[tuple[str, ...]]:
    return public_phrases() | {phrase_of(text) for text in own}


@lru_cache(maxsize=8)
def _starts(own: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """Map the first word of each phrase to how many words such phrases have."""
    found: dict[str, set[int]] = {}
    for phrase in _phrases(own):
        for key in phrase[:1]:
            found.setdefault(key, set()).add(len(phrase))
            if len(phrase) == 1:
                found.setdefault(bare(key), set()).add(1)
    return {key: tuple(lengths) for key, lengths in found.items()}


def joined(passage: Passage, places: Collection[int]) -> Iterator[Span]:
    """Give the words at these places as spans, neighbours as one name.

    Initials before and between, particles between, and what a place's name ends in belong to it.
    """
    words, flagged = passage.words, sorted(places)
    at = 0
    while at < len(flagged):
        first = last = flagged[at]
        while first and _leads(words[first - 1]) and _adjoin(passage, first - 1):
            first -= 1
        while (after := _next(passage, last, places)) is not None:
            last = after
        at += 1
        while at < len(flagged) and flagged[at] <= last:
            at += 1
        end = words[last].end
        yield words[first].start, end - len(words[last].text) + len(_shown(words[last].text))


def _next(passage: Passage, last: int, places: Collection[int]) -> int | None:
    """Give the place of the next word of a name, or nothing where the name ends."""
    words = passage.words
    for step in (1, 2):
        after = last + step
        if after >= len(words) or not _adjoin(passage, after - 1):
            return None
        if after in places or (step == 1 and _ends_a_place(words[after])):
            return after
        if words[after].text not in _PARTICLES and not _is_initial(words[after]):
            return None
    return None


def _ends_a_place(word: Word) -> bool:
    return word.has_capital and not word.begins and word.lower in listed("institutions")


def _leads(word: Word) -> bool:
    """Tell whether a word belongs to the name after it: an initial, or `Al`, `Bin`, `Saint`."""
    return _is_initial(word) or (word.has_capital and word.lower in _LEADING)


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper() and word.text != "I"


def _adjoin(passage: Passage, at: int) -> bool:
    words = passage.words
    return at + 1 < len(words) and passage.between(words[at], words[at + 1]) in _BETWEEN


def _shown(word: str) -> str:
    """Give a word without the `'s` that is no part of a name."""
    return word[:-2] if word.lower().endswith("'s") else word
