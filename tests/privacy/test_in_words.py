"""What is known of somebody, and how rare it is, as the study's team reads it."""

from __future__ import annotations

import pytest
from known_people import interview, study_of

from study_findings.model import Study
from study_findings.model.sites import StudySite
from study_findings.privacy.in_words import fact, facts, how_many, reason
from study_findings.privacy.known import Known
from study_findings.privacy.risk import Risk

SEEN = {"kind": "interview", "site": "w1", "when": "2026-03", "wave": "Second"}
SOMEBODY = Known(
    "n1",
    {
        "group": "nurses",
        "language": "ps ur",
        "attribution": "head nurse",
        "attribute gender": "f",
    },
    (SEEN, {**SEEN, "kind": "focus group", "site": "Bazaar"}),
)
NOBODY = Known("n2", {})


def study() -> Study:
    made = study_of([], sessions=[interview("i1")])
    site = StudySite(id="w1", label="Ward one")
    return made.model_copy(update={"about": made.about.model_copy(update={"sites": (site,)})})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("group", "group: Nurses"),
        ("language", "language: Pashto and Urdu"),
        ("attribution", "words of the attribution: head, nurse"),
        ("attribute gender", "Gender: f"),
        ("attribute years", "Years: not told"),
        ("kind", "kind of session: focus group and interview"),
        ("site", "where it was: Bazaar and Ward one"),
        ("when", "when it was: 2026-03 and 2026-03"),
        ("participants", "how many took part: not told"),
    ],
)
def test_a_fact_is_told_with_what_it_is_a_fact_of(name: str, words: str) -> None:
    assert fact(study(), SOMEBODY, name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("language", "language: the one that most speak"),
        ("attribution", "attribution: who and where, and no more"),
        ("attribute gender", "Gender: not told"),
        ("session", "session: not told"),
        ("label", "words of the session's label: not told"),
    ],
)
def test_what_is_not_told_is_said_to_be_so(name: str, words: str) -> None:
    assert fact(study(), NOBODY, name) == words


def test_several_facts_stand_in_one_line() -> None:
    assert facts(study(), SOMEBODY, ["group", "when"]) == (
        "group: Nurses, when it was: 2026-03 and 2026-03"
    )


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ((), "all of it together"),
        ((("group",), ("wave",)), "group: Nurses; or by wave: Second and Second"),
        (
            (("group",), ("attribute gender",), ("language",), ("wave",)),
            "group: Nurses; or by Gender: f; or by language: Pashto and Urdu",
        ),
    ],
)
def test_the_reason_names_three_sets_of_facts_at_most(
    by: tuple[tuple[str, ...], ...], words: str
) -> None:
    assert reason(study(), Risk(SOMEBODY, "below-five", 4, by)) == words


@pytest.mark.parametrize(
    ("alike", "words"),
    [
        (1, "nobody else shares all that is public"),
        (2, "2 people share all that is public"),
    ],
)
def test_how_many_share_what_is_public(alike: int, words: str) -> None:
    assert how_many(alike) == words
