"""Markdown that is too tangled to be read is told in full, at the line where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, problems_of

TANGLED = "[" * 300
TOLD = (
    'error tangled-prose: "gist" of the study: this paragraph holds 300 opening square brackets, '
    "and 200 are the most; split the paragraph, or write a backslash before each that marks nothing"
)


@pytest.mark.parametrize(
    ("gist", "place"),
    [
        (f"|\n  Fine.\n  So.\n\n  {TANGLED}", "7:3"),
        (f">\n  Fine.\n\n\n  {TANGLED}", "7:3"),
        (f'"Fine.\\n\\n{TANGLED}"', "3:17"),
        (f'"Fine.\\r\\n\\r\\n{TANGLED}"', "3:21"),
        (f'"Fine.\\r\\r{TANGLED}"', "3:17"),
        (f'"{TANGLED}"', "3:8"),
        (f'"So {TANGLED}"', "3:8"),
    ],
)
def test_a_tangle_is_told_where_its_paragraph_begins(gist: str, place: str, tmp_path: Path) -> None:
    study = SMALL["study.yml"].replace("gist: Little was found.", f"gist: {gist}")
    assert problems_of(tmp_path, {"study.yml": study}) == [f"study.yml:{place} {TOLD}"]


def test_what_is_no_markdown_may_hold_any_signs(tmp_path: Path) -> None:
    study = SMALL["study.yml"].replace("title: A small study", f'title: "{TANGLED}"')
    assert problems_of(tmp_path, {"study.yml": study}) == []
