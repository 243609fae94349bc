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
from study_findings.privacy.formats import PrivateText, prose
from study_findings.privacy.publishable import publishable
from study_findings.privacy.unpublished import (
    cleared_texts,
    located,
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
                    "attributes": [{"id": "year"}],
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
                    {
                        "id": "s1",
                        "label": "its session",
                        "translator": "who translated the session",
                    },
                    {"id": "s2"},
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


def test_words_are_cleared_as_they_are_spoken_alone_and_with_roles() -> None:
    asked = {"speaker": "Zara", "role": "interviewer", "text": "And then?"}
    own = {"speaker": "زارا", "role": "interviewer", "text": "پھر؟"}
    original = {"language": "ur", "turns": [own]}
    quotations = [{"id": "q1", "turns": [asked], "original": original, "cleared": CLEARED}]
    study = Study.model_validate({"about": NAMED.about, "quotations": quotations})
    assert list(cleared_texts(study)) == [
        "Zara: And then?",
        "And then?",
        "Zara (interviewer): And then?",
        "زارا: پھر؟",
        "پھر؟",
        "زارا (interviewer): پھر؟",
    ]


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


DATA = Path("themes_data")


def owners(study: Study) -> list[tuple[str, str]]:
    return [(text.owner, text.readings[0]) for text in unpublished_texts(study, DATA)]


def memos(owner: str) -> list[dict[str, object]]:
    """Give two memos of which the second alone is for readers, and one after it that is not."""
    texts = (f"A memo of {owner}", f"For readers of {owner}", f"A later memo of {owner}")
    return [{"text": text, "publish": text.startswith("For")} for text in texts]


def test_a_memo_that_is_not_published_is_known_by_the_record_it_is_of() -> None:
    record = NAMED.model_dump()
    record["about"]["memos"] = memos("the study")
    record["sessions"][0]["memos"] = memos("a session")
    record["themes"][0]["subthemes"][0]["memos"] = memos("an inner theme")
    record["codebook"][0]["codes"][0]["memos"] = memos("an inner code")
    record["quotations"][3]["memos"] = memos("a quotation that nobody cleared")
    assert sorted(owners(Study.model_validate(record))) == sorted(
        (f"unpublished memo of {record_}", f"{which} memo of {owner}")
        for record_, owner in (
            ("the study", "the study"),
            ('session "s1"', "a session"),
            ('theme "t2"', "an inner theme"),
            ('code "c2"', "an inner code"),
            ('quotation "q3"', "a quotation that nobody cleared"),
        )
        for which in ("A", "A later")
    )


def test_each_value_that_is_not_published_is_known_by_its_attribute_and_its_owner() -> None:
    record = NAMED.model_dump()
    levels = ["By the spring", "By the mill"]
    record["about"]["attributes"] = [
        {"id": name, "label": name, "levels": levels, "publish": name == "ward"}
        for name in ("ward", "village", "street")
    ]
    values = {"ward": levels[0], "village": levels[0], "street": levels[1]}
    for person in record["participants"]:
        person["attributes"] = values
    own = [{"level": levels[0], "label": "Beside the water"}]
    record["translations"][0]["about"]["attributes"] = [{"id": "village", "levels": own}]
    assert owners(Study.model_validate(record)) == [
        (f'unpublished attribute "{attribute}" of participant "{person}"', words)
        for person in ("p1", "p2")
        for attribute, words in (
            ("village", "By the spring"),
            ("village", "Beside the water"),
            ("street", "By the mill"),
        )
    ]


def test_what_is_said_of_a_site_too_small_to_be_told_is_private_in_every_language() -> None:
    record = NAMED.model_dump()
    small = {"id": "mill", "label": "The mill", "description": "Below the weir"}
    record["about"]["sites"] = [
        {"id": "harbour", "label": "The harbour", "description": "By the sea"},
        {"id": "quay", "label": "The quay"},
        small,
    ]
    where = {"harbour": 9, "quay": 1, "mill": 2}
    record["sessions"] = [
        {"id": f"s{n}", "kind": "focus-group", "groups": ["group-id"], "site": site,
         "participants": people}
        for n, (site, people) in enumerate(where.items(), 1)
    ]  # fmt: skip
    record["translations"] = [
        {
            "language": "ur",
            "about": {
                "sites": [
                    {"id": "harbour", "description": "Its sea"},
                    {"id": "mill", "description": "Its weir"},
                    {"id": "quay", "label": "Its quay"},
                ]
            },
        }
    ]
    assert owners(Study.model_validate(record)) == [
        ('description of site "mill", which is too small to be told', words)
        for words in ("Below the weir", "Its weir")
    ]


def test_what_is_unpublished_is_said_to_stand_in_the_studys_folder() -> None:
    record = NAMED.model_dump()
    record["about"]["memos"] = [{"text": "A memo."}]
    assert unpublished_texts(Study.model_validate(record), Path("some/where")) == [
        PrivateText("where", 1, prose("A memo."), "unpublished memo of the study")
    ]


class TestWhereItStands:
    """An unpublished text with the file and the line of its words."""

    TEXT = PrivateText("data", 1, prose("Ask her *brother* first"), "unpublished memo of the study")

    def test_is_found_in_whichever_file_has_just_these_words(self, tmp_path: Path) -> None:
        folder = tmp_path / "data"
        (folder / "more").mkdir(parents=True)
        (folder / "a.yml").write_text("memos:\n  - text: Ask her brother\n", "utf-8")
        (folder / "notes.txt").write_text("text: Ask her brother first\n", "utf-8")
        (folder / "more" / "b.yaml").write_bytes(
            "name: é\nmemos:\n  - text: ask her brother, first\n".encode() + b"# \xff\n"
        )
        (folder / "z.yml").write_text("text: Ask her brother first\n", "utf-8")
        found = located(self.TEXT, folder)
        assert (found.file, found.line) == ("data/more/b.yaml", 3)
        assert (found.readings, found.owner) == (self.TEXT.readings, self.TEXT.owner)

    def test_is_found_by_the_words_as_they_were_written(self, tmp_path: Path) -> None:
        written = "12 Ask her brother\nfirst"
        (tmp_path / "a.yml").write_text("text: Ask her brother first\n", "utf-8")
        (tmp_path / "b.yml").write_text("\ntext: |-\n  12 Ask her brother\n  first\n", "utf-8")
        text = PrivateText("data", 1, prose(written))
        assert len(text.readings) > 1
        assert located(text, tmp_path).file == f"{tmp_path.name}/b.yml"

    def test_is_left_as_it_is_where_no_file_has_them(self, tmp_path: Path) -> None:
        (tmp_path / "a.yml").write_text("text: Ask her\n", "utf-8")
        assert located(self.TEXT, tmp_path) == self.TEXT
