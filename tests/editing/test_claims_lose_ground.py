"""A quotation that is withdrawn or taken back tells which claims it leaves without their ground."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builder import SMALL, write_study
from loading import load_study

from study_findings.editing import carry_out
from study_findings.editing.answers import Answer
from study_findings.editing.read_back import Asked, plan
from study_findings.editing.rename import plan_rename
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


@pytest.mark.parametrize("answer", ["take-out", "change"])
def test_so_does_what_somebody_answers_who_read_their_words_back(root: Path, answer: Any) -> None:
    """Taken out or to be changed: either way the claim would stand on nothing."""
    asked = Asked(Answer(quotation="q001", answer=answer), "published")
    with pytest.raises(StudyError) as error:
        plan(root, root / "content", asked, date(2026, 1, 2))
    assert ["no-hours" in problem.message for problem in error.value.problems] == [True]
    assert "enough time" in (root / "themes_data/quotations/students.yml").read_text("utf-8")


def test_what_is_left_of_its_ground_is_told(root: Path) -> None:
    """A claim that rests on another voice as well says which."""
    theme = root / "themes_data/themes/having-time.yml"
    theme.write_text(theme.read_text("utf-8").replace("[q001]", "[q001, q002]"), "utf-8")
    second = "- {id: q002, text: None at all., themes: [having-time], session: idi-1,\n"
    cleared = "   cleared: {by: EA, on: 2025-12-01}}\n"
    (root / "themes_data/quotations/more.yml").write_text(second + cleared, "utf-8")
    with pytest.raises(StudyError) as error:
        plan_withdrawal(root, ["q001"], date(2026, 1, 2))
    (problem,) = error.value.problems
    assert "see that q002 carries it" in problem.hint


def test_a_renamed_claim_is_named_so_by_messages_and_keeps_what_it_was(root: Path) -> None:
    study = root / "themes_data/study.yml"
    message = "key_messages:\n  - {id: first, says: No time., claims: [no-hours]}\n"
    study.write_text(study.read_text("utf-8") + message, "utf-8")
    carry_out(plan_rename(root, root / "content", "claim", "no-hours", "uncounted"))
    carry_out(plan_rename(root, root / "content", "key-message", "first", "no-time"))
    renamed = load_study(root / "themes_data")
    (claim,) = renamed.themes_by_id["having-time"].claims
    (told,) = renamed.about.key_messages
    assert (claim.id, claim.formerly) == ("uncounted", ("no-hours",))
    assert (told.id, told.claims) == ("no-time", ("uncounted",))


def test_a_renamed_quotation_carries_its_claim_on(root: Path) -> None:
    carry_out(plan_rename(root, root / "content", "quotation", "q001", "never-enough"))
    (claim,) = load_study(root / "themes_data").themes_by_id["having-time"].claims
    assert claim.rests_on == ("never-enough",)
