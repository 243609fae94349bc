"""What Excel, LibreOffice and their like make of cells changes no study unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from builder import SMALL, write_study
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from workbooks import book_of, brought, cells_of, edited, edits, refused, said

from study_findings.editing import carry_out
from study_findings.editing.emitted import emitted_item
from study_findings.workbook.filled_in import read_workbook

HARD = (
    *("=1+1", "-2", "@x", "+3", "\\", '"a"', "'quoted", "''", "_x0041_", "_x000D_", "#N/A"),
    *(" a ", "a ", "\xa0a\xa0", "a\tb", "a\nb", "a\n\nb", "a \nb", "a\r\nb", "a  b", "\u3000x"),
    *("نص", "\u200fنص\u200f", "a\u200bb", "e\u0301", "é", "😀 👩‍⚕️", "<b>&amp;", "]]>"),
    *("TRUE", "false", "1", "007", "1.50", "1e5", "12-14", "3/4", "2025-12-01", "12:30", "50%"),
    *("null", "~", "yes", "not_reported", "1,234", "{a: b}", "[a]", "a: b", "- a", "# c", "|"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a study whose codes are called all that spreadsheets take for something else."""
    codes = [
        emitted_item(
            {
                "id": f"hard-{number}",
                "label": f"Hard {number}",
                "definition": text,
                "memos": [{"text": text}],
            },
            0,
        )
        for number, text in enumerate(HARD)
    ]
    root = tmp_path / "study"
    write_study(root, {"codebook.yml": SMALL["codebook.yml"] + "".join(codes)})
    (root / "private").mkdir()
    return root


def as_excel_ends_lines(cell: Any) -> None:
    """Excel keeps the carriage returns of pasted lines, escaped."""
    cell.value = cell.value.replace("\n", "_x000D_\n")


def as_formatted_in_part(cell: Any) -> None:
    """A word of a cell is set in bold."""
    cell.value = CellRichText(cell.value[:1], TextBlock(InlineFont(b=True), cell.value[1:]))


def as_without_formats(cell: Any) -> None:
    """The formats of cells are lost, the texts are not."""
    cell.style = "Normal"


def as_escaped(cell: Any) -> None:
    """What could be an escape is escaped itself."""
    cell.value = cell.value.replace("_x", "_x005F_x")


@pytest.mark.parametrize(
    "altered", [as_excel_ends_lines, as_formatted_in_part, as_without_formats, as_escaped]
)
def test_a_workbook_that_another_program_saved_changes_nothing(
    root: Path, tmp_path: Path, altered: Callable[[Any], None]
) -> None:
    path = book_of(root, tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(path, rich_text=True)
    for sheet in book.worksheets:
        for cells in sheet.iter_rows(min_row=3):
            for cell in cells:
                if isinstance(cell.value, str):
                    assert cell.data_type == "s"
                    altered(cell)
                    # A text stays one, `=1+1` and `#N/A` too.
                    if not isinstance(cell.value, CellRichText):
                        cell.data_type = "s"
    book.save(path)
    assert read_workbook(path).problems == []
    comes = brought(root, path)
    assert (comes.plan.changes, comes.lines) == ((), [])


def test_rows_of_spaces_are_no_records(root: Path, tmp_path: Path) -> None:
    path = book_of(root, tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for number in range(sheet.max_row + 1, sheet.max_row + 4):
            sheet.cell(number, 1, " ")
            sheet.cell(number, 2, "\xa0")
    book.save(path)
    comes = brought(root, path)
    assert (comes.plan.changes, comes.lines) == ((), [])


def test_hard_texts_come_whole_into_a_folder_with_nothing(root: Path, tmp_path: Path) -> None:
    path = book_of(root, tmp_path / "b.xlsx")
    bare = tmp_path / "bare"
    (bare / "themes_data").mkdir(parents=True)
    (bare / "private").mkdir()
    carry_out(brought(bare, path).plan)
    assert said(bare) == said(root)


def as_shown(path: Path, noun: str, number_format: str) -> None:
    """Have a sheet's records shown in another format than Text."""
    book = openpyxl.load_workbook(path)
    for cells in book[noun].iter_rows(min_row=3):
        for cell in cells:
            cell.number_format = number_format
    book.save(path)


@pytest.mark.parametrize(
    ("value", "shown_as", "why"),
    [
        (datetime(2026, 12, 14), "yyyy-mm-dd", "was taken for a day or a time"),
        (time(12, 30), "h:mm", "was taken for a day or a time"),
        (True, "General", "was taken for a truth value"),
        (0.5, "0%", "shows a number in another way than it holds it"),
        (7, "000", "shows a number in another way than it holds it"),
        ("#REF!", "General", "holds an error of the spreadsheet"),
        ("=1+1", "General", "is a formula"),
    ],
)
def test_what_a_program_made_of_a_text_is_never_taken_for_the_text(
    root: Path, tmp_path: Path, value: Any, shown_as: str, why: str
) -> None:
    """A label `12-14` that became a day is told at its cell, with what to do."""
    path = book_of(root, tmp_path / "b.xlsx")
    edits(path, "code", "time", {"label": value})
    book = openpyxl.load_workbook(path)
    cell = book["code"]["D3"]
    assert cell.value == value
    cell.number_format = shown_as
    cell.data_type = "e" if value == "#REF!" else cell.data_type
    book.save(path)
    problems = refused(root, path)
    assert cells_of(problems) == ["code D3"]
    assert why in problems[0].message
    assert problems[0].hint


@pytest.mark.parametrize(
    ("noun", "name", "value", "expected"),
    [
        ("session", "number", 3.0, "number: 1 -> 3"),
        ("session", "label", 2026, "label filled in: 2026"),
        ("code", "label", 1.5, "label: Time -> 1.5"),
        ("attribute", "publish", False, "publish: true -> false"),
        ("reviewed-word", "on", datetime(2026, 1, 2), "on: 2026-01-01 -> 2026-01-02"),
        ("reviewed-word", "on", date(2026, 1, 2), "on: 2026-01-01 -> 2026-01-02"),
    ],
)
def test_numbers_days_and_truths_are_taken_where_they_belong(
    tmp_path: Path, noun: str, name: str, value: Any, expected: str
) -> None:
    """A truth for a yes or no, a day for a day; a plain number wherever it stands."""
    root = tmp_path / "study"
    reviewed = "- {word: Mardan, why: A town., by: EA, on: 2026-01-01}\n"
    sessions = SMALL["sessions.yml"].replace("fgd-1\n", "fgd-1\n  number: 1\n")
    write_study(root, {"reviewed-words.yml": reviewed, "sessions.yml": sessions})
    (root / "private").mkdir()
    path = book_of(root, tmp_path / "b.xlsx")
    edited(path, noun, 3, {name: value})
    as_shown(path, noun, "yyyy-mm-dd" if isinstance(value, date) else "General")
    assert f"    {expected}" in brought(root, path).lines
