"""A card holds all that stands beside a quotation, in the words of the page's language."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_named, study_of, theme

from study_findings.findings.cards import COLOURS, Card, Line, Passage, colour_of
from study_findings.findings.labels import Piece
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

PLAIN = quotation("q1", "a")
SAID = {
    "id": "q2",
    "themes": ("b", "a"),
    "turns": [
        {"speaker": "Interviewer", "text": "Why?"},
        {"speaker": "A", "text": "So [it] was."},
        {"speaker": "Guest", "role": "interviewer", "text": "And …"},
    ],
    "participant": "t1",
    "session": "f1",
    "asked": "day",
    "stance": "nuances",
    "provenance": "paraphrased",
    "original": {"turns": [{"speaker": "ا", "text": "کیوں؟"}], "language": "ur"},
    "cleared": {"by": "EA", "on": "2025-12-01"},
}


def _study(*quotations: Any, language: str = "en") -> Study:
    record = study_of(
        language,
        themes=[theme("a"), theme("b")],
        sessions=[
            {"id": "i1", "kind": "interview", "groups": ["students"], "number": 4},
            {"id": "f1", "kind": "focus-group", "groups": ["faculty"], "label": "The dean's"},
        ],
        participants=[
            {"id": "t1", "group": "faculty", "pseudonym": "Gulalai"},
            {"id": "t2", "group": "faculty"},
            {"id": "t3", "group": "faculty"},
        ],
        quotations=quotations,
    ).model_dump()
    record["about"]["guide"] = [{"id": "day", "question": "How was the day?"}]
    return Study.model_validate(record)


def _card(record: Any, language: str = "en") -> Card:
    (card,) = Findings(publishable(_study(record, language=language))).cards
    return card


def test_a_quotation_that_says_little_of_itself_shows_little() -> None:
    card = _card(PLAIN)
    assert card == Card(
        quotation=card.quotation,
        colour=0,
        group=None,
        who="Participant",
        where="",
        session=None,
        session_label=None,
        provenance="",
        pills=(),
        passage=Passage("en", "ltr", (Line((Piece("said", "Words of q1."),), "", False),)),
        original=None,
        translated_from="",
        themes=card.themes,
        asked=None,
    )
    assert (card.id, card.plain_text, card.original_text) == ("q1", "Words of q1.", "")
    assert [node.id for node in card.themes] == ["a"]


def test_a_card_shows_all_that_a_quotation_says_of_itself() -> None:
    study = publishable(_study(SAID))
    (card,) = Findings(study).cards
    assert card == Card(
        quotation=study.quotations[0],
        colour=2,
        group=study.about.groups[1],
        who="Gulalai",
        where="The dean's",
        session=study.sessions[1],
        session_label="The dean's",
        provenance="paraphrased",
        pills=("paraphrased", "with a reservation"),
        passage=Passage(
            "en",
            "ltr",
            (
                Line((Piece("said", "Why?"),), "Interviewer", True),
                Line(
                    (Piece("said", "So "), Piece("replacement", "[it]"), Piece("said", " was.")),
                    "A",
                    False,
                ),
                Line((Piece("said", "And "), Piece("omission", "…")), "Guest", True),
            ),
        ),
        original=Passage("ur", "rtl", (Line((Piece("said", "کیوں؟"),), "ا", False),)),
        translated_from="Urdu",
        themes=study.themes[::-1],
        asked=study.about.guide[0],
    )
    assert card.plain_text == "Interviewer: Why? A: So [it] was. Guest: And …"
    assert card.original_text == "ا: کیوں؟"


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ({"language": "ps"}, None),
        ({"language": "ps", "text": "ولې؟"}, "ولې؟"),
        ({"language": "ps", "turns": [{"speaker": "ا", "text": "ولې؟"}]}, "ا: ولې؟"),
    ],
)
def test_an_original_is_shown_where_it_has_words_and_named_where_not(
    original: dict[str, Any], text: str | None
) -> None:
    card = _card(quotation("q1", "a", provenance="translated", original=original))
    assert card.translated_from == "Pashto"
    assert (card.original.plain_text if card.original else None) == text


def test_words_are_in_their_own_language_or_else_the_studys() -> None:
    own, other = (_card(quotation("q1", "a", language=tag), "ur") for tag in (None, "fr"))
    assert (own.passage.language, own.passage.direction) == ("ur", "rtl")
    assert (other.passage.language, other.passage.direction) == ("fr", "ltr")


def test_each_group_has_a_colour_and_after_six_they_come_again() -> None:
    study = publishable(study_named("seven strands"))
    numbers = [colour_of(study, group) for group in study.about.groups]
    assert numbers == [*range(1, COLOURS + 1), 1]
    assert colour_of(study, None) == 0
