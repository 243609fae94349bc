"""Problems as text, JSON and GitHub annotations, which no message can break out of."""

import json

import pytest

from study_findings.problems import Location, Problem
from study_findings.problems.output import (
    FORMATS,
    as_github,
    as_json,
    as_text,
    one_line,
    summary,
)

UNKNOWN = Problem(
    Location("themes_data/themes/time.yml", 12, 5),
    "unknown-theme",
    'quotation q014 names theme "tiem"',
    'did you mean "time"?',
)
STRAY = Problem(
    Location("themes_data/notes.txt"), "stray-file", "the file is no part of a study", "", "warning"
)
CHANGED = Problem(
    Location("themes_data/translations/ur/themes/time.yml", 2, 9),
    "translation-outdated",
    "theme time changed after this translation was made",
    "read both again, then write `source: 1a2b3c4d`",
    "notice",
)


class TestText:
    def test_is_a_line_for_each_and_a_summary(self) -> None:
        assert as_text([UNKNOWN, STRAY]) == (
            "themes_data/themes/time.yml:12:5: error unknown-theme: "
            'quotation q014 names theme "tiem"; did you mean "time"?\n'
            "themes_data/notes.txt:1:1: warning stray-file: the file is no part of a study\n"
            "1 error and 1 warning in 2 files.\n"
            "To learn what a rule means: findings explain unknown-theme"
        )

    def test_says_that_there_is_nothing_to_say(self) -> None:
        assert as_text([]) == "No problems."

    @pytest.mark.parametrize(
        ("problems", "words"),
        [
            ([UNKNOWN], "1 error in 1 file."),
            ([UNKNOWN, UNKNOWN], "2 errors in 1 file."),
            ([STRAY], "1 warning in 1 file."),
            ([STRAY, STRAY, UNKNOWN], "1 error and 2 warnings in 2 files."),
            ([CHANGED], "1 notice in 1 file."),
            ([CHANGED, STRAY, UNKNOWN, CHANGED], "1 error, 1 warning and 2 notices in 3 files."),
        ],
    )
    def test_counts_in_words(self, problems: list[Problem], words: str) -> None:
        assert summary(problems) == words


class TestJson:
    def test_holds_every_part_of_a_problem(self) -> None:
        found = json.loads(as_json([UNKNOWN, STRAY]))
        assert found["problems"][0] == {
            "file": "themes_data/themes/time.yml",
            "line": 12,
            "column": 5,
            "level": "error",
            "rule": "unknown-theme",
            "message": 'quotation q014 names theme "tiem"',
            "hint": 'did you mean "time"?',
        }
        assert (found["errors"], found["warnings"], found["notices"]) == (1, 1, 0)

    def test_counts_notices_apart(self) -> None:
        found = json.loads(as_json([CHANGED]))
        assert found["problems"][0]["level"] == "notice"
        assert (found["errors"], found["warnings"], found["notices"]) == (0, 0, 1)

    def test_is_an_object_also_where_there_is_nothing_to_say(self) -> None:
        assert json.loads(as_json([])) == {
            "problems": [],
            "errors": 0,
            "warnings": 0,
            "notices": 0,
        }


class TestGitHub:
    def test_is_a_workflow_command_for_each_and_a_summary(self) -> None:
        assert as_github([UNKNOWN, STRAY]).splitlines() == [
            "::error file=themes_data/themes/time.yml,line=12,col=5,title=unknown-theme::"
            'quotation q014 names theme "tiem"; did you mean "time"?',
            "::warning file=themes_data/notes.txt,line=1,col=1,title=stray-file::"
            "the file is no part of a study",
            "1 error and 1 warning in 2 files.",
        ]

    def test_shows_a_notice_as_one(self) -> None:
        assert as_github([CHANGED]).splitlines()[0] == (
            "::notice file=themes_data/translations/ur/themes/time.yml,line=2,col=9,"
            "title=translation-outdated::theme time changed after this translation was made; "
            "read both again, then write `source: 1a2b3c4d`"
        )

    @pytest.mark.parametrize(
        ("message", "data"),
        [
            ("100% of it", "100%25 of it"),
            ("%0A is no line", "%250A is no line"),
            ("a: b, c", "a: b, c"),
            ("one\ntwo\r\nthree", "one%0Atwo%0D%0Athree"),
            ("x\n::error file=a.yml::smuggled", "x%0A::error file=a.yml::smuggled"),
            ("::add-mask::x", "::add-mask::x"),
        ],
    )
    def test_no_message_smuggles_a_command(self, message: str, data: str) -> None:
        lines = as_github([Problem(Location("a.yml"), "rule", message)]).split("\n")
        assert lines == [
            f"::error file=a.yml,line=1,col=1,title=rule::{data}",
            "1 error in 1 file.",
        ]

    @pytest.mark.parametrize(
        ("file", "written"),
        [
            ("a,line=9::b.yml", "a%2Cline=9%3A%3Ab.yml"),
            ("50%.yml", "50%25.yml"),
            ("a\n::error::b.yml", "a%0A%3A%3Aerror%3A%3Ab.yml"),
        ],
    )
    def test_no_file_name_smuggles_a_property(self, file: str, written: str) -> None:
        first = as_github([Problem(Location(file), "rule", "message")]).split("\n")[0]
        assert first == f"::error file={written},line=1,col=1,title=rule::message"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_file_rule_and_message(form: str) -> None:
    written = FORMATS[form]([STRAY])
    for part in ("themes_data/notes.txt", "stray-file", "the file is no part of a study"):
        assert part in written


def test_a_hint_follows_its_message_only_where_there_is_one() -> None:
    assert one_line(STRAY).endswith("the file is no part of a study")
    assert one_line(UNKNOWN).endswith('"tiem"; did you mean "time"?')
