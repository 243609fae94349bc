"""Words for what the data says: marks in a quotation, directions of writing, attributions."""

import pytest
from hypothesis import given
from shapes import quotation, study_of, theme
from texts import quotation_texts

from study_findings.render import words


class TestPieces:
    @given(quotation_texts())
    def test_joined_are_the_text(self, text: str) -> None:
        assert "".join(piece.text for piece in words.pieces(text)) == text

    @pytest.mark.parametrize(
        ("text", "marks"),
        [
            ("on [Wednesday] …", [("replacement", "[Wednesday]"), ("omission", "…")]),
            ("so [...] it [mentor] went", [("omission", "[...]"), ("replacement", "[mentor]")]),
            ("well... [...]...", [("omission", "..."), ("omission", "[...]"), ("omission", "...")]),
            ("yes (laughs) (points)", [("action", "(laughs)"), ("action", "(points)")]),
            ("[[q001]] and [a [b] c]", [("replacement", "[q001]"), ("replacement", "[b]")]),
            ("([name] laughs)", [("action", "([name] laughs)")]),
            ("a smile :) and [", []),
            ("(over\ntwo lines) [a\nb]", []),
            ("() [] [ ]", [("replacement", "[ ]")]),
        ],
    )
    def test_tell_marks_from_what_was_said(self, text: str, marks: list[tuple[str, str]]) -> None:
        found = [(piece.kind, piece.text) for piece in words.pieces(text)]
        assert [piece for piece in found if piece[0] != "said"] == marks


class TestDirection:
    @pytest.mark.parametrize(
        ("language", "direction"),
        [
            ("en", "ltr"),
            ("ur", "rtl"),
            ("ps-PK", "rtl"),
            ("ur-Latn", "ltr"),
            ("ur-Latn-PK", "ltr"),
            ("pa-Arab", "rtl"),
            ("pa-arab", "rtl"),
            ("pa", "ltr"),
            ("en-GB", "ltr"),
        ],
    )
    def test_is_the_scripts_or_else_the_languages(self, language: str, direction: str) -> None:
        assert words.direction(language) == direction


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (words.counted(0, "theme"), "0 themes"),
        (words.counted(1, "theme"), "1 theme"),
        (words.counted(20000, "quotation"), "20,000 quotations"),
        (words.counted(2, "diary", "diaries"), "2 diaries"),
        (words.reported("not_reported"), "not reported"),
        (words.reported(None), "not reported"),
        (words.reported(0), "0"),
        (words.language_name("ur-PK"), "Urdu"),
        (words.language_name("tlh"), "tlh"),
    ],
)
def test_figures_and_names_read_as_words(written: str, said: str) -> None:
    assert written == said


class TestAttribution:
    def attributed(self, **facts: object) -> tuple[str, str, str | None]:
        study = study_of(
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
        (found,) = study.quotations
        group = words.group_of(study, found)
        return words.who(study, found), words.where(study, found), group and group.label

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
