"""What a transcript or a table leaves around words is told, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import problems_of, with_text

MARK = 'warning transcript-mark: "text" of quotation q001'
WHO = "which says who spoke; leave it out: `participant`, `session` or `as_printed` say who speaks"
TIME = "a time of the recording; leave it out"
# A text -> where what is told stands in `students.yml`, and what it says.
TOLD = {
    "[00:12:33] Yes.": [f'2:10 {MARK} holds "[00:12:33]", {TIME}'],
    "It is 2:1 [12:33] so.": [f'2:19 {MARK} holds "[12:33]", {TIME}'],
    "So it went (P3)": [f'2:20 {MARK} ends in "(P3)", {WHO}'],
    "So it went. [00:12:33] Yes. (P3)": [
        f'2:21 {MARK} holds "[00:12:33]", {TIME}',
        f'2:37 {MARK} ends in "(P3)", {WHO}',
    ],
    # One mark, one problem: words that nobody heard may say when.
    "He said [inaudible 00:12:33] then": [
        '2:17 warning placeholder: "text" of quotation q001 holds "[inaudible 00:12:33]"; readers '
        "take brackets for words you put in; write … for words that nobody could hear"
    ],
    "n/a": [
        '2:9 warning placeholder: "text" of quotation q001 is "n/a", which says that nobody '
        "answered; take the quotation out, unless these were the words"
    ],
    "n/a, she wrote at half past 12:33": [],
}


@pytest.mark.parametrize("text", TOLD)
def test_what_a_transcript_leaves_is_told_at_its_place(text: str, tmp_path: Path) -> None:
    expected = [f"quotations/students.yml:{told}" for told in TOLD[text]]
    assert problems_of(tmp_path, with_text(text)) == expected
