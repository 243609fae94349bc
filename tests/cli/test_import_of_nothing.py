"""`findings import` of a file of which nothing can come in says so, and fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought_in import begun
from click.testing import CliRunner

from study_findings.cli import main


@pytest.mark.parametrize("option", ["--yes", "--dry-run"])
def test_it_is_not_said_to_be_there_already(tmp_path: Path, option: str) -> None:
    study, file = begun(tmp_path / "study"), tmp_path / "quotes.csv"
    file.write_text("Theme,Quote\n,Nobody said under which theme.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    run = CliRunner().invoke(main, ["import", str(file), "--study", str(study), option])
    assert run.exit_code == 1
    assert "row 2: these words stand under no theme" in run.output
    assert "nothing of it can come in" in run.output
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before
