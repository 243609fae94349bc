"""`findings import --pseudonymise`: the table of pseudonyms stands outside the repository."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from brought_in import begun, text_of
from click.testing import CliRunner

from study_findings.cli import main

HIGHLIGHTS = """\
id,document,tag,content
1,Zarghuna at home.docx,trust,Nobody asked us.
2,Bilal.docx,trust,I stayed in the end.
"""
MORE = "id,document,tag,content\n9,Bilal.docx,rota,The rota came late.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Begin a study inside a repository that is not its own folder."""
    (tmp_path / "repo/.git").mkdir(parents=True)
    return begun(tmp_path / "repo/study")


@pytest.fixture
def highlights(tmp_path: Path) -> Path:
    path = tmp_path / "highlights.csv"
    path.write_text(HIGHLIGHTS, encoding="utf-8")
    return path


def bring(study: Path, *words: str | Path, code: int = 0) -> str:
    asked = ["import", *map(str, words), "--study", str(study), "--yes"]
    ended = CliRunner().invoke(main, asked)
    assert ended.exit_code == code, ended.output
    return ended.output


def rows(table: Path) -> dict[str, str]:
    with table.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["pseudonym"] for row in csv.DictReader(file)}


def test_the_table_is_written_outside_the_repository_and_used_again(
    study: Path, highlights: Path, tmp_path: Path
) -> None:
    table = tmp_path / "study-pseudonyms.csv"
    said = bring(study, highlights, "--pseudonymise")
    assert f"Pseudonyms made: 2. They go to {table}" in said
    made = rows(table)
    assert set(made) == {"Zarghuna at home.docx", "Bilal.docx"}
    assert table.stat().st_mode & 0o077 == 0
    for name in ("Zarghuna", "Bilal"):
        assert name not in said
        assert not any(
            name in path.read_text("utf-8", "replace")
            for path in (tmp_path / "repo").rglob("*")
            if path.is_file()
        )
    assert "nothing was changed" in bring(study, highlights, "--pseudonymise")
    assert rows(table) == made


def test_a_dry_run_writes_no_table(study: Path, highlights: Path, tmp_path: Path) -> None:
    bring(study, highlights, "--pseudonymise", "--dry-run")
    assert not list(tmp_path.rglob("*-pseudonyms.csv"))


def test_new_pseudonyms_go_to_the_authors_own_table(
    study: Path, highlights: Path, tmp_path: Path
) -> None:
    own = tmp_path / "kept/map.csv"
    own.parent.mkdir()
    own.write_text("name,pseudonym,kind,key\nBilal,S77,session,\n", encoding="utf-8")
    bring(study, highlights, "--pseudonyms", own, "--pseudonymise")
    kept = rows(own)
    assert kept["Bilal"] == "S77"
    assert set(kept) == {"Bilal", "Zarghuna at home.docx"}
    assert not (tmp_path / "study-pseudonyms.csv").exists()
    assert "id: s77" in text_of(study / "themes_data")


def test_a_table_in_a_repository_is_refused_with_the_place_to_move_it_to(
    study: Path, highlights: Path, tmp_path: Path
) -> None:
    own = study / "private/map.csv"
    own.parent.mkdir(exist_ok=True)
    own.write_text("name,pseudonym\nBilal,S77\n", encoding="utf-8")
    said = bring(study, highlights, "--pseudonyms", own, "--pseudonymise", code=1)
    assert "stands in a repository" in said
    assert str(tmp_path / "study-pseudonyms.csv") in said
    assert own.read_text("utf-8") == "name,pseudonym\nBilal,S77\n"
    assert "trust" not in text_of(study / "themes_data")


def test_one_document_of_two_files_has_one_pseudonym(
    study: Path, highlights: Path, tmp_path: Path
) -> None:
    second = tmp_path / "more.csv"
    second.write_text(MORE, encoding="utf-8")
    bring(study, highlights, second, "--pseudonymise")
    assert len(rows(tmp_path / "study-pseudonyms.csv")) == 2
