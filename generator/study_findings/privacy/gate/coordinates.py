"""Places given as figures: degrees, decimal degrees, plus codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_SIDE: Final = r"(?: ?\u00b0)?(?: ?(?:north|south|east|west|[NSEW])\b)?"
_DECIMAL: Final = r"[-+]?\d{1,3}\.\d{2,10}"
_PAIR: Final = re.compile(
    rf"(?<![\w.])(?:[NSEW] ?)?{_DECIMAL}{_SIDE}(?: ?[,;/] ?| )(?:[NSEW] ?)?{_DECIMAL}{_SIDE}"
    rf"(?![\w.]\d)",
    re.IGNORECASE,
)
_DEGREES: Final = re.compile(
    r"(?<![\w.])\d{1,3}(?:\.\d{1,8})? ?(?:\u00b0|degrees?)"
    r"(?: ?\d{1,2}(?:\.\d{1,8})? ?(?:'|\u2032|minutes?))?"
    r"(?: ?\d{1,2}(?:\.\d{1,8})? ?(?:''|\"|\u2033|\u201d|seconds?))?"
    r"(?: ?(?-i:[NSEW])| (?:north|south|east|west))(?!\w)",
    re.IGNORECASE,
)
# The side first, minutes with decimals behind: `N 34\u00b0 00.906', E 071\u00b0 58.644'`.
_SIDE_FIRST: Final = re.compile(
    r"(?<![\w'\"\u2032\u2033\u201d\u00b0])[NSEW] ?\d{1,3}(?:\.\d{1,8})? ?\u00b0"
    r"(?: ?\d{1,2}(?:\.\d{1,8})? ?['\u2032]?)?"
    r"(?: ?\d{1,2}(?:\.\d{1,8})? ?(?:''|\"|\u2033|\u201d))?(?!\w)"
)
_ALONE: Final = re.compile(r"(?<![\w.])[-+]?\d{1,3}\.\d{4,10}(?: ?\u00b0)? ?[NSEW](?!\w)")
_LABELLED: Final = re.compile(
    r"(?<!\w)(?:lat|latitude|lon|long|lng|longitude)[.:=]? ?(?:is )?([-+]?\d{1,3}\.\d{1,10})",
    re.IGNORECASE,
)
_PLUS_CODE: Final = re.compile(
    r"(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)"
)
# What none can be written without: decimals, a degree, a plus.
_SIGN: Final = re.compile(r"\d\.\d|\d ?(?:\u00b0|d)|\+", re.IGNORECASE)
_FEWEST_DECIMALS: Final = 3
_FIGURE: Final = re.compile(r"\.(\d+)")


def _find(text: GateText) -> Iterator[Span]:
    if not _SIGN.search(text.plain):
        return
    for match in _PAIR.finditer(text.plain):
        exact = all(len(part) >= _FEWEST_DECIMALS for part in _FIGURE.findall(match[0]))
        if exact or re.search(r"\d ?\u00b0|\d ?[NSEW]\b", match[0]):
            yield match.span()
    for pattern in (_DEGREES, _SIDE_FIRST, _ALONE, _PLUS_CODE):
        for match in pattern.finditer(text.plain):
            yield match.span()
    for match in _LABELLED.finditer(text.plain):
        yield match.span(1)


RULE: Final = GateRule(
    "coordinates",
    "error",
    "Coordinates lead to one house.",
    "[a place]",
    _find,
    examples=(
        example("My house is at 34.0151, 71.5249.", "34.0151, 71.5249"),
        example("34.0151° N, 71.5249° E", "34.0151° N, 71.5249° E"),
        example("34.0151 N 71.5249 E is home", "34.0151 N 71.5249 E"),
        example("at -33.8688,151.2093 now", "-33.8688,151.2093"),
        example("34°00'54\"N 71°31'29\"E", "34°00'54\"N", "71°31'29\"E"),
        example("N 34° 00.906', E 071° 31.494'", "N 34° 00.906'", "E 071° 31.494'"),
        example("lat: 34.01 and long: 71.52", "34.01", "71.52"),
        example("the pin says 8J7M2G4F+9Q", "8J7M2G4F+9Q"),
        example("۳۴٫۰۱۵۱، ۷۱٫۵۲۴۹".replace("،", ","), "۳۴٫۰۱۵۱, ۷۱٫۵۲۴۹", language="ur"),
    ),
    non_examples=(
        example("His fever was 39.5, then 40.1."),
        example("It was 40 degrees in the ward."),
        example("Turn N 3 times, then 40° C and 12° more."),
        example("My marks are 3.25 and 3.75."),
        example("The pH was 7.35, 7.40."),
        example("We work 24 hours and 30.5 days."),
    ),
)
