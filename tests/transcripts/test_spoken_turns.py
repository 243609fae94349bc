"""Turns of a transcript: who speaks, and what is said, without what stands around it."""

from __future__ import annotations

import pytest

from study_findings.transcripts.spoken_turns import turns_of

Turns = list[tuple[str, bool | None, str]]


def turns(text: str) -> Turns:
    return [
        (turn.label, turn.by_interviewer, " ".join(turn.text.split())) for turn in turns_of(text)
    ]


ASKED: Turns = [("interviewer", True, "Why?"), ("p1", False, "Because.")]
SAME: dict[str, str] = {
    "colons": "Interviewer: Why?\nP1: Because.",
    "tabs": "Interviewer\tWhy?\nP1\tBecause.",
    "case and spaces": "INTERVIEWER : Why?\n\n\nP 1:   Because.",
    "full-width colons": "Interviewer：Why?\nP1：Because.",
    "times before": "[00:01:02] Interviewer: Why?\n[00:01:04] P1: Because.",
    "times in front, bare": "01:02 Interviewer: Why?\n01:04 P1: Because.",
    "times within": "Interviewer 00:12: Why?\nP1 (00:13): Because.",
    "times of a transcribing program": "Interviewer: Why? #00:01:02-3#\nP1: Because. #00:01:04-5#",
    "emphasis": "**Interviewer:** Why?\n**P1:** *Because.*",
    "brackets": "[Interviewer]: Why?\nP1 (female, old): Because.",
    "lines of their own": "Interviewer  0:03\nWhy?\nP1  0:09\nBecause.",
    "numbers of lines": "1 Interviewer: Why?\n2 P1: Because\n3 .\n4 .\n5 .",
    "lines that go on": "Interviewer:\nWhy?\nP1: Be-\ncause.",
}


@pytest.mark.parametrize("form", SAME)
def test_labels_and_times_are_known_in_any_form(form: str) -> None:
    found = turns(SAME[form])
    assert [(label, asks) for label, asks, _ in found] == [(a, b) for a, b, _ in ASKED]
    assert [text.replace(" .", "").rstrip(".") for *_, text in found] == ["Why?", "Because"]


def test_names_are_labels_where_they_begin_lines() -> None:
    said = "Aisha: Yes.\nBilal: No.\nAisha: Well.\nand so on"
    assert turns(said) == [
        ("aisha", False, "Yes."),
        ("bilal", False, "No."),
        ("aisha", False, "Well. and so on"),
    ]


def test_those_of_one_speaker_in_a_row_are_one() -> None:
    assert turns("P1: We left.\nP1: It rained.") == [("p1", False, "We left. It rained.")]


@pytest.mark.parametrize(
    "text",
    [
        "It rained. And he said: go home\nThen there was this: nothing\nand more of it",
        "We met there\n10:30 was too late\nand so on",
        "Nurse\nwas what she said, and all\nthat she ever was",
        "2 of us went\nand came\nback again\nin the night\nof course",
    ],
)
def test_words_are_not_taken_for_labels_times_or_numbers(text: str) -> None:
    assert turns(text) == [("", None, " ".join(text.split()))]


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("I: a\nR1: b", {"i"}),
        ("R: a\nP: b", {"r"}),
        ("M1: a\nF2: b", set()),
        ("M: a\nP1: b", {"m"}),
        ("محقق: الف\nشریک 2: ب", {"محقق"}),
        ("پوښتونکی: الف\nګډونوال ۲: ب", {"پوښتونکی"}),
        ("Speaker 1: a\nSpeaker 2: b", set()),
    ],
)
def test_who_asks_is_told_from_the_labels(text: str, asking: set[str]) -> None:
    found = turns_of(text)
    assert len(found) == 2
    names = {name for name in asking for turn in found if turn.by_interviewer}
    assert names == asking
    assert sum(turn.by_interviewer is True for turn in found) == len(asking)
