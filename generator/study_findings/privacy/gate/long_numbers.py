"""Six digits and more, whatever they stand for, where a sentence does not plainly say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .digit_runs import is_plainly_no_number, runs
from .flags import GateRule, Span, example
from .gate_text import GateText

# Letters and digits in one token, with six digits on end: `BK1234567`.
_MIXED: Final = re.compile(
    r"(?<!\w)(?=[\w-]{7,40}(?![\w-]))[A-Za-z]{1,6}-?\d{6,30}[A-Za-z]{0,3}(?!\w)"
    r"|(?<!\w)\d{6,30}[A-Za-z]{1,3}(?!\w)"
)
_MEASURE: Final = re.compile(r"\d+(?:k|km|kg|mg|ml|cm|mm|m|g|iu|rs|s)", re.IGNORECASE)


def _find(text: GateText) -> Iterator[Span]:
    if not text.has_digit:
        return
    for run in runs(text):
        if not is_plainly_no_number(text, run):
            yield run.start, run.end
    for match in _MIXED.finditer(text.plain):
        if not _MEASURE.fullmatch(match[0]) and not match[0].lower().startswith(
            ("rs", "pkr", "usd")
        ):
            yield match.span()


RULE: Final = GateRule(
    "long-number",
    "error",
    "A number of six digits or more is often a person's own: of a telephone, a file, an account.",
    "[a number]",
    _find,
    examples=(
        example("The code was 482913.", "482913"),
        example("He gave me 48-29-13 to write down.", "48-29-13"),
        example("It says 1234 5678 on it", "1234 5678"),
        example("555-0123 was on the wall", "555-0123"),
        example("Her pass is BK1234567.", "BK1234567"),
        example("it ends in 12345678Z", "12345678Z"),
        example("+92 301 2345678", "+92 301 2345678"),
        example("اس پر ۴۸۲۹۱۳ لکھا تھا", "۴۸۲۹۱۳", language="ur"),
        example("٤٨٢٩١٣", "٤٨٢٩١٣", language="ar"),
    ),
    non_examples=(
        example("They paid 10,000 rupees, then 1,200,000."),
        example("It cost Rs. 150000 a year."),
        example("A salary of 150000 rupees is nothing."),
        example("There are 200000 patients in this district."),
        example("From 2019-2020, and in 2020/2021, and 2019 2020 2021."),
        example("I scored 950/1100."),
        example("BP was 120/80, then 130/90-140/95."),
        example("The clinic ran 9.30-10.30 and 14.00 - 16.30."),
        example("Fees of 1000-1500 and 15000-20000 were asked."),
        example("It takes 10-15-20 minutes, or 10 20 30."),
        example("In 2019 200 students failed."),
        example("It was 3.14159 exactly."),
        example("۱۵۰۰۰۰ روپے بہت کم ہیں", language="ur"),
    ),
)
