"""A site reaches its folder file by file, and whole."""

import os
from pathlib import Path

import pytest

from study_findings.engines.write import (
    handwritten_files,
    handwritten_templates,
    write_site,
)
from study_findings.problems import StudyError
from study_findings.project.site import NavItem, Site
from study_findings.whole_files import write_whole

SITE = Site(
    {"index.md": b"home", "themes/a/index.md": b"theme", "q/q001/index.html": b"page"},
    (NavItem("Home", "index.md"), NavItem("Theme 𞤀: *a*", "themes/a/index.md")),
)
LONG_AGO = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def rewritten(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mtime > LONG_AGO
    }


class TestWriteSite:
    def test_writes_the_study_and_the_pages_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "thanks.md").write_bytes(b"thanks")
        write_site(SITE, {"thanks.md": tmp_path / "thanks.md"}, tmp_path / "docs")
        assert tree(tmp_path / "docs") == {**SITE.files, "thanks.md": b"thanks"}

    def test_rewrites_only_what_changed(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        age(tmp_path)
        write_site(Site({**SITE.files, "index.md": b"new home"}), {}, tmp_path)
        assert rewritten(tmp_path) == {"index.md"}
        assert (tmp_path / "index.md").read_bytes() == b"new home"

    def test_removes_what_an_earlier_build_left_with_its_folders(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        write_site(Site({"index.md": b"home"}), {}, tmp_path)
        assert [path.name for path in tmp_path.rglob("*")] == ["index.md"]

    @pytest.mark.parametrize(
        ("before", "after"), [("a/b/c.txt", "a/b"), ("a/b", "a/b/c.txt")], ids=["file", "folder"]
    )
    def test_puts_a_file_where_a_folder_was_and_a_folder_where_a_file_was(
        self, tmp_path: Path, before: str, after: str
    ) -> None:
        write_site(Site({before: b"before"}), {}, tmp_path)
        write_site(Site({after: b"after"}), {}, tmp_path)
        assert tree(tmp_path) == {after: b"after"}

    def test_files_can_be_read_by_a_web_server(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        assert (tmp_path / "index.md").stat().st_mode & 0o777 == 0o644


class TestWriteWhole:
    @pytest.mark.parametrize("failing", ["write", "replace"])
    def test_leaves_the_old_file_when_it_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
    ) -> None:
        path = tmp_path / "page.md"
        path.write_bytes(b"old")

        def full_disk(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        if failing == "write":
            monkeypatch.setattr("study_findings.whole_files.os.fsync", full_disk)
        else:
            monkeypatch.setattr(Path, "replace", full_disk)
        with pytest.raises(OSError, match="No space left"):
            write_whole(path, b"new")
        assert tree(tmp_path) == {"page.md": b"old"}

    def test_keeps_the_rights_of_a_file_and_gives_a_new_one_those_of_new_files(
        self, tmp_path: Path
    ) -> None:
        old, new, other = (tmp_path / name for name in ("old", "new", "other"))
        old.write_bytes(b"old")
        old.chmod(0o640)
        write_whole(old, b"new")
        write_whole(new, b"new")
        other.write_bytes(b"new")
        assert old.stat().st_mode & 0o777 == 0o640
        assert new.stat().st_mode == other.stat().st_mode

    def test_a_file_that_holds_the_bytes_keeps_its_time(self, tmp_path: Path) -> None:
        path = tmp_path / "page.md"
        path.write_bytes(b"same")
        os.utime(path, (0, 0))
        write_whole(path, b"same")
        assert path.stat().st_mtime == 0


class TestHandwritten:
    def content(self, root: Path, *names: str) -> Path:
        for name in names:
            (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "content" / name).write_text("words", encoding="utf-8")
        return root / "content"

    def test_files_are_those_that_are_no_templates(self, tmp_path: Path) -> None:
        content = self.content(tmp_path, "a.md", "b/c.pdf", "d.md.j2", ".hidden", ".git/x")
        assert handwritten_files(content, SITE) == {
            "a.md": content / "a.md",
            "b/c.pdf": content / "b/c.pdf",
        }
        assert handwritten_templates(content) == {"d.md.j2": "words"}

    def test_there_need_be_none(self, tmp_path: Path) -> None:
        assert handwritten_files(tmp_path / "content", SITE) == {}
        assert handwritten_templates(tmp_path / "content") == {}

    @pytest.mark.parametrize(
        ("name", "other"),
        [
            ("index.md", "index.md"),
            ("README.md", "index.md"),
            ("themes/a.md", "themes/a/index.md"),
            ("q/q001.md", "q/q001/index.html"),
            ("q/q001/index.html", "q/q001/index.html"),
            ("q/q001/index.md", "q/q001/index.html"),
        ],
    )
    def test_no_file_stands_where_the_study_does(
        self, tmp_path: Path, name: str, other: str
    ) -> None:
        with pytest.raises(StudyError) as caught:
            handwritten_files(self.content(tmp_path, name), SITE)
        (problem,) = caught.value.problems
        assert problem.rule == "path-taken"
        assert str(problem.location) == f"content/{name}:1:1"
        assert (
            problem.message
            == f"this file would stand at the address of {other}, which is made from the study"
        )

    def test_no_file_stands_where_another_does(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            handwritten_files(self.content(tmp_path, "a.md", "a/index.md"), SITE)
        assert [str(problem.location) for problem in caught.value.problems] == [
            "content/a/index.md:1:1"
        ]

    def test_a_template_that_is_not_utf_8_is_named(self, tmp_path: Path) -> None:
        content = self.content(tmp_path, "a.md.j2")
        (content / "a.md.j2").write_bytes(b"\xe9")
        with pytest.raises(StudyError) as caught:
            handwritten_templates(content)
        assert [str(problem.location) for problem in caught.value.problems] == [
            "content/a.md.j2:1:1"
        ]
