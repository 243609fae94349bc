"""Of texts that share lines each is looked through once, and no words in a row are lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_findings.privacy import unread_lines
from study_findings.privacy.unread_lines import UnreadLines
from study_findings.text.folding import words_of

SPAN = 6
TEXTS = st.text(alphabet="ab \n", max_size=60)

Row = tuple[str, ...]


def rows(words: list[str]) -> set[Row]:
    """List the six words in a row among words; of five and fewer, all of them."""
    return {tuple(words[at : at + SPAN]) for at in range(max(1, len(words) - SPAN + 1))}


def looked_through(lines: UnreadLines, text: str) -> set[Row]:
    """Read a text, find nothing in it, and list the words in a row that were given."""
    found: set[Row] = set()
    for block in lines.of(text):
        found |= rows(block.words)
        lines.pass_over(block)
    return found


@given(st.lists(TEXTS, max_size=4), TEXTS)
def test_words_in_a_row_are_given_with_a_text_or_were_before(before: list[str], text: str) -> None:
    lines = UnreadLines(SPAN)
    seen: set[Row] = set()
    for each in (*before, text):
        seen |= looked_through(lines, each)
    words = words_of(text)
    assert len(words) < SPAN or rows(words) <= seen


@given(TEXTS)
def test_words_that_do_not_stand_in_a_row_are_not_given_so(text: str) -> None:
    whole = " ".join(words_of(text))
    assert all(" ".join(row) in whole for row in looked_through(UnreadLines(SPAN), text))


def test_what_two_versions_share_is_given_once() -> None:
    page = [f"line {at} of a page has eight words" for at in range(100)]
    lines = UnreadLines(SPAN)
    looked_through(lines, "\n".join(page))
    assert list(lines.of("\n".join(page))) == []
    page[50] = "a line that has been changed since"
    changed = list(lines.of("\n".join(page)))
    assert [block.words[-3:] for block in changed] == [
        ["been", "changed", "since"],
        ["has", "eight", "words"],
    ]
    assert changed[1].words[:6] == ["that", "has", "been", "changed", "since", "line"]


def test_lines_of_one_word_too_few_lose_none() -> None:
    words = [f"w{at}" for at in range(24)]
    text = "\n".join(" ".join(words[at : at + SPAN - 2]) for at in range(0, 24, SPAN - 2))
    assert looked_through(UnreadLines(SPAN), text) >= rows(words)


def test_short_lines_are_read_together() -> None:
    blocks = list(UnreadLines(SPAN).of("one\ntwo three\n\nfour five\nsix\nseven"))
    assert [block.words for block in blocks] == [
        ["one", "two", "three", "four", "five"],
        ["one", "two", "three", "four", "five", "six", "seven"],
    ]


def test_a_block_ends_where_it_has_as_many_words_as_the_next_looks_back() -> None:
    blocks = list(UnreadLines(SPAN).of("one two\nthree four\nfive six\nseven"))
    assert [block.words for block in blocks] == [
        ["one", "two", "three", "four", "five", "six"],
        ["two", "three", "four", "five", "six", "seven"],
    ]


def test_no_more_is_remembered_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread_lines, "_MOST_REMEMBERED", 2)
    lines = UnreadLines(SPAN)
    texts = ["a b c d e f", "g h i j k l", "m n o p q r"]
    for text in texts:
        looked_through(lines, text)
    assert [bool(list(lines.of(text))) for text in texts] == [True, True, False]


def test_lines_that_are_alike_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(text: str) -> list[str]:
        read.append(text)
        return words_of(text)

    monkeypatch.setattr(unread_lines, "words_of", counting)
    list(UnreadLines(SPAN).of("one two three\none two three\none two three\nfour"))
    assert (read.count("one two three"), read.count("four")) == (1, 1)


def test_what_was_not_passed_over_is_given_again() -> None:
    lines = UnreadLines(SPAN)
    assert list(lines.of("a b c d e f")) == list(lines.of("a b c d e f")) != []
