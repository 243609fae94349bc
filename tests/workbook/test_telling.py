"""All that is wrong with a workbook is told in one run, at its cells; so is all that changes."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from builder import SMALL, write_study
from workbooks import book_of, brought, cells_of, edited, edits, refused

from study_findings.problems import StudyError
from study_findings.workbook.rows import read_rows

LONG = "Once upon a time there was a ward in which nobody had the time to look up from the charts."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "study"
    write_study(root)
    (root / "private").mkdir()
    return root


@pytest.fixture
def path(root: Path, tmp_path: Path) -> Path:
    return book_of(root, tmp_path / "b.xlsx")


def test_what_cannot_be_read_or_taken_or_stand_is_told_in_one_run(root: Path, path: Path) -> None:
    """A cell that is no YAML, one that may not change, and one that the study's checks refuse."""
    edits(path, "participant", "s01", {"attributes": "{age: young"})
    edits(path, "quotation", "q001", {"text": "Other words."})
    edits(path, "session", "fgd-1", {"kind": "chat"})
    edits(path, "theme", "having-time", {"groups": "students\nnurses"})
    problems = refused(root, path)
    assert cells_of(problems) == ["participant F3", "quotation C3", "session C3", "theme G3"]
    sheets = openpyxl.load_workbook(path)
    heads = [sheets[cell.split()[0]][f"{cell.split()[1][0]}1"].value for cell in cells_of(problems)]
    assert heads == ["attributes", "text", "kind", "groups"]
    assert all(problem.hint for problem in problems)
    assert [problem.rule for problem in problems][2:] == ["wrong-value", "unknown-group"]


def test_a_missing_field_is_told_at_its_empty_cell(root: Path, path: Path) -> None:
    edits(path, "session", "new-1", {"kind": "interview"})
    edits(path, "code", "c2", {"definition": "What it means."})
    sheet = openpyxl.load_workbook(path)["code"]
    heads = [cell.value for cell in sheet[1]]
    (problem,) = [p for p in refused(root, path) if "label" in p.message]
    assert cells_of([problem]) == [f"code {sheet.cell(4, heads.index('label') + 1).coordinate}"]


def test_problems_come_in_the_order_of_rows(root: Path, path: Path) -> None:
    """Row ten after row two, as numbers are counted."""
    for number in range(12):
        edits(path, "code", f"c{number}", {"label": "=1+1"})
    rows = [problem.location.line for problem in refused(root, path)]
    assert rows == list(range(4, 16))


def test_a_record_that_cannot_be_begun_is_not_told_again_where_it_is_named(
    root: Path, path: Path
) -> None:
    """Only its own cell is wrong: what names it, and what stands inside it, waits for that."""
    edits(path, "theme", "late", {"title": "=1+1"})
    edits(path, "claim", "too-late", {"within": "late", "says": "All is late."})
    edits(path, "implication", "more-time", {"themes": "having-time\nlate"})
    assert cells_of(refused(root, path)) == ["theme D4"]


def test_a_record_inside_none_is_told(root: Path, path: Path) -> None:
    edits(path, "claim", "c1", {"within": "nowhere", "says": "All is late."})
    (problem,) = refused(root, path)
    assert "there is no record nowhere" in problem.message


def test_two_rows_of_one_record_are_told(root: Path, path: Path) -> None:
    edits(path, "code", "new", {"label": "One"})
    edited(path, "code", 5, {"id": "new", "label": "Two"})
    (problem,) = refused(root, path)
    assert "new stands in row 4 already" in problem.message


def test_heads_and_sheets_that_are_none_are_told(root: Path, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["code"]["D1"].value = "labell"
    book["session"]["A1"].value = None
    book.create_sheet("Sheet1")
    book.save(path)
    assert sorted(problem.message for problem in refused(root, path)) == [
        "cell D1: no column is called labell here",
        "sheet Sheet1 is of no kind of record",
        "the column stands_at is missing",
    ]


def test_a_file_of_the_study_that_cannot_be_read_whole_stops_it(root: Path, path: Path) -> None:
    """Else what it holds would be written over, or left out of the workbook."""
    theme = root / "themes_data" / "themes" / "having-time.yml"
    theme.write_text(SMALL["themes/having-time.yml"].replace("Having time", '"Having'), "utf-8")
    assert [problem.rule for problem in refused(root, path)] == ["unclosed-quote"]
    with pytest.raises(StudyError):
        read_rows(root, with_waiting=False)


def test_what_changes_is_told_from_what_to_what(root: Path, path: Path) -> None:
    edits(path, "session", "fgd-1", {"label": "The first group"})
    edits(path, "code", "time", {"label": "Hours"})
    edits(path, "theme", "having-time", {"codes": None, "gist": LONG})
    edits(path, "code", "new", {"label": "New"})
    assert brought(root, path).lines == [
        "  changed: session fgd-1",
        "    label filled in: The first group",
        "  changed: code time",
        "    label: Time -> Hours",
        "  new: code new (New)",
        "  changed: theme having-time",
        f"    gist filled in: {LONG}",
        "    codes emptied, was: time",
    ]


def test_a_record_that_is_begun_is_told_by_the_words_it_is_known_by(root: Path, path: Path) -> None:
    edits(path, "theme", "late", {"title": "Being late", "groups": "students"})
    edits(
        path,
        "claim",
        "too-late",
        {"within": "having-time", "says": "None had time.", "rests_on": "q001"},
    )
    assert brought(root, path).lines == [
        "  new: theme late (Being late)",
        "  new: claim too-late (None had time.)",
    ]


def test_of_a_long_text_what_differs_is_shown(root: Path, path: Path) -> None:
    """Two words among many are seen at once."""
    words = f"{LONG} {LONG} {LONG}"
    edits(path, "theme", "having-time", {"gist": words})
    (root / "themes_data" / "themes" / "having-time.yml").write_text(
        SMALL["themes/having-time.yml"] + f"gist: {words.replace('ward', 'clinic', 1)}\n", "utf-8"
    )
    (line,) = [line for line in brought(root, path).lines if "gist" in line]
    assert line == (
        "    gist: Once upon a time there was a clinic in which nobody had the time…"
        " -> Once upon a time there was a ward in which nobody had the time…"
    )
