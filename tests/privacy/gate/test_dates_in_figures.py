"""Days in figures are told from other figures by what a day and a month may be, to the number."""

from __future__ import annotations

import pytest

from study_findings.privacy.gate import Setting
from study_findings.privacy.gate.dates_in_figures import dates_in_figures
from study_findings.privacy.gate.gate_text import GateText


def days_in(text: str) -> list[str]:
    gate_text = GateText(text, "en", Setting())
    return [text[start:end] for start, end in dates_in_figures(gate_text)]


@pytest.mark.parametrize(
    "day", ["1/1/2019", "31/12/2019", "12/31/2019", "12/12/2019", "1.12.19", "31-1-2019"]
)
def test_a_day_and_a_month_up_to_the_last_are_found(day: str) -> None:
    assert days_in(f"They left, {day}, by bus.") == [day]


@pytest.mark.parametrize(
    "figures", ["32/12/2019", "12/32/2019", "13/13/2019", "31/13/2019", "0/12/2019", "0/0/2019"]
)
def test_what_no_month_is_or_has_is_no_day(figures: str) -> None:
    assert days_in(f"They left, {figures}, by bus.") == []


@pytest.mark.parametrize("day", ["12/31", "31/12", "1/12", "12/12", "12/13"])
def test_without_a_year_one_of_the_two_has_to_be_a_month(day: str) -> None:
    assert days_in(f"On {day} they left.") == [day]


@pytest.mark.parametrize("figures", ["13/31", "31/13", "13/13", "12/32"])
def test_without_a_year_two_numbers_that_are_no_month_are_none(figures: str) -> None:
    assert days_in(f"On {figures} they left.") == []
