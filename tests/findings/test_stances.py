"""How quotations stand to a theme, and which voices stand for it and against it first."""

from __future__ import annotations

from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.stances import BEGINNING, beginning, marks, pair_of, passage_in
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

INNER = {"id": "a1", "title": "A1"}


def _findings(*quotations: Any, **of_theme: Any) -> Findings:
    themes = [theme("a", subthemes=[INNER], **of_theme), theme("b")]
    return Findings(publishable(study_of(themes=themes, quotations=quotations)))


def _marks(*quotations: Any, **of_theme: Any) -> dict[str, str]:
    found = _findings(*quotations, **of_theme)
    return dict(marks(found, found.study.themes[0]))


def _pair(
    *quotations: Any, language: str = "", beside: str = "", **of_theme: Any
) -> tuple[str | None, str | None]:
    found = _findings(*quotations, **of_theme)
    pair = pair_of(found, found.study.themes[0], language, beside)
    return (
        pair.voice.card.id if pair.voice else None,
        pair.against.card.id if pair.against else None,
    )


def test_a_voice_without_a_stance_bears_no_mark() -> None:
    assert _marks(quotation("q1", "a")) == {"q1": ""}


def test_a_stance_is_to_the_theme_named_first_and_to_those_around_it() -> None:
    assert _marks(
        quotation("q1", "a1", stance="diverges"),
        quotation("q2", "b", "a", stance="diverges"),
        quotation("q3", "a", "b", stance="nuances"),
    ) == {"q1": "against", "q2": "", "q3": "reservation"}


def test_a_claim_says_more_than_a_stance() -> None:
    claims = [{"id": "c", "says": "So it is.", "rests_on": ["q1", "q3"], "against": ["q2"]}]
    assert _marks(
        quotation("q1", "a"),
        quotation("q2", "a", stance="confirms"),
        quotation("q3", "a", stance="nuances"),
        claims=claims,
    ) == {"q1": "for", "q2": "against", "q3": "reservation"}


def test_what_a_claim_rests_on_though_it_diverges_bears_no_mark() -> None:
    claims = [{"id": "c", "says": "So it is.", "rests_on": ["q1"]}]
    assert _marks(quotation("q1", "a", stance="diverges"), claims=claims) == {"q1": ""}


def test_the_voices_of_the_first_claim_come_first() -> None:
    claims = [{"id": "c", "says": "So it is.", "rests_on": ["q3"], "against": ["q4"]}]
    assert _pair(
        quotation("q1", "a", stance="confirms", exemplar=True),
        quotation("q2", "a", stance="diverges", exemplar=True),
        quotation("q3", "a"),
        quotation("q4", "a"),
        claims=claims,
    ) == ("q3", "q4")


def test_claims_after_the_first_put_no_voice_first() -> None:
    claims = [
        {"id": "c1", "says": "So it is.", "rests_on": ["q3"]},
        {"id": "c2", "says": "And so.", "rests_on": ["q2"], "against": ["q4"]},
    ]
    asked = [quotation(f"q{n}", "a") for n in (1, 2, 3, 4)]
    assert _pair(*asked, claims=claims) == ("q3", "q4")
    assert _pair(*asked, claims=claims[1:]) == ("q2", "q4")


def test_a_reservation_that_the_first_claim_rests_on_comes_before_others() -> None:
    claims = [{"id": "c", "says": "So it is.", "rests_on": ["q2"]}]
    asked = [quotation(f"q{n}", "a", stance="nuances") for n in (1, 2)]
    assert _pair(*asked) == ("q1", None)
    assert _pair(*asked, claims=claims) == ("q2", None)
    # The second of two that a claim rests on stands against it where it has a reservation.
    asked = [quotation("q1", "a"), quotation("q3", "a", stance="nuances"), asked[1]]
    rests = [{**claims[0], "rests_on": ["q1", "q2"]}]
    assert _pair(*asked, claims=rests) == ("q1", "q2")


def test_what_two_claims_say_otherwise_of_a_quotation_is_left_to_its_stance() -> None:
    claims = [
        {"id": "c1", "says": "So it is.", "rests_on": ["q1", "q2"]},
        {"id": "c2", "says": "So it is not.", "rests_on": ["q3"], "against": ["q1", "q2"]},
    ]
    assert _marks(
        quotation("q1", "a", stance="nuances"), quotation("q2", "a"), quotation("q3", "a1")
    ) == {"q1": "reservation", "q2": "", "q3": ""}
    assert _marks(
        quotation("q1", "a", stance="nuances"),
        quotation("q2", "a"),
        quotation("q3", "a1"),
        claims=claims,
    ) == {"q1": "reservation", "q2": "", "q3": "for"}


def test_what_is_left_out_stands_for_nothing_and_the_next_does() -> None:
    asked = [
        quotation("q1", "a", exemplar=True),
        quotation("q2", "a"),
        quotation("q3", "a", stance="diverges"),
        quotation("q4", "a", stance="diverges"),
    ]
    assert _pair(*asked) == ("q1", "q3")
    assert _pair(*asked, beside="q1") == ("q2", "q3")
    assert _pair(*asked, beside="q3") == ("q1", "q4")


def test_a_quotation_of_another_theme_stands_for_none_where_it_is_placed() -> None:
    assert _pair(quotation("q1", "b"), quotation("q2", "a"), narrative="[[q1]]") == ("q2", None)


def test_then_exemplars_then_what_is_placed_then_the_first() -> None:
    first, placed = quotation("q1", "a"), quotation("q2", "a1")
    inner = {**INNER, "narrative": "[[q2]]"}
    assert _pair(first, placed) == ("q1", None)
    assert _pair(first, placed, narrative="[[q2]]") == ("q2", None)
    exemplar = quotation("q3", "a1", exemplar=True)
    assert _pair(first, placed, exemplar, narrative="[[q2]]") == ("q3", None)
    themes = [theme("a", subthemes=[inner])]
    found = Findings(publishable(study_of(themes=themes, quotations=[first, placed])))
    voice = pair_of(found, found.study.themes[0]).voice
    assert voice is not None
    assert voice.card.id == "q2"


def test_what_somebody_said_comes_before_what_was_composed() -> None:
    composed = {"provenance": "illustrative", "exemplar": True}
    asked = (
        quotation("q1", "a", stance="confirms", **composed),
        quotation("q2", "a", stance="diverges", **composed),
        quotation("q3", "a"),
        quotation("q4", "a", stance="diverges"),
    )
    assert _pair(*asked) == ("q3", "q4")
    assert _pair(*asked[:2]) == ("q1", "q2")


def test_a_diverging_voice_never_stands_for_its_theme() -> None:
    assert _pair(quotation("q1", "a", stance="diverges", exemplar=True)) == (None, "q1")


def test_a_reservation_stands_against_only_where_nothing_else_does() -> None:
    with_reservation = quotation("q2", "a", stance="nuances")
    assert _pair(quotation("q1", "a"), with_reservation) == ("q1", "q2")
    assert _pair(with_reservation) == ("q2", None)
    against = quotation("q3", "a", stance="diverges")
    assert _pair(quotation("q1", "a"), with_reservation, against) == ("q1", "q3")


def test_each_voice_that_is_chosen_bears_its_mark() -> None:
    found = _findings(
        quotation("q1", "a", stance="confirms"), quotation("q2", "a", stance="nuances")
    )
    pair = pair_of(found, found.study.themes[0])
    assert [voice.mark for voice in (pair.voice, pair.against) if voice] == ["for", "reservation"]


def test_in_another_language_only_what_can_be_read_in_it_is_chosen() -> None:
    original = {"text": "کچھ الفاظ", "language": "ur"}
    asked = (
        quotation("q1", "a", exemplar=True),
        quotation("q2", "a", original=original, provenance="translated"),
        quotation("q3", "a", stance="diverges"),
    )
    assert _pair(*asked) == ("q1", "q3")
    assert _pair(*asked, language="ur") == ("q2", None)


def test_words_in_a_language_are_its_own_in_whatever_country() -> None:
    original = {"text": "کچھ الفاظ", "language": "ur-PK"}
    told = quotation("q1", "a", language="en-GB", original=original, provenance="translated")
    (card,) = _findings(told).cards
    for language, passage in (
        ("en", card.passage),
        ("en-US", card.passage),
        ("ur", card.original),
        ("ur-Latn-IN", card.original),
        ("e", None),
        ("ps", None),
    ):
        assert passage_in(card, language) is passage
    (alone,) = _findings(quotation("q1", "a")).cards
    assert passage_in(alone, "ur") is None


def test_a_beginning_has_ninety_letters_at_most_and_says_that_more_follows() -> None:
    words = "word " * 17 + "words"
    assert len(words) == BEGINNING
    whole, longer = _findings(
        quotation("q1", "a", text=words), quotation("q2", "a", text=f"{words}s")
    ).cards
    assert beginning(whole) == words
    assert beginning(longer) == "word " * 17 + "…"


def test_an_exchange_begins_with_who_answers() -> None:
    turns = [
        {"speaker": "Interviewer", "text": "Was it so?"},
        {"speaker": "Student A", "text": "No."},
        {"speaker": "Interviewer", "text": "Never?"},
    ]
    (card,) = _findings(quotation("q1", "a", text=None, turns=turns)).cards
    assert beginning(card) == "Student A: No. Interviewer: Never?"
