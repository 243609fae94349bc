"""What one participant is given to read back, and what is said to have been done to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.own_words import (
    END,
    ISOLATE,
    OwnWords,
    fingerprint_of,
    own_words,
    wording_of,
)
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
    assert [own.fingerprint for own in found] == [
        fingerprint_of(own.card.quotation) for own in found
    ]
    assert found[1].card.quotation is waits


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
            {"text": "We [...] waited … and left."},
            (LEFT_OUT.replace("1 place", "2 places"),),
        ),
        (
            {"text": "We (laughs) waited (sighs), we (laughs) left."},
            (
                f"What stands in round brackets, {ISOLATE}(laughs){END} and {ISOLATE}(sighs){END}, "
                "was done or heard, not said.",
            ),
        ),
        (
            {"text": "[He] waited [there], (laughs) [he] did ..."},
            (
                LEFT_OUT,
                f"What stands in square brackets, {ISOLATE}[He]{END}, {ISOLATE}[there]{END}, and "
                f"{ISOLATE}[he]{END}, is not yours. It stands there in place of words that could "
                "tell who somebody is, or so that others understand.",
                f"What stands in round brackets, {ISOLATE}(laughs){END}, was done or heard, not "
                "said.",
            ),
        ),
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
        (
            {"provenance": "illustrative"},
            ("It was composed to show the site: no participant said these words.",),
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


def test_what_was_compared_is_told_of_each_quotation_apart() -> None:
    waits = Quotation.model_validate({"id": "w1", "text": "Later.", "participant": "p1"})
    published, waiting = given((waits,), {"w1": "exact"}).quotations
    assert published.changes == (NOTHING,)
    assert waiting.changes == ("Compared with the transcript: word for word.",)


def test_marks_of_a_translation_are_those_of_its_original() -> None:
    original = {"text": "ہم [...] انتظار کرتے رہے", "language": "ur"}
    own = changes(provenance="translated", original=original, text="We [there] waited.")
    assert own == ("You said it in Urdu; it was translated into English.", LEFT_OUT)


def test_where_the_original_is_not_told_the_translation_is_what_is_read() -> None:
    [own] = given(provenance="translated", original={"language": "ur"}).quotations
    assert (own.wording, own.language) == ("Words of q1.", "ur")
    told = Quotation.model_validate(
        {"id": "q", "text": "So.", "original": {"text": "Ainsi.", "language": "fr"}}
    )
    assert wording_of(told) == "Ainsi."


def test_a_translation_into_another_language_than_the_studys_names_it() -> None:
    original = {"text": "انتظار", "language": "ur"}
    assert changes(provenance="translated", original=original, language="fr")[0] == (
        "You said it in Urdu; it was translated into French."
    )


def test_words_without_a_language_are_in_the_studys_own() -> None:
    assert [own.language for own in given().quotations] == ["en"]
    assert [own.language for own in given(language="ps").quotations] == ["ps"]


def test_a_dialogue_is_one_line_with_its_speakers() -> None:
    turns = [
        {"speaker": "Interviewer", "text": "And then?"},
        {"speaker": "Student", "text": "We [...] left."},
    ]
    [own] = given(text=None, turns=turns).quotations
    assert own.wording == "Interviewer: And then? Student: We [...] left."
    assert own.changes == (LEFT_OUT,)
    assert own.card.plain_text == own.wording


def test_what_the_site_tells_of_the_person_is_given_and_nothing_else() -> None:
    attributes = [
        {"id": "year", "label": "Year", "levels": ["1", "2"], "publish": True},
        {"id": "village", "label": "Village", "levels": ["x", "y"]},
    ]
    people = [
        {"id": f"p{n}", "group": "students", "attributes": {"village": "x", "year": "2"}}
        for n in range(1, 9)
    ]
    study = study_of(
        themes=[theme("a")],
        attributes=attributes,
        participants=people,
        quotations=[quotation("q1", "a", participant="p1")],
    )
    found = own_words(Findings(publishable(study)), "p1", (), {})
    assert found.participant == "p1"
    assert [(attribute.id, level) for attribute, level in found.told] == [("year", "2")]


def test_a_fingerprint_is_of_words_that_readers_see_and_holds_from_year_to_year() -> None:
    def marked(**more: Any) -> str:
        record = {"id": "q1", "text": "ہم انتظار کرتے رہے", "themes": ["a"], **more}
        return fingerprint_of(Quotation.model_validate(record))

    # It stands in files of studies, which must be known again.
    assert marked() == "0a2875bf04ae2730"
    memo = {"text": "Ask.", "by": "EA", "on": "2026-01-01"}
    cleared = {"by": "EA", "on": "2026-01-01"}
    assert marked(memos=[memo, {**memo, "publish": True}], cleared=cleared) == marked()
    seen: list[dict[str, Any]] = [
        {},
        {"text": "ہم انتظار کرتے رہے۔"},
        {"provenance": "paraphrased"},
        {"as_printed": "Nurse"},
    ]
    assert len({marked(**more) for more in seen}) == len(seen)
