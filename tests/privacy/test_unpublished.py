"""What the leak check takes for published on purpose is what pages and downloads say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_findings.exporters.turns import turn_by_turn
from study_findings.findings.views import Findings
from study_findings.model import About, Clearance, Group, Original, Quotation, Study, Turn
from study_findings.privacy.publishable import publishable
from study_findings.privacy.unpublished import (
    cleared_texts,
    names_on_purpose,
    public_names,
    unpublished_texts,
)

WORDS = st.text("ab [].", min_size=1).filter(str.strip)
TURNS = st.lists(st.builds(Turn, speaker=WORDS, text=WORDS), min_size=1).map(tuple)
SAID = st.one_of(
    st.fixed_dictionaries({"text": WORDS}),
    st.fixed_dictionaries({"turns": TURNS}),
)


@given(SAID, SAID)
def test_cleared_words_are_those_that_cards_show(
    said: dict[str, object], original: dict[str, object]
) -> None:
    quotation = Quotation.model_validate(
        {
            "id": "q001",
            "cleared": Clearance(by="AB", on=date(2026, 1, 1)),
            "original": Original.model_validate({"language": "ur", **original}),
            **said,
        }
    )
    groups = (Group(id="a", label="As", singular="A"),)
    about = About(title="A", licence="CC0-1.0", gist="G", summary="S", groups=groups)
    study = Study(about=about, quotations=(quotation,))
    (card,) = Findings(publishable(study)).cards
    assert {card.plain_text, card.original_text} <= set(cleared_texts(study))


CLEARED = {"by": "AB", "on": "2026-01-01"}
NAMED = Study.model_validate(
    {
        "about": {
            "title": "A",
            "licence": "CC0-1.0",
            "gist": "G",
            "summary": "S",
            "authors": [{"name": "An Author"}],
            "groups": [{"id": "group-id", "label": "a group", "singular": "one of it"}],
        },
        "sessions": [
            {"id": "s1", "kind": "interview", "groups": ["group-id"], "label": "a session"},
            {"id": "s2", "kind": "interview", "groups": ["group-id"]},
        ],
        "participants": [
            {"id": "p1", "group": "group-id", "pseudonym": "a pseudonym"},
            {"id": "p2", "group": "group-id"},
        ],
        "codebook": [{"id": "c1", "label": "a code", "codes": [{"id": "c2", "label": "its code"}]}],
        "themes": [{"id": "t1", "title": "a theme", "subthemes": [{"id": "t2", "title": "inner"}]}],
        "quotations": [
            {
                "id": "q1",
                "text": "Words.",
                "as_printed": "an attribution",
                "cleared": CLEARED,
                "original": {
                    "language": "ur",
                    "translator": "who translated it",
                    "turns": [{"speaker": "a speaker of the original", "text": "Words."}],
                },
            },
            {
                "id": "q2",
                "turns": [{"speaker": "a speaker", "text": "Words."}],
                "cleared": CLEARED,
            },
            {"id": "q4", "text": "Words.", "cleared": CLEARED, "original": {"language": "ur"}},
            {
                "id": "q3",
                "text": "Words.",
                "as_printed": "an uncleared attribution",
                "original": {"language": "ur", "translator": "an uncleared translator"},
            },
        ],
        "translations": [
            {
                "language": "ur",
                "about": {
                    "translator": "who translated the study",
                    "groups": [{"id": "group-id", "label": "its group", "singular": "its one"}],
                },
                "themes": [
                    {
                        "id": "t1",
                        "title": "its theme",
                        "translator": "who translated the theme",
                        "subthemes": [
                            {
                                "id": "t2",
                                "title": "its inner",
                                "translator": "who translated the inner",
                            }
                        ],
                    }
                ],
                "methods": {"translator": "who translated the methods"},
                "codes": [{"id": "c1", "translator": "who translated the code"}],
                "sessions": [
                    {"id": "s1", "label": "its session", "translator": "who translated the session"}
                ],
            },
            {"language": "ps", "about": {"groups": [{"id": "group-id"}]}, "themes": [{"id": "t1"}]},
            {"language": "fa"},
        ],
    }
)
GROUPS = {"a group", "one of it", "its group", "its one"}
PARTS = ("study", "theme", "inner", "methods", "code", "session")
TRANSLATORS = {"who translated it", *(f"who translated the {part}" for part in PARTS)}


def test_cleared_words_after_uncleared_ones_are_cleared() -> None:
    words = [{"id": "q1", "text": "Nobody cleared it."}, {"id": "q2", "text": "Cleared."}]
    quotations = [words[0], {**words[1], "cleared": CLEARED}]
    study = Study.model_validate({"about": NAMED.about, "quotations": quotations})
    assert set(cleared_texts(study)) == {"Cleared.", ""}


def test_names_on_purpose_are_pseudonyms_kinds_and_those_who_did_the_work() -> None:
    people = {"p1", "a pseudonym", "p2", "An Author", "group-id"}
    assert set(names_on_purpose(NAMED)) == {"", *people, *GROUPS, *TRANSLATORS}


def test_names_that_are_shown_are_titles_labels_and_attributions_of_what_is_published() -> None:
    titles = {"a theme", "inner", "its theme", "its inner", "a code", "its code", "a session"}
    titles |= {"its session"}
    attributions = {"an attribution", "a speaker", "a speaker of the original", "a pseudonym"}
    assert set(public_names(NAMED)) == {"", *titles, *attributions, *GROUPS, *TRANSLATORS}


def test_words_are_cleared_with_the_roles_that_tables_tell() -> None:
    turns = [
        {"speaker": "Zara", "role": "interviewer", "text": "And when she is away?"},
        {"speaker": "Interviewer", "text": "Nobody else?"},
        {"speaker": "Ali", "text": "I ask."},
    ]
    quotations = [{"id": "q1", "turns": turns, "cleared": CLEARED}]
    study = Study.model_validate({"about": NAMED.about, "quotations": quotations})
    (card,) = Findings(publishable(study)).cards
    written = turn_by_turn(card.passage).replace("\n", " ")
    assert written.startswith("Zara (interviewer): And when")
    assert written in set(cleared_texts(study))


@pytest.mark.parametrize("publish", [False, True])
def test_a_value_that_is_not_published_is_private_in_every_language(publish: bool) -> None:
    levels = ["Uphill by the spring", "Downhill"]
    own = [{"level": levels[0], "label": "چشمے کے پاس"}, {"level": levels[1], "label": "نیچے"}]
    about = NAMED.about.model_dump()
    village = {"id": "village", "label": "Village", "levels": levels, "publish": publish}
    study = Study.model_validate(
        {
            "about": {**about, "attributes": [village]},
            "participants": [
                {"id": "p1", "group": "group-id", "attributes": {"village": levels[0]}}
            ],
            "translations": [
                {"language": "ur", "about": {"attributes": [{"id": "village", "levels": own}]}},
                {"language": "ps", "about": {"attributes": [{"id": "village"}]}},
            ],
        }
    )
    private = [text.readings[0] for text in unpublished_texts(study, Path("themes_data"))]
    assert private == ([] if publish else [levels[0], "چشمے کے پاس"])
