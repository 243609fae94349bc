"""What composed words say of themselves, whole: nobody may take them for what was found."""

import re
from typing import Any

import pytest
from shapes import quotation, theme

from study_findings.findings.disclaimers import (
    attribution,
    notice,
    of_claim,
    of_quotation,
    of_theme,
    titled,
)
from study_findings.language import interface_for
from study_findings.model import Claim, KeyMessage, Quotation, Theme

SAY = interface_for("en")
URDU = interface_for("ur")
COMPOSED: dict[str, Any] = {"provenance": "illustrative"}
NO_FINDING = (
    "Illustrative: composed to show this site. It is no finding of the study, and not data."
)


def a_theme(**more: Any) -> Theme:
    return Theme.model_validate(theme("a", "Time", **more))


def a_quotation(**more: Any) -> Quotation:
    return Quotation.model_validate(quotation("q1", "a", group="students", **more))


def test_a_file_says_at_its_head_that_some_of_it_was_composed() -> None:
    assert notice(SAY) == (
        "Illustrative content. Whatever is marked as illustrative was composed: no participant "
        "said these words."
    )


def test_a_quotation_says_that_nobody_said_it() -> None:
    assert of_quotation(SAY, a_quotation(**COMPOSED)) == (
        "Illustrative: composed to show this site. No participant said these words; they are not "
        "data."
    )
    assert of_quotation(SAY, a_quotation()) == ""


def test_a_theme_says_that_it_is_no_finding() -> None:
    assert of_theme(SAY, a_theme(gist="Ours.", **COMPOSED)) == NO_FINDING
    assert of_theme(SAY, a_theme(gist="Ours.")) == ""


@pytest.mark.parametrize("field", ["gist", "narrative", "boundary"])
def test_a_theme_says_that_only_its_title_was_found(field: str) -> None:
    """Each text under a title is enough for it to be told, and a title alone is not."""
    assert of_theme(SAY, a_theme(prose="illustrative", **{field: "So it may be."})) == (
        "The title is the study's. The text under it is illustrative: composed, and not data."
    )
    assert of_theme(SAY, a_theme(**{field: "So it was."})) == ""
    assert of_theme(SAY, a_theme(prose="illustrative")) == ""


@pytest.mark.parametrize("record", [Claim, KeyMessage])
def test_a_claim_says_that_it_was_not_found(record: type[Claim | KeyMessage]) -> None:
    told = {"id": "c1", "says": "It is."} | ({"rests_on": ["q1"]} if record is Claim else {})
    assert of_claim(SAY, record.model_validate({**told, **COMPOSED})) == NO_FINDING
    assert of_claim(SAY, record.model_validate(told)) == ""


def test_a_title_and_an_attribution_say_it_beside_themselves() -> None:
    assert titled(SAY, a_theme(**COMPOSED)) == "Time (illustrative theme: composed, not data)"
    assert titled(SAY, a_theme()) == "Time"
    assert attribution(SAY, a_quotation(**COMPOSED), "Student") == (
        "Student (illustrative: composed, not data)"
    )
    assert attribution(SAY, a_quotation(), "Student") == "Student"


def test_all_is_said_in_the_language_of_the_page() -> None:
    """No word of it stays English."""
    said = [
        notice(URDU),
        of_quotation(URDU, a_quotation(**COMPOSED)),
        of_theme(URDU, a_theme(**COMPOSED)),
        of_theme(URDU, a_theme(prose="illustrative", gist="Ours.")),
        of_claim(URDU, KeyMessage.model_validate({"id": "c1", "says": "It is.", **COMPOSED})),
        titled(URDU, a_theme(**COMPOSED)).replace("Time", ""),
        attribution(URDU, a_quotation(**COMPOSED), "Student").replace("Student", ""),
    ]
    assert all(said)
    assert [text for text in said if re.search("[A-Za-z]", text)] == []
