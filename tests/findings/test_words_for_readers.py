"""Words for what the data says: marks in a quotation, attributions."""

from typing import get_args

import pytest
from hypothesis import given
from shapes import quotation, study_of, theme
from texts import quotation_texts

from study_findings.findings import labels as words
from study_findings.language import interface_for
from study_findings.model.authors import CreditRole
from study_findings.privacy.publishable import publishable

ENGLISH = interface_for("en")


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
