"""Where somebody lives: a house with its number, a street with its, a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_NUMBER: Final = r"(?: ?(?:no|number|nr|num)\b\.?| ?#|:)? ?"
_CODE: Final = r"[A-Za-z]?-?\d{1,5}(?:[-/]?[A-Za-z0-9]{1,4})?"
# A house or flat, and what stands around it, each with its number.
_HOUSE: Final = re.compile(
    rf"(?<!\w)(?:house|flat|apartment|apt|plot|bungalow|villa|quarter|h\.? ?no|makaan|makan)"
    rf"{_NUMBER}{_CODE}(?!\w| of )"
    rf"(?:,? (?:street|st|road|gali|lane|block|sector|phase|floor|mohalla|society)"
    rf"{_NUMBER}[A-Za-z]?-?\d{{1,4}}(?:[-/]\w{{1,3}})?(?!\w)){{0,4}}",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    rf"(?<!\w)(?:street|gali|sector|lane){_NUMBER}(?:[A-Za-z]-?\d{{1,3}}(?:/\d)?|\d{{1,4}})"
    rf"(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_WESTERN: Final = re.compile(
    r"(?<![\w.,])\d{1,5}[A-Za-z]? (?:[A-Z][a-z']{1,20} ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Gardens|Crescent"
    r"|Terrace|Way|Court|Place|Square|Boulevard|Blvd|Grove|Mews)(?!\w)"
)
_BOX: Final = re.compile(
    r"(?<!\w)p\.? ?o\.? ?box\.?(?: ?(?:no|number)\.?)? ?\d{1,6}(?!\w)", re.IGNORECASE
)
_POSTCODE: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_CODE_TOLD: Final = re.compile(
    r"(?<!\w)(?:zip|pin|postal|post)(?: ?code)?:? ?\d{5,6}(?:-\d{4})?(?!\w)", re.IGNORECASE
)
_WORDS: Final = (
    "house flat apartment apt plot bungalow villa quarter h makaan makan street gali sector lane"
    " st road rd avenue ave close drive gardens crescent terrace way court place square boulevard"
    " blvd grove mews box zip pin postal post"
)
_ARABIC: Final = re.compile(
    r"(?:مکان|گلی|کوچہ|فلیٹ|پلاٹ|کوټه|کوڅه|سرک|کور)(?: (?:نمبر|شمېره|ګڼه|نمبره)) ?[:،]? ?\d{1,5}"
    r"(?!\w)"
)


def _find(text: GateText) -> Iterator[Span]:
    if not text.has_digit:
        return
    is_told = not _signs().isdisjoint(text.letters)
    patterns = (_HOUSE, _STREET, _WESTERN, _BOX, _CODE_TOLD) if is_told else ()
    for pattern in (*patterns, _POSTCODE, *((_ARABIC,) if text.has_arabic else ())):
        for match in pattern.finditer(text.plain):
            yield match.span()


@cache
def _signs() -> frozenset[str]:
    """Give what an address is told by, with a word for number written on to it or without."""
    ends = ("", "no", "number", "nr", "num", "code")
    return frozenset(word + end for word in _WORDS.split() for end in ends)


RULE: Final = GateRule(
    "street-address",
    "error",
    "An address leads to one house.",
    "[an address]",
    _find,
    examples=(
        example("I live in house 12, street 4, sector F-8.", "house 12, street 4, sector F-8"),
        example("Flat no. 3B was ours", "Flat no. 3B"),
        example("at 12 High Street and 221B Baker Street", "12 High Street", "221B Baker Street"),
        example("P.O. Box 123", "P.O. Box 123"),
        example("her postcode is SW1A 1AA, his ZIP code 10001", "SW1A 1AA", "ZIP code 10001"),
        example("مکان نمبر ۱۲، گلی نمبر ۴", "مکان نمبر ۱۲", "گلی نمبر ۴", language="ur"),
        example("gali no 5 mein", "gali no 5"),
    ),
    non_examples=(
        example("In house 2 of us were late; the house officers left."),
        example("I was on the street for 2 hours."),
        example("My house job took 12 months."),
        example("There were 12 Great Doctors there."),
        example("Bed 14 in ward 3, room 5."),
        example("گھر میں ۱۲ لوگ تھے", language="ur"),
    ),
)
