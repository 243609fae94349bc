"""The study as a workbook comes back the same, and says what was changed in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import book_of, brought, edited, refused, row_of, said, study

from study_findings.editing import carry_out
from study_findings.importers.holdings import Held
from study_findings.model.kinds import KINDS
from study_findings.problems import StudyError
from study_findings.workbook.book import as_workbook
from study_findings.workbook.cell_values import KEPT, Form, read, written
from study_findings.workbook.columns import columns_of
from study_findings.workbook.filled_in import is_workbook, read_workbook
from study_findings.workbook.guarding import is_as_written
from study_findings.workbook.rows import Row, read_rows

TEXTS = st.text(max_size=20) | st.sampled_from(
    ["=1+1", "-2", "@x", "+3", "\\", '"a"', "_x0041_", " a ", "a\r\nb", "نص", "#N/A", "", "\x07"]
)
NESTED = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["by", "on", "text", "a: b"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(NESTED, st.sampled_from(Form))
def test_any_value_comes_back_from_a_cell(value: Any, form: Form) -> None:
    """Whatever a field holds, its cell says; no cell is empty."""
    cell = written(value, form)
    assert cell.strip()
    assert read(cell, form) == value


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_texts_come_back_from_a_saved_workbook(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """No text becomes a formula, a number or another text on its way through a file."""
    path = tmp_path_factory.mktemp("cells") / "texts.xlsx"
    root = study(path.parent / "s", "full")
    book = openpyxl.load_workbook(book_of(root, path))
    for number, text in enumerate(texts, 3):
        cell = book["code"].cell(number, 1)
        cell.value, cell.data_type = written(text, Form.TEXT), "s"
    book.save(path)
    sheet = openpyxl.load_workbook(path)["code"]
    for number, text in enumerate(texts, 3):
        assert sheet.cell(number, 1).data_type == "s"
        assert read(str(sheet.cell(number, 1).value), Form.TEXT) == text


def values_of(form: Form) -> st.SearchStrategy[Any]:
    """Give what a field of a form may hold, or should not and does."""
    if form is Form.TEXT:
        return TEXTS
    return NESTED if form is Form.DEEP else st.lists(TEXTS, max_size=4) | TEXTS


ANY_RECORD = {
    kind.noun: st.fixed_dictionaries(
        {},
        optional={
            column.name: values_of(column.form)
            for column in columns_of(kind)
            if column.name in kind.record.model_fields and column.name != "id"
        },
    )
    for kind in KINDS
}


@settings(max_examples=10, deadline=None)
@given(
    st.fixed_dictionaries(
        {noun: st.lists(record, max_size=2) for noun, record in ANY_RECORD.items()}
    )
)
def test_whatever_the_fields_of_any_kind_hold_comes_back(
    tmp_path_factory: pytest.TempPathFactory, records: dict[str, list[dict[str, Any]]]
) -> None:
    """Records of every kind, any fields filled in with anything, are read as they were written."""
    rows = [
        Row(Held(kind, f"r{n}", data, "f.yml", (n,)), f"f.yml#r{n}", {**data, "id": f"r{n}"})
        if "id" in kind.record.model_fields
        else Row(Held(kind, "", data, "f.yml", (n,)), f"f.yml#{n}", data)
        for kind in KINDS
        for n, data in enumerate(records[kind.noun])
    ]
    path = tmp_path_factory.mktemp("any") / "any.xlsx"
    path.write_bytes(as_workbook(rows, with_waiting=True))
    book = read_workbook(path)
    assert book.problems == []
    assert [(f.kind.noun, f.stands_at, f.data) for f in book.rows] == [
        (row.kind.noun, row.stands_at, row.data) for row in rows
    ]
    assert all(is_as_written(book, filled) for filled in book.rows)


@pytest.mark.parametrize("name", ["starter", "full", "wide"])
def test_a_workbook_as_it_was_written_changes_nothing(tmp_path: Path, name: str) -> None:
    """Nothing is to be done, and no line says otherwise."""
    root = study(tmp_path / "s", name)
    path = book_of(root, tmp_path / "b.xlsx")
    assert is_workbook(path)
    comes = brought(root, path)
    assert (comes.plan.changes, comes.lines) == ((), [])


@pytest.mark.parametrize("name", ["starter", "full", "wide"])
def test_a_study_comes_whole_out_of_its_workbook(tmp_path: Path, name: str) -> None:
    """Brought into a folder with nothing, a workbook gives the same study."""
    root = study(tmp_path / "s", name)
    path = book_of(root, tmp_path / "b.xlsx")
    bare = tmp_path / "bare"
    (bare / "themes_data").mkdir(parents=True)
    (bare / "private").mkdir()
    carry_out(brought(bare, path).plan)
    assert said(bare) == said(root)


def test_every_kind_and_field_has_its_place() -> None:
    """A field is a column, or a sheet of its own where it holds records with ids."""
    for kind in KINDS:
        names = {column.name for column in columns_of(kind)} | set(kind.children)
        assert set(kind.record.model_fields) <= names
        assert all(child in KINDS for child in kind.children.values())


def test_an_edited_cell_changes_its_field_alone(tmp_path: Path) -> None:
    """All else in the file keeps its bytes."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    edited(path, "session", 3, {"label": "=A group & more"})
    book = openpyxl.load_workbook(path)
    row = [cell.value for cell in book["session"][1]].index("label") + 1
    book["session"].cell(3, row).data_type = "s"
    book.save(path)
    before = (root / "themes_data" / "sessions.yml").read_text(encoding="utf-8").splitlines()
    carry_out(brought(root, path).plan)
    after = (root / "themes_data" / "sessions.yml").read_text(encoding="utf-8").splitlines()
    assert len([line for line in after if line not in before]) == 1
    assert '"=A group & more"' in "\n".join(after)


@pytest.mark.parametrize("field", ["text", "cleared", "provenance", "participant"])
def test_cleared_words_are_never_changed_by_a_cell(tmp_path: Path, field: str) -> None:
    """A cleared quotation stands as it was cleared; only its coding is edited."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    row = row_of(path, "quotation", "cleared")
    edited(path, "quotation", row, {field: "illustrative" if field == "provenance" else "by: X"})
    with pytest.raises(StudyError) as error:
        brought(root, path)
    assert "findings unclear" in error.value.problems[0].hint
    assert "sheet quotation" in error.value.problems[0].location.file


def test_changed_words_lose_their_clearance_in_another_study(tmp_path: Path) -> None:
    """What was changed since it was written comes to private/, not cleared."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    row = row_of(path, "quotation", "cleared")
    edited(path, "quotation", row, {"note": "Nobody looked at this note."})
    shutil.rmtree(root / "themes_data" / "quotations")
    for change in brought(root, path).plan.changes:
        if "Nobody looked" in (change.text or ""):
            assert change.path.is_relative_to(root / "private")
            assert "cleared:" not in (change.text or "")
            break
    else:
        raise AssertionError("the quotation was lost")


def test_a_deleted_row_deletes_nothing_and_is_told(tmp_path: Path) -> None:
    """The record stands, and a line says so."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(path)
    book["code"].delete_rows(3)
    book.save(path)
    comes = brought(root, path)
    assert comes.plan.changes == ()
    assert "left as it is: code" in comes.lines[0]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Each problem names its sheet and cell; a changed id is for `findings rename`."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    edited(path, "session", 3, {"id": "other-id"})
    edited(path, "code", 3, {"id": "other-code"})
    with pytest.raises(StudyError) as error:
        brought(root, path)
    assert [problem.message.partition(":")[0] for problem in error.value.problems] == [
        "cell C3",
        "cell B3",
    ]
    assert all("findings rename" in problem.hint for problem in error.value.problems)


def test_a_formula_is_refused(tmp_path: Path) -> None:
    """What a spreadsheet would work out is no text of an author's."""
    root = study(tmp_path / "s", "full")
    path = book_of(root, tmp_path / "b.xlsx")
    edited(path, "session", 3, {"label": "=1+1"})
    assert ["is a formula" in problem.message for problem in refused(root, path)] == [True]


def test_what_no_cell_can_hold_stays_as_it_is() -> None:
    """Excel would cut it; a mark stands there, which changes nothing."""
    assert written("a" * 40_000, Form.TEXT) == KEPT


def test_what_waits_is_not_in_a_workbook_unasked(tmp_path: Path) -> None:
    """Uncleared words leave private/ only when somebody asks for them."""
    root = study(tmp_path / "s", "full")
    (root / "private" / "quotations").mkdir()
    waiting = "- id: w1\n  text: Nobody cleared these words.\n  themes: [none]\n"
    (root / "private" / "quotations" / "w.yml").write_text(waiting, encoding="utf-8")
    assert not any(row.held.is_private for row in read_rows(root, with_waiting=False))
    assert any(row.held.is_private for row in read_rows(root, with_waiting=True))
