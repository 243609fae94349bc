"""Months of what is written down somewhere with a name: births, deaths, admissions, weddings.

The Privacy Rule of HIPAA counts every part of such a date but the year among what identifies
(45 CFR 164.514(b)(2)(i)(C)). A month by itself is the time of a study, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText
from .keyboards import spelt
from .months import any_month, first_letters, foreign_months

_EVENTS: Final = (
    "born|gave birth|delivered|died|passed away|expired|buried|funeral|admitted|discharged"
    "|operated|surgery|married|wedding|nikah|engaged|divorced|miscarried|miscarriage"
    "|suspended|expelled|dismissed|resigned|arrested|shaadi|shadi"
)
_IN_ARABIC_SCRIPT: Final = (
    "پیدا|انتقال|وفات|فوت|جنازہ|جنازه|شادی|نکاح|منگنی|طلاق|آپریشن|اسقاط|برطرف|معطل|استعفیٰ|گرفتار"
    "|وزېږېد|وزېږېده|زېږېدلی|زېږېدلې|وفات|مړ|مړه|واده|کوژده|طلاقه|عملیات|استعفا"
)
_NEAR: Final = r"[^.!?؟۔;:\n]{0,40}?"
_YEAR: Final = r"(?:,? (?:of )?(?:1[2-9]|20)\d\d)?"


def _find(text: GateText) -> Iterator[Span]:
    if _first_words().isdisjoint(text.letters):
        return
    if first_letters(text.language_alone).isdisjoint(text.letters):
        return
    foreign = foreign_months(text.language_alone)
    for pattern in _patterns(text.language_alone):
        for match in pattern.finditer(text.plain):
            if match["month"].lower() not in foreign:
                yield match.start("told"), match.end("told")


@cache
def _first_words() -> frozenset[str]:
    """Give the first word of each event, as any keyboard writes it."""
    first = [event.split(" ")[0] for event in f"{_EVENTS}|{_IN_ARABIC_SCRIPT}".split("|")]
    return frozenset(first) | {word.replace("ی", "ي") for word in first}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Match a month behind what happened in it, and before."""
    months = f"(?P<month>{any_month(language)})"
    said = rf"(?:in|since|last|this|next|of|early|late|mid) (?P<told>{months}(?!\w){_YEAR})"
    word = f"(?P<told>{months}(?!\\w){_YEAR})"
    acts = f"(?<!\\w)(?:{spelt(_IN_ARABIC_SCRIPT)})(?!\\w)"
    return (
        re.compile(rf"(?<!\w)(?:{_EVENTS})(?!\w){_NEAR} {said}", re.IGNORECASE),
        re.compile(rf"(?<!\w){said}{_NEAR}(?<!\w)(?:{_EVENTS})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){word}{_NEAR}{acts}"),
        re.compile(rf"{acts}{_NEAR}(?<!\w){word}"),
    )


RULE: Final = GateRule(
    "dated-event",
    "warning",
    "The month of a birth, a death, an admission or a wedding leads to a record with a name.",
    "[a month]",
    _find,
    examples=(
        example("My son was born in March.", "March"),
        example("She died here in late October 2020, alone.", "October 2020"),
        example("In Ramadan my brother was admitted.", "Ramadan"),
        example("we got married last december", "december"),
        example("مارچ ۲۰۲۰ میں ان کا انتقال ہوا", "مارچ ۲۰۲۰", language="ur"),
        example("په مارچ کې مې پلار وفات شو", "مارچ", language="ps"),
    ),
    non_examples=(
        example("In March the ward was full."),
        example("It was born of need. In March we left."),
        example("She may have died; I may be admitted, and march on."),
        example("He was married to his work."),
        example("مارچ میں کام بہت تھا", language="ur"),
        example("په مارچ کې کار ډېر و", language="ps"),
    ),
)
