"""A commit is checked before it is made, by the hooks that this repository and a new study name."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from study_findings.editing.scaffold import copy_starter

ROOT = Path(__file__).resolve().parents[2]
HOOK = "#!/bin/sh\nexec {entry}\n"
FINDINGS = "#!/bin/sh\nexec {python} -c 'from study_findings.cli import main; main()' \"$@\"\n"


def offered() -> dict[str, Any]:
    """Give the hook that other repositories may take from this one."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return dict(hook)


def of_a_new_study(study: Path) -> dict[str, Any]:
    (repository,) = yaml.safe_load((study / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    (hook,) = repository["hooks"]
    return dict(hook)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    copy_starter(tmp_path / "study", is_empty=True)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=tmp_path / "study", check=True)
    return tmp_path / "study"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Put a `findings` that runs this source on the path."""
    program = tmp_path / "bin/findings"
    program.parent.mkdir()
    program.write_text(FINDINGS.format(python=shlex.quote(sys.executable)), "utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "generator")}


def test_what_is_offered_installs_the_program_and_is_strict() -> None:
    hook = offered()
    assert (hook["id"], hook["language"]) == ("findings-check", "python")
    assert hook["entry"] == "findings check --strict"
    assert hook["pass_filenames"] is False


def test_a_new_study_asks_for_nothing_from_the_network(study: Path) -> None:
    hook = of_a_new_study(study)
    assert (hook["id"], hook["language"]) == ("findings-check", "system")
    assert hook["pass_filenames"] is False


def commit(
    study: Path, entry: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Commit all that git takes, as a hook of git's own asks the entry first."""
    hook = study / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(entry=entry), "utf-8")
    hook.chmod(0o755)
    names = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", "add", "--all"], cwd=study, check=True)
    return subprocess.run(
        ["git", *names, "commit", "-q", "-m", "A change"],
        cwd=study, env=environment, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize("whose", ["offered", "a new study's"])
def test_a_commit_with_a_transcript_is_refused(
    study: Path, environment: dict[str, str], whose: str
) -> None:
    entry = (offered() if whose == "offered" else of_a_new_study(study))["entry"]
    made = commit(study, entry, environment)
    assert made.returncode == 0, made.stdout + made.stderr
    (study / "fgd-1.docx").write_bytes(b"x")
    refused = commit(study, entry, environment)
    assert refused.returncode != 0
    assert "fgd-1.docx:1:1: error file-in-git" in refused.stdout + refused.stderr
    log = subprocess.run(
        ["git", "log", "--format=%s", "--", "fgd-1.docx"],
        cwd=study,
        check=True,
        capture_output=True,
    )
    assert log.stdout == b""
