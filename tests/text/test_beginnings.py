"""Tests of the words by which a text is known in a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_findings.text.beginnings import first_words

MOST = 60


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Short.", "Short."),
        ("  One\n two  ", "One two"),
        (f"{'word ' * 30}end", f"{('word ' * 12).strip()} …"),
        ("x" * MOST, "x" * MOST),
        ("x" * 200, f"{'x' * MOST} …"),
        (f"a {'x' * 200}", f"a {'x' * (MOST - 2)} …"),
    ],
)
def test_they_end_with_a_word_where_they_can(text: str, first: str) -> None:
    assert first_words(text, MOST) == first


@given(st.text(), st.integers(min_value=1, max_value=90))
def test_they_are_what_the_text_begins_with(text: str, most: int) -> None:
    line, shown = " ".join(text.split()), first_words(text, most)
    assert line == shown or (len(line) > most and shown.endswith(" …"))
    assert line.startswith(shown.removesuffix(" …"))
    assert len(shown) <= most + len(" …")
