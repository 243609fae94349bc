"""What stands in a cell of quotations and is nobody's words: a finding rests on none of it."""

from __future__ import annotations

import pytest

from study_findings.importers.said import why_no_words


@pytest.mark.parametrize("cell", ["", "12", "-", "–", "3.5 %", "“”", "…", "۱۲"])
def test_what_has_no_letter_is_nobodys_words(cell: str) -> None:
    assert "no words stand there" in why_no_words(cell)


@pytest.mark.parametrize("cell", ["ditto", "Ditto.", "“ditto”", " As above ", "siehe oben"])
def test_what_refers_to_the_row_above_is_nobodys_words(cell: str) -> None:
    assert "the row above" in why_no_words(cell)


@pytest.mark.parametrize(
    "cell", ["No.", "12 of us", "ہاں", "As above, so below.", "Ditto to that!"]
)
def test_whatever_else_is_written_may_be_words(cell: str) -> None:
    assert why_no_words(cell) == ""
