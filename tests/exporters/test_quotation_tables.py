"""A row for each quotation and theme, the same in CSV and in a workbook; no cell is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import SITE, exported, rows_of, sheets_of
from people import with_people
from shapes import quotation, study_named, study_of, theme

from study_findings.exporters.all_formats import FORMATS
from study_findings.exporters.cells import LONGEST_CELL
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

STUDIES = ("own", "full", "starter")
SIGNS = ("=", "+", "-", "@", "\t", "\r")


def records(study: Study) -> list[dict[str, Any]]:
    """List the study's published quotations as plain values, not by way of the cards."""
    found = study.model_dump(mode="json")["quotations"]
    return [
        q
        for q in found
        if not q["withdrawn"] and (q["cleared"] or q["provenance"] == "illustrative")
    ]


def paths(themes: list[dict[str, Any]], above: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for node in themes:
        yield node["id"], (*above, node["title"])
        yield from paths(node["subthemes"], (*above, node["title"]))


@pytest.mark.parametrize("name", STUDIES)
class TestRows:
    def test_are_as_many_as_themes_are_named(self, name: str) -> None:
        study = study_named(name)
        rows, wanted = rows_of(exported(study, "quotations.csv")), records(study)
        named = [(q["id"], theme) for q in wanted for theme in q["themes"]]
        assert [(row["id"], row["theme"]) for row in rows] == named
        assert [r["id"] for r in rows if r["theme_number"] == "1"] == [q["id"] for q in wanted]
        assert {row["id"]: row["theme_count"] for row in rows} == {
            q["id"]: str(len(q["themes"])) for q in wanted
        }

    def test_say_of_how_many_turns_a_dialogue_is_made_and_nothing_of_others(
        self, name: str
    ) -> None:
        study = study_named(name)
        rows, wanted = rows_of(exported(study, "quotations.csv")), records(study)
        turns = {q["id"]: str(len(q["turns"]) or "") for q in wanted}
        there = {q["id"]: str(len((q["original"] or {}).get("turns", ())) or "") for q in wanted}
        assert {row["id"]: row.get("turns", "") for row in rows} == turns
        assert {row["id"]: row.get("original_turns", "") for row in rows} == there

    def test_have_the_path_of_their_theme_a_level_a_column(self, name: str) -> None:
        study = study_named(name)
        wanted = dict(paths(study.model_dump(mode="json")["themes"]))
        rows = rows_of(exported(study, "quotations.csv"))
        levels = [column for column in rows[0] if column.removeprefix("theme_").isdigit()]
        assert len(levels) == max(len(wanted[row["theme"]]) for row in rows)
        for row in rows:
            path = wanted[row["theme"]]
            assert row["theme_path"] == " > ".join(path)
            assert [row[level] for level in levels if row[level]] == list(path)

    def test_have_a_permanent_address(self, name: str) -> None:
        for row in rows_of(exported(study_named(name), "quotations.csv")):
            assert row["address"] == f"{SITE}q/{row['id']}/"

    def test_say_in_words_what_was_composed(self, name: str) -> None:
        study = study_named(name)
        composed = {q["id"] for q in records(study) if q["provenance"] == "illustrative"}
        rows = rows_of(exported(study, "quotations.csv"))
        assert {
            r["id"] for r in rows if "No participant said these words" in r["composed"]
        } == composed
        assert {r["id"] for r in rows if "composed, not data" in r["attribution"]} == composed

    def test_are_the_same_in_a_workbook(self, name: str) -> None:
        study = study_named(name)
        ((head, *body),) = sheets_of(exported(study, "quotations.xlsx")).values()
        in_csv = rows_of(exported(study, "quotations.csv"))
        in_book = [
            {
                column: "" if cell is None else str(cell)
                for column, cell in zip(head, row, strict=True)
            }
            for row in body
        ]
        assert len(in_book) == len(in_csv)
        assert in_book == [{k: plain(v) for k, v in row.items()} for row in in_csv]


def plain(cell: str) -> str:
    """Give a CSV cell as a workbook has it: within a cell, nothing has to be marked there."""
    return cell.replace(";'=", ";=")


def test_attributes_stand_beside_whom_they_are_told_of() -> None:
    study = with_people(*[("students", {"year": "1"})] * 4)
    study = study.model_copy(
        update={
            "themes": study_of(themes=[theme("a")]).themes,
            "quotations": study_of(
                quotations=[quotation("q1", "a", participant=study.participants[0].id)]
            ).quotations,
        }
    )
    (row,) = rows_of(exported(study, "quotations.csv"))
    assert {k: v for k, v in row.items() if k.startswith("attribute:")} == {
        "attribute:year": "1",
        "attribute:ward": "",
    }


@pytest.mark.parametrize("text", [f"{sign}{rest}" for sign in SIGNS for rest in ("1+1", "A", "")])
def test_no_cell_of_a_workbook_begins_a_formula(text: str) -> None:
    study = study_of(
        themes=[theme("a", f"{text}x")], quotations=[quotation("q1", "a", text=f"{text}x")]
    )
    data = exported(study, "quotations.xlsx")
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    head, row = sheet.iter_rows()
    cells = {at.value: cell for at, cell in zip(head, row, strict=True)}
    for column in ("text", "theme_path", "theme_1"):
        assert cells[column].value == f"'{text}x"
        assert cells[column].data_type == "s"


@pytest.mark.parametrize(
    "text", ["#N/A", "#REF!", "a=1", "5", "TRUE", "2025-12-01", "me@x.y", "’=1"]
)
def test_other_words_stay_as_they_are_and_are_words(text: str) -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=text)])
    (sheet,) = openpyxl.load_workbook(io.BytesIO(exported(study, "quotations.xlsx"))).worksheets
    cell = sheet["B2"]
    assert (cell.value, cell.data_type) == (text, "s")


@given(st.text(st.sampled_from("=+-@\t\r\n'a \u00a0＝"), min_size=1))
def test_a_cell_of_a_workbook_never_begins_with_a_sign_whatever_stands_before(text: str) -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=f"{text}.")])
    ((_, row),) = sheets_of(exported(study, "quotations.xlsx")).values()
    assert not str(row[1]).lstrip(" \u00a0").startswith((*SIGNS, "＝"))


def test_words_too_long_for_a_cell_say_where_they_were_cut() -> None:
    text = "ab " * 11_000
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=text)])
    ((_, row),) = sheets_of(exported(study, "quotations.xlsx")).values()
    assert len(row[1]) == LONGEST_CELL
    assert row[1].endswith("findings.json has all of it]")
    assert rows_of(exported(study, "quotations.csv"))[0]["text"] == text


def test_numbers_are_numbers() -> None:
    study = study_of(
        themes=[theme("a"), theme("b")], quotations=[quotation("q1", "a", "b", text="007")]
    )
    ((head, first, second),) = sheets_of(exported(study, "quotations.xlsx")).values()
    at = head.index("theme_number")
    assert (first[at], second[at], first[1]) == (1, 2, "007")


@pytest.mark.parametrize(("language", "is_rtl"), [("en", False), ("ur", True), ("ps", True)])
def test_sheets_run_as_the_study_does(language: str, is_rtl: bool) -> None:
    study = study_of(language, themes=[theme("a")], quotations=[quotation("q1", "a")])
    (sheet,) = openpyxl.load_workbook(io.BytesIO(exported(study, "quotations.xlsx"))).worksheets
    assert bool(sheet.sheet_view.rightToLeft) is is_rtl
    assert sheet.freeze_panes == "B2"


def test_what_xml_cannot_hold_stops_no_file() -> None:
    text = "one\x0btwo\ufffe"
    study = study_of(themes=[theme("a", text)], quotations=[quotation("q1", "a", text=text)])
    findings = Findings(publishable(study))
    for format_ in FORMATS.values():
        if not format_.lacking(findings):
            assert format_.write(findings, "")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_within_a_turn_never_passes_for_somebody_elses_turn(line_end: str) -> None:
    turns = [
        {"speaker": "Asha", "text": f"She told me:{line_end}Teacher: go home."},
        {"speaker": "Teacher", "text": "I never said so."},
    ]
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", text=None, turns=turns)])
    (row,) = rows_of(exported(study, "quotations.csv"))
    begun = [line.partition(":")[0] for line in re.split(r"\r\n?|\n", row["text"])]
    assert begun == ["Asha", "    Teacher", "Teacher"]


@pytest.mark.parametrize("field", ["gist", "narrative", "boundary"])
def test_a_theme_says_that_its_prose_was_composed_where_it_has_any(field: str) -> None:
    prose: dict[str, Any] = {field: "Little light."}
    study = study_of(
        themes=[
            theme("a", prose="illustrative", **prose),
            theme("b", prose="illustrative"),
        ],
        quotations=[quotation("q1", "a"), quotation("q2", "b")],
    )
    first, second = rows_of(exported(study, "quotations.csv"))
    assert "The text under it is illustrative" in first["theme_composed"]
    assert second["theme_composed"] == ""
