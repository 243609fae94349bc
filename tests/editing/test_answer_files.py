"""What comes back is read strictly: whole and as the page writes it, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_findings.editing.answer_files import MOST_BYTES, answers_given, read_answers
from study_findings.editing.answers import Answer, Answers
from study_findings.editing.register import AnswerChoice
from study_findings.problems import Problem, StudyError

MARK = "0123456789abcdef"
VALUE: dict[str, Any] = {
    "format": "study-findings read-back 1",
    "study": "ab12",
    "participant": "fgd-1/p1",
    "answers": [
        {"quotation": "q1", "shown": MARK, "answer": "keep", "words": ""},
        {"quotation": "q2", "shown": MARK, "answer": "change", "words": "One line.\nAnother."},
    ],
    "remark": "Thank you.",
}
TEXT = f"""\
study-findings read-back 1
study ab12
participant fgd-1/p1
q1 {MARK} keep
q2 {MARK} change
| One line.
| Another.
remark
| Thank you.
end 2
"""
READ = Answers.model_validate({**VALUE, "answers": tuple(VALUE["answers"])})


def refused(content: bytes | str) -> Problem:
    with pytest.raises(StudyError) as caught:
        read_answers(content.encode() if isinstance(content, str) else content, "a.json")
    (problem,) = caught.value.problems
    assert problem.rule == "no-answers"
    return problem


def changed(**fields: Any) -> str:
    return json.dumps({**VALUE, **fields})


class TestRead:
    def test_a_saved_file(self) -> None:
        assert read_answers(json.dumps(VALUE).encode(), "a.json") == READ

    def test_the_same_as_text(self) -> None:
        assert read_answers(TEXT.encode(), "a.txt") == READ
        assert READ.as_text() == TEXT

    @pytest.mark.parametrize(
        "pasted",
        [
            "Here they are:\r\n\r\n" + TEXT.replace("\n", "\r\n") + "\r\nSent from my phone\r\n",
            "\ufeff  " + TEXT.replace("\n", "  \n"),
            TEXT.replace("q1 ", "\u200eq1 ").replace("\n", "\u200f\n"),
            TEXT.replace("\nq2", "\n\nq2"),
        ],
    )
    def test_text_as_messengers_leave_it(self, pasted: str) -> None:
        assert read_answers(pasted.encode(), "pasted") == READ

    def test_words_without_marks_that_turn_others_around(self) -> None:
        answers = [{**VALUE["answers"][1], "words": "\u202eolleh\u202c ته \u200cوویل"}]
        (answer,) = read_answers(changed(answers=answers).encode(), "a").answers
        assert answer.words == "olleh ته \u200cوویل"

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["keep", "change", "take-out"]),
                st.text("aگ |\n>endq1remark", max_size=30),
            ),
            max_size=4,
        ),
        st.text("aگ |\nend remark 1", max_size=30),
    )
    def test_text_and_file_say_the_same(
        self, given: list[tuple[AnswerChoice, str]], remark: str
    ) -> None:
        answers = tuple(
            Answer(
                quotation=f"q{number}",
                shown=MARK,
                answer=choice,
                words=_tidy(words) if choice == "change" and _tidy(words).strip(" |\n>") else "",
            )
            for number, (choice, words) in enumerate(given)
        )
        all_ = Answers(study="ab", participant="p1", answers=answers, remark=_tidy(remark))
        assert read_answers(all_.as_text().encode(), "a.txt") == all_
        assert read_answers(all_.model_dump_json().encode(), "a.json") == all_


def _tidy(words: str) -> str:
    return "\n".join(line.rstrip() for line in words.split("\n")).strip()


class TestRefused:
    @pytest.mark.parametrize(
        "content",
        [
            b"", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe{\0}\0", b"[]", b"{}", b"null",
            "سلام".encode("cp1256"),
            b"{" * 100_000, b'{"a":' * 50_000, b"[" * 100_000, b"9" * 10_000,
            json.dumps(VALUE)[:-40], json.dumps(VALUE).replace("ab12", "ab12\u0007"),
            json.dumps(VALUE).replace("Thank you.", "\\u0007"),
            json.dumps(VALUE).replace("Thank you.", "\\ud800"),
            json.dumps(VALUE).replace("{", '{"study": "zz",', 1),
            json.dumps(VALUE).replace('"ab12"', "NaN"),
            changed(study=None), changed(study="../x"), changed(participant="../p"),
            changed(participant=5), changed(format="other"), changed(more=1),
            changed(remark="x" * 20_001), changed(answers="q1"), changed(answers=[5]),
            changed(answers=[{"quotation": "Q 1", "answer": "keep"}]),
            changed(answers=[{"quotation": "q1", "answer": "delete"}]),
            changed(answers=[{"quotation": "q1", "shown": "zz", "answer": "keep"}]),
            changed(answers=[{"quotation": "q1", "answer": "keep", "words": "But not so."}]),
            changed(answers=[{"quotation": "q1", "answer": "change", "words": "\u2800"}]),
            changed(answers=VALUE["answers"] + VALUE["answers"][:1]),
            changed(answers=[{"quotation": f"q{n}", "answer": "keep"} for n in range(5_001)]),
        ],
    )  # fmt: skip
    def test_what_no_page_saves(self, content: bytes | str) -> None:
        refused(content)

    def test_what_is_too_large_is_not_parsed(self) -> None:
        assert "too large" in refused(b" " * (MOST_BYTES + 1)).message

    @pytest.mark.parametrize(
        ("old", "new", "line", "message"),
        [
            ("end 2\n", "", 10, "breaks off"),
            ("end 2", "end 3", 10, "missing above"),
            ("q1 ", "q1", 4, "not as the page writes it"),
            (f"q1 {MARK} keep\n", "", 9, "missing above"),
            ("study ab12\n", "| words\n", 2, "belong to no answer"),
            ("study ab12", "study ab12\nstudy ab13", 3, "not as the page writes it"),
            ("| Another.", "Another.", 7, "not as the page writes it"),
            ("study ab12\n", "", 1, "which study"),
            ("participant fgd-1/p1\n", "", 1, "participant"),
        ],
    )
    def test_text_that_is_damaged_at_its_line(
        self, old: str, new: str, line: int, message: str
    ) -> None:
        problem = refused(TEXT.replace(old, new))
        assert problem.location.line == line
        assert message in problem.message

    def test_a_message_names_the_field_and_no_word(self) -> None:
        problem = refused(changed(answers=[{"quotation": "q1", "answer": "zqsecret"}]))
        assert problem.message.endswith("answers.0.answer")
        assert "zqsecret" not in problem.message + problem.hint

    def test_a_damaged_file_at_its_line(self) -> None:
        assert refused(json.dumps(VALUE, indent=1)[:-3]).location.line > 10


class TestTyped:
    def test_from_a_printed_sheet(self) -> None:
        given = ["q1=keep", " q2 = take-out", "q3=change: New: words", "q4=change"]
        found = answers_given("p1", given, " Thanks ")
        assert [(a.quotation, a.answer, a.words, a.shown) for a in found.answers] == [
            ("q1", "keep", "", None),
            ("q2", "take-out", "", None),
            ("q3", "change", "New: words", None),
            ("q4", "change", "", None),
        ]
        assert found.remark == "Thanks"

    @pytest.mark.parametrize(
        "given", [["q1"], ["q1=delete"], ["q1=keep:words"], ["=keep"], ["q1=keep", "q1=change"],
                  ["Q1=keep"], ["q1=change:\u0007"]],
    )  # fmt: skip
    def test_what_is_no_answer(self, given: list[str]) -> None:
        with pytest.raises(StudyError) as caught:
            answers_given("p1", given)
        assert {problem.rule for problem in caught.value.problems} == {"no-answers"}

    def test_each_that_is_none_and_an_id_that_cannot_be(self) -> None:
        with pytest.raises(StudyError):
            answers_given("P 1", ["q1=keep"])
