"""How characters are counted is told by where selections begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_findings.importers.offsets import is_clear, is_named, readings
from study_findings.importers.options import OFFSETS, Offsets

LINE = "Moderator: how was it? 😀 We said that the ward was full, and nobody came. 🙂"


def counted(before: str, mode: str) -> int:
    if mode.endswith("lf-as-two"):
        before = before.replace("\r\n", "\n").replace("\n", "\r\n")
    elif mode.endswith("crlf"):
        before = before.replace("\r\n", "\n")
    return len(before.encode("utf-16-le")) // 2 if mode.startswith("utf-16") else len(before)


def spans_of(text: str, words: list[str], mode: str) -> list[tuple[int, int]]:
    found = []
    at = 0
    for some in words:
        at = text.index(some, at)
        found.append((counted(text[:at], mode), counted(text[: at + len(some)], mode)))
    return found


@pytest.mark.parametrize("mode", OFFSETS)
def test_each_way_of_counting_is_found_by_word_bounds(mode: Offsets) -> None:
    end = "\n" if mode.endswith("lf-as-two") else "\r\n"
    text = end.join([LINE] * 12)
    words = ["the ward was full", "nobody came"] * 12
    best = readings(text, spans_of(text, words, mode), [""] * len(words))[0]
    assert (best.counting.mode, list(best.texts), best.share) == (mode, words, 1.0)


def test_the_specification_holds_where_nothing_speaks_against_it() -> None:
    found = readings("We left.\nWe came.", [(0, 7), (9, 11)], ["", ""])
    assert found[0].counting.mode == "code-points"
    assert found[0].texts == ("We left", "We")


def test_words_the_project_notes_weigh_more_than_bounds() -> None:
    text = "a 😀 bb cc dd ee"
    by_bounds, by_name = readings(text, [(4, 6)], [""]), readings(text, [(5, 7)], ["bb cc dd"])
    assert by_bounds[0].texts == ("bb",)
    assert by_name[0].texts != ("bb cc dd",)
    whole = readings(text, [(5, 13)], ["bb cc dd…"])
    assert (whole[0].texts, whole[0].named) == (("bb cc dd",), 1)


def test_another_way_of_counting_can_be_named() -> None:
    text = "😀 one two"
    assert [r.texts for r in readings(text, [(2, 5)], [""], "code-points")] == [("one",)]
    assert [r.texts for r in readings(text, [(2, 5)], [""], "utf-16")] == [(" on",)]


def test_a_byte_order_mark_is_counted_or_not_as_words_show() -> None:
    text = "\ufeffone two"
    assert readings(text, [(4, 7)], [""])[0].texts == ("two",)
    assert readings(text, [(5, 8)], [""])[0].texts == ("two",)


def test_few_selections_alone_settle_nothing() -> None:
    text = "😀 one two three four five six seven"
    few = spans_of(text, ["one"], "utf-16")
    many = spans_of(text, ["one", "two", "three", "four"], "utf-16")
    assert not is_clear(readings(text, few, [""]))
    assert is_clear(readings(text, many, [""] * 4))


def test_scripts_without_spaces_cut_no_words() -> None:
    assert readings("我们很忙。没有人来。", [(1, 3)], [""])[0].share == 1.0


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("We left the ward", "We left…", True),
        ("We left the ward", "We left...", True),
        ("We  left\nthe ward", "We left the ward", True),
        ("We left the ward", "3:10", False),
        ("We left the ward", "", False),
        ("left the ward", "We left", False),
    ],
)
def test_a_note_of_the_words_may_be_cut_short(words: str, name: str, expected: bool) -> None:
    assert is_named(words, name) is expected


@given(
    st.text(st.sampled_from("ab \n\r😀é"), max_size=60),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_no_offsets_fail_or_give_words_that_are_not_there(
    text: str, spans: list[tuple[int, int]]
) -> None:
    for reading in readings(text, spans, [""] * len(spans)):
        assert all(words in text for words in reading.texts)
        assert 0 <= reading.share <= 1


@given(st.text(st.sampled_from("ab \n\r😀é"), max_size=60), st.data())
def test_places_are_found_again_in_each_way_of_counting(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for mode in OFFSETS:
        if any(text[at - 1 : at + 1] == "\r\n" for at in (start, end) if at):
            continue
        span = (counted(text[:start], mode), counted(text[:end], mode))
        words = readings(text, [span], [""], mode)[0].texts[0]
        assert words.strip() == text[start:end].strip()


def test_selections_that_end_where_a_line_of_windows_does_end_before_it() -> None:
    lines = ["How was it?", "Nobody came 😀, that night.", "Then she brought tea.", "کوئی نہ آیا۔"]
    text = "\ufeff" + "\r\n".join([*lines, ""])
    for mode in ("crlf", "utf-16-crlf"):
        spans = spans_of(text.removeprefix("\ufeff"), lines[1:], mode)
        best = readings(text, spans, [""] * 3)[0]
        assert (best.counting.mode, list(best.texts), best.share) == (mode, lines[1:], 1.0)
