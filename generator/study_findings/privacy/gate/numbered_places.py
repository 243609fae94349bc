"""Beds, rooms and wards by their numbers, in figures and in words, before and behind the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText
from .keyboards import spelt

_PLACES: Final = (
    "bed|beds|cot|crib|incubator|cabin|cubicle|bay|room|rooms|ward|wards|theatre|theater|ot"
    "|kamra|kamre|bistar"
)
# Those that are lettered too, and told one after another: `ward C`, `Unit II`, `the second ward`.
_LETTERED: Final = "ward|wards|bay|cabin|cubicle|unit|block"
_CALLED: Final = "ward|bed|cot|cabin|cubicle|bay"
_NUMBER: Final = r"(?: ?(?:numbers?|nos?|num|nr)\b\.?| ?#)"
_FIGURES: Final = r"(?:[a-z]-?)?\d{1,4}(?:-?[a-z])?(?![\w%:]|[.,]\d|-\w)"
_WORDS: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty"
)
_ORDINALS: Final = (
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:\d?[02-9]|1\d)(?:nd|rd|th)"
)
# What a figure behind a place counts, and what follows a figure that stands for a word.
_NOTHING_COUNTED: Final = (
    r"(?! ?-?(?:nights?|days?|hours?|hrs?|minutes?|mins?|weeks?|months?|years?|times?|patients?"
    r"|people|persons?|students?|doctors?|nurses?|women|men|girls|boys|children|babies|beds|others?"
    r"|more|metres?|meters?|feet|am|pm|a\.m|p\.m|o'?clock|percent|of (?:us|them|you)"
    r"|(?:me|us|u|you|them|him|her|it|all|any\w*|every\w*|improvement|be|breathe|sit|sleep)\b))"
)
_ROMAN: Final = re.compile(
    rf"(?<![\w-])(?:{_PLACES}){_NUMBER} ?(?:{_FIGURES}|(?:one|{_WORDS})\b)"
    rf"|(?<![\w-])(?<!no )(?:{_PLACES})[ -]?(?:{_FIGURES}|(?:{_WORDS})\b){_NOTHING_COUNTED}"
    rf"|(?<![\w-])(?:{_FIGURES}|{_WORDS}) (?:number|no\.?) (?:{_PLACES})(?!\w)"
    rf"|(?<!\w)the (?:{_ORDINALS}) (?:{_CALLED})(?!\w)",
    re.IGNORECASE,
)
_BY_LETTER: Final = re.compile(
    rf"(?<![\w-])(?i:{_LETTERED})[ -](?:[B-H]|[A-H]-?\d|I{{2,3}}|IV|VI{{0,3}}|IX|X)(?![\w'])"
)
_URDU: Final = spelt("بیڈ|بستر|وارڈ|کمرہ|کمرے|کمرا|کیبن")
_URDU_NUMBERS: Final = r"\d{1,4}|" + spelt(
    "ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ|تیرہ|چودہ|پندرہ|سولہ|سترہ|اٹھارہ|انیس|بیس"
)
_URDU_ORDINALS: Final = spelt(
    "دوسرا|دوسرے|دوسری|تیسرا|تیسرے|تیسری|چوتھا|چوتھے|چوتھی|پانچواں|پانچویں|چھٹا|چھٹے|چھٹی|ساتواں|ساتویں"
    "|آٹھواں|آٹھویں|نواں|نویں|دسواں|دسویں"
)
_PASHTO: Final = spelt("بستر|بېډ|بیډ|وارډ|خونه|خونې|کوټه|کوټې")
_PASHTO_NUMBERS: Final = r"\d{1,4}|" + spelt(
    "یو|دوه|درې|څلور|پنځه|شپږ|اووه|اوه|اته|نهه|لس|یولس|دولس|دیارلس|څوارلس|پنځلس|شل"
)
_PASHTO_ORDINALS: Final = (
    f"(?:{spelt('دوهم|دویم|درېیم|دریم|څلورم|پنځم|شپږم|اووم|اتم|نهم|لسم')}|\\d{{1,3}} ?م)[هېۍ]?"
)
_NOT_COUNTING: Final = r"(?! ?(?:گھنٹ|دن|رات|سال|مریض|لوگ|بج|ورځ|ساعت|شپ|ناروغ|کسان))"


def _find(text: GateText) -> Iterator[Span]:
    if not _places().isdisjoint(text.letters):
        for pattern in (_ROMAN, _BY_LETTER):
            for match in pattern.finditer(text.plain):
                yield match.span()
    if text.has_arabic:
        for match in _in_arabic_script().finditer(text.plain):
            yield match.span()


@cache
def _places() -> frozenset[str]:
    """Give the places in small letters, also with a letter or a word for number written on."""
    return frozenset(
        f"{place}{end}"
        for place in f"{_PLACES}|{_LETTERED}".split("|")
        for end in ("", "no", "number")
    )


@cache
def _in_arabic_script() -> re.Pattern[str]:
    """Match a numbered place in Urdu or Pashto."""
    return re.compile(
        "|".join(
            (
                _either_way(_URDU, _URDU_NUMBERS, "نمبر"),
                rf"(?<!\w)(?:{_URDU_ORDINALS}) (?:{spelt('بیڈ|بستر|وارڈ|کیبن')})(?!\w)",
                _either_way(_PASHTO, _PASHTO_NUMBERS, "نمبر|شمېره|شمیره|ګڼه"),
                rf"(?<!\w){_PASHTO_ORDINALS} (?:{_PASHTO})(?!\w)",
            )
        )
    )


def _either_way(places: str, numbers: str, number: str) -> str:
    """Match a place with its number behind it, or before it with a word for number between."""
    return (
        rf"(?<!\w)(?:{places}) (?:(?:{number}) ?(?:{numbers})(?!\w)|\d{{1,4}}(?!\w){_NOT_COUNTING})"
        rf"|(?<!\w)(?:{numbers}) ?(?:{number}) (?:والے |والا |والی )?(?:{places})(?!\w)"
    )


RULE: Final = GateRule(
    "numbered-place",
    "warning",
    "With a month or a story, whoever worked there knows who was in that bed, room or ward.",
    "[a place in the hospital]",
    _find,
    examples=(
        example("I was in bed 12, he in bed no. 14.", "bed 12", "bed no. 14"),
        example("In Ward 7B they knew; room 314 too.", "Ward 7B", "room 314"),
        example("bed twelve in the second ward", "bed twelve", "the second ward"),
        example("the 3rd bed in ward C of Unit II", "the 3rd bed", "ward C", "Unit II"),
        example("12 number bed pe thi, kamra no 5", "12 number bed", "kamra no 5"),
        example("room number one was ours", "room number one"),
        example("دوسرے وارڈ میں بستر نمبر ۱۲ پر", "دوسرے وارڈ", "بستر نمبر ۱۲", language="ur"),
        example("بارہ نمبر بیڈ، کمرہ ۷", "بارہ نمبر بیڈ", "کمرہ ۷", language="ur"),
        example("په دویم وارډ کې ۱۲ نمبر بستر", "دویم وارډ", "۱۲ نمبر بستر", language="ps"),
        example("۷ نمبر خونه، څلورمه کوټه", "۷ نمبر خونه", "څلورمه کوټه", language="ps"),
        example("وارډ شمېره ۳ ته", "وارډ شمېره ۳", language="ps"),
    ),
    non_examples=(
        example("We had no 2 beds alike, and in the ward 12 nurses."),
        example("I was in the ward 24 hours, in bed 2 days, in bed by 10."),
        example("There was no room 4 us, no room two could share."),
        example("My first ward; a second bed came; a room of one's own."),
        example("Ward rounds at 8:30; the ward 8:30 to 2; bed 9:15"),
        example("Forty beds, two wards, room for 3."),
        example("the emergency room and a unit of blood, Unit A nurse"),
        example("وارڈ میں ۱۲ گھنٹے، کمرے میں ۴ لوگ", language="ur"),
        example("دوسرے کمرے میں چلی گئی، بستر پر", language="ur"),
        example("وارډ کې ۱۲ ناروغان وو، خونه وړه وه", language="ps"),
    ),
)
