"""Layouts of tables that teams have: the file and what is made of it, side by side in `layouts/`.

Each folder holds a table, or one for each sheet of a workbook, or a file of another kind as text
(`BUILDERS`); perhaps `options.json`; and below `expected/` the study's files that come of it: those
of `private/` in `waiting/`, since git keeps no folder of that name, the others in `public/`. The
tables are CSV, and not called so: a repository of findings holds no tables. `--update-golden`
writes what is expected anew: read it.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import docx
import openpyxl
import pytest
from brought_in import begun, brought, files_of
from docx.enum.style import WD_STYLE_TYPE

from study_findings.importers.options import Options

LAYOUTS: Final = Path(__file__).parent / "layouts"
NAMES: Final = sorted(folder.name for folder in LAYOUTS.iterdir())
KEPT_AS: Final = {"private": "waiting", "themes_data": "public"}
# What is remembered holds a key of its own in each study, and every study begins with this.
NOT_COMPARED: Final = ("private/imported.json", "themes_data/study.yml")


def text_in_utf_16(kept: Path, target: Path) -> None:
    """Write a text as NVivo does."""
    target.write_bytes(kept.read_text("utf-8").replace("\n", "\r\n").encode("utf-16"))


def paragraphs(kept: Path, target: Path) -> None:
    """Write a Word document with a paragraph for each line."""
    document = docx.Document()
    for line in kept.read_text("utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(target))


def table_in_word(kept: Path, target: Path) -> None:
    """Write a Word document with one table, in which spaces before a name are an indent."""
    document = docx.Document()
    with kept.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text.lstrip()
            indent = docx.shared.Pt(6 * (len(text) - len(text.lstrip())))
            cell.paragraphs[0].paragraph_format.left_indent = indent
    document.save(str(target))


def styled_in_word(kept: Path, target: Path) -> None:
    """Write a Word document of lines with a style each; `|` begins a row of a table."""
    document, table = docx.Document(), None
    for line in kept.read_text("utf-8").splitlines():
        if line.startswith("|"):
            table = table or document.add_table(rows=0, cols=line.count("|"))
            for cell, text in zip(table.add_row().cells, line[1:].split("|"), strict=True):
                cell.text = text
        else:
            style, _, text = line.partition("\t")
            if style not in document.styles:
                document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
            document.add_paragraph(text, style)
    document.save(str(target))


BUILDERS: Final[dict[str, Callable[[Path, Path], object]]] = {
    ".txt.lines": text_in_utf_16,
    ".docx.lines": paragraphs,
    ".docx.table": table_in_word,
    ".docx.styled": styled_in_word,
    ".qdc.xml": shutil.copyfile,
}


def file_of(folder: Path, tmp_path: Path) -> Path:
    """Give a layout's file; of several CSV files, one workbook with a sheet each."""
    for ending, build in BUILDERS.items():
        for kept in folder.glob(f"*{ending}"):
            build(kept, tmp_path / kept.stem)
            return tmp_path / kept.stem
    if (folder / "table.table").exists():
        return Path(shutil.copy(folder / "table.table", tmp_path / "table.csv"))
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
def test_what_somebody_said_and_is_stands_in_private_alone(name: str) -> None:
    public = LAYOUTS / name / "expected/public"
    said = ("kettle was on", "long way", "washed the cups", "bouilloire", "کیتلی",
            "Harbour end", "coder-one", "Said softly")  # fmt: skip
    for path in public.rglob("*.yml"):
        assert not [words for words in said if words in path.read_text("utf-8")], path
