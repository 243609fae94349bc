"""A quotation stands in a transcript where its words do: in order, near enough, by one speaker."""

from __future__ import annotations

import contextlib
import random
import sys
from types import FrameType
from typing import Any

import pytest
from made_transcripts import is_in, quotation, searched, transcript

from study_findings.transcripts.finding import TangledError, stands_in
from study_findings.transcripts.nearest import nearest
from study_findings.transcripts.pieces import (
    OMITTED_A_WORD,
    OMITTED_MOST,
    REPLACED_MOST,
)

SAID = "We waited for two hours at the ward’s gate, and nobody came to open it."

SAME: dict[str, tuple[str, str]] = {
    "as it stands": (SAID, "We waited for two hours"),
    "case": (SAID, "WE WAITED for Two Hours"),
    "punctuation": (SAID, "we waited, for two hours … at the ward's gate; and"),
    "quotation marks": (SAID, '“we waited” for ‘two’ hours at the "ward’s" gate'),
    "spaces": (SAID, "we\u00a0waited  for\ntwo hours"),
    "words parted": ("I can not go any more", "I cannot go anymore"),
    "hyphens": ("a well known day-care nurse", "a well-known day care nurse"),
    "divided at a line's end": ("in the hos-\npital at night", "in the hospital"),
    "divided by a soft hyphen": ("in the hos\u00adpital", "hospital"),
    "normal forms": ("the cafe\u0301 was closed", "the café was closed"),
    "accents": ("the café was closed", "the cafe was closed"),
    "Urdu and Arabic keyboards": ("ہم وہاں گئے تھے کیونکہ", "هم وهاں گئے تھے كيونكه"),
    "Urdu vowel signs": ("اُس نے کہا", "اس نے کہا"),
    "Urdu joined by a non-joiner": ("آپ کے\u200cلیے آئے", "آپ کے لیے آئے"),
    "Pashto keyboards": ("موږ ډېر وخت کې ولاړو", "موږ ډېر وخت کي ولاړو"),
    "digits": ("at 10 past", "at ۱۰ past"),
    "actions in the transcript": ("I left (laughs) him [long pause] there", "I left him there"),
    "actions in both": ("I left (laughs) him", "I (pause) left him"),
    "what nobody heard": ("I [inaudible] left", "I (inaudible) left"),
    "times within": ("I left [00:01:02] him there", "I left him there"),
    "without spaces": ("我们等了两个小时，没有人来。", "等了两个小时"),
}


@pytest.mark.parametrize("case", SAME)
def test_what_is_the_same_word_is_found(case: str) -> None:
    text, words = SAME[case]
    assert is_in(text, words)


OTHER: dict[str, tuple[str, str]] = {
    "another word": (SAID, "We waited for three hours"),
    "another order": (SAID, "two hours for waited we"),
    "a word left out": (SAID, "We waited two hours"),
    "a word added": (SAID, "We waited for two long hours"),
    "part of a word": (SAID, "aited for two hour"),
    "a letter of Urdu": ("ہم وہاں گئے", "ہم وہاں گئی"),
    "another digit": ("at 10 past", "at 11 past"),
    "over what nobody heard": ("I [inaudible] left", "I left"),
    "from one speaker to another": ("P1: We waited\nP2: for two hours", "We waited for two hours"),
    "over an interruption": (
        "P1: We waited\nInterviewer: Mm.\nP1: for two hours",
        "We waited for two hours",
    ),
}


@pytest.mark.parametrize("case", OTHER)
def test_what_is_not_the_same_is_not(case: str) -> None:
    text, words = OTHER[case]
    assert not is_in(text, words)


def far(number: int, before: str, after: str) -> str:
    """Put so many words between two pieces of a transcript."""
    return f"{before} {' '.join(f'w{n}' for n in range(number))} {after}"


class TestMarks:
    @pytest.mark.parametrize("mark", ["…", "[…]", "[...]", "..."])
    def test_of_omission_stand_for_up_to_a_hundred_words(self, mark: str) -> None:
        before, after = "one two three four five", "six seven eight nine ten"
        words = f"{before} {mark} {after}"
        assert is_in(far(0, before, after), words)
        assert is_in(far(OMITTED_MOST, before, after), words)
        assert not is_in(far(OMITTED_MOST + 1, before, after), words)

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_beside_few_words_they_stand_for_fewer(self, number: int) -> None:
        piece = " ".join(f"p{n}" for n in range(number))
        before, most = "one two three four five six", OMITTED_A_WORD * number
        for first, second in ((before, piece), (piece, before)):
            words = f"{first} […] {second}"
            assert is_in(far(most, first, second), words)
            assert not is_in(far(most + 1, first, second), words)

    def test_words_in_brackets_stand_for_up_to_twelve(self) -> None:
        words = "we drove to [a hospital] in the night"
        before, after = "we drove to", "in the night"
        assert is_in(far(0, before, after), words)
        assert is_in(far(REPLACED_MOST, before, after), words)
        assert not is_in(far(REPLACED_MOST + 1, before, after), words)

    def test_several_add_up_but_for_omissions(self) -> None:
        before, after = "one two three four five", "six seven eight nine ten"
        twice = f"{before} [a] [b] {after}"
        assert is_in(far(2 * REPLACED_MOST, before, after), twice)
        assert not is_in(far(2 * REPLACED_MOST + 1, before, after), twice)
        both = f"{before} […] [a] … {after}"
        assert is_in(far(OMITTED_MOST + REPLACED_MOST, before, after), both)
        assert not is_in(far(OMITTED_MOST + REPLACED_MOST + 1, before, after), both)

    def test_two_ends_of_a_transcript_make_no_sentence(self) -> None:
        text = far(5_000, "I trusted the doctor", "who hurt me")
        assert not is_in(text, "I trusted the doctor … who hurt me")

    def test_nor_do_words_of_two_speakers(self) -> None:
        text = "P1: I trusted the doctor.\nP2: He was the one who hurt me."
        assert not is_in(text, "I trusted the doctor … who hurt me")
        assert is_in(text.replace("P2", "P1"), "I trusted the doctor … who hurt me")

    def test_over_an_interruption_one_goes_on(self) -> None:
        text = "P1: We waited\nInterviewer: Mm.\nP1: for two hours"
        assert is_in(text, "We waited … for two hours")

    def test_at_either_end_they_ask_nothing(self) -> None:
        assert is_in(SAID, "[…] for two hours at the […]")

    def test_the_second_time_may_be_the_one_that_fits(self) -> None:
        text = f"{far(200, 'we went there', '')} and we went there with him at night"
        assert is_in(text, "we went there … him at night")


DIALOGUE = (
    "Interviewer: Where do you read of it?\n"
    "P1: On the board. My neighbour reads it to me.\n"
    "Interviewer: And when she is away?\n"
    "P2: Then I ask the driver.\n"
)


def dialogue(*turns: tuple[str, str], **more: Any) -> Any:
    return quotation(turns=[{"speaker": who, "text": text} for who, text in turns], **more)


class TestDialogue:
    def test_is_found_turn_by_turn(self) -> None:
        words = dialogue(
            ("Interviewer", "Where do you read of it?"),
            ("Patient A", "On the board. My neighbour reads it to me."),
            ("Interviewer", "And when she is away?"),
            ("Patient B", "Then I ask the driver."),
        )
        assert is_in(DIALOGUE, words)

    def test_in_order(self) -> None:
        words = dialogue(("A", "Then I ask the driver."), ("B", "On the board."))
        assert not is_in(DIALOGUE, words)

    def test_what_is_left_out_between_turns_is_marked(self) -> None:
        first, second = "My neighbour reads it to me.", "Then I ask the driver."
        assert not is_in(DIALOGUE, dialogue(("A", first), ("B", second)))
        assert is_in(DIALOGUE, dialogue(("A", f"{first} …"), ("B", second)))
        assert is_in(DIALOGUE, dialogue(("A", first), ("B", f"[…] {second}")))

    def test_the_interviewers_words_are_the_interviewers(self) -> None:
        asked, said = "And when she is away?", "Then I ask the driver."
        assert is_in(DIALOGUE, dialogue(("Interviewer", asked), ("P2", said)))
        assert not is_in(DIALOGUE, dialogue(("P1", asked), ("P2", said)))
        assert not is_in(DIALOGUE, dialogue(("P1", asked), ("Interviewer", said)))
        assert not is_in(DIALOGUE, asked)

    def test_where_nothing_is_labelled_nobody_is_told_apart(self) -> None:
        bare = "Where do you read of it?\nOn the board.\nAnd when she is away?\nI ask the driver."
        assert is_in(bare, "And when she is away?")
        assert is_in(bare, dialogue(("P1", "And when she is away?"), ("P2", "I ask the driver.")))


def steps_of(text: str, words: str) -> int:
    """Count the calls that looking a quotation up takes, the nearest place included."""
    heard, sought = transcript(text), searched(words)
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        with contextlib.suppress(TangledError):
            stands_in(heard, sought)
        nearest(heard, sought)
    finally:
        sys.setprofile(None)
    return count


HOSTILE: dict[str, tuple[str, str]] = {
    "one word": ("a ", "a "),
    "one word, with marks": ("a ", "a … "),
    "two words in turn, with marks": ("a b ", "a […] b […] "),
    "marks alone": ("a b ", "… [x] "),
    "one letter": ("a", "a"),
    "open brackets": ("a ( [ ", "a ( [ "),
    "labels": ("A1: a\n", "a "),
    "labels, with marks": ("A1: a\nB1: a\n", "a … "),
    "times": ("[00:00:01] a\n", "a "),
    "lines of dashes": ("-\n-a ", "-a- "),
    "colons": (": :", "a: "),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_twice_as_much_takes_at_most_about_twice_the_work(case: str) -> None:
    said, quoted = HOSTILE[case]
    once = steps_of(said * 4_000, quoted * 400 + "z")
    twice = steps_of(said * 8_000, quoted * 800 + "z")
    assert twice < 2.3 * once + 2_000


@pytest.mark.parametrize("case", ["one letter", "one word, with marks", "labels, with marks"])
def test_a_quotation_of_50_kb_in_a_transcript_of_2_mb_comes_to_an_end(case: str) -> None:
    said, quoted = HOSTILE[case]
    text, words = said * (2_000_000 // len(said)), quoted * (50_000 // len(quoted)) + "z"
    heard, sought = transcript(text), searched(words)
    with contextlib.suppress(TangledError):
        assert not stands_in(heard, sought)
    assert nearest(heard, sought) is None


def test_a_long_quotation_is_found_in_a_long_transcript() -> None:
    chance = random.Random(7)
    known = [f"{a}{b}" for a in "bcdfgklm" for b in ("a", "e", "i", "o", "u", "an", "el", "ir")]
    words = [chance.choice(known) for _ in range(400_000)]
    quoted = words[300_000:309_000]
    del quoted[4_000:4_090]
    quoted.insert(4_000, "[…]")
    text, asked = " ".join(words), searched(" ".join(quoted))
    assert stands_in(transcript(text), asked)
