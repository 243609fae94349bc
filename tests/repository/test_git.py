"""Git's files, commits and objects are read as they are, whatever the names are."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from study_findings.repository import Repository, find_repository
from study_findings.repository import git as reading


def git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", *names, "-C", str(root), *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    git(tmp_path, "init", "--quiet", "-b", "main")
    found = find_repository(tmp_path)
    assert found
    return found


def commit(root: Path, **files: str) -> None:
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "A change")


def test_there_is_none_in_a_plain_folder_or_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_repository(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    assert find_repository(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert find_repository(tmp_path) is None


@pytest.mark.parametrize("name", ["ایک.txt", ":a", "\x01b", "a b\nc", '"', "*"])
def test_names_come_as_they_are(repository: Repository, name: str) -> None:
    (repository.top / name).write_text("x", "utf-8")
    assert repository.files(repository.top) == [name]
    commit(repository.top)
    assert [addition.path for addition in repository.additions()] == [name]


def test_a_merge_that_adds_something_of_its_own_is_read(repository: Repository) -> None:
    commit(repository.top, a="1")
    git(repository.top, "checkout", "--quiet", "-b", "other")
    commit(repository.top, b="2")
    git(repository.top, "checkout", "--quiet", "main")
    git(repository.top, "merge", "--quiet", "--no-ff", "--no-commit", "other")
    (repository.top / "c").write_text("3", "utf-8")
    commit(repository.top)
    assert {addition.path for addition in repository.additions()} == {"a", "b", "c"}


def test_each_object_comes_once_also_what_no_branch_holds(repository: Repository) -> None:
    commit(repository.top, a="1", b="1")
    git(repository.top, "commit", "--quiet", "--amend", "-m", "Another")
    objects = list(repository.objects())
    assert sorted(item.kind for item in objects) == ["blob", "commit", "commit"]
    assert [item.data for item in objects if item.kind == "blob"] == [b"1"]


def test_no_more_than_the_beginning_of_a_large_object_is_held(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000)
    monkeypatch.setattr(reading, "HEAD", 10)
    commit(repository.top, a="x" * 5_000_000, b="small")
    blobs = {item.data: item.is_whole for item in repository.objects() if item.kind == "blob"}
    assert blobs == {b"x" * 10: False, b"small": True}


def test_what_was_replaced_is_read_all_the_same(repository: Repository) -> None:
    commit(repository.top, a="1")
    first = repository.top / ".git/refs/heads/main"
    harmless = first.read_text("utf-8").strip()
    commit(repository.top, b="2")
    git(repository.top, "replace", "main", harmless)
    assert [addition.path for addition in repository.additions()] == ["a", "b"]


def test_a_history_that_is_damaged_is_no_clean_one(repository: Repository) -> None:
    commit(repository.top, a="1")
    for path in (repository.top / ".git/objects").glob("??/*"):
        path.chmod(0o600)
        path.write_bytes(b"")
    with pytest.raises(OSError, match="git"):
        list(repository.objects())
    with pytest.raises(OSError, match="git"):
        list(repository.additions())
