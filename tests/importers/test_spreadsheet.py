"""Excel workbooks: merged cells, empty rows, formulas, sheets, and files that cannot be read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from word_files import changed

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers.found import Found
from study_findings.importers.opening import read_file
from study_findings.importers.options import Options
from study_findings.importers.registry import recognised
from study_findings.importers.spreadsheet import read
from study_findings.problems import StudyError

HEADER = ["Theme", "Subtheme", "Illustrative quote", "Participant"]
ROWS = [
    HEADER,
    ["Being seen", "Names", "“Nobody knew it.”", "P1"],
    [None, None, "“The porter did.”", "P2"],
    [None, "Badges", "“Mine said New.”", "P3"],
    ["Going home", "NA", "“At noon.”", "P4"],
]
EXPECTED = [
    (("Being seen", "Names"), "Nobody knew it.", "P1"),
    (("Being seen", "Names"), "The porter did.", "P2"),
    (("Being seen", "Badges"), "Mine said New.", "P3"),
    (("Going home",), "At noon.", "P4"),
]


def book(
    path: Path, sheets: Mapping[str, Sequence[Any]],
    change: Callable[[Workbook, Worksheet], None] | None = None,
) -> Path:  # fmt: skip
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(made, made.worksheets[0])
    made.save(path)
    return path


def told(found: Found) -> list[tuple[tuple[str, ...], str, str]]:
    return [(q.themes[0] if q.themes else (), q.text, q.participant) for q in found.quotations]


def test_merged_cells_fill_down(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("B2:B3")

    path = book(tmp_path / "merged.xlsx", {"Sheet1": ROWS}, change)
    assert recognised(path) == ("excel", "a workbook (Excel)")
    assert told(read(path, Options())) == EXPECTED


def test_a_merged_quotation_is_read_for_each_of_its_rows(tmp_path: Path) -> None:
    rows = [["Theme", "Quote", "Participant"], ["Names", "“Gone.”", "P1"], ["Noon", None, None]]

    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C3")

    found = read(book(tmp_path / "twice.xlsx", {"Sheet1": rows}, change), Options())
    assert told(found) == [(("Names",), "Gone.", "P1"), (("Noon",), "Gone.", "P1")]


def test_title_rows_stand_above_the_header_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = [["Supplement 2. All quotations"], [], *ROWS]
    found = read(book(tmp_path / "titled.xlsx", {"Sheet1": rows}), Options())
    assert told(found) == EXPECTED
    assert found.quotations[0].at == "sheet Sheet1, row 4"


def test_each_sheet_may_be_a_theme(tmp_path: Path) -> None:
    sheets = {
        "Being seen": [["Sub-theme", "Quote"], ["Names", "“Nobody knew it.” (P1, FGD 2)"]],
        "Going home": [["Sub-theme", "Quote"], ["Noon", "“At noon.” (P4, FGD 2)"]],
    }
    found = read(book(tmp_path / "sheets.xlsx", sheets), Options())
    assert told(found) == [
        (("Being seen", "Names"), "Nobody knew it.", "P1"),
        (("Going home", "Noon"), "At noon.", "P4"),
    ]


def test_indentation_of_cells_makes_levels(tmp_path: Path) -> None:
    rows = [["Theme", "Quote"], ["Being seen", None], ["Names", "“Gone.”"], ["Going home", "“So.”"]]

    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["A3"].alignment = Alignment(indent=1)

    found = read(book(tmp_path / "indented.xlsx", {"Sheet1": rows}, change), Options())
    assert [theme for theme, _, _ in told(found)] == [("Being seen", "Names"), ("Going home",)]


def test_cells_set_in_colours_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(1_048_576, 4).font = Font(bold=True)
        sheet.cell(1, 16_384).font = Font(bold=True)

    found = read(book(tmp_path / "dragged.xlsx", {"Sheet1": ROWS}, change), Options())
    assert told(found) == EXPECTED
    assert found.dropped == ()


def test_formulas_are_not_read_and_said(tmp_path: Path) -> None:
    rows = [HEADER, ["Names", None, "“Gone.”", "P1"], ["=A2", "=1+1", None, "=D2"]]
    found = read(book(tmp_path / "formulas.xlsx", {"Sheet1": rows}), Options())
    assert told(found) == [(("Names",), "Gone.", "P1")]
    assert [one.says for one in found.anomalies] == [
        "3 cells hold formulas without a text: they were not read"
    ]


def test_a_formula_of_which_a_text_was_saved_gives_that_text(tmp_path: Path) -> None:
    path = book(tmp_path / "saved.xlsx", {"Sheet1": [HEADER, ["Names", None, "“Gone.”", "=D9"]]})
    changed(
        path,
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(
            b'<c r="D2"><f>D9</f><v></v></c>', b'<c r="D2" t="str"><f>D9</f><v>P1</v></c>'
        ).replace(b'<c r="D2"><f>D9</f><v /></c>', b'<c r="D2" t="str"><f>D9</f><v>P1</v></c>'),
    )
    found = read(path, Options())
    assert told(found) == [(("Names",), "Gone.", "P1")]
    assert "the text saved with each was read" in found.anomalies[0].says


def test_hidden_sheets_are_listed_and_hidden_rows_read(tmp_path: Path) -> None:
    def change(made: Workbook, sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        made.worksheets[1].sheet_state = "hidden"

    path = book(tmp_path / "hidden.xlsx", {"Quotes": ROWS, "Names of people": ROWS}, change)
    found = read(path, Options())
    assert told(found) == EXPECTED
    assert [one.at for one in found.dropped] == ["sheet Names of people"]
    assert found.anomalies[0].says.startswith("1 rows are hidden")


def test_numbers_are_read_as_they_are_shown(tmp_path: Path) -> None:
    rows = [["Theme", "Quote", "Participant", "Age"], ["Names", "“Gone.”", "P1", 31.0]]
    found = read(book(tmp_path / "numbers.xlsx", {"Sheet1": rows}), Options())
    assert dict(found.participants[0].attributes) == {"Age": "31"}


def test_a_sheet_of_two_hundred_columns_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "wide.xlsx", {"Data": [[f"v{n}" for n in range(200)], ["x"] * 200]})
    with pytest.raises(UnreadableError, match="has 200 columns"):
        read(path, Options())


@pytest.mark.parametrize(
    "header",
    [
        ["Variable", "Label", "Values", "Type"],
        ["ID", "Name", "Label", "Values", "Value Labels"],
        ["Variable / Field Name", "Form Name", "Field Type", "Field Label"],
        ["Column name", "Column description", "Data type"],
    ],
)
def test_the_codebook_of_a_survey_is_refused(tmp_path: Path, header: list[str]) -> None:
    rows = [["Data frame: data"], header, ["1", "Sex", "sex", "1=female", "numeric"]]
    with pytest.raises(UnreadableError, match="data codebook of a survey"):
        read(book(tmp_path / "survey.xlsx", {"Codebook": rows}), Options())


TURNS = [["Speaker", "Text"]] + [["Interviewer", "And then?"], ["Rana", "Then I left."]] * 6


def test_a_transcript_is_refused_and_a_sheet_of_one_left_out(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="seems to be a transcript"):
        read(book(tmp_path / "one.xlsx", {"Interview 1": TURNS, "Interview 2": TURNS}), Options())
    found = read(book(tmp_path / "two.xlsx", {"Interview 1": TURNS, "Quotes": ROWS}), Options())
    assert not any("left" in one.text for one in found.quotations)
    assert [one.why for one in found.dropped if "transcript" in one.why]


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="nothing in its sheets"):
        read(book(tmp_path / "empty.xlsx", {"Sheet1": []}), Options())


def test_a_workbook_cut_off_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "cut.xlsx", {"Sheet1": ROWS})
    path.write_bytes(path.read_bytes()[:2000])
    assert recognised(path) == ("excel", "a workbook (Excel)")
    with pytest.raises(UnreadableError, match="is damaged"):
        read(path, Options())


def test_a_workbook_with_broken_xml_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "broken.xlsx", {"Sheet1": ROWS})
    changed(path, "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    with pytest.raises(UnreadableError, match="is damaged"):
        read(path, Options())


@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path, member: str) -> None:
    path = book(tmp_path / "entities.xlsx", {"Sheet1": ROWS})
    changed(path, member, lambda data: b'<!DOCTYPE x [<!ENTITY a "ha">]>' + data)
    with pytest.raises(UnreadableError, match="declares a document type"):
        read(path, Options())


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "bomb.xlsx", {"Sheet1": ROWS})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", b"\0" * 50_000_000)
    with pytest.raises(UnreadableError, match="unpacks to more than 200 times"):
        read(path, Options())


def test_the_binary_form_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\0\1")
    with pytest.raises(UnreadableError, match="binary form") as raised:
        read(path, Options())
    assert "save it as .xlsx" in raised.value.hint


def test_a_sheet_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = book(tmp_path / "sheets.xlsx", {"Sheet1": ROWS})
    with pytest.raises(UnreadableError, match="no sheet of the name given"):
        read(path, Options(sheets=("Quotes",)))


def test_a_workbook_said_to_be_a_table_in_text_is_told_what_it_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "table.xlsx")
    with pytest.raises(StudyError) as caught:
        read_file(tmp_path / "table.xlsx", "table", Options())
    (problem,) = caught.value.problems
    assert problem.hint == "leave `--format` out, or say `--format excel`"
