"""Days in figures: `12/3/2019`, `6.IV.2015`, and those without a year where a sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import Span
from .gate_text import GateText

DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR: Final = r"(?:1[2-9]\d\d|20\d\d)"
_FIGURES: Final = re.compile(
    rf"(?<![\w./-])(?P<one>\d{{1,2}}) ?(?P<mark>[/.-]) ?(?P<two>\d{{1,2}}) ?(?P=mark) ?"
    rf"(?P<year>{YEAR}|\d\d)(?![\w/-]|\.\d)"
    rf"|(?<![\w./-]){DAY}(?P<mark_of_roman>[/.-])(?i:i{{1,3}}|i?[vx]|vi{{1,3}}|xi{{1,2}})"
    rf"(?P=mark_of_roman)(?:{YEAR}|\d\d)(?![\w/-])"
    rf"|(?<![\w./-]){YEAR} ?(?:(?P<iso>[/.-]) ?(?:0?[1-9]|1[0-2]) ?(?P=iso) ?{DAY}"
    rf"|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w/-]|\.\d)"
)
_FIGURES_JOINED: Final = re.compile(r"\d(?: ?[/.-] ?[\divxIVX]|\d{7})")
# A day and its month alone are one only where a sentence goes on behind them: `On 11/9 they left`.
_DAY_AND_MONTH: Final = re.compile(
    rf"(?<!\w)(?:on|since|until|till|dated)(?: the)? (?P<told>{DAY}/{DAY})"
    r"(?=,? (?:i|we|you|they|he|she|it|nobody|everybody|somebody)\b"
    r"|[.,;!?](?:\s|$))",
    re.IGNORECASE,
)
_NOT_DATES: Final = re.compile(
    r"(?:version|section|chapter|part|ratio|python|release)s? $", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r" ?-?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|patients|students"
    r"|times|mg|ml|rupees|percent|%|schedule|rule|ratio)",
    re.IGNORECASE,
)


def dates_in_figures(text: GateText) -> Iterator[Span]:
    """Find the days that a text tells in figures."""
    if not text.has_digit or not _FIGURES_JOINED.search(text.plain):
        return
    for match in _FIGURES.finditer(text.plain):
        if match["one"] is None or _is_day_and_month(text, match):
            yield match.span()
    for match in _DAY_AND_MONTH.finditer(text.plain):
        if any(0 < int(part) <= 12 for part in match["told"].split("/")):
            yield match.span("told")


def _is_day_and_month(text: GateText, match: re.Match[str]) -> bool:
    low, high = sorted((int(match["one"]), int(match["two"])))
    if not 1 <= low <= 12 or not 1 <= high <= 31:
        return False
    is_short = len(match["year"]) == 2
    before, after = (
        text.plain[max(0, match.start() - 12) : match.start()],
        text.plain[match.end() :][:12],
    )
    return not (is_short and (_NOT_DATES.search(before) or _COUNTED.match(after)))
