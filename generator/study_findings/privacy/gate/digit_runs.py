"""Runs of digits, however they are grouped, and which of them a sentence plainly uses otherwise."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from .gate_text import GateText

FEWEST: Final = 6
_MOST: Final = 40
_RUN: Final = re.compile(r"(?<![\w.,])(?:\+ ?|\(\+?)?\d(?:[ ().\-\u2013/]{0,3}\d)*(?!\w)")
_MONEY_BEFORE: Final = re.compile(
    r"(?:rs|pkr|inr|usd|aed|sar|gbp|eur|bdt|npr|lkr|afn|rupees|dollars|pounds|dirhams|riyals|taka"
    r"|[$\u00a3\u20ac\u20b9\u20a8])"
    r"\.? ?$|روپے ?$",
    re.IGNORECASE,
)
_COUNTED_AFTER: Final = re.compile(
    r" ?(?:/-|[$\u00a3\u20ac\u20b9%])"
    r"| ?-?(?:rupees?|rs|pkr|inr|usd|dollars?|pounds?|euros?|dirhams?|aed|riyals?|sar|taka|bucks"
    r"|lakhs?|crores?|million|thousand|per ?cent|percent"
    r"|people|persons|patients|students|doctors|nurses|deaths|cases|beds|women|men|children"
    r"|families|households|births|residents|interns|members|followers|views"
    r"|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times|marks|points|steps|words"
    r"|km|kg|mg|ml|mcg|iu|cells|mm|cm"
    r"|روپے|روپیہ|روپی|افغانۍ|لوگ|طلبہ|مریض|سال|دن|کلو)(?!\w)",
    re.IGNORECASE,
)
_TIME_BEFORE: Final = re.compile(
    r"(?:in|since|from|by|until|till|before|after|year|of|during) $", re.I
)
_PIECE: Final = re.compile(r"\d+")
_SHAPES: Final = re.compile(
    r"(?:19|20)\d\d(?: ?[ /\u2013-] ?(?:19|20)\d\d){1,4}"  # years
    r"|\d{1,4} ?/ ?\d{1,4}"  # a score
    r"|\d{2,3}/\d{2,3}(?: ?[ \u2013-] ?\d{2,3}/\d{2,3}){1,3}"  # blood pressures
    r"|(?:[01]?\d|2[0-4])\.[0-5]\d ?[\u2013-] ?(?:[01]?\d|2[0-4])\.[0-5]\d"  # times of day
    r"|\d{1,3}(?:\.\d+)? ?[\u2013-] ?\d{1,3}(?:\.\d+)?"  # measures
    r"|\d{1,3}\.\d{1,3}|\d\.\d{4,12}"
)


class DigitRun(NamedTuple):
    """A run of digits: where it stands, as written, and its digits alone."""

    start: int
    end: int
    text: str
    digits: str


@lru_cache(maxsize=8)
def runs(text: GateText) -> tuple[DigitRun, ...]:
    """Give the runs of six digits and more; a longer one than any number has is given as well."""
    found = []
    for match in _RUN.finditer(text.plain) if text.has_digit else ():
        digits = "".join(_PIECE.findall(match[0]))
        if len(digits) >= FEWEST:
            found.append(DigitRun(match.start(), match.end(), match[0], digits))
    return tuple(found)


def is_plainly_no_number(text: GateText, run: DigitRun) -> bool:
    """Tell whether a sentence uses a run for money, years, a range, a score or a measure."""
    plain = text.plain
    before, after = plain[max(0, run.start - 12) : run.start], plain[run.end : run.end + 16]
    pieces = _PIECE.findall(run.text)
    if run.text.startswith(("+", "(", "00")) or len(run.text) > _MOST:
        return False
    if _SHAPES.fullmatch(run.text):
        return True
    is_counted = bool(_MONEY_BEFORE.search(before) or _COUNTED_AFTER.match(after))
    if len(pieces) <= 2 and is_counted and not pieces[0].startswith("0"):
        return True
    if len(pieces) == 2 and all(piece.endswith("00") for piece in pieces):
        return int(pieces[0]) < int(pieces[1]) and max(map(len, pieces)) <= 6
    return _is_row_of_small_numbers(run.text, pieces) or (
        _is_year(pieces[0]) and len(pieces) == 2 and bool(_TIME_BEFORE.search(before))
    )


def _is_row_of_small_numbers(text: str, pieces: list[str]) -> bool:
    """Tell whether numbers below a hundred stand in a rising row: `10 20 30`, `5-10-15`."""
    numbers = [int(piece) for piece in pieces]
    return max(map(len, pieces)) <= 2 and len(numbers) >= 3 and numbers == sorted(set(numbers))


def _is_year(piece: str) -> bool:
    return len(piece) == 4 and piece[:2] in ("19", "20")
