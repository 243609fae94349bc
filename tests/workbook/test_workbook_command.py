"""`findings workbook` writes where neither git nor the site takes it; `import` brings it back."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import make_project
from workbooks import edits

from study_findings.cli import main
from study_findings.project import Project

WAITING = "- id: w1\n  text: We sat until the lamp was out.\n  themes: [road-decides]\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study with words that wait, and stand in its folder."""
    made = make_project(tmp_path / "all" / "study", private={"quotations/w.yml": WAITING})
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def holds(path: Path, words: str) -> bool:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        return any(words in parts.read(name).decode("utf-8") for name in parts.namelist())


@pytest.mark.parametrize("options", [(), ("--waiting",)])
def test_words_that_wait_are_written_only_when_asked_for(
    project: Project, options: tuple[str, ...]
) -> None:
    result = run("workbook", *options)
    assert result.exit_code == 0, result.output
    written = project.root.parent / "study.xlsx"
    assert holds(written, "lamp was out") == bool(options)
    assert ("never send or publish it" in result.output) == bool(options)


@pytest.mark.parametrize("options", [(), ("--waiting",), ("--empty",)])
@pytest.mark.parametrize("where", ["b.xlsx", "themes_data/b.xlsx", "../b.xlsx"])
def test_it_is_written_nowhere_that_git_would_take_it_from(
    project: Project, options: tuple[str, ...], where: str
) -> None:
    """An empty one neither: it is there to be filled in."""
    git(project.root.parent, "init")
    result = run("workbook", *options, "-o", where)
    assert result.exit_code == 2
    assert not (project.root / where).exists()


def test_a_file_that_git_has_is_taken_from_there_whatever_is_ignored(project: Project) -> None:
    """Once it was added, no .gitignore keeps a file out of the next commit."""
    top = project.root.parent
    git(top, "init")
    (top / "b.xlsx").write_bytes(b"an older one")
    git(top, "add", "b.xlsx")
    (top / ".gitignore").write_text("*.xlsx\n", "utf-8")
    result = run("workbook", "--waiting", "--yes", "-o", "../b.xlsx")
    assert result.exit_code == 2
    assert (top / "b.xlsx").read_bytes() == b"an older one"


def test_it_may_stand_where_git_leaves_it_out(project: Project) -> None:
    git(project.root.parent, "init")
    (project.root.parent / ".gitignore").write_text("*.xlsx\n", "utf-8")
    assert run("workbook", "-o", "../b.xlsx").exit_code == 0
    assert (project.root.parent / "b.xlsx").is_file()


@pytest.mark.parametrize("folder", ["themes_data", "private", "content", "site", "."])
def test_it_never_stands_in_the_studys_own_folders(project: Project, folder: str) -> None:
    """Git leaves it out there, and a build would take it all the same."""
    if folder != ".":
        git(project.root, "init")
        (project.root / ".gitignore").write_text("*.xlsx\n", "utf-8")
    (project.root / folder).mkdir(exist_ok=True)
    result = run("workbook", "-o", f"{folder}/b.xlsx")
    assert result.exit_code == 2
    assert "-o" in result.output
    assert not (project.root / folder / "b.xlsx").exists()


def test_a_file_is_not_written_over_unasked(project: Project) -> None:
    assert run("workbook").exit_code == 0
    assert run("workbook").exit_code == 2
    assert run("workbook", "--yes").exit_code == 0


def test_what_changes_is_shown_before_it_is_written(project: Project) -> None:
    """With nobody there to agree, nothing is."""
    run("workbook")
    book = project.root.parent / "study.xlsx"
    edits(book, "code", "time", {"label": "On arriving"})
    codebook = project.data_dir / "codebook.yml"
    before = codebook.read_text("utf-8")
    for options, code in ((("--dry-run",), 0), ((), 2), (("--yes",), 0)):
        assert codebook.read_text("utf-8") == before
        result = run("import", str(book), *options)
        assert result.exit_code == code
        assert "label: Time -> On arriving" in result.output
    assert "label: On arriving" in codebook.read_text("utf-8")
    assert "already: nothing was changed" in run("import", str(book)).output
