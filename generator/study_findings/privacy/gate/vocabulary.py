"""Words that are no names, words that are, and words that are both.

A language's own words come from `simplemma`, whose dictionaries keep capitals: `rose` and `Rose`
are two entries, `fatima` is none. All other lists are ours, in `words/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from string import ascii_lowercase
from typing import Final

from babel import Locale
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from ...text.folding import folded
from .gate_text import bare, phrase_of

_ENGLISH: Final = "en"
_PREFIXES: Final = re.compile(
    r"(?:un|dis|de|re|non|over|under|mis|pre|post|co|anti|sub|inter|self)-?(?=\w{4})"
)
_FEWEST_LETTERS: Final = 4
# No word of English is longer, and what is a slip away from one is of its length.
_MOST_LETTERS: Final = 40
_REPEATED: Final = re.compile(r"([a-z])\1+")
_PUBLIC: Final = ("public", "peoples", "roles", "field", "function", "offices", "clinic")


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of one of our lists, folded."""
    return frozenset(folded(word) for word in _written(name) if "_" not in word)


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Give the words and the phrases of one of our lists, as `phrase_of` gives them."""
    return frozenset(phrase_of(word.replace("_", " ")) for word in _written(name))


def _written(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("words", f"{name}.txt").read_text("utf-8")
    return [word for line in text.splitlines() for word in line.partition("#")[0].split()]


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    """Load a language's words, English ones where it has no dictionary."""
    try:
        return DefaultDictionaryFactory().get_dictionary(language)
    except ValueError:
        return {} if language == _ENGLISH else _dictionary(_ENGLISH)


def _is_in_dictionary(word: str, language: str) -> bool:
    # Its `in` raises and catches an error for each word that is missing.
    return _dictionary(language).get(word) is not None


def is_ordinary(word: str, language: str) -> bool:
    """Tell whether a word in small letters is one of the language, of speech, or of the field.

    Names that also are words are ordinary; who asks must look in `is_also_a_name`.
    """
    return _is_ordinary(word, language) or ("'" in word and _is_ordinary(bare(word), language))


@cache
def _own() -> frozenset[str]:
    return frozenset[str]().union(
        *map(listed, ("spoken", "function", "field", "roles", "offices", "clinic"))
    )


@cache
def _is_ordinary(word: str, language: str) -> bool:
    if is_name(word):
        return False
    if word in _own() or _is_in_dictionary(word, language):
        return True
    stem = _PREFIXES.sub("", word, count=1)
    return stem != word and len(stem) >= _FEWEST_LETTERS and _is_in_dictionary(stem, language)


def is_english(word: str) -> bool:
    """Tell whether a word, in small letters, is in the dictionary of English."""
    return _is_in_dictionary(word, _ENGLISH)


def is_name(word: str) -> bool:
    """Tell whether a word, in small letters, is known as a name and as no word."""
    return word in _names()


@cache
def _names() -> frozenset[str]:
    return listed("names") | listed("towns")


def is_a_thing_too(word: str) -> bool:
    """Tell whether a common name is also a thing that comes, goes and helps: `hope`, `snow`."""
    return word in listed("abstract")


def is_also_a_name(word: str) -> bool:
    """Tell whether an ordinary word is a common name too: `rose`, `hope`, `mark`."""
    return word in listed("names-and-words")


@lru_cache(maxsize=20_000)
def is_like_a_word(word: str) -> bool:
    """Tell whether a word is a slip of the keyboard away from a word of English, or drawn out."""
    known, own, letters = _dictionary(_ENGLISH), _own(), ascii_lowercase
    drawn_out = tuple(_REPEATED.sub(times, word) for times in (r"\1", r"\1\1"))
    is_short = len(word) <= _MOST_LETTERS
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)] if is_short else []
    near = (
        changed
        for before, after in cuts
        for changed in (
            before + after[1:],
            before + after[1:2] + after[:1] + after[2:],
            *(before + letter + after for letter in letters),
            *(before + letter + after[1:] for letter in letters),
        )
    )
    return any(
        len(form) > 1 and (form in own or known.get(form) is not None)
        for form in chain(drawn_out, near)
    )


@cache
def public_phrases() -> frozenset[tuple[str, ...]]:
    """Give what stands in capitals and names nobody.

    Countries and languages by CLDR; months, weekdays, peoples, religions, feasts, firms, eponyms,
    roles and departments by our own lists.
    """
    english = Locale.parse(_ENGLISH)
    countries = {name for code, name in english.territories.items() if code.isalpha()}
    languages = {name for code, name in english.languages.items() if len(code) == 2}
    known = {phrase_of(name) for name in countries | languages}
    own = frozenset[tuple[str, ...]]().union(*map(phrases, _PUBLIC))
    return frozenset(phrase for phrase in known if not is_name(phrase[0])) | own


@cache
def acronyms() -> frozenset[str]:
    """Give the acronyms that name nobody, in small letters."""
    return listed("acronyms")
