"""Ages of ninety and over, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import Rule, Span, example
from .passages import Passage

_UNITS: Final = "one|two|three|four|five|six|seven|eight|nine"
_GREAT: Final = (
    rf"(?:9\d|1[01]\d|120|ninety(?:[ -](?:{_UNITS}))?"
    rf"|(?:a |one )?hundred(?: and (?:{_UNITS}|ten|eleven|twelve))?)"
)
_URDU: Final = "نوے|اکیانوے|بانوے|ترانوے|چورانوے|پچانوے|چھیانوے|ستانوے|اٹھانوے|ننانوے|سو|نوي|نوی|سل"
_FIGURE: Final = "9\\d|1[01]\\d|120"
_PATTERNS: Final = (
    re.compile(rf"(?<![\w.,-]){_GREAT}[ -]years?[ -]olds?(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<![\w.,-]){_GREAT} (?:years|yrs|yr) of age(?!\w)", re.IGNORECASE),
    re.compile(r"(?<![\w.,-])(?:9\d|1[01]\d|120) ?(?:y/?o|yo|yrs? old)(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:aged?|ages?|at the age|turned|turning|turns)"
        rf"(?: is| was| of| about| around| over| nearly| almost|:){{0,2}}"
        rf" {_GREAT}(?![\w%]|[.,]\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:i am|i'm|he is|he's|she is|she's|he was|she was|who is|who was)"
        rf"(?: now| already| over| nearly| almost| about){{0,2}} {_GREAT}"
        r"(?= now| and|,|\.(?!\d)|;|!|$| or )",
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


def _find(passage: Passage) -> Iterator[Span]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(passage.plain):
            if not _THING.match(passage.plain, match.end()):
                yield match.span()


RULE: Final = Rule(
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
        example("a 92 yo lady", "92 yo"),
        example("ایک ۹۳ سالہ مریض", "۹۳ سالہ", language="ur"),
        example("ان کی عمر بانوے سال تھی", "عمر بانوے سال", language="ur"),
        example("یو ۹۵ کلن سړی", "۹۵ کلن", language="ps"),
    ),
    non_examples=(
        example("I waited 90 minutes, and 95 percent left."),
        example("A 45-year-old man and a girl aged 9."),
        example("In the nineties it was better."),
        example("It is a 100 year old building."),
        example("93 years ago the college opened; she is 97% sure."),
        example("ایک ۴۵ سالہ مریض", language="ur"),
        example("سو لوگ آئے", language="ur"),
    ),
)
