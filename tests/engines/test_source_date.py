"""A build carries the date of the environment, or else of the last commit."""

import subprocess
from pathlib import Path

import pytest

from study_findings.engines import engine_environment
from study_findings.engines.source_date import source_date

COMMITTED = "1700000000"


@pytest.fixture(autouse=True)
def no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    date = f"{COMMITTED} +0500"
    identity = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    identity |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(
            ["git", *command],
            cwd=tmp_path,
            check=True,
            env={**engine_environment(), **identity, "GIT_COMMITTER_DATE": date},
        )
    (tmp_path / "study").mkdir()
    return tmp_path / "study"


def test_the_last_commits_date_is_the_builds(repository: Path) -> None:
    assert source_date(repository) == COMMITTED
    assert engine_environment(repository)["SOURCE_DATE_EPOCH"] == COMMITTED


def test_the_environments_date_comes_first(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert source_date(repository) == "1"
    assert engine_environment(repository)["SOURCE_DATE_EPOCH"] == "1"


@pytest.mark.parametrize("path", ["", None])
def test_outside_a_repository_and_without_git_there_is_none(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch, path: str | None
) -> None:
    folder = repository
    if path is None:
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    else:
        monkeypatch.setenv("PATH", path)
    assert source_date(folder) is None
    assert "SOURCE_DATE_EPOCH" not in engine_environment(folder)
