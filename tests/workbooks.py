"""Studies as workbooks, filled in and brought back as authors do it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from study_findings.editing.scaffold import copy_starter
from study_findings.problems import Problem, StudyError
from study_findings.workbook.book import as_workbook
from study_findings.workbook.bringing import Comes, plan_workbook
from study_findings.workbook.filled_in import read_workbook
from study_findings.workbook.rows import read_rows

STUDIES = Path(__file__).parent / "studies"


def study(root: Path, name: str) -> Path:
    """Copy a study of the tests, or the starter."""
    if name == "starter":
        copy_starter(root, is_empty=False)
    else:
        shutil.copytree(STUDIES / name, root)
    (root / "private").mkdir(exist_ok=True)
    return root


def book_of(root: Path, path: Path, with_waiting: bool = True) -> Path:
    """Write a study's workbook."""
    path.write_bytes(as_workbook(read_rows(root, with_waiting), with_waiting))
    return path


def edited(path: Path, noun: str, row: int, cells: Mapping[str, Any]) -> None:
    """Fill in cells of a row as an author would, and save."""
    book = openpyxl.load_workbook(path)
    sheet = book[noun]
    heads = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(row, heads.index(name) + 1).value = value
    book.save(path)


def row_of(path: Path, noun: str, field: str, is_filled: bool = True) -> int:
    """Find the first row in which a field is filled in."""
    sheet = openpyxl.load_workbook(path)[noun]
    place = [cell.value for cell in sheet[1]].index(field)
    for number, cells in enumerate(sheet.iter_rows(min_row=3), 3):
        if bool(cells[place].value) == is_filled:
            return number
    raise AssertionError(f"no row of {noun} has {field}")


def brought(root: Path, path: Path) -> Comes:
    """Plan to bring a workbook in."""
    return plan_workbook(root, read_workbook(path), "findings import book.xlsx")


def said(root: Path) -> dict[tuple[str, str], tuple[str, Mapping[str, Any]]]:
    """Give all that a study says, record by record."""
    return {
        (row.kind.noun, row.stands_at): (row.held.parent, row.data)
        for row in read_rows(root, with_waiting=True)
    }


def refused(root: Path, path: Path) -> list[Problem]:
    """List why a workbook cannot be brought in."""
    try:
        brought(root, path)
    except StudyError as error:
        return error.problems
    raise AssertionError("it can be brought in")


def cells_of(problems: list[Problem]) -> list[str]:
    """Name the sheet and cell of each problem: `code B3`."""
    return [
        f"{problem.location.file.rpartition(' ')[2]} "
        f"{problem.message.partition(':')[0].removeprefix('cell ')}"
        for problem in problems
    ]


def edits(path: Path, noun: str, id_: str, cells: Mapping[str, Any]) -> None:
    """Fill in cells of the row of a record; of one that is not there, in a new row."""
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book[noun][1]]
    ids = [row[heads.index("id")].value for row in book[noun].iter_rows()]
    is_there = id_ in ids
    number = ids.index(id_) + 1 if is_there else len(ids) + 1
    edited(path, noun, number, cells if is_there else {"id": id_, **cells})
