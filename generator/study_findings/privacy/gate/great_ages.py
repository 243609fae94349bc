"""Ages of ninety and over, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_UNITS: Final = "one|two|three|four|five|six|seven|eight|nine"
_GREAT: Final = (
    rf"(?:9\d|1[01]\d|120|ninety(?:[ -](?:{_UNITS}))?"
    rf"|(?:a |one )?hundred(?: and (?:{_UNITS}|ten|eleven|twelve))?)"
)
_PEOPLE: Final = (
    "patient|mother|father|grandmother|grandfather|grandma|grandpa|granny|gran|nan|nana|nani|dada"
    "|dadi|ammi|amma|ami|abbu|abba|baba|phupho|khala|aunt|uncle|neighbou?r|husband|wife|resident|client|mum|mom|dad"
)
# Behind an age stands what follows it, and nothing that is counted.
_NOTHING_COUNTED: Final = (
    r"(?= now| and| n(?= )| &| but| still| this| next| when| or |,|\.(?!\d)|[;:!?)]|$)"
)
_URDU: Final = "نوے|اکیانوے|بانوے|ترانوے|چورانوے|پچانوے|چھیانوے|ستانوے|اٹھانوے|ننانوے|سو|نوي|نوی|سل"
_FIGURE: Final = "9\\d|1[01]\\d|120"
_PATTERNS: Final = (
    re.compile(rf"(?<![\w.,-]){_GREAT}[ -]years?[ -]olds?(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,-]){_GREAT} (?:years|yrs|yr) of age(?!\w)"
        rf"|(?<!\w)(?:{_PEOPLE}|man|woman|lady|gentleman|elder) of {_GREAT} years?"
        rf"(?!\w| of (?!age))",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,-])(?:9\d|1[01]\d|120) ?(?:y/?o|yo|yrs? old)(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:aged?|ages?|at the age|turned|turning|turns)"
        rf"(?: is| was| of| about| around| over| nearly| almost|:){{0,2}}"
        rf" {_GREAT}(?![\w%]|[.,]\d| degrees| per ?cent)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:i|he|she|who|{_PEOPLE})(?: (?:is|am|was|will be|would be|had been)|'s|'m)"
        rf"(?: now| already| over| nearly| almost| about){{0,2}} {_GREAT}{_NOTHING_COUNTED}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:{_PEOPLE}|man|woman|lady|gentleman|someone|somebody) of {_GREAT}"
        rf"{_NOTHING_COUNTED}"
        rf"|(?<!\w)(?:died|dies|buried|lost|reached|outlived)(?: her| him| them)?(?: at)?"
        rf" {_GREAT}{_NOTHING_COUNTED}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)in (?:my|his|her|their|your) (?:early |mid |mid-|late )?(?:nineties|90'?s)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:nonagenarian|centenarian)s?(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:{_FIGURE}|{_URDU}) ?(?:سالہ|ساله|برس کی عمر|سال کی عمر|برس کے ہیں|برس کی ہیں"
        rf"|سال کے ہیں|سال کی ہیں|کلن|کلنه|کلنې)(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)عمر (?:تقریباً |تقریبا |یې |ئې )?(?:{_FIGURE}|{_URDU}) ?(?:سال|برس|کاله|کلونه)"
        rf"(?!\w)"
    ),
)
_THING: Final = re.compile(
    r" (?:\w+ )?(?:building|hospital|college|institution|institute|tradition|house|school"
    r"|university|church|mosque|law|book)",
    re.IGNORECASE,
)


_IN_WORDS: Final = frozenset(
    "ninety nineties hundred nonagenarian nonagenarians centenarian centenarians".split()
)
_IN_FIGURES: Final = re.compile("9\\d|1[01]\\d|120")


def _find(text: GateText) -> Iterator[Span]:
    if not _may_be_there(text):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text.plain):
            if not _THING.match(text.plain, match.end()):
                yield match.span()


def _may_be_there(text: GateText) -> bool:
    """Tell whether a text has any number that may be a great age."""
    if text.has_arabic or not _IN_WORDS.isdisjoint(text.letters):
        return True
    return text.has_digit and _IN_FIGURES.search(text.plain) is not None


RULE: Final = GateRule(
    "great-age",
    "warning",
    "So few people are ninety or older that the age alone may tell who this is.",
    "[over 80]",
    _find,
    examples=(
        example("A 93-year-old man died.", "93-year-old"),
        example("She was ninety-three years old.", "ninety-three years old"),
        example("my grandfather, aged 95, came", "aged 95"),
        example("He died at the age of 101.", "at the age of 101"),
        example("She is in her nineties.", "in her nineties"),
        example("He is 97, and still works.", "He is 97"),
        example("The centenarian smiled.", "centenarian"),
        example("My patient is 94 and he sings.", "patient is 94"),
        example("An old lady of 98, she walked home.", "lady of 98"),
        example("We buried him at 103, and it rained.", "buried him at 103"),
        example("My grandmother will be 100 this spring.", "grandmother will be 100"),
        example("a 92 yo lady", "92 yo"),
        example("my ammi is 96 n still cooks", "ammi is 96"),
        example("A man of 99 years sang to us.", "man of 99 years"),
        example("ایک ۹۳ سالہ مریض", "۹۳ سالہ", language="ur"),
        example("ان کی عمر بانوے سال تھی", "عمر بانوے سال", language="ur"),
        example("یو ۹۵ کلن سړی", "۹۵ کلن", language="ps"),
    ),
    non_examples=(
        example("She turned ninety degrees to the wall."),
        example("I waited 90 minutes, and 95 percent left."),
        example("A 45-year-old man and a girl aged 9."),
        example("In the nineties it was better."),
        example("It is a 100 year old building."),
        example("He lost 95 rupees, and his pulse was 96; the mother is 98 percent sure."),
        example("The patient is 92 kilos."),
        example("A man of 99 names, and a woman of 95 years of work."),
        example("93 years ago the college opened; she is 97% sure."),
        example("ایک ۴۵ سالہ مریض", language="ur"),
        example("سو لوگ آئے", language="ur"),
    ),
)
