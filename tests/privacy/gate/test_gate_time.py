"""A rule takes twice as long for a text twice as long, however hostile: no text stops the gate."""

from __future__ import annotations

import sys
import time
from types import FrameType

import pytest

from study_findings.privacy.gate import RULES, GateRule, Setting, flags_in
from study_findings.privacy.gate.gate_text import GateText

SETTING = Setting(
    country="PK",
    names=("Gul Khan = گل خان", "Gul Gul Gul"),
    decided=frozenset({"gul khan bazaar"}),
)
# What rules look for, over and over, without what would end it.
HOSTILE = (
    "1 1-(1.", "A. A", "a@a.", "a_a-a", "[(", "Dr malik imran ", "the only first ", "www.a.",
    "12/12-march 1 ", "double one zero ", "roll no 1 car A ", "a dot at ",
    "Gul Khan university of ", "ڈاکٹر گل خان 12 ", "a christian nurse is ", "1.11, 1\u00b0",
    "\u200c\u0301\u00e9 ", "AB12 PK36 CNIC ", "x", "a dash ", "live:a#1", "GB82 WEST ", "on 1/",
    "N 34\u00b0 ", "PNR AB1 ", "teen march ", "a n me ", "there was just one a ",
)  # fmt: skip
SHORT, LONG = 12_500, 50_000
# Four times the time for four times the length; a quadratic rule takes sixteen times as long. Other
# work on a machine more than doubles what is measured at times, never for three tries on end.
MOST = 9.0
# A quadratic rule takes seconds: less than this needs no comparison.
SECONDS = 0.4


def text_of(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def seconds(rule: GateRule, text: str) -> float:
    start = time.process_time()
    run(rule, text)
    return time.process_time() - start


def run(rule: GateRule, text: str) -> None:
    for _ in rule.flags(GateText(text, "en", SETTING)):
        pass


def steps(rule: GateRule, text: str) -> int:
    """Count the calls that a rule makes, of functions in Python and in C."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        run(rule, text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_steps_grow_no_faster_than_a_text(rule: GateRule) -> None:
    for unit in HOSTILE:
        run(rule, text_of(unit, 100))
        short, long = (steps(rule, text_of(unit, length)) for length in (1_500, 3_000))
        assert long <= 2.2 * short + 200, unit


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_time_grows_no_faster_than_a_text(rule: GateRule) -> None:
    for unit in HOSTILE:
        long = seconds(rule, text_of(unit, LONG))
        if long > SECONDS:
            short = min(seconds(rule, text_of(unit, SHORT)) for _ in range(3))
            long = min(long, *(seconds(rule, text_of(unit, LONG)) for _ in range(2)))
            assert long <= MOST * short, unit


def test_a_hostile_text_is_flagged_by_all_rules() -> None:
    text = "".join(text_of(unit, LONG // len(HOSTILE)) for unit in HOSTILE)
    flags = flags_in(text, "en", SETTING)
    assert {flag.rule for flag in flags} >= {"listed-name", "email-address", "full-date"}
