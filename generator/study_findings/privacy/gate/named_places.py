"""Institutions and small places by their names, outside the study's own setting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...text.folding import folded
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting, Word
from .name_spans import set_aside
from .vocabulary import is_name, is_ordinary, listed

# What ends a place's name, and what begins one.
_BEHIND: Final = frozenset(
    "hospital hospitals university college colony bazaar bazar chowk mohalla tehsil nagar colony"
    " institute academy village town clinic complex road street school madrasa mosque masjid"
    " church temple infirmary polyclinic".split()
)
_BEFORE: Final = frozenset(
    "university college institute hospital village town district tehsil city valley hamlet"
    " union".split()
)
_OF: Final = frozenset({"of"})
_DISTRICT: Final = frozenset("village tehsil district mohalla".split())
_ARABIC_BEHIND: Final = frozenset(
    map(
        folded,
        "ہسپتال اسپتال یونیورسٹی کالج کالونی بازار چوک محلہ روغتون پوهنتون"
        " کلینک مدرسہ مسجد".split(),
    )
)
_ARABIC_BEFORE: Final = frozenset(map(folded, "گاؤں تحصیل ضلع محلہ کلي کلی ولسوالۍ ولایت".split()))
_ARABIC_PLAIN: Final = frozenset(
    map(
        folded,
        "سرکاری نجی بڑے بڑا ہمارے ہمارا اپنے اس ایک تدریسی میڈیکل ضلعی دوسرے یہ وہ کسی ہر ٹیچنگ"
        " جنرل پرائیویٹ گورنمنٹ نرسنگ لوی دولتي شخصي زموږ دې هغه یو طبي پورے سارے مقامی دور چھوٹے"
        " سے میں ہے تھا تھے ہیں نے کو کا کی کے د په له ته کې دی ده وه وو".split(),
    )
)


_ORDINARY: Final = ("function", "field", "roles", "spoken")


_SIGNS: Final = _BEHIND | _BEFORE | _ARABIC_BEHIND | _ARABIC_BEFORE


def _find(text: GateText) -> Iterator[Span]:
    if _SIGNS.isdisjoint(text.vocabulary):
        return
    aside = _decided(text)
    words = text.words
    for at, word in enumerate(words):
        lower = word.folded
        if lower in _BEHIND and at and _names(text, at - 1) and not {at - 1} & aside:
            first = at - 1
            while first and _names(text, first - 1) and _adjoin(text, first - 1):
                first -= 1
            if _adjoin(text, at - 1):
                yield words[first].start, word.end
        elif lower in _BEFORE and (named := _after(text, at)) is not None and named not in aside:
            yield word.start, words[named].end
        elif (
            lower in _ARABIC_BEHIND
            and at
            and _names_in_arabic(words[at - 1])
            and at - 1 not in aside
        ):
            yield words[at - 1].start, word.end
        elif lower in _ARABIC_BEFORE and at + 1 < len(words) and _names_in_arabic(words[at + 1]):
            yield word.start, words[at + 1].end


def _decided(text: GateText) -> frozenset[int]:
    """Give the places of words that the study names, or that are decided."""
    return set_aside(text) if text.setting.own else frozenset()


def _after(text: GateText, at: int) -> int | None:
    """Give the place of the name in `University of X`, `village X`."""
    words = text.words
    named = at + 1
    if named < len(words) and words[named].lower in _OF:
        named += 1
    elif words[at].lower not in _DISTRICT:
        return None
    if named >= len(words) or words[named].begins or not _names(text, named):
        return None
    return named


def _names(text: GateText, at: int) -> bool:
    """Tell whether a word names a place: known as a name, or with a capital and not our word."""
    word = text.words[at]
    lower = word.lower
    if is_name(lower):
        return True
    if any(lower in listed(name) for name in _ORDINARY):
        return False
    if word.has_capital and not word.begins:
        return True
    return (
        not is_ordinary(lower, text.language_alone)
        and lower.isalpha()
        and lower.isascii()
        and len(lower) > 3
    )


def _adjoin(text: GateText, at: int) -> bool:
    return text.between(text.words[at], text.words[at + 1]) in (" ", "-")


def _names_in_arabic(word: Word) -> bool:
    if not "؀" <= word.text[0] <= "ۿ":
        return False
    lower = word.folded
    return (
        lower not in listed("ordinary-arabic-script")
        and lower not in _ARABIC_PLAIN
        and len(lower) > 2
    )


RULE: Final = GateRule(
    "named-place",
    "warning",
    "An institution or a small place, with who works there, may tell who this is.",
    "[a place]",
    _find,
    examples=(
        example("I trained at Lady Reading Hospital.", "Lady Reading Hospital"),
        example("in jinnah hospital we wept", "jinnah hospital"),
        example("at the University of Zarkabad", "University of Zarkabad"),
        example("He lives in Sethi Colony.", "Sethi Colony"),
        example("the village of Tanai", "village of Tanai"),
        example("a girl from village Shabqadar", "village Shabqadar"),
        example("جناح ہسپتال میں", "جناح ہسپتال", language="ur"),
        example("گاؤں شبقدر سے", "گاؤں شبقدر", language="ur"),
    ),
    non_examples=(
        example("The hospital and our college are far."),
        example("A teaching hospital, a private university."),
        example("the university of life and the college of surgeons"),
        example("The Hospital was full. This College is old."),
        example("I work at Saidu Hospital.", setting=Setting(places=frozenset({"Saidu"}))),
        example("the village of my father"),
        example("سرکاری ہسپتال میں", language="ur"),
        example("میں ہسپتال میں تھا، یہ ہسپتال بڑا ہے", language="ur"),
    ),
)
