"""A name whose title stands behind it: `Imran sahib`, `عمران صاحب`, `daisy aunty`."""

from __future__ import annotations

from typing import Final

from ...text.folding import folded
from .arabic_names import may_be_arabic_name
from .gate_text import GateText, bare
from .name_spans import is_mostly_english
from .titles import (
    arabic_titles_behind,
    arabic_titles_behind_names,
    families_in_arabic,
    is_arabic,
    is_named_in_arabic,
    title_kinds,
)
from .vocabulary import acronyms, is_also_a_name, is_english, is_name, is_ordinary, listed

BEFORE_PEOPLE: Final = frozenset(
    "and with our my your her his to from for told asked called"
    " sab aur se ki ka ke wo woh phir".split()
)
"""Words before whom somebody speaks of, in English and in Urdu in Roman letters."""
FEWEST_LETTERS: Final = 3
"""A shorter word is taken for no name."""
# What stands behind other words as well, in speech of two languages.
_ALSO_SAID: Final = frozenset(
    "sir madam mam ma'am miss ji jee jaan khan uncle aunty auntie anna amma sis bro".split()
)
# What stands behind words that are names too without calling anybody: `hope sir comes`.
_OF_ANYBODY: Final = frozenset("ji jee jaan khan sir gul".split())
# Behind these a family's name that is a title elsewhere calls somebody: `Khan sahib`.
_OF_RESPECT: Final = frozenset(map(folded, "sahib saheb sahab saab sb sahb صاحب صیب".split()))
# Nor are these titles behind words of English: `yes bro`, `hope sis comes`.
_OF_FRIENDS: Final = frozenset("sis bro".split())
_CALLED: Final = frozenset("walid kafeel hakeem hakim thekedar chowkidar seth".split())


def _is_spoken_of(text: GateText, at: int) -> bool:
    """Tell whether a word begins a sentence or stands where somebody is spoken of."""
    word = text.words[at]
    return word.begins or text.words[at - 1].folded in BEFORE_PEOPLE


def named_before(text: GateText, at: int) -> tuple[int, tuple[int, ...]] | None:
    """Give the place of a name whose title stands behind it: `Imran sahib`, `عمران صاحب`."""
    words = text.words
    if not at or text.between(words[at - 1], words[at]) not in (" ", "-"):
        return None
    word, title = words[at - 1], words[at].folded
    if not word.text[0].isalpha() or len(bare(word.folded)) < FEWEST_LETTERS:
        return None
    if bare(word.folded) in title_kinds():
        is_named = word.folded in families_in_arabic() and title in _OF_RESPECT
    else:
        is_named = (_is_arabic_before if is_arabic(word) else _is_roman_before)(text, at, title)
    return (at - 1, (at - 1, at)) if is_named else None


def _is_arabic_before(text: GateText, at: int, title: str) -> bool:
    """Tell whether a word in Arabic letters is a name before the title at this place."""
    word = text.words[at - 1]
    if title not in arabic_titles_behind():
        return False
    if may_be_arabic_name(word.folded):
        return True
    kind = "strong" if title == folded("صاحب") else "weak"
    after = text.words[at + 1].folded if at + 1 < len(text.words) else ""
    return title not in arabic_titles_behind_names() and is_named_in_arabic(word, kind, after)


def _is_roman_before(text: GateText, at: int, title: str) -> bool:
    """Tell whether a word in Roman letters is a name before the title at this place."""
    word = text.words[at - 1]
    lower = bare(word.folded)
    if lower in listed("roles") or lower in _CALLED or title not in listed("titles-behind"):
        return False
    if lower in listed("titles-behind") and not (is_name(lower) and title in _OF_RESPECT):
        return False
    is_word = is_ordinary(word.lower, text.language_alone) or lower in acronyms()
    if title in _OF_FRIENDS and is_english(lower):
        return False
    if is_name(lower):
        return True
    if is_also_a_name(lower) and title not in _OF_ANYBODY and _is_spoken_of(text, at - 1):
        return True
    return not is_word and (word.has_capital or title not in _ALSO_SAID or is_mostly_english(text))
