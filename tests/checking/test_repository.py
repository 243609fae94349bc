"""A check tells what git publishes and no page shows: private files, their words elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from builder import write_study
from loading import load_study

from study_findings.checking.repository import (
    files_kept_out_of_git,
    known_to_git,
    private_files_in_git,
    private_words_in_files,
)
from study_findings.editing.scaffold import copy_starter
from study_findings.privacy.private_texts import read_private
from study_findings.problems import Problem
from study_findings.project import find_project

WORDS = "We count the bends of the road until the bus comes at last."
WAITING = f'- id: w001\n  text: "{WORDS}"\n  themes: [having-time]\n'


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_study(tmp_path)
    write(tmp_path, {"mkdocs.yml": "site_name: S\ndocs_dir: content\n", "content/n.md": "# N\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def places(problems: list[Problem]) -> list[str]:
    return [problem.location.file for problem in problems]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["private/quotations/a.yml"], []),
        (["private.bak/a.yml", "private/a.yml"], ["private.bak"]),
        (["Private/a.yml", "private copy/deep/a.docx"], ["Private", "private copy"]),
        (["private.zip", "PRIVATE_old/a.yml", "private-2/a.yml"],
         ["PRIVATE_old", "private-2", "private.zip"]),
        (["privateer/a.yml", "privates.md", "content/private/a.md"], []),
        (["private2/.gitkeep"], []),
    ],
)  # fmt: skip
def test_copies_of_the_private_folder_that_git_would_take(
    root: Path, names: list[str], told: list[str]
) -> None:
    write(root, {".gitignore": "private/\n", **dict.fromkeys(names, "x")})
    git(root, "init", "-q")
    assert places(private_files_in_git(find_project(root))) == told


def test_private_files_that_git_has_or_would_take(root: Path) -> None:
    write(root, {"private/a.yml": "x", "private/b.docx": "x", "private/.gitkeep": ""})
    assert private_files_in_git(find_project(root)) == [], "in no repository"
    git(root, "init", "-q")
    (found,) = private_files_in_git(find_project(root))
    assert (found.location.file, found.rule, found.level) == ("private", "private-in-git", "error")
    assert "2 files" in found.message
    write(root, {".gitignore": "private/\n"})
    assert private_files_in_git(find_project(root)) == []
    git(root, "add", "-f", "private/a.yml")
    assert "a file" in private_files_in_git(find_project(root))[0].message


class TestFilesKeptOut:
    def test_are_told_with_what_they_are_and_what_to_do(self, root: Path) -> None:
        write(root, {"interviews/fgd-1.docx": "x", "names.txt": "x"})
        assert files_kept_out_of_git(find_project(root)) == [], "in no repository"
        git(root, "init", "-q")
        spoken, listed = files_kept_out_of_git(find_project(root))
        assert (spoken.location.file, spoken.rule) == ("interviews/fgd-1.docx", "file-in-git")
        assert "a transcript" in spoken.message
        assert "move it to private/" in spoken.hint
        assert listed.location.file == "names.txt"

    def test_are_found_by_content_where_the_name_tells_nothing(self, root: Path) -> None:
        (root / "meeting.bin").write_bytes(b"OggS\0\2")
        git(root, "init", "-q")
        assert places(files_kept_out_of_git(find_project(root))) == ["meeting.bin"]

    def test_are_those_that_git_has_though_they_are_ignored_now(self, root: Path) -> None:
        write(root, {"a.m4a": "x", "b.m4a": "x"})
        git(root, "init", "-q")
        git(root, "add", "a.m4a")
        write(root, {".gitignore": "*.m4a\n"})
        assert places(files_kept_out_of_git(find_project(root))) == ["a.m4a"]

    def test_are_those_of_the_whole_repository_that_git_has(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(root, {"private/names.txt": "x", ".gitignore": "private/\n"})
        inner = root / "study"
        write(inner, {"mkdocs.yml": "site_name: S\n", "data/x.sav": "x"})
        write(root, {"data/had.xlsx": "x", "data/would.xlsx": "x"})
        git(root, "init", "-q")
        git(root, "add", "data/had.xlsx")
        monkeypatch.chdir(inner)
        found = places(files_kept_out_of_git(find_project(inner)))
        assert [Path(name).name for name in found] == ["had.xlsx", "x.sav"]

    def test_are_none_that_are_told_in_another_way_or_published_on_purpose(
        self, root: Path
    ) -> None:
        write(root, {
            "private.bak/names.txt": "x", "content/stray.mp3": "x", "content/guide.csv": "a,b\n",
            "themes_data/themes/names.yml": "id: names\ntitle: Names\n",
            "mkdocs.yml": "site_name: S\ndocs_dir: content\n"
            "plugins: [{study-findings: {publish: [guide.csv]}}]\n",
        })  # fmt: skip
        git(root, "init", "-q")
        assert files_kept_out_of_git(find_project(root)) == []

    def test_are_none_in_this_repository(self, monkeypatch: pytest.MonkeyPatch) -> None:
        here = Path(__file__).resolve().parents[2]
        monkeypatch.chdir(here)
        assert list(known_to_git(find_project(here)))
        assert files_kept_out_of_git(find_project(here)) == []

    @pytest.mark.parametrize("is_empty", [False, True])
    def test_are_none_in_a_new_study(self, tmp_path: Path, is_empty: bool) -> None:
        copy_starter(tmp_path / "study", is_empty)
        git(tmp_path / "study", "init", "-q")
        project = find_project(tmp_path / "study")
        assert list(known_to_git(project))
        assert files_kept_out_of_git(project) == []


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("themes_data/quotations/x.yml", f"# - id: w001\n#   text: {WORDS}\n[]\n", 2),
        ("themes_data/sessions.yml", f"- id: fgd-1 # {WORDS}\n", 1),
        ("themes_data/themes/README.md", f"\n\n> {WORDS.upper()}", 3),
        ("content/n.md.j2", "# N\n{# We count the bends\nof the road #}\n", 2),
        ("content/n.css", "/* we count the bends of the road */", 1),
    ],
)
def test_private_words_that_no_page_shows(root: Path, name: str, text: str, line: int) -> None:
    study = load_study(root / "themes_data")
    write(root, {"private/quotations/w.yml": WAITING, name: text})
    project = find_project(root)
    (found,) = private_words_in_files(project, read_private(project.private_dir), study)
    assert (found.location.file, found.location.line, found.rule) == (name, line, "private-words")
    assert "bends" not in found.message
    assert "w001" in found.message


def test_words_that_private_and_public_files_may_share(root: Path) -> None:
    study = load_study(root / "themes_data")
    said = study.published[0]
    comment = "# Read each of these aloud before anybody clears it\n"
    private = (
        f"{comment}- id: w001\n  text: {said.text!r}\n  themes: [having-time]\n"
        "  note: Years in the service of this one hospital\n"
    )
    public = f"{comment}# Years in the service of this one hospital\n[]\n"
    write(root, {"private/quotations/w.yml": private, "themes_data/quotations/x.yml": public})
    assert said.text
    assert len(said.text.split()) >= 6
    project = find_project(root)
    assert list(private_words_in_files(project, read_private(project.private_dir), study)) == []
