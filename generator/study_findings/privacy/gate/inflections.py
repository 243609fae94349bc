"""How Urdu and Pashto bend a name: what hangs on it, many of one name, other last letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ...text.folding import folded

# What is written on to a name in haste, and stands by itself elsewhere.
_HANGS_ON: Final = "کو کا کی کے نے سے میں پر والے والی والا ته کې باندې سره جان صاحب صاحبہ بھائی"
# Several of one name, as of a family or a tribe: `آفریدیوں`, `خټکان`, `یوسفزو`, `یوسفزین`.
_SEVERAL: Final = "وں یں ین و ان انو گان گانو ونہ ونو"
# Feminine names end otherwise before a word that rules them: `زرغونه ده`, `زرغونې ته`.
_OBLIQUE: Final = "ې ے"
_FEMININE: Final = "ہ"
_LAST_OF_TRIBES: Final = "ی"


def stems_of(word: str, fewest: int) -> Iterator[str]:
    """Give a folded word, and each name that it may be bent from.

    A name has `fewest` letters; of several alike, where much is cut off, each has one more, and two
    more where a letter is put in its place.
    """
    yield word
    if word[-1] in _forms(_OBLIQUE) and len(word) >= fewest:
        yield word[:-1] + folded(_FEMININE)
    yield from _without(word, _HANGS_ON, fewest)
    for stem in _without(word, _SEVERAL, fewest + 1):
        yield from (stem, stem + folded(_FEMININE), stem + folded(_LAST_OF_TRIBES))


def _without(word: str, endings: str, fewest: int) -> Iterator[str]:
    """Give what is left of a word without each of the endings it has, if that is long enough."""
    for ending in _forms(endings):
        if word.endswith(ending) and len(word) - len(ending) >= fewest:
            yield word.removesuffix(ending)


@cache
def _forms(endings: str) -> tuple[str, ...]:
    return tuple(map(folded, endings.split()))
