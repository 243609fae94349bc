"""Two numbers are written into study.yml, and no other byte; of few people, none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import SMALL, write_study

from study_findings.editing import carry_out, last_change, undo
from study_findings.editing.counting_back import plan_count
from study_findings.editing.register import FILE, Register
from study_findings.problems import StudyError

DAY = date(2026, 11, 26)
COUNTS = "read_back: {invited: 4, answered: 3}"


def study(root: Path, text: str, invited: int = 4, answered: int = 3) -> Path:
    write_study(root, {"study.yml": text})
    register = Register("ab", {})
    for number in range(invited):
        register = register.with_page(f"s{number}", DAY, "en", {})
    for number in range(answered):
        register = register.with_answers(f"s{number}", DAY, {})
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text(register.as_text(), "utf-8")
    return root / "themes_data/study.yml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"publication:\n  {COUNTS}\n"),
        ("publication:\n  reporting: coreq  # as asked\n# end\n",
         f"publication:\n  reporting: coreq  # as asked\n  {COUNTS}\n# end\n"),
        ("publication: {minimum_cell: 2}\n", f"publication: {{minimum_cell: 2, {COUNTS}}}\n"),
        ("publication:\n  read_back: {invited: 1, answered: 0}  # more to come\n",
         f"publication:\n  {COUNTS}  # more to come\n"),
        ("publication:\n  read_back:\n    invited: 1\n    answered: 0\n  reporting: coreq\n",
         f"publication:\n  {COUNTS}\n  reporting: coreq\n"),
    ],
)  # fmt: skip
def test_are_written_and_nothing_else(before: str, after: str, tmp_path: Path) -> None:
    path = study(tmp_path, SMALL["study.yml"] + before)
    carry_out(plan_count(tmp_path))
    assert path.read_text("utf-8") == SMALL["study.yml"] + after
    assert plan_count(tmp_path).changes == ()
    undo(last_change(tmp_path))
    assert path.read_text("utf-8") == SMALL["study.yml"] + before


def test_keep_the_line_endings(tmp_path: Path) -> None:
    path = study(tmp_path, SMALL["study.yml"].replace("\n", "\r\n"))
    carry_out(plan_count(tmp_path))
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(
    ("invited", "cell", "is_told"), [(2, 3, False), (3, 3, True), (4, 5, False)]
)
def test_of_fewer_than_the_smallest_cell_are_not(
    invited: int, cell: int, is_told: bool, tmp_path: Path
) -> None:
    policy = f"publication: {{minimum_cell: {cell}}}\n"
    path = study(tmp_path, SMALL["study.yml"] + policy, invited, 1)
    if is_told:
        carry_out(plan_count(tmp_path))
        return
    with pytest.raises(StudyError) as caught:
        plan_count(tmp_path)
    assert caught.value.problems[0].rule == "read-back-few"
    assert "read_back" not in path.read_text("utf-8")


def test_of_more_than_took_part_are_not(tmp_path: Path) -> None:
    text = SMALL["study.yml"].replace("Student\n", "Student\n    participants: 2\n")
    study(tmp_path, text.replace("Teacher\n", "Teacher\n    participants: 1\n"))
    with pytest.raises(StudyError) as caught:
        plan_count(tmp_path)
    assert caught.value.problems[0].rule == "read-back-counts"
