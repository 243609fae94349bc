"""A quotation that is withdrawn or taken back tells which claims it leaves without their ground."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import SMALL, write_study

from study_findings.editing.unclear import plan_unclearing
from study_findings.editing.withdraw import plan_withdrawal
from study_findings.problems import StudyError

CLAIM = "claims:\n  - {id: no-hours, says: Nobody counts the hours., rests_on: [q001]}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    theme = SMALL["themes/having-time.yml"]
    without = theme[: theme.index("narrative:")]
    write_study(tmp_path, {"themes/having-time.yml": without + CLAIM})
    (tmp_path / "content").mkdir()
    return tmp_path


def test_a_withdrawal_names_the_claim_and_its_line_and_writes_nothing(root: Path) -> None:
    with pytest.raises(StudyError) as error:
        plan_withdrawal(root, ["q001"], date(2026, 1, 2))
    (problem,) = error.value.problems
    assert problem.rule == "claim-on-withdrawn"
    assert problem.location.file == "themes_data/themes/having-time.yml"
    assert problem.location.line == 6
    assert "claim no-hours names quotation q001" in problem.message
    assert "it rests on nothing else" in problem.hint
    assert "enough time" in (root / "themes_data/quotations/students.yml").read_text("utf-8")


def test_so_does_taking_back_to_wait(root: Path) -> None:
    with pytest.raises(StudyError) as error:
        plan_unclearing(root, root / "content", ["q001"])
    assert ["no-hours" in problem.message for problem in error.value.problems] == [True]


def test_without_the_claim_it_is_withdrawn(root: Path) -> None:
    theme = root / "themes_data/themes/having-time.yml"
    theme.write_text(theme.read_text("utf-8").replace(CLAIM, ""), "utf-8")
    assert plan_withdrawal(root, ["q001"], date(2026, 1, 2)).changes
