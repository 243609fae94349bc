"""The first push of a new study works: the workflow's own steps, in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from study_findings.editing.scaffold import copy_starter

# What a person's machine has and a runner has not: whatever would make this checkout importable.
NOT_THERE = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME", "SITE_URL")


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Set up Python as the workflow does; give the environment that its steps run in."""
    venv = tmp_path_factory.mktemp("runner") / "python"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    kept = {name: value for name, value in os.environ.items() if name not in NOT_THERE}
    return {
        **kept,
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.defpath}",
        "PIP_NO_COMPILE": "1",
        "GITHUB_REPOSITORY": "Some-Team/our-study",
        "GITHUB_REPOSITORY_OWNER": "Some-Team",
    }


def pushed(study: Path, target: Path) -> Path:
    """Commit all that git takes of a study, and check it out elsewhere, as a push would have it."""
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (
        [*git, "init", "--quiet", "-b", "main"],
        [*git, "add", "."],
        [*git, "commit", "--quiet", "-m", "Begin the study"],
        [*git, "clone", "--quiet", str(study), str(target)],
    ):
        subprocess.run(command, cwd=study, check=True)
    return target


def steps_of(study: Path) -> list[dict[str, str]]:
    """List the commands of the build job in the study's own workflow."""
    workflow = yaml.safe_load((study / ".github/workflows/publish.yml").read_text("utf-8"))
    return [step for step in workflow["jobs"]["build"]["steps"] if "run" in step]


@pytest.mark.parametrize("is_empty", [False, True], ids=["fictional", "empty"])
def test_every_step_of_the_workflow_succeeds(
    is_empty: bool, runner: dict[str, str], tmp_path: Path
) -> None:
    copy_starter(tmp_path / "study", is_empty)
    checkout = pushed(tmp_path / "study", tmp_path / "checkout")
    assert not (checkout / "private").exists()
    steps = steps_of(checkout)
    assert len(steps) == 3
    for step in steps:
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=checkout,
            env=runner,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=600,
        )
        assert done.returncode == 0, f"{step['name']}:\n{done.stdout}{done.stderr}"
    home = (checkout / "site/index.html").read_text("utf-8")
    assert "https://some-team.github.io/our-study/" in home
    (installed,) = Path(runner["PATH"].split(os.pathsep)[0]).parent.rglob(
        "study_findings/cli/__init__.py"
    )
    assert installed.is_file()
