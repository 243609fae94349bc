"""A quotation that stands for a relation is not taken back unnoticed; renamed, it stands there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import SMALL, write_study

from study_findings.editing import carry_out
from study_findings.editing.rename import plan_rename
from study_findings.editing.unclear import plan_unclearing
from study_findings.editing.withdraw import plan_withdrawal
from study_findings.problems import StudyError

RELATED = (
    "related:  # how they meet\n"
    "  - {theme: teaching, relation: makes room for, voices: [q001, q002]}\n"
)
THEME = SMALL["themes/having-time.yml"]
OTHER = "- {id: q002, text: Ask me., themes: [teaching], cleared: {by: EA, on: 2025-12-01}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "themes/having-time.yml": THEME[: THEME.index("narrative:")] + RELATED,
        "themes/teaching.yml": "id: teaching\ntitle: Teaching\n",
        "quotations/faculty.yml": OTHER,
    }
    write_study(tmp_path, files)
    (tmp_path / "content").mkdir()
    return tmp_path


@pytest.mark.parametrize("id_", ["q001", "q002"])
def test_a_withdrawal_names_the_relation_and_its_line_and_writes_nothing(
    root: Path, id_: str
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    with pytest.raises(StudyError) as error:
        plan_withdrawal(root, root / "content", [id_], date(2026, 1, 2))
    (problem,) = error.value.problems
    assert problem.rule == "voice-withdrawn"
    assert problem.location.file == "themes_data/themes/having-time.yml"
    assert problem.location.line == 6
    assert f"to teaching names quotation {id_}" in problem.message
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


def test_so_does_taking_back_to_wait(root: Path) -> None:
    with pytest.raises(StudyError) as error:
        plan_unclearing(root, root / "content", ["q001"])
    (problem,) = error.value.problems
    assert (problem.rule, problem.location.line) == ("unknown-quotation", 6)
    assert "take" in problem.hint


def test_without_voices_it_is_withdrawn(root: Path) -> None:
    theme = root / "themes_data/themes/having-time.yml"
    theme.write_text(theme.read_text("utf-8").replace(", voices: [q001, q002]", ""), "utf-8")
    assert plan_withdrawal(root, root / "content", ["q001"], date(2026, 1, 2)).changes


def test_a_renamed_quotation_stands_for_its_relation_still(root: Path) -> None:
    carry_out(plan_rename(root, root / "content", "quotation", "q002", "ask-me"))
    written = (root / "themes_data/themes/having-time.yml").read_text("utf-8")
    assert written.endswith(RELATED.replace("q002", "ask-me"))


def test_links_to_a_row_follow_a_renamed_theme(root: Path) -> None:
    page = root / "content/more.md"
    page.write_text(
        "[one](compare/#between_having-time_teaching), [two](../compare/#between_teaching_other), "
        "[three](compare/#between_teachings_x)\n",
        "utf-8",
    )
    carry_out(plan_rename(root, root / "content", "theme", "teaching", "showing"))
    assert page.read_text("utf-8") == (
        "[one](compare/#between_having-time_showing), [two](../compare/#between_showing_other), "
        "[three](compare/#between_teachings_x)\n"
    )
