"""`findings import --into`: a study is begun with what a file holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from brought_in import begun, files_of
from click.testing import CliRunner

from study_findings.cli import import_, main
from study_findings.importers import bringing

TABLE = """\
Theme,Subtheme,Illustrative quote,Participant,Session
Trust,,Nobody asked us.,P1,FGD 1
Rota,Late,I stayed in the end.,P2,FGD 1
"""
MEMORY = "private/imported.json"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "quotations.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def bring(*words: str | Path) -> str:
    ended = CliRunner().invoke(main, ["import", *map(str, words), "--yes"])
    assert ended.exit_code == 0, ended.output
    return ended.output


def test_a_new_study_holds_what_one_that_was_begun_before_would(
    table: Path, tmp_path: Path
) -> None:
    bring(table, "--into", tmp_path / "new")
    bring(table, "--study", begun(tmp_path / "begun"))
    new, old = files_of(tmp_path / "new"), files_of(tmp_path / "begun")
    # Fingerprints are made with a salt of the study's own.
    memories = [json.loads(files.pop(MEMORY))["records"] for files in (new, old)]
    assert new == old
    assert len(memories[0]) == len(memories[1])
    assert "nothing was changed" in bring(table, "--study", tmp_path / "new")


def test_it_is_planned_once(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[Path] = []
    plan = bringing.plan_import

    def noted(root: Path, *more: object) -> object:
        planned.append(root)
        return plan(root, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(import_, "plan_import", noted)
    bring(table, "--into", tmp_path / "new")
    assert len(planned) == 1


def test_a_dry_run_begins_nothing(table: Path, tmp_path: Path) -> None:
    said = bring(table, "--into", tmp_path / "new", "--dry-run")
    assert said.endswith("Nothing was changed.\n")
    assert not (tmp_path / "new").exists()


def test_it_can_be_undone(table: Path, tmp_path: Path) -> None:
    bring(table, "--into", tmp_path / "new")
    ended = CliRunner().invoke(main, ["undo", "--study", str(tmp_path / "new"), "--yes"])
    assert ended.exit_code == 0, ended.output
    assert files_of(tmp_path / "new") == files_of(begun(tmp_path / "begun"))
