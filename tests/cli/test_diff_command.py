"""`findings diff`: what it prints, what it ends with."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import edit, make_project

from study_findings.cli import main
from study_findings.project import Project


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study that is committed, and stand in its folder."""
    made = make_project(tmp_path / "study")
    monkeypatch.chdir(made.root)
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "First"]):
        names = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *names, *arguments], check=True, capture_output=True)
    return made


def test_nothing_changed_is_said_and_no_failure(project: Project) -> None:
    result = run("--exit-code")
    assert result.exit_code == 0
    assert result.output.splitlines()[1] == "Nothing changed in what the study publishes."


def test_a_withdrawal_is_told_without_the_words(project: Project) -> None:
    done = CliRunner().invoke(main, ["withdraw", "q003", "--yes"])
    assert done.exit_code == 0, done.output
    result = run()
    assert result.exit_code == 0
    assert "Quotation q003 was withdrawn on " in result.output
    assert "waited" not in result.output
    assert "waited" not in run(".", "HEAD").output
    assert run("--exit-code").exit_code == 1


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_each_format_tells_the_same(project: Project, form: str) -> None:
    edit(project.data_dir / "study.yml", "eyebrow: Interview", "eyebrow: An interview")
    said = run("--format", form).output
    assert "The study: eyebrow changed." in said
    if form == "json":
        assert json.loads(said)["changed"] is True


def test_what_cannot_be_compared_is_an_error_with_its_remedy(project: Project) -> None:
    result = run("relaese")
    assert result.exit_code == 1
    assert "unknown-version: this is no folder, and git knows no revision relaese; see" in (
        result.stderr
    )
    assert result.stdout == ""
