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


class TestOneCommit:
    def test_a_revision_is_known_by_any_name_that_git_has_for_it(
        self, repository: Repository
    ) -> None:
        assert repository.commit_of("HEAD") == ""
        commit(repository.top, a="1")
        git(repository.top, "tag", "-m", "The first", "first")
        head = repository.commit_of("HEAD")
        assert len(head) == 40
        assert {repository.commit_of(name) for name in ("main", "first", head[:8])} == {head}
        assert {repository.commit_of(name) for name in ("", "HEAD:a", "--all", "none")} == {""}

    def test_files_are_as_they_were_and_links_are_none(self, repository: Repository) -> None:
        (repository.top / "inner").mkdir()
        (repository.top / "inner" / "x\ny").write_bytes(b"1\r\n\x00")
        (repository.top / "inner" / "link").symlink_to("/etc/hosts")
        commit(repository.top, a="1")
        (repository.top / "a").write_text("2", "utf-8")
        head = repository.commit_of("HEAD")
        listed = {entry.path: entry for entry in repository.tree(head, "inner")}
        assert {path: entry.is_file for path, entry in listed.items()} == {
            "x\ny": True,
            "link": False,
        }
        whole = {entry.path: entry.object for entry in repository.tree(head, ".")}
        assert set(whole) == {"a", "inner/x\ny", "inner/link"}
        assert repository.contents([whole["a"], whole["inner/x\ny"]]) == [b"1", b"1\r\n\x00"]
        assert repository.contents([]) == []
        assert repository.tree(head, "nowhere") == []

    def test_a_file_that_git_lost_is_no_empty_one(self, repository: Repository) -> None:
        commit(repository.top, a="1")
        with pytest.raises(OSError, match="git"):
            repository.contents(["0" * 40])
