"""Layouts of files that teams have: the file and what is made of it, side by side in `layouts/`.

Each folder holds a table, or one for each sheet of a workbook, or a text, a codebook, or the
paragraphs of a Word document; perhaps `options.json`; and below `expected/` the study's files that
come of it: those of `private/` in `waiting/`, since git keeps no folder of that name, the others in
`public/`. The tables are CSV, and not called so: a repository of findings holds no tables.
`--update-golden` writes what is expected anew: read it.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import docx
import openpyxl
import pytest
from brought_in import begun, brought, files_of

from study_findings.importers.options import Options

LAYOUTS: Final = Path(__file__).parent / "layouts"
NAMES: Final = sorted(folder.name for folder in LAYOUTS.iterdir())
COPIED_AS: Final = {
    "table.table": "table.csv",
    "text.txt": "text.txt",
    "codebook.xml": "codebook.qdc",
}
PARAGRAPHS: Final = "paragraphs.txt"
KEPT_AS: Final = {"private": "waiting", "themes_data": "public"}
# What is remembered holds a key of its own in each study, and every study begins with this.
NOT_COMPARED: Final = ("private/imported.json", "themes_data/study.yml")


def file_of(folder: Path, tmp_path: Path) -> Path:
    """Give a layout's file: as it stands, in Word, or of several tables a workbook."""
    for name, copied in COPIED_AS.items():
        if (folder / name).exists():
            return Path(shutil.copy(folder / name, tmp_path / copied))
    if (folder / PARAGRAPHS).exists():
        document = docx.Document()
        for line in (folder / PARAGRAPHS).read_text("utf-8").splitlines():
            document.add_paragraph(line)
        document.save(str(tmp_path / "text.docx"))
        return tmp_path / "text.docx"
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for path in sorted(folder.glob("*.table")):
        sheet = book.create_sheet(path.stem)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append(row)
    book.save(tmp_path / "table.xlsx")
    return tmp_path / "table.xlsx"


def options_of(folder: Path) -> Options:
    said = folder / "options.json"
    return Options(**json.loads(said.read_text("utf-8"))) if said.exists() else Options()


def made(study: Path) -> Iterator[tuple[str, str]]:
    """Give the files that came of it, by their paths."""
    for name, text in files_of(study).items():
        if name not in NOT_COMPARED:
            folder, _, rest = name.partition("/")
            yield f"{KEPT_AS[folder]}/{rest}", text


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_becomes_these_files_and_none_when_it_comes_again(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder, study = LAYOUTS / name, begun(tmp_path / "study")
    path = file_of(folder, tmp_path)
    before = dict(made(study))
    brought(study, path, options_of(folder))
    after = {name: text for name, text in made(study) if before.get(name) != text}
    if request.config.getoption("--update-golden"):
        shutil.rmtree(folder / "expected", ignore_errors=True)
        for file, text in after.items():
            target = folder / "expected" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    expected = {
        path.relative_to(folder / "expected").as_posix(): path.read_text("utf-8")
        for path in sorted((folder / "expected").rglob("*"))
        if path.is_file()
    }
    assert after == expected
    brought(study, path, options_of(folder))
    assert {name: text for name, text in made(study) if before.get(name) != text} == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_somebody_said_stands_in_private_alone(name: str) -> None:
    public = LAYOUTS / name / "expected/public"
    said = ("kettle was on", "long way", "washed the cups", "bouilloire", "کیتلی")
    for path in public.rglob("*.yml"):
        assert not [words for words in said if words in path.read_text("utf-8")], path
