"""What is nearly as it was said is told with the words that differ."""

from __future__ import annotations

import pytest
from made_transcripts import quotation, searched, transcript

from study_findings.transcripts.nearest import Difference, Nearest, nearest

SAID = (
    "Interviewer: How was it?\n"
    "P1: Well, we waited for two hours at the ward’s gate, and nobody came to open it. "
    "Then we left.\n"
    "Interviewer: Mm.\n"
    "P1: And we never went back to that place again.\n"
    "P2: I went back, though, in the spring of the next year."
)


def near(words: str, said: str = SAID) -> Nearest:
    found = nearest(transcript(said), searched(words))
    assert found is not None
    return found


DIFFERENT: dict[str, tuple[str, Difference]] = {
    "another word": (
        "we waited for three hours at the ward's gate",
        Difference("three", "two", 1),
    ),
    "a word too many": (
        "we waited for two long hours at the ward's gate",
        Difference("long", "", 0),
    ),
    "words left out": (
        "we waited at the ward's gate, and nobody came",
        Difference("", "for two hours", 3),
    ),
    "words at the end": (
        "for two hours at the ward's gate, and nobody came to open it, not even once",
        Difference("not even once", "", 0),
    ),
    "words at the beginning": (
        "At first we waited for two hours at the gate".replace("the gate", "the ward's gate"),
        Difference("At first", "", 0),
    ),
    "an interruption": (
        "and nobody came to open it. Then we left. And we never went back to that place",
        Difference("", "Mm.", 1),
    ),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_the_words_that_differ_are_named_and_no_others(case: str) -> None:
    words, difference = DIFFERENT[case]
    assert near(words).differences == (difference,)


def test_what_a_mark_stands_for_is_no_difference() -> None:
    words = "we waited […] at the [hospital's] gate and somebody came to open it"
    assert near(words).differences == (Difference("somebody", "nobody", 1),)


def test_what_is_farther_than_a_mark_reaches_is_one() -> None:
    between = " ".join(f"w{n}" for n in range(90))
    said = f"we waited for two hours {between} at the big gate"
    (difference,) = near("we waited for two hours … at the big gate", said).differences
    assert (difference.quoted, difference.number) == ("…", 90)


def test_different_spaces_are_no_difference() -> None:
    said = "we can not come to the day-care ward any more at all"
    found = near("we cannot come to the day care ward any more for now", said)
    assert "cannot" not in " ".join(difference.quoted for difference in found.differences)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (
            quotation("went back to that place again I went back though in the spring"),
            "other-speaker",
        ),
        (quotation("How was it? Really?", kind="speech"), "interviewer"),
        (
            quotation(turns=[{"speaker": "Interviewer", "text": "and nobody came to open it"}]),
            "participant",
        ),
    ],
)
def test_it_is_said_whose_words_they_are(words: object, note: str) -> None:
    found = nearest(transcript(SAID), searched(words))  # type: ignore[arg-type]
    assert found is not None
    assert note in found.notes


@pytest.mark.parametrize(
    "words",
    [
        "The bus was late on every single morning of that winter",
        "I was in the gate and it",
        "we the for at and to it again",
        "went",
        "… [x] …",
    ],
)
def test_what_is_not_near_is_not_told_as_near(words: str) -> None:
    assert nearest(transcript(SAID), searched(words)) is None


def test_the_nearest_of_several_places_is_found() -> None:
    filler = " ".join(f"filler{n}" for n in range(3_000))
    said = (
        f"we waited there for an hour {filler} {SAID} {filler} they waited for two days at a gate"
    )
    words = "we waited for three hours at the ward's gate"
    assert near(words, said).differences == (Difference("three", "two", 1),)
