"""Who speaks is told by fields: words that name it themselves, or stand in marks, are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from builder import SMALL, problems_of, told, with_text

from study_findings.reading.checks.speech import is_wrapped

SAYS = 'warning speaker-in-text: "text" of quotation q001'
OTHER = f"{SAYS} begins words of another speaker with"
TURNS = "write turns in place of text: `turns:"
LEAVE = "`participant`, `session` or `as_printed` say who speaks"
# A text -> where what is told stands in `students.yml`, and what it says.
TOLD = {
    "P2: Yes.": f'2:10 {SAYS} names its speaker: "P2:"; leave "P2:" out: {LEAVE}',
    "R: Yes.": f'2:10 {SAYS} names its speaker: "R:"; leave "R:" out: {LEAVE}',
    "Well. P2: Yes.": (
        f'2:16 {OTHER} "P2:"; {TURNS} [{{speaker: Participant, text: "Well."}}, '
        '{speaker: P2, text: "Yes."}]`'
    ),
    "INT: Why? P1：So.": (
        f'2:10 {OTHER} "INT:"; {TURNS} [{{speaker: Interviewer, role: interviewer, text: "Why?"}}, '
        '{speaker: P1, text: "So."}]`'
    ),
    "P: So. R: Why?": (
        f'2:10 {OTHER} "P:"; {TURNS} [{{speaker: P, text: "So."}}, '
        '{speaker: R, role: interviewer, text: "Why?"}]`'
    ),
    "Q: Why? R: So.": (
        f'2:10 {OTHER} "Q:"; {TURNS} [{{speaker: Interviewer, role: interviewer, text: "Why?"}}, '
        '{speaker: R, text: "So."}]`'
    ),
    "“He said no.”": (
        '2:9 warning marks-around-all: "text" of quotation q001 stands whole between quotation '
        "marks, “ and ”; leave them out: readers see that these words are quoted"
    ),
    "„Er sagt nein“.": (
        '2:9 warning marks-around-all: "text" of quotation q001 stands whole between quotation '
        "marks, „ and “; leave them out: readers see that these words are quoted"
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_who_speaks_and_marks_around_all_are_told_at_their_place(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, with_text(text)) == [f"quotations/students.yml:{TOLD[text]}"]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("A: all of these", False), ("F: we failed", False), ("A: So. F: So.", True)],
)
def test_one_letter_alone_may_be_a_grade_or_an_answer_to_choose(
    text: str, is_told: bool, tmp_path: Path
) -> None:
    assert any(SAYS in line for line in problems_of(tmp_path, with_text(text))) is is_told


def test_a_turn_that_holds_another_is_parted(tmp_path: Path) -> None:
    turns = [{"speaker": "Ann", "text": "So. P2: Yes."}]
    assert problems_of(tmp_path, with_text(None, turns=turns)) == [
        f'quotations/students.yml:10:16 {OTHER} "P2:"; write more turns in place of this one: '
        '`turns: [{speaker: Participant, text: "So."}, {speaker: P2, text: "Yes."}]`'
    ]


def test_names_and_memos_are_no_words_that_were_said(tmp_path: Path) -> None:
    turns = [{"speaker": "“Ann”", "text": "So."}]
    assert problems_of(tmp_path / "name", with_text(None, turns=turns)) == []
    memos = [{"text": "“So.”", "publish": "true"}]
    assert problems_of(tmp_path / "memo", with_text("So it was.", memos=memos)) == []


# A transcript in `text` -> the turns that are proposed.
TRANSCRIPTS = {
    "MODERATOR: Do you want to … P2: Yes": [
        ("Moderator", True, "Do you want to …"),
        ("P2", False, "Yes"),
    ],
    "Interviewer: Why?\nParticipant 4: Because.\nInterviewer: And?": [
        ("Interviewer", True, "Why?"),
        ("Participant 4", False, "Because."),
        ("Interviewer", True, "And?"),
    ],
    "INT: Why? RES: I just left.": [
        ("Interviewer", True, "Why?"),
        ("RES", False, "I just left."),
    ],
    "INT1: Why? P 12: I just left.": [("INT1", True, "Why?"), ("P 12", False, "I just left.")],
    "INT: Why? RESP: I left.": [("Interviewer", True, "Why?"), ("Resp", False, "I left.")],
    "I: Why? R: I just left.": [("Interviewer", True, "Why?"), ("R", False, "I just left.")],
    "Q: Why? A: I just left.": [("Interviewer", True, "Why?"), ("A", False, "I just left.")],
    "I left early. INT: Why? FG2: We all did.": [
        ("Participant", False, "I left early."),
        ("Interviewer", True, "Why?"),
        ("FG2", False, "We all did."),
    ],
    "and then P3: me too P4: not me": [
        ("Participant", False, "and then"),
        ("P3", False, "me too"),
        ("P4", False, "not me"),
    ],
    "ماڈریٹر: کیوں؟ شریک ۲: ہاں۔": [("ماڈریٹر", True, "کیوں؟"), ("شریک ۲", False, "ہاں۔")],
    "س: کیوں؟ ج: ہاں۔": [("س", True, "کیوں؟"), ("ج", False, "ہاں۔")],
    "مرکه کوونکی: ولې؟ ګډونوال: هو.": [("مرکه کوونکی", True, "ولې؟"), ("ګډونوال", False, "هو.")],
    'Moderator: Say "why" \\ now.': [("Moderator", True, 'Say "why" \\ now.')],
}


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_a_transcript_in_a_text_is_told_and_the_turns_offered_are_accepted(
    text: str, tmp_path: Path
) -> None:
    (found,) = told(tmp_path, with_text(text))
    assert found.startswith("warning speaker-in-text")
    offered = re.search(r"`(turns: .*)`$", found)
    assert offered is not None
    turns = yaml.safe_load(offered.group(1))["turns"]
    assert [
        (turn["speaker"], turn.get("role") == "interviewer", turn["text"]) for turn in turns
    ] == TRANSCRIPTS[text]
    assert problems_of(tmp_path, with_text(None, turns=turns)) == []


@pytest.mark.parametrize(("number", "is_cut"), [(12, False), (13, True)])
def test_twelve_turns_are_offered_and_more_are_hinted_at(
    number: int, is_cut: bool, tmp_path: Path
) -> None:
    (found,) = told(tmp_path, with_text(" ".join(f"P{n}: So." for n in range(1, number + 1))))
    assert ("{speaker: P12," in found, "P13" in found) == (True, False)
    assert found.endswith(", …]`") is is_cut


@pytest.mark.parametrize(
    ("length", "shown"), [(60, "o" * 60), (61, "o" * 61), (62, f"{'o' * 60}…")]
)
def test_a_long_turn_is_offered_by_its_beginning(length: int, shown: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, with_text(f"INT: Why? P1: {'o' * length}"))
    assert f'{{speaker: P1, text: "{shown}"}}' in found


@pytest.mark.parametrize(
    "text",
    ["a", "“a", "a”", "“a” b “c”", "“”", "'tis", '"a" "b"', "’a‘", '"a""', '""a"', "“a “b” c” d”"],
)
def test_other_marks_hold_not_the_whole(text: str) -> None:
    assert not is_wrapped(text)


@pytest.mark.parametrize("text", ["“a”", "“a “b” c”", "‘So y’all came’", "‘So I’d go’"])
def test_one_pair_of_marks_holds_the_whole(text: str) -> None:
    assert is_wrapped(text)


@pytest.mark.parametrize(("words", "rule"), [("P2: Yes.", "speaker-in-text"), ("“So.”", "marks-")])
def test_an_original_was_said_and_an_implication_was_not(
    words: str, rule: str, tmp_path: Path
) -> None:
    original = {"text": words, "language": "en"}
    (found,) = told(
        tmp_path / "said", with_text("Words.", provenance="translated", original=original)
    )
    assert found.startswith(f"warning {rule}")
    implication = SMALL["implications.yml"].replace("Give more time.", f"'{words}'")
    assert problems_of(tmp_path / "written", {"implications.yml": implication}) == []
