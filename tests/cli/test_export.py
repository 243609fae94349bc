"""`findings export` as an author meets it: a file whole or none, and what to do instead."""

from __future__ import annotations

import io
import json
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from builder import SMALL
from click.testing import CliRunner, Result
from projects import edit, make_project

from study_findings import exporting
from study_findings.cli import main
from study_findings.cli.export import resolved
from study_findings.exporters.all_formats import FORMATS
from study_findings.exporting import FOLDER
from study_findings.project import Project

LEAKED = "We count the bends of the road until the bus comes to us"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study, and stand in its folder."""
    made = make_project(tmp_path / "study")
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["export", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def files_below(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# The study makes no claims, and has all else.
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "claims.csv"])
def test_each_format_is_written_where_nobody_names_a_place(project: Project, name: str) -> None:
    result = run(name)
    assert result.exit_code == 0, result.output
    assert (project.root / FOLDER / name).stat().st_size > 0
    assert f"Wrote {FOLDER}/{name}, " in result.output
    assert (project.root / FOLDER / ".gitignore").read_text("utf-8") == "*\n"
    assert not list(project.work_dir.glob("export-*"))


def test_the_file_is_what_the_site_offers(project: Project) -> None:
    run("findings.json")
    found = json.loads((project.root / FOLDER / "findings.json").read_text("utf-8"))
    assert found["site"] == project.settings.url


def test_help_lists_every_format_with_what_it_is_for() -> None:
    said = run("--help").output
    for name in FORMATS:
        assert f"\n  {name} " in said


class TestWhere:
    def test_is_as_named(self, project: Project, tmp_path: Path) -> None:
        target = tmp_path / "new folder" / "Supplement 2.xlsx"
        assert run("quotations.xlsx", "-o", str(target)).exit_code == 0
        assert openpyxl.load_workbook(target).sheetnames == ["Quotations"]
        assert not (project.root / FOLDER).exists()

    def test_is_standard_output_for_a_dash(self, project: Project) -> None:
        before = files_below(project.root)
        result = run("quotations.xlsx", "-o", "-")
        assert openpyxl.load_workbook(io.BytesIO(result.stdout_bytes)).sheetnames == ["Quotations"]
        assert files_below(project.root) == before

    def test_nothing_is_replaced_unasked(self, project: Project) -> None:
        target = project.root / "mine.csv"
        target.write_text("mine", "utf-8")
        result = run("quotations.csv", "-o", "mine.csv")
        assert result.exit_code == 2
        assert "mine.csv is there already, and was left as it is; add --yes" in result.output
        assert target.read_text("utf-8") == "mine"
        assert run("quotations.csv", "-o", "mine.csv", "--yes").exit_code == 0
        assert target.read_bytes().startswith(b"\xef\xbb\xbfid,")

    def test_a_place_that_cannot_be_written_is_told(self, project: Project) -> None:
        (project.root / "file").write_text("x", "utf-8")
        result = run("quotations.csv", "-o", "file/inside.csv")
        assert result.exit_code == 1
        assert "cannot be read or written" in result.output
        assert (project.root / "file").read_text("utf-8") == "x"


class TestNames:
    @pytest.mark.parametrize(
        ("word", "name"),
        [
            ("quotations.csv", "quotations.csv"),
            ("quotations-csv", "quotations.csv"),
            ("Results_Table.docx", "results-table.docx"),
            ("qdpx", "findings.qdpx"),
            (".qdc", "codebook.qdc"),
        ],
    )
    def test_are_understood(self, word: str, name: str) -> None:
        assert resolved(word) == name

    def test_that_several_have_are_told(self, project: Project) -> None:
        result = run("docx")
        assert result.exit_code == 2
        assert "report.docx, results-table.docx, quotations.docx; name one" in result.output

    def test_that_none_has_are_told_with_the_nearest(self, project: Project) -> None:
        result = run("quotation.csv")
        assert result.exit_code == 2
        assert 'did you mean "quotations.csv"?' in result.output
        assert all(name in result.output for name in FORMATS)


class TestNothingIsWritten:
    @pytest.fixture(autouse=True)
    def _unchanged(self, project: Project) -> None:
        self.root = project.root

    def refused(self, *arguments: str) -> str:
        before = files_below(self.root)
        result = run(*arguments)
        assert result.exit_code == 1, result.output
        assert files_below(self.root) == before
        return result.output

    def test_where_the_study_has_errors(self, project: Project) -> None:
        edit(project.data_dir / "themes/road-decides.yml", "groups: [nurses]", "groups: [nurse]")
        edit(project.data_dir / "study.yml", "licence: CC-BY-4.0\n", "")
        said = self.refused("quotations.csv")
        assert "missing-field" in said
        assert 'did you mean "nurses"?' in said

    def test_where_it_has_nothing_for_a_format(self, project: Project) -> None:
        (project.data_dir / "codebook.yml").unlink()
        for path in project.data_dir.rglob("*.yml"):
            kept = [
                line
                for line in path.read_text("utf-8").splitlines(keepends=True)
                if not line.strip().startswith("codes:")
            ]
            path.write_text("".join(kept), "utf-8")
        said = self.refused("codebook.qdc")
        assert "nothing-to-export" in said
        assert "themes_data/codebook.yml" in said

    def test_where_there_is_no_such_translation(self, project: Project) -> None:
        said = self.refused("report.docx", "--language", "fr")
        assert 'not translated into "fr"' in said
        assert "findings translate fr" in said

    def test_where_private_words_would_stand_in_it(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("notes/one.txt",):
            (project.private_dir / name).parent.mkdir(parents=True, exist_ok=True)
            (project.private_dir / name).write_text(LEAKED, "utf-8")
        memo = f"\nmemos:\n  - text: {LEAKED}\n    publish: true\n"
        path = project.data_dir / "themes/road-decides.yml"
        path.write_text(path.read_text("utf-8").rstrip() + memo, "utf-8")
        said = self.refused("findings.json")
        assert "private/notes/one.txt" in said
        assert "would stand in the file: findings.json" in said
        assert "bends" not in said

    def test_where_writing_stops_halfway(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device", "exports/quotations.csv")

        monkeypatch.setattr(exporting, "write_whole", full)
        assert "make room on the disk" in self.refused("quotations.csv")


def test_a_leak_within_a_packed_document_is_found(project: Project) -> None:
    """Word keeps a document's words in a packed file; they are compared all the same."""
    (project.private_dir / "notes").mkdir(parents=True, exist_ok=True)
    (project.private_dir / "notes/one.txt").write_text(LEAKED, "utf-8")
    edit(
        project.data_dir / "themes/road-decides.yml",
        "id: road-decides\n",
        f"id: road-decides\nboundary: {LEAKED}\n",
    )
    for name in ("findings.qdpx", "report.docx"):
        result = run(name)
        found = "would stand in the file" in result.output
        assert found is (name == "findings.qdpx"), result.output


@pytest.mark.parametrize(("listed", "number"), [("[findings.qdpx]", 1), ("all", len(FORMATS) - 1)])
def test_a_site_offers_what_its_configuration_names(
    project: Project, listed: str, number: int
) -> None:
    edit(
        project.root / "mkdocs.yml",
        "  - study-findings\n",
        f"  - study-findings:\n      downloads: {listed}\n",
    )
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 0, result.output
    names = {path.name for path in (project.root / "site/data").iterdir()}
    assert "findings.qdpx" in names
    assert len(names & FORMATS.keys()) >= number
    page = unescape((project.root / "site/data/index.html").read_text("utf-8"))
    assert 'href="findings.qdpx" download>findings.qdpx</a>' in page


@pytest.mark.parametrize("listed", ["[findings.qdpx, finding.json]", "every"])
def test_a_download_that_there_is_none_of_is_told(project: Project, listed: str) -> None:
    edit(
        project.root / "mkdocs.yml",
        "  - study-findings\n",
        f"  - study-findings:\n      downloads: {listed}\n",
    )
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "mkdocs.yml:10:" in result.output
    assert "unknown-download" in result.output


def test_the_small_study_has_no_matrix(tmp_path: Path) -> None:
    for name, text in SMALL.items():
        path = tmp_path / "themes_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A small study\n", "utf-8")
    result = run("matrix.csv", "--study", str(tmp_path))
    assert result.exit_code == 1
    assert "fewer than three sessions are told apart" in result.output
