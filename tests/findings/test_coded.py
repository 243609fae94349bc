"""How quotations were coded, in sentences of the site: numbers alone, and only what is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import findings, quotation, study_of, theme

from study_findings.findings.coding import coded
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable


def told(*quotations: Any, language: str = "en") -> str:
    numbered = [quotation(f"q{n}", "a", **more) for n, more in enumerate(quotations)]
    return coded(
        Findings(publishable(study_of(language, themes=[theme("a")], quotations=numbered)))
    )


def test_they_are_told_in_sentences() -> None:
    assert coded(findings("wide")) == (
        "Of 5 quotations, who coded them is recorded for 4, by 3 people; 2 of these were coded by "
        "more than one. How sure those who coded were: high for 2, moderate for 0, low for 1."
    )


def test_one_quotation_and_one_person_are_not_many() -> None:
    assert told({"coded_by": ["AB"]}) == (
        "Of 1 quotation, who coded it is recorded for 1, by 1 person; 0 of these were coded by "
        "more than one."
    )


def test_how_sure_they_were_is_told_where_nobody_says_who_they_were() -> None:
    assert told({"confidence": "moderate"}, {"confidence": "moderate"}, {}) == (
        "How sure those who coded were: high for 0, moderate for 2, low for 0."
    )


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_they_are_told_in_the_studys_language(language: str) -> None:
    for numbers in (1, 2):
        said = told(*[{"coded_by": ["AB"], "confidence": "high"}] * numbers, language=language)
        assert said
        assert not any(char.isascii() and char.isalpha() for char in said)


def test_where_nothing_is_recorded_nothing_is_told() -> None:
    assert coded(findings("full")) == ""


def test_what_is_composed_was_coded_by_nobody() -> None:
    assert told({"provenance": "illustrative", "coded_by": ["AB"]}) == ""
