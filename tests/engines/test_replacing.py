"""A site takes the place of the former one whole; whatever goes wrong, the former one stands."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from study_findings.engines.replacing import put_in_place, recover
from study_findings.engines.site_folder import MARKER, mark
from study_findings.problems import BuildError

NAMES = ("index.html", "q/q001/index.html", "assets/findings.css")


def site(folder: Path, words: str) -> Path:
    mark(folder)
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def stands(folder: Path) -> str:
    """Give the words of a site, which are the same in all files where it is whole."""
    found = {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }
    assert set(found) == set(NAMES)
    (words,) = set(found.values())
    return words


def beside(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("."))


def failing(
    monkeypatch: pytest.MonkeyPatch, number: int, when: Callable[[Path, Path], bool]
) -> None:
    """Have the system refuse to rename some folder, with the error of a number."""
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if when(path, Path(target)):
            raise OSError(number, os.strerror(number), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return site(tmp_path / "site", "the former")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return site(tmp_path / "work/made", "the new")


def test_a_site_takes_the_place_of_the_former(tmp_path: Path, made: Path, target: Path) -> None:
    put_in_place(made, target)
    assert stands(target) == "the new"
    assert beside(tmp_path) == []
    assert not made.exists()


def test_a_site_goes_where_nothing_is(tmp_path: Path, made: Path) -> None:
    put_in_place(made, tmp_path / "deep/down/site")
    assert stands(tmp_path / "deep/down/site") == "the new"


def test_a_site_comes_from_another_disk(
    tmp_path: Path, made: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, errno.EXDEV, lambda path, to: path == made)
    put_in_place(made, target)
    assert stands(target) == "the new"
    assert beside(tmp_path) == []


class TestFormerSite:
    @pytest.mark.parametrize("copied", range(len(NAMES) + 1))
    def test_stands_where_the_disk_is_full(
        self, tmp_path: Path, made: Path, target: Path, monkeypatch: pytest.MonkeyPatch, copied: int
    ) -> None:
        failing(monkeypatch, errno.EXDEV, lambda path, to: path == made)
        copy, left = shutil.copy2, iter(range(copied))

        def full(one: Path, other: Path) -> None:
            if next(left, None) is None:
                Path(other).write_text("hal", encoding="utf-8")
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(other))
            copy(one, other)

        monkeypatch.setattr(shutil, "copy2", full)
        with pytest.raises(BuildError) as caught:
            put_in_place(made, target)
        assert str(caught.value) == (
            f"The site cannot be put into {target} (No space left on device); the former one "
            "stands as it was; make room on the disk, then build again"
        )
        assert stands(target) == "the former"
        assert beside(tmp_path) == []

    @pytest.mark.parametrize("number", [errno.EPERM, errno.EACCES, errno.EBUSY, errno.EROFS])
    @pytest.mark.parametrize("step", ["aside", "into place"])
    def test_stands_where_a_folder_cannot_be_renamed(
        self,
        tmp_path: Path,
        made: Path,
        target: Path,
        monkeypatch: pytest.MonkeyPatch,
        number: int,
        step: str,
    ) -> None:
        failing(
            monkeypatch,
            number,
            lambda path, to: (path == target) if step == "aside" else path.name.endswith("-new"),
        )
        with pytest.raises(BuildError, match="the former one stands as it was; ") as caught:
            put_in_place(made, target)
        assert os.strerror(number) in str(caught.value)
        assert stands(target) == "the former"
        assert beside(tmp_path) == []

    @pytest.mark.parametrize("step", ["aside", "into place", "back"])
    def test_is_back_at_the_next_start_after_a_kill(
        self, tmp_path: Path, made: Path, target: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        """Killed is what no handler sees: each step that would clear up fails as well."""

        def killed(path: Path, to: Path) -> bool:
            if step == "aside":
                return path == target
            return path.name.endswith("-new") or to == target

        with monkeypatch.context() as patched:
            failing(patched, errno.EIO, killed)
            patched.setattr("study_findings.engines.replacing._remove", lambda folder: None)
            with pytest.raises((BuildError, OSError)):
                put_in_place(made, target)
        assert beside(tmp_path) != []
        recover(target)
        assert stands(target) == "the former"
        assert beside(tmp_path) == []

    def test_is_back_after_ctrl_c(
        self, tmp_path: Path, made: Path, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def interrupted(path: Path, to: Path) -> Path:
            if path.name.endswith("-new"):
                raise KeyboardInterrupt
            return rename(path, to)

        monkeypatch.setattr(Path, "rename", interrupted)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(made, target)
        assert stands(target) == "the former"
        assert beside(tmp_path) == []


class TestAtTheNextStart:
    def test_half_a_copy_is_removed(self, tmp_path: Path, target: Path) -> None:
        mark(tmp_path / ".site.findings-new")
        (tmp_path / ".site.findings-new/index.html").write_text("hal", encoding="utf-8")
        recover(target)
        assert (stands(target), beside(tmp_path)) == ("the former", [])

    def test_half_a_deleted_site_is_never_put_back(self, tmp_path: Path) -> None:
        mark(tmp_path / ".site.findings-old")
        (tmp_path / ".site.findings-old/index.html").write_text("x", encoding="utf-8")
        recover(tmp_path / "site")
        assert list(tmp_path.iterdir()) == []

    def test_the_new_site_stays_where_only_deleting_was_left(
        self, tmp_path: Path, target: Path
    ) -> None:
        site(tmp_path / ".site.findings-former", "older still")
        recover(target)
        assert (stands(target), beside(tmp_path)) == ("the former", [])

    @pytest.mark.parametrize("what", ["new", "former", "old"])
    def test_what_is_not_surely_ours_stays(self, tmp_path: Path, target: Path, what: str) -> None:
        others = tmp_path / f".site.findings-{what}"
        others.mkdir()
        (others / "thesis.docx").write_text("x", encoding="utf-8")
        recover(target)
        assert (others / "thesis.docx").read_text("utf-8") == "x"
        recover(tmp_path / "gone")
        assert stands(target) == "the former"


def test_what_stands_in_the_way_is_not_touched(tmp_path: Path, made: Path, target: Path) -> None:
    others = tmp_path / ".site.findings-former"
    others.mkdir()
    (others / "thesis.docx").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match="the former one stands as it was"):
        put_in_place(made, target)
    assert stands(target) == "the former"
    assert (others / "thesis.docx").read_text("utf-8") == "x"
