"""Tables of quotations in Word: merged cells, a theme across, tables of other kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.document import Document
from docx.table import Table
from word_files import saved

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers.found import Found
from study_findings.importers.options import Options
from study_findings.importers.tables import UnknownColumnsError
from study_findings.importers.word import read


def table(document: Document, rows: Sequence[Sequence[str]]) -> Table:
    made: Table = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in zip(made.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            cell.text = words
    return made


def told(found: Found) -> list[tuple[tuple[tuple[str, ...], ...], str, str]]:
    return [(q.themes, q.text, q.participant) for q in found.quotations]


HEADER = ["Theme", "Subtheme", "Illustrative quote", "Participant"]


def test_cells_merged_down_hold_for_all_their_rows(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        made = table(
            document,
            [
                HEADER,
                ["Being seen", "Names", "“Nobody knew it.”", "P1"],
                ["", "", "“The porter did.”", "P2"],
                ["", "Badges", "“Mine said New.”", "P3"],
                ["Going home", "", "“At noon.”", "P4"],
            ],
        )
        made.cell(1, 0).merge(made.cell(3, 0))
        made.cell(1, 1).merge(made.cell(2, 1))

    assert told(read(saved(tmp_path / "merged.docx", build), Options())) == [
        ((("Being seen", "Names"),), "Nobody knew it.", "P1"),
        ((("Being seen", "Names"),), "The porter did.", "P2"),
        ((("Being seen", "Badges"),), "Mine said New.", "P3"),
        ((("Going home",),), "At noon.", "P4"),
    ]


def test_a_theme_across_the_table_stands_over_the_rows_below(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        made = table(
            document,
            [
                ["Sub-theme", "Quote", "Participant"],
                ["Being seen", "", ""],
                ["Names", "“Nobody knew it.”", "P1"],
                ["Going home", "", ""],
                ["Noon", "“At noon.”", "P4"],
            ],
        )
        for row in (1, 3):
            made.cell(row, 0).merge(made.cell(row, 2))

    assert told(read(saved(tmp_path / "across.docx", build), Options())) == [
        ((("Being seen", "Names"),), "Nobody knew it.", "P1"),
        ((("Going home", "Noon"),), "At noon.", "P4"),
    ]


def test_tables_under_headings_stand_in_the_themes_that_these_name(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Results", 1)
        for title, words in (("Being seen", "“Nobody knew it.”"), ("Going home", "“At noon.”")):
            document.add_heading(title, 2)
            table(document, [["Sub-theme", "Quote"], ["Names", words]])

    found = read(saved(tmp_path / "headed.docx", build), Options())
    assert [q.themes for q in found.quotations] == [
        (("Being seen", "Names"),),
        (("Going home", "Names"),),
    ]


def test_a_table_under_a_subtheme_stands_in_that_subtheme(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Theme 1: Being seen", 1)
        document.add_heading("Names", 2)
        table(document, [["Quote", "Participant"], ["“Nobody knew it.”", "P1"]])
        document.add_heading("Badges", 2)
        table(document, [["Sub-theme", "Quote"], ["Colours", "“Mine was grey.”"]])

    assert [q.themes for q in read(saved(tmp_path / "deep.docx", build), Options()).quotations] == [
        (("Being seen", "Names"),),
        (("Being seen", "Badges", "Colours"),),
    ]


def test_a_table_of_counts_is_listed_and_not_read(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["Characteristic", "Participants (n=20)"], ["Women", "12 (60%)"]])
        table(document, [HEADER, ["Being seen", "Names", "“Nobody knew it.”", "P1"]])

    found = read(saved(tmp_path / "counts.docx", build), Options())
    assert found.participants == ()
    assert [one.at for one in found.dropped] == ["table 1"]
    assert [q.at for q in found.quotations] == ["table 2, row 2"]


def test_text_and_tables_of_one_document_come_together(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Being seen", 1)
        document.add_paragraph("Students want their names known.")
        table(document, [HEADER, ["Being seen", "Names", "“Nobody knew it.”", "P1"]])

    found = read(saved(tmp_path / "both.docx", build), Options())
    assert found.format == "a Word document: tables and running text"
    assert found.themes[0].gist == "Students want their names known."
    assert told(found) == [((("Being seen", "Names"),), "Nobody knew it.", "P1")]


@pytest.mark.parametrize("caption", ["Table 2 Themes and quotations", "Supplementary Table S3"])
def test_the_line_over_a_table_that_numbers_it_is_its_caption(tmp_path: Path, caption: str) -> None:
    def build(document: Document) -> None:
        document.add_heading("Being seen", 1)
        document.add_paragraph("Students want their names known.")
        document.add_paragraph(caption)
        table(document, [HEADER, ["Being seen", "Names", "“Nobody knew it.”", "P1"]])

    found = read(saved(tmp_path / "caption.docx", build), Options())
    assert [theme.narrative for theme in found.themes if theme.narrative] == []


@pytest.mark.parametrize("title", ["Supplementary file 1", "Appendix B", "Tabelle 2"])
def test_a_heading_that_numbers_a_supplement_is_no_theme(tmp_path: Path, title: str) -> None:
    def build(document: Document) -> None:
        document.add_heading(title, 1)
        table(document, [["Theme", "Quote"], ["Being seen", "“Nobody knew it.”"]])

    found = read(saved(tmp_path / "supplement.docx", build), Options())
    assert {theme.path for theme in found.themes} == {("Being seen",)}
    assert [q.themes for q in found.quotations] == [(("Being seen",),)]


def test_a_heading_over_a_table_with_themes_of_its_own_is_its_title(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Quotations by theme", 1)
        table(document, [["Theme", "Quote"], ["Being seen", "“Nobody knew it.”"]])

    found = read(saved(tmp_path / "title.docx", build), Options())
    assert {theme.path for theme in found.themes} == {("Being seen",)}
    assert [one.at for one in found.dropped] == ["paragraph 1, under Quotations by theme"]


ABOUT_VARIABLES = [
    [["Variable", "Description / Question", "Coding & Labels"], ["Age_T1", "Age", "Numeric"]],
    [["1", "Column name:", "RID"], ["", "Column description:", "Row"], ["", "Data type:", "Text"]],
]


@pytest.mark.parametrize("rows", ABOUT_VARIABLES)
def test_the_codebook_of_a_survey_is_refused(tmp_path: Path, rows: Sequence[Sequence[str]]) -> None:
    def build(document: Document) -> None:
        document.add_heading("Loneliness", 1)
        document.add_paragraph("Each item is rated from 1 to 3.")
        table(document, rows)

    with pytest.raises(UnreadableError, match="data codebook of a survey"):
        read(saved(tmp_path / "codebook.docx", build), Options())


def test_who_took_part_may_be_told_by_variables_and_values(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Being late", 1)
        document.add_paragraph("Rota and road decide it.")
        table(document, [["Variable", "Value", "n (%)"], ["Sex", "Female", "12 (60)"]])

    found = read(saved(tmp_path / "results.docx", build), Options())
    assert [theme.path for theme in found.themes] == [("Being late",)]


def test_tables_of_which_no_column_is_known_can_be_told(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table(document, [["Framework", "Coda", "Said"], ["Warmth", "x", "“It was warm there.”"]])

    path = saved(tmp_path / "framework.docx", build)
    with pytest.raises(UnknownColumnsError, match="no column whose name is known") as refused:
        read(path, Options())
    assert [column.name for column in refused.value.columns] == ["Framework", "Coda", "Said"]
    found = read(path, Options(columns={"theme": "Framework", "text": "Said"}))
    assert told(found) == [((("Warmth",),), "It was warm there.", "")]
