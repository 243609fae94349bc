"""How one theme relates to another: in words, with a voice from each side, in other languages."""

from __future__ import annotations

import re
from typing import Final

from .base import Id, Record, Text

THIS: Final = "{this}"
"""Stands in a relation's words for the theme that names it."""
OTHER: Final = "{other}"
"""Stands in a relation's words for the theme that it names."""
_PLACES: Final = re.compile(r"(\{this\}|\{other\})")


class Relation(Record):
    """How one theme relates to another."""

    theme: Id
    """The other theme's id."""
    relation: Text
    """What stands between the two titles: `deepens`, `contradicts`, `mirrors`; or a sentence in
    which `{this}` and `{other}` stand for them: `{this} and {other} share a cause`.
    """
    label: Text | None = None
    """A word or two for the line between the two on the map; where left out, `relation`, unless
    that says where the two stand.
    """
    voices: tuple[Id, ...] = ()
    """Ids of the two quotations that stand for the relation: one of this theme, then one of the
    other; exemplars, where left out.
    """


class RelationTranslation(Record):
    """The words of a relation in another language."""

    relation: Text
    """The words in the study's language, as `related` of a theme has them."""
    says: Text | None = None
    """The words; where the titles do not stand around them, `{this}` and `{other}` say where."""
    label: Text | None = None
    """A word or two for the line on the map; none stands there where left out, if `says` says where
    the two stand.
    """


def squeezed(words: str) -> str:
    """Give the words of a relation as translations find them, however their white space is."""
    return " ".join(words.split())


def sentence_of(words: str) -> tuple[str, ...]:
    """Take the words of a relation apart into a sentence: texts, and once each `THIS` and `OTHER`.

    Words without places stand between the two.
    """
    if not says_where(words):
        return (THIS, f" {words.strip()} ", OTHER)
    return tuple(piece for piece in _PLACES.split(words) if piece)


def label_of(words: str) -> str:
    """Give the words for the line between two themes; none where those are part of a sentence."""
    return "" if says_where(words) else squeezed(words)


def says_where(words: str) -> bool:
    """Tell whether the words of a relation say where each of its two themes stands."""
    return words.count(THIS) == words.count(OTHER) == 1 and bool(_without(words))


def is_misplaced(words: str) -> bool:
    """Tell whether words place one of the themes, and not both once each, with words of their own.

    Other braces are text.
    """
    return (THIS in words or OTHER in words) and not says_where(words)


def _without(words: str) -> str:
    return squeezed(_PLACES.sub(" ", words))
