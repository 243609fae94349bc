"""Which words are set aside, as naming nobody, and how flagged neighbours become one name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from .flags import Span
from .gate_text import GateText, Word, phrase_of
from .vocabulary import is_ordinary, listed, public_phrases

_BETWEEN: Final = frozenset({" ", "-", ". ", ".", " - ", "\u00a0", "  "})
# Within a name, in small letters: `Zia ul Haq`, `University of Peshawar`.
_PARTICLES: Final = frozenset(
    "ul ur us ud uz bin ibn bint al el de da di van von der e i of abu abd".split()
)

_MOSTLY: Final = 0.75
_LEADING: Final = frozenset(
    "al el ul bin ibn abu umm abd abdul de da del di van von der la le st saint mc mac new".split()
)


@lru_cache(maxsize=64)
def set_aside(text: GateText) -> frozenset[int]:
    """Give the places, among the words, of phrases that name nobody or are decided."""
    return named_by_study(text) | _phrases_in(text, text.setting.own)


@lru_cache(maxsize=64)
def named_by_study(text: GateText) -> frozenset[int]:
    """Give the places of what the study names in public, or a person has decided about."""
    if not text.setting.own:
        return frozenset()
    found = _phrases_in(text, text.setting.own, public=False)
    # What a decided or public place's name ends in belongs to it: `Saidu Hospital`.
    for at in sorted(found):
        after = at + 1
        while (
            after < len(text.words)
            and _adjoin(text, after - 1)
            and _ends_a_place(text.words[after])
        ):
            found.add(after)
            after += 1
    return frozenset(found)


class _Phrases(NamedTuple):
    """What is set aside: words alone, and how each two words that begin a phrase go on.

    A phrase of two words goes on with none. `first` are the words with which anything begins.
    """

    first: frozenset[str]
    alone: frozenset[str]
    further: dict[tuple[str, str], tuple[tuple[str, ...], ...]]


def _phrases_in(text: GateText, own: frozenset[str], public: bool = True) -> set[int]:
    known, words = _phrases(own, public), text.words
    found: set[int] = set()
    for at, word in enumerate(words):
        for key in word.keys:
            if key not in known.first:
                continue
            if key in known.alone:
                found.add(at)
            if at + 1 < len(words):
                for second in words[at + 1].keys:
                    for rest in known.further.get((key, second), ()):
                        if _stands_at(words, at + 2, rest):
                            found.update(range(at, at + 2 + len(rest)))
    return found


def _stands_at(words: tuple[Word, ...], at: int, phrase: tuple[str, ...]) -> bool:
    return at + len(phrase) <= len(words) and all(
        part in words[place].keys for place, part in enumerate(phrase, start=at)
    )


@lru_cache(maxsize=16)
def _phrases(own: frozenset[str], public: bool) -> _Phrases:
    known = {phrase_of(text) for text in own} | (public_phrases() if public else set())
    further: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in known:
        if len(phrase) > 1:
            further.setdefault((phrase[0], phrase[1]), []).append(phrase[2:])
    return _Phrases(
        frozenset(phrase[0] for phrase in known if phrase),
        frozenset(phrase[0] for phrase in known if len(phrase) == 1),
        {pair: tuple(rests) for pair, rests in further.items()},
    )


@lru_cache(maxsize=64)
def is_mostly_english(text: GateText) -> bool:
    """Tell whether most words are English, so that one which is none stands out."""
    words = [word.lower for word in text.words if word.text[0].isalpha()]
    english = [word for word in words if is_ordinary(word, "en") and word not in listed("spoken")]
    return len(english) >= _MOSTLY * len(words) - 1


def joined(text: GateText, places: Collection[int]) -> Iterator[Span]:
    """Give the words at these places as spans, neighbours as one name.

    Initials before and between, particles between, and what a place's name ends in belong to it.
    """
    words, flagged = text.words, sorted(places)
    at = 0
    while at < len(flagged):
        first = last = flagged[at]
        while first and _leads(words[first - 1]) and _adjoin(text, first - 1):
            first -= 1
        while (after := _next(text, last, places)) is not None:
            last = after
        at += 1
        while at < len(flagged) and flagged[at] <= last:
            at += 1
        end = words[last].end
        yield words[first].start, end - len(words[last].text) + len(_shown(words[last].text))


def _next(text: GateText, last: int, places: Collection[int]) -> int | None:
    """Give the place of the next word of a name, or nothing where the name ends."""
    words = text.words
    for step in (1, 2):
        after = last + step
        if after >= len(words) or not _adjoin(text, after - 1):
            return None
        if after in places or (step == 1 and _ends_a_place(words[after])):
            return after
        if words[after].text not in _PARTICLES and not is_initial(words[after]):
            return None
    return None


def _ends_a_place(word: Word) -> bool:
    return word.has_capital and not word.begins and word.lower in listed("institutions")


def _leads(word: Word) -> bool:
    """Tell whether a word belongs to the name after it: an initial, or `Al`, `Bin`, `Saint`."""
    return is_initial(word) or (word.has_capital and word.lower in _LEADING)


def is_initial(word: Word) -> bool:
    """Tell whether a word is the initial of a name: a capital alone, but not the word `I`."""
    return len(word.text) == 1 and word.text.isupper() and word.text != "I"


def _adjoin(text: GateText, at: int) -> bool:
    words = text.words
    return at + 1 < len(words) and text.between(words[at], words[at + 1]) in _BETWEEN


def _shown(word: str) -> str:
    """Give a word without the `'s` that is no part of a name."""
    return word[:-2] if word.lower().endswith("'s") else word
