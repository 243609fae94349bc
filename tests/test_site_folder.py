"""A site is built into a new or empty folder or one of ours; into none that holds anything else."""

import errno
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from study_findings.engines.site_folder import MARKER, mark, refusal
from study_findings.project import Project, read_project

HOLDS = "holds something, and no mark of a build of study-findings"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a study's folders, each with a file of its own."""
    root = tmp_path / "study"
    for folder in ("themes_data", "content", "private", ".git", ".findings"):
        (root / folder).mkdir(parents=True)
        (root / folder / "kept").write_text("x", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: S\ndocs_dir: content\n", encoding="utf-8")
    return read_project(root / "mkdocs.yml")


def message(folder: Path, project: Project) -> str | None:
    found = refusal(folder, project)
    return found.message.removeprefix("this folder ") if found else None


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("site", None),
        ("new/deep/site", None),
        ("../beside", None),
        (".", "holds the study itself"),
        ("..", "holds the study itself"),
        ("themes_data/..", "holds the study itself"),
        ("/", "holds the study itself"),
        ("private", "is the study's own private/, or in it"),
        ("private/", "is the study's own private/, or in it"),
        ("content/../private", "is the study's own private/, or in it"),
        ("private/new", "is the study's own private/, or in it"),
        ("Private", "is the study's own private/, or in it"),
        ("THEMES_DATA/site", "is the study's own themes_data/, or in it"),
        ("themes_data", "is the study's own themes_data/, or in it"),
        ("content/site", "is the study's own content/, or in it"),
        (".findings/site", "is the study's own .findings/, or in it"),
        (".git/site", "is the study's own .git/, or in it"),
        ("mkdocs.yml", "is a file"),
        ("mkdocs.yml/site", "cannot be made: mkdocs.yml is no folder"),
        ("mkdocs.yml/deep/site", "cannot be made: mkdocs.yml is no folder"),
        ("~", "has ~ or $ in its name, which only a shell takes for a folder of yours"),
        ("~/public_html", "has ~ or $ in its name, which only a shell takes for a folder of yours"),
        ("$HOME/site", "has ~ or $ in its name, which only a shell takes for a folder of yours"),
        ("site~", None),
    ],
)
def test_the_studys_own_folders_are_refused(
    project: Project, folder: str, expected: str | None
) -> None:
    before = sorted(project.root.rglob("*"))
    assert message(project.root / folder, project) == expected
    assert sorted(project.root.rglob("*")) == before


@pytest.mark.parametrize("folder", ["private", "../study/private", "./content/../private"])
def test_a_relative_path_starts_where_the_command_runs(
    project: Project, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(project.root)
    assert message(Path(folder), project) == "is the study's own private/, or in it"
    monkeypatch.chdir(project.root / "content")
    assert message(Path("../site"), project) is None


def test_letters_in_another_form_name_the_same_folder(project: Project) -> None:
    own = replace(project, private_dir=project.root / unicodedata.normalize("NFC", "privé"))
    other = project.root / unicodedata.normalize("NFD", "PRIVÉ")
    assert message(other, own) == "is the study's own privé/, or in it"


def test_a_folder_reached_by_a_link_is_known(project: Project, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(project.private_dir)
    assert message(tmp_path / "way/site", project) == "is the study's own private/, or in it"
    outside = filled(tmp_path / "vault", "kept")
    linked = replace(project, private_dir=project.root / "linked")
    linked.private_dir.symlink_to(outside)
    assert message(outside, linked) == "is the study's own linked/, or in it"
    assert message(linked.private_dir, linked) == "is the study's own linked/, or in it"
    assert message(tmp_path, linked) == "holds the study itself"


def test_a_folder_that_is_still_to_come_is_known_by_way_of_a_link(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(project.root)
    later = replace(project, private_dir=tmp_path / "link/later")
    assert message(project.root / "later", later) == "is the study's own later/, or in it"


def test_a_folder_mounted_elsewhere_is_known(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = filled(tmp_path / "mounted", "kept")
    samefile = Path.samefile

    def same(one: Path, other: Path) -> bool:
        return {one, other} == {mounted, project.private_dir} or samefile(one, other)

    monkeypatch.setattr(Path, "samefile", same)
    assert message(mounted, project) == "is the study's own private/, or in it"
    assert message(mounted / "new", project) == "is the study's own private/, or in it"


def test_a_folder_around_one_elsewhere_is_refused(project: Project, tmp_path: Path) -> None:
    data = filled(tmp_path / "shared/themes", "kept")
    elsewhere = replace(project, data_dir=data)
    assert message(tmp_path / "shared", elsewhere) == "holds the study's own themes/"


class TestFolderOfSomethingElse:
    @pytest.mark.parametrize(
        "names",
        [
            ("index.html", "thesis.docx", "photos/one.jpg"),
            ("index.html",),
            (".nojekyll",),
            ("site/.study-findings",),
            ("pagefind/pagefind-entry.json", "index.html", "assets/findings.css"),
        ],
    )
    def test_is_refused(self, project: Project, tmp_path: Path, names: tuple[str, ...]) -> None:
        assert message(filled(tmp_path / "home", *names), project) == HOLDS

    def test_is_refused_whatever_another_program_named_like_our_mark(
        self, project: Project, tmp_path: Path
    ) -> None:
        folder = filled(tmp_path / "home", "index.html", MARKER)
        assert message(folder, project) == HOLDS
        (folder / MARKER).write_bytes(b"\xff\xfe")
        assert message(folder, project) == HOLDS

    def test_is_refused_where_our_mark_is_a_link(self, project: Project, tmp_path: Path) -> None:
        mark(tmp_path / "ours")
        folder = filled(tmp_path / "home", "index.html")
        (folder / MARKER).symlink_to(tmp_path / "ours" / MARKER)
        assert message(folder, project) == HOLDS

    def test_says_what_to_do_with_a_site_of_an_earlier_version(
        self, project: Project, tmp_path: Path
    ) -> None:
        found = refusal(filled(tmp_path / "home", "index.html"), project)
        assert found is not None
        assert "if it is a site that an earlier version built, delete it yourself" in found.hint


class TestFolderOfOurs:
    def test_may_be_replaced(self, project: Project, tmp_path: Path) -> None:
        mark(tmp_path / "site")
        filled(tmp_path / "site", "index.html", "q/q001/index.html")
        assert message(tmp_path / "site", project) is None

    @pytest.mark.parametrize("name", [".git", ".git/HEAD", "deep/down/.git/HEAD"])
    def test_is_refused_with_a_repository_in_it(
        self, project: Project, tmp_path: Path, name: str
    ) -> None:
        mark(tmp_path / "site")
        found = message(filled(tmp_path / "site", name), project)
        assert found is not None
        assert found.startswith("holds a git repository (.git")

    def test_is_refused_where_it_is_a_link(self, project: Project, tmp_path: Path) -> None:
        mark(tmp_path / "real")
        (tmp_path / "site").symlink_to(tmp_path / "real")
        assert message(tmp_path / "site", project) == (
            "is a link, and a build replaces the folder itself"
        )

    def test_may_be_replaced_where_it_is_empty(self, project: Project, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()
        assert message(tmp_path / "site", project) is None


def test_a_link_to_nowhere_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "gone")
    assert message(tmp_path / "site", project) == (
        "is a link, and a build replaces the folder itself"
    )


def test_a_disk_of_its_own_is_refused(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "disk").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path / "disk")
    assert message(tmp_path / "disk", project) == "is a disk of its own, which cannot be replaced"
    assert message(tmp_path / "disk/site", project) is None


def test_a_folder_that_cannot_be_read_is_refused(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()

    def denied(path: Path) -> Iterator[Path]:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "iterdir", denied)
    assert message(tmp_path / "closed", project) == "cannot be looked into (Permission denied)"


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", "site"),
        ("site_dir: public\n", "public"),
        ("site_dir: !ENV [SITE_DIR, out]\n", "out"),
        ("site_dir: !ENV GIVEN\n", "from-env"),
        ("INHERIT: base.yml\n", "inherited"),
        ("INHERIT: base.yml\nsite_dir: own\n", "own"),
    ],
)
def test_the_configuration_names_the_folder(
    project: Project, monkeypatch: pytest.MonkeyPatch, setting: str, expected: str
) -> None:
    monkeypatch.setenv("GIVEN", "from-env")
    (project.root / "base.yml").write_text("site_dir: inherited\n", encoding="utf-8")
    project.configuration.write_text(f"site_name: S\n{setting}", encoding="utf-8")
    assert read_project(project.configuration).site_dir == project.root / expected
