"""Words for what the data says: marks in a quotation, attributions."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from shapes import quotation, study_named, study_of, theme
from texts import quotation_texts

from study_findings.findings import labels as words
from study_findings.language import Interface, interface_for
from study_findings.model import Quotation
from study_findings.model.authors import CreditRole
from study_findings.model.people import SessionKind
from study_findings.model.quotations import POLARITIES, PROVENANCES, STANCES, QuotationKind
from study_findings.privacy.publishable import publishable

ENGLISH = interface_for("en")


def all_words(say: Interface) -> list[str]:
    """Give the word for each value that a record may have where readers are told it in a word."""
    return [
        *(words.session_kind(say, kind) for kind in get_args(SessionKind)),
        *(words.session_kind(say, kind, 3) for kind in get_args(SessionKind)),
        *(words.quotation_kind(say, kind) for kind in get_args(QuotationKind)),
        *(words.provenance(say, each) for each in PROVENANCES),
        *(words.stance(say, each) for each in STANCES),
        *(words.stance_in_words(say, each) for each in STANCES),
        *(words.polarity(say, each) for each in POLARITIES),
        *(words.credit_role(say, each) for each in get_args(CreditRole)),
        words.reported(say, None),
    ]


class TestPieces:
    @given(quotation_texts())
    def test_joined_are_the_text(self, text: str) -> None:
        found = [piece.text for piece in words.pieces(text)]
        assert "".join(found) == text
        assert all(found)

    @pytest.mark.parametrize(
        ("text", "marks"),
        [
            ("on [Wednesday] …", [("replacement", "[Wednesday]"), ("omission", "…")]),
            ("so [...] it [mentor] went", [("omission", "[...]"), ("replacement", "[mentor]")]),
            ("well... [...]...", [("omission", "..."), ("omission", "[...]"), ("omission", "...")]),
            ("in (Kohat) she (laughs)", [("action", "(laughs)")]),
            ("yes (laughs) (points)", [("action", "(laughs)"), ("action", "(points)")]),
            ("[[q001]] and [a [b] c]", [("replacement", "[q001]"), ("replacement", "[b]")]),
            ("([name] laughs)", [("action", "([name] laughs)")]),
            ("a smile :) and [", []),
            ("(over\ntwo lines) [a\nb]", []),
            ("() [] [ ]", [("replacement", "[ ]")]),
            ("", []),
        ],
    )
    def test_tell_marks_from_what_was_said(self, text: str, marks: list[tuple[str, str]]) -> None:
        found = [(piece.kind, piece.text) for piece in words.pieces(text)]
        assert [piece for piece in found if piece[0] != "said"] == marks
        assert ("said", "") not in found


@pytest.mark.parametrize(
    ("value", "said"), [("not_reported", "not reported"), (None, "not reported"), (0, "0")]
)
def test_what_is_missing_is_said_to_be(value: object, said: str) -> None:
    assert words.reported(ENGLISH, value) == said


@pytest.mark.parametrize("role", get_args(CreditRole))
def test_each_of_the_fourteen_contributions_has_a_name(role: str) -> None:
    assert words.credit_role(ENGLISH, role) == role.replace("-", " ")


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_each_word_for_a_value_is_translated(language: str) -> None:
    said = all_words(interface_for(language))
    # Speech alone goes without saying.
    assert said.count("") == 1
    assert [word for word in said if re.search("[A-Za-z]", word)] == []


@pytest.mark.parametrize(
    ("kind", "one", "several"),
    [
        ("focus-group", "focus group", "focus groups"),
        ("interview", "interview", "interviews"),
        ("survey", "survey", "surveys"),
        ("document", "document", "documents"),
        ("observation", "observation", "observations"),
        ("diary", "diary", "diaries"),
        ("workshop", "workshop", "workshops"),
    ],
)
def test_kinds_of_session_have_a_plural(kind: str, one: str, several: str) -> None:
    assert words.session_kind(ENGLISH, kind) == words.session_kind(ENGLISH, kind, 1) == one
    assert words.session_kind(ENGLISH, kind, 2) == several


def test_other_values_are_said_as_readers_would() -> None:
    kinds = {kind: words.quotation_kind(ENGLISH, kind) for kind in get_args(QuotationKind)}
    assert kinds == {
        "speech": "",
        "survey": "survey answer",
        "field-note": "field note",
        "document": "document",
        "post": "post",
    }
    assert [words.provenance(ENGLISH, each) for each in PROVENANCES] == [
        "verbatim",
        "translated",
        "paraphrased",
        "composite of several voices",
        "illustrative",
    ]
    assert [words.stance_in_words(ENGLISH, each) for each in STANCES] == [
        "for its theme",
        "with a reservation",
        "against its theme",
    ]
    assert [words.stance_explained(ENGLISH, each) for each in STANCES if each != "confirms"] == [
        "the quotation agrees with its theme in part",
        "the quotation speaks against its theme",
    ]
    assert [words.stance(ENGLISH, each) for each in STANCES] == list(STANCES)
    assert [words.polarity(ENGLISH, each) for each in POLARITIES] == list(POLARITIES)


@pytest.mark.parametrize(
    ("facts", "noted", "translated"),
    [
        ({}, "", ""),
        ({"provenance": "translated"}, "", "translated"),
        ({"provenance": "composite"}, "composite of several voices", ""),
        ({"original": {"language": "ps"}}, "", "translated from Pashto"),
        (
            {"provenance": "translated", "original": {"language": "ur", "translator": "AB"}},
            "",
            "translated from Urdu by AB",
        ),
        (
            {"provenance": "paraphrased", "original": {"language": "ur"}},
            "paraphrased",
            "translated from Urdu",
        ),
    ],
)
def test_beside_words_stands_where_they_come_from(
    facts: dict[str, Any], noted: str, translated: str
) -> None:
    made = Quotation.model_validate(quotation("q1", "a", **facts))
    assert words.provenance_to_note(ENGLISH, made) == noted
    assert words.translation(ENGLISH, made) == translated


def test_sessions_are_numbered_among_their_kind() -> None:
    interviews = {"kind": "interview", "groups": ["students"]}
    study = publishable(
        study_of(
            sessions=[
                {"id": "i-1", **interviews},
                {"id": "f-1", "kind": "focus-group", "groups": ["students"]},
                {"id": "i-2", **interviews, "number": 3},
                {"id": "named", **interviews, "label": "The dean"},
                {"id": "i-3", **interviews, "number": 2},
                {"id": "i-4", **interviews},
            ]
        )
    )
    assert [words.session_label(ENGLISH, study, each) for each in study.sessions] == [
        "Interview 1",
        "Focus group 1",
        "Interviews 2–4",
        "The dean",
        "Interviews 6–7",
        "Interview 8",
    ]


def test_a_session_is_at_the_site_it_tells_as_closely_as_it_may() -> None:
    study = publishable(study_named("wide"))
    found = {each.id: words.site_of(study, each) for each in study.sessions}
    assert {id_: site and site.id for id_, site in found.items()} == {
        "fg-1": "hills",
        "fg-2": "lower",
        "fg-3": "plain",
        "fg-4": "plain",
        "fg-5": "hills",
    }
    assert words.site_of(study, None) is None


class TestAttribution:
    def attributed(self, **facts: object) -> tuple[str, str, str | None]:
        whole = study_of(
            themes=[theme("a")],
            quotations=[quotation("q1", "a", **facts)],
            sessions=[
                {"id": "fgd-1", "kind": "focus-group", "groups": ["students"]},
                {"id": "idi-1", "kind": "interview", "groups": ["faculty"]},
                {"id": "fgd-2", "kind": "focus-group", "groups": ["students", "faculty"]},
                {"id": "last", "kind": "workshop", "groups": ["faculty"], "label": "The last one"},
            ],
            participants=[
                {"id": "s7", "group": "students", "sessions": ["fgd-1"]},
                {"id": "fgd-2/p3", "group": "faculty"},
                {"id": "s8", "group": "students", "pseudonym": "Gulalai"},
            ],
        )
        study = publishable(whole)
        (found,) = study.quotations
        group = words.group_of(study, found)
        who, where = words.who(ENGLISH, study, found), words.where(ENGLISH, study, found)
        return who, where, group.label if group else None

    @pytest.mark.parametrize(
        ("facts", "who", "where", "group"),
        [
            ({"participant": "s7"}, "Student s7", "", "Students"),
            ({"participant": "s7", "session": "fgd-1"}, "Student s7", "Focus group 1", "Students"),
            ({"participant": "fgd-2/p3"}, "Teacher p3", "Focus group 2", "Faculty"),
            ({"participant": "s8"}, "Gulalai", "", "Students"),
            ({"session": "idi-1"}, "Teacher", "Interview 1", "Faculty"),
            ({"session": "fgd-2"}, "Participant", "Focus group 2", None),
            ({"session": "fgd-2", "group": "faculty"}, "Teacher", "Focus group 2", "Faculty"),
            ({"session": "last"}, "Teacher", "The last one", "Faculty"),
            ({"group": "students"}, "Student", "", "Students"),
            ({"group": "students", "kind": "survey"}, "Student", "survey answer", "Students"),
            ({"as_printed": "Student 7, FGD 2"}, "Student 7, FGD 2", "", None),
            ({"as_printed": "S7", "participant": "s7"}, "S7", "", "Students"),
            ({}, "Participant", "", None),
        ],
    )
    def test_stands_at_the_level_the_study_gives(
        self, facts: dict[str, str], who: str, where: str, group: str | None
    ) -> None:
        assert self.attributed(**facts) == (who, where, group)

    def test_of_several_speakers_is_their_group(self) -> None:
        turns = [
            {"speaker": "Interviewer", "text": "And then?"},
            {"speaker": "A", "text": "Then I asked."},
            {"speaker": "B", "text": "So did I."},
        ]
        assert self.attributed(turns=turns, group="students")[0] == "Students"
        assert self.attributed(turns=turns)[0] == "Several participants"
        assert self.attributed(turns=turns[:2], group="students")[0] == "Student"
