"""Words that are no names, words that are, and words that are both.

A language's own words come from `simplemma`, whose dictionaries keep capitals: `rose` and `Rose` are
two entries, `fatima` is none. All other lists are ours, in `words/`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

from babel import Locale
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from ...text.folding import folded

_ENGLISH: Final = "en"
_PREFIXES: Final = re.compile(r"(?:un|dis|de|re|non|over|under|mis|pre|post|co|anti|sub|inter|self)-?(?=\w{4})")
_CONTRACTED: Final = re.compile(r"(?:n't|'(?:m|ve|re|ll|d|t|s|em|all))$")
_FEWEST_LETTERS: Final = 4
# Territories whose names people bear too.
_ALSO_PEOPLE: Final = frozenset("jordan chad georgia israel guinea".split())


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words and phrases of one of our lists, folded, the words of a phrase one space apart."""
    text = resources.files(__package__).joinpath("words", f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(folded(word.replace("_", " ")) for line in lines for word in line.split())


def bare(word: str) -> str:
    """Give a word without what English hangs on it: `Imran's`, `don't`, `they've`."""
    return _CONTRACTED.sub("", word)


@cache
def _dictionary(language: str) -> dict[str, str]:
    """Load a language's words, English ones where it has no dictionary."""
    try:
        return DefaultDictionaryFactory().get_dictionary(language)  # type: ignore[return-value]
    except ValueError:
        return {} if language == _ENGLISH else _dictionary(_ENGLISH)


def is_ordinary(word: str, language: str) -> bool:
    """Tell whether a word in small letters is one of the language, of English speech, or of the field.

    Names that also are words are ordinary; who asks must look in `is_also_a_name`.
    """
    return _is_ordinary(word, language) or (bare(word) != word and _is_ordinary(bare(word), language))


@cache
def _common(language: str) -> frozenset[str]:
    return listed("spoken") | listed("function") | listed("field") | listed("roles")


@cache
def _is_ordinary(word: str, language: str) -> bool:
    if word in listed("names") or word in listed("towns"):
        return False
    if word in _common(language) or word in _dictionary(language):
        return True
    stem = _PREFIXES.sub("", word, count=1)
    return stem != word and len(stem) >= _FEWEST_LETTERS and stem in _dictionary(language)


def is_name(word: str) -> bool:
    """Tell whether a word, in small letters, is known as a name of people or a town and as no word."""
    return word in listed("names") or word in listed("towns")


def is_also_a_name(word: str) -> bool:
    """Tell whether an ordinary word is a common name too: `rose`, `hope`, `mark`."""
    return word in listed("names-and-words")


@cache
def public_phrases() -> frozenset[tuple[str, ...]]:
    """Give what stands in capitals and names nobody, as folded words.

    Countries and languages by CLDR; months, weekdays, peoples, religions, feasts, firms and eponyms
    by our own lists.
    """
    english = Locale.parse(_ENGLISH)
    territories = {name for code, name in english.territories.items() if code.isalpha()}
    languages = {name for code, name in english.languages.items() if len(code) == 2}
    own = listed("public") | listed("peoples") | listed("roles") | listed("field") | listed("function")
    known = {" ".join(_letters(name)) for name in territories | languages}
    names = (known | own) - (known & _names_alone())
    return frozenset(tuple(name.split()) for name in names if name)


def _names_alone() -> frozenset[str]:
    return listed("names") | _ALSO_PEOPLE


def _letters(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded(name))


@cache
def public_words() -> frozenset[str]:
    """Give the phrases of `public_phrases` that are one word."""
    return frozenset(phrase[0] for phrase in public_phrases() if len(phrase) == 1)
