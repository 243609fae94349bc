"""Names that are known as names and are no words, in whatever letters.

So noisy text, which has no capitals to go by, is not without a gate; nor is one in a script that
has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from ...text.folding import folded
from .flags import Rule, Span, example
from .name_spans import joined, set_aside
from .passages import Passage, Setting, Word
from .vocabulary import bare, is_also_a_name, is_name, is_ordinary, listed, phrases

_ROMAN: Final = re.compile(r"[a-z]{3,}")
_ACTS_ALONE: Final = frozenset(
    "said told asked replied shouted scolded taught laughed cried texted phoned explained".split()
)
_FEWEST_LETTERS: Final = 3


def _find(passage: Passage) -> Iterator[Span]:
    aside = set_aside(passage)
    found = {
        at
        for at, word in enumerate(passage.words)
        if at not in aside and (_is_known(word) or _is_shown_by_neighbours(passage, at))
    }
    found |= {at for first in found for at in _companions(passage, first) if at not in aside}
    yield from joined(passage, found | _phrases(passage))


def _is_known(word: Word) -> bool:
    lower = folded(word.text)
    return any(
        is_name(form) or form in listed("names-arabic-script") for form in (lower, bare(lower))
    )


def _is_shown_by_neighbours(passage: Passage, at: int) -> bool:
    """Tell whether a word of no dictionary is a name by its neighbours: `named X`, `X told me`."""
    words = passage.words
    word = words[at]
    after = words[at + 1].lower if at + 1 < len(words) else ""
    acts = after in _ACTS_ALONE and passage.between(word, words[at + 1]) == " "
    if not (acts or _is_introduced(passage, at)) or word.has_capital:
        return False
    return _ROMAN.fullmatch(word.lower) is not None and not is_ordinary(word.lower, "en")


def _is_introduced(passage: Passage, at: int) -> bool:
    before = passage.words[at - 1].lower if at else ""
    if before in ("is", "was"):
        return at > 1 and passage.words[at - 2].lower == "name"
    return before in ("named", "naam")


def _companions(passage: Passage, at: int) -> Iterator[int]:
    """Give the neighbours of a name that are names too, though they are words: `gul`, `noor`."""
    words = passage.words
    for other in (at - 1, at + 1):
        if (
            0 <= other < len(words)
            and passage.between(words[min(at, other)], words[max(at, other)]) == " "
        ):
            lower = words[other].lower
            if is_also_a_name(lower) and not is_ordinary(lower, "en"):
                yield other


def _phrases(passage: Passage) -> set[int]:
    """Give the places of names of two words in Urdu and Pashto, each of which may be a word."""
    if passage.plain.isascii():
        return set()
    pairs = _pairs()
    lowered = [folded(word.text) for word in passage.words]
    return {
        place
        for at, pair in enumerate(pairwise(lowered))
        if pair in pairs
        for place in (at, at + 1)
    }


@cache
def _pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(phrase for phrase in phrases("names-arabic-script") if len(phrase) == 2)


RULE: Final = Rule(
    "known-name",
    "error",
    "This is known as the name of people or of a town.",
    "[a name]",
    _find,
    examples=(
        example("then imran told me to leave", "imran"),
        example("imran khan from mardan was there", "imran khan", "mardan"),
        example("noor fatima said so", "noor fatima"),
        example("we went to lahore with sarah's mother", "lahore", "sarah"),
        example("my name is gulpanra", "gulpanra"),
        example("a girl named zarshala wept", "zarshala"),
        example("palwakhta told me to go", "palwakhta"),
        example("IMRAN TOLD ME", "IMRAN"),
        example("wo ahmed ke sath tha", "ahmed"),
        example("priya and michael left for dubai", "priya", "michael", "dubai"),
        example("پھر عمران نے مجھے ڈانٹا", "عمران", language="ur"),
        example("هغه فاطمې ته وویل چې زرغونه راغله", "زرغونه", language="ps"),
        example("گل خان نے کہا", "گل خان", language="ur"),
        example("زه پېښور ته تلم", "پېښور", language="ps"),
    ),
    non_examples=(
        example("i hope the rose will grow and mark my words"),
        example("he was named in the report and called it off"),
        example("mujhe gul aur noor pasand hain"),
        example("the teecher was late"),
        example("dua karo, iman rakho"),
        example("I live in mardan", setting=Setting(places=frozenset({"Mardan"}))),
        example("مجھے امید ہے کہ نور آئے گا", language="ur"),
        example("هغوی ډېر ښه خلک دي", language="ps"),
    ),
    about_names=True,
)
