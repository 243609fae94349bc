"""What one participant is given to read back, and what is said to have been done to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.own_words import END, ISOLATE, OwnWords, own_words
from study_findings.findings.views import Findings
from study_findings.model import Quotation
from study_findings.model.quotations import TranscriptMatch
from study_findings.privacy.publishable import publishable

NOTHING = "Nothing is marked as changed or left out."
LEFT_OUT = "Dots stand in 1 place: words were left out there, or you paused."


def given(
    waiting: tuple[Quotation, ...] = (),
    verified: Mapping[str, TranscriptMatch] | None = None,
    **more: Any,
) -> OwnWords:
    study = study_of(
        themes=[theme("a")],
        participants=[{"id": "p1", "group": "students"}, {"id": "p2", "group": "students"}],
        quotations=[
            quotation("q1", "a", participant="p1", **more),
            quotation("q2", "a", participant="p2"),
        ],
    )
    return own_words(Findings(publishable(study)), "p1", waiting, verified or {})


def changes(**more: Any) -> tuple[str, ...]:
    [own] = given(**more).quotations
    return own.changes


def test_only_what_the_person_said_is_given_and_what_waits_comes_last() -> None:
    waits = Quotation.model_validate({"id": "w1", "text": "Later.", "participant": "p1"})
    found = given((waits,)).quotations
    assert [(own.id, own.is_public, own.wording) for own in found] == [
        ("q1", True, "Words of q1."),
        ("w1", False, "Later."),
    ]


def test_the_wording_of_a_translation_is_its_original() -> None:
    original = {"text": "ہم انتظار کرتے رہے", "language": "ur", "translator": "The team"}
    [own] = given(provenance="translated", original=original).quotations
    assert (own.wording, own.language) == ("ہم انتظار کرتے رہے", "ur")
    assert own.changes == (
        "You said it in Urdu; The team translated it into English.",
        NOTHING,
    )
    del original["translator"]
    assert changes(provenance="translated", original=original) == (
        "You said it in Urdu; it was translated into English.",
        NOTHING,
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, (NOTHING,)),
        ({"text": "We [...] waited."}, (LEFT_OUT,)),
        (
            {"text": "We [the nurses] waited."},
            (
                f"What stands in square brackets, {ISOLATE}[the nurses]{END}, is not yours. It "
                "stands there in place of words that could tell who somebody is, or so that others "
                "understand.",
            ),
        ),
        (
            {"provenance": "paraphrased"},
            ("These are not your own words: the researchers wrote down in theirs what you said.",),
        ),
        (
            {"provenance": "composite"},
            ("These words were put together from what you and others said.",),
        ),
    ],
)
def test_what_was_done_is_said_in_plain_words(more: dict[str, Any], said: tuple[str, ...]) -> None:
    assert changes(**more) == said


@pytest.mark.parametrize(
    ("more", "compared", "said"),
    [
        ({}, True, ("Compared with the transcript: word for word.",)),
        ({}, False, (NOTHING,)),
        ({"text": "We [...] waited."}, False, (LEFT_OUT,)),
        (
            {"text": "We [...] waited."},
            True,
            (
                LEFT_OUT,
                "Compared with the transcript: word for word, but for 1 place that is marked.",
            ),
        ),
        (
            {"provenance": "paraphrased"},
            True,
            ("These are not your own words: the researchers wrote down in theirs what you said.",),
        ),
    ],
)
def test_what_was_compared_with_a_transcript_is_told_only_where_it_was(
    more: dict[str, Any], compared: bool, said: tuple[str, ...]
) -> None:
    verified: dict[str, TranscriptMatch] = {"q1" if compared else "q2": "exact"}
    [own] = given(verified=verified, **more).quotations
    assert own.changes == said
