"""Prose is written in folded lines, and reads as it was."""

from __future__ import annotations

from itertools import pairwise

import yaml
from hypothesis import given
from hypothesis import strategies as st

from study_findings.editing.emitted import WIDTH, emitted_field

WORDS = st.lists(st.text("ab-é😀", min_size=1, max_size=120), min_size=1, max_size=60)


@given(WORDS, st.integers(0, 8))
def test_folded_lines_read_as_they_were_and_are_as_full_as_they_can_be(
    words: list[str], column: int
) -> None:
    text = " ".join(words)
    written = emitted_field("text", text, column)
    assert yaml.safe_load(written) == {"text": text}
    head, *lines = written.removesuffix("\n").split("\n")
    assert head.endswith(">-") or not lines
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in lines)
    for line, following in pairwise(lines):
        assert len(f"{line} {following.split()[0]}") > WIDTH


def test_words_too_long_for_any_line_have_one_each() -> None:
    longest = "a" * WIDTH
    written = emitted_field("text", f"{longest} b {longest} b", 0)
    assert written.split("\n")[1:-1] == [f"  {longest}", "  b", f"  {longest}", "  b"]
