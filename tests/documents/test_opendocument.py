"""A spreadsheet gives its rows where they stand, whatever is repeated, covered or noted in it."""

from __future__ import annotations

import pytest
from ods_files import cell, ods, repeated, row

from study_findings.documents import opendocument
from study_findings.documents.opendocument import read_spreadsheet
from study_findings.documents.unpack import unpack

Rows = list[tuple[int, list[str]]]


def rows(*tables: str) -> Rows:
    [sheet] = read_spreadsheet(ods(*tables)).sheets
    return sheet


def held(written: str) -> str:
    """Give what one cell holds."""
    return rows(row(written, "end"))[0][1][0]


class TestRows:
    def test_stand_by_sheet_each_with_its_number(self) -> None:
        book = read_spreadsheet(ods(row("a", "b") + row("c"), row("d")))
        assert book.sheets == [[(1, ["a", "b"]), (2, ["c"])], [(1, ["d"])]]
        assert book.beside == []

    def test_in_groups_and_headers_are_rows(self) -> None:
        head = f"<table:table-header-rows>{row('a')}</table:table-header-rows>"
        group = f"<table:table-row-group><table:table-rows>{row('b')}</table:table-rows>"
        assert rows(f"{head}{group}</table:table-row-group>{row('c')}") == [
            (1, ["a"]), (2, ["b"]), (3, ["c"]),
        ]  # fmt: skip

    def test_that_are_repeated_count_and_are_given_once(self) -> None:
        table = row("a", times=3) + row(repeated(16_384), times=1_000) + row("b")
        assert rows(table + row(repeated(16_384), times=1_047_572)) == [(1, ["a"]), (1_004, ["b"])]

    def test_beyond_the_bounds_are_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert rows(row("a", times=200_000) + row("b")) == [(1, ["a"])]
        assert rows(row("a", times=199_999) + row("b")) == [(1, ["a"]), (200_000, ["b"])]
        monkeypatch.setattr(opendocument, "_MOST_CELLS", 3)
        assert rows(row("a", "b") + row("c") + row("d")) == [(1, ["a", "b"]), (2, ["c"])]


class TestCells:
    def test_that_are_repeated_or_covered_keep_their_columns(self) -> None:
        covered = cell("hid", kind="covered-table-cell")
        empty = cell(kind="covered-table-cell", table_number__columns__repeated="2")
        table = row("a", repeated(2), repeated(3, "b"), covered, empty, "c", repeated(9_000))
        assert rows(table) == [(1, ["a", "", "", "b", "b", "b", "hid", "", "", "c"])]

    @pytest.mark.parametrize("times", [1_024, 1_025, 10**12])
    def test_are_a_bounded_number(self, times: int) -> None:
        assert rows(row(repeated(times, "a"), "b")) == [(1, ["a"] * 1_024)]

    @pytest.mark.parametrize("times", ["0", "-1", "", "two"])
    def test_repeated_no_sensible_number_of_times_are_one(self, times: str) -> None:
        again = cell("a", table_number__columns__repeated=times)
        assert rows(row(again, "b")) == [(1, ["a", "b"])]

    @pytest.mark.parametrize(
        ("written", "text"),
        [
            (cell("Gul", "Makai"), "Gul\nMakai"),
            (cell("Gul<text:line-break/>Makai"), "Gul\nMakai"),
            (cell("Gul<text:s/><text:span>Mak<text:a>ai</text:a></text:span>!"), "Gul Makai!"),
            (cell("Gul<text:tab/>Makai &amp; Mai"), "Gul\tMakai & Mai"),
            (cell("Gul<draw:frame><text:p>x</text:p></draw:frame>!"), "Gul!"),
            (cell("Gul", "<office:annotation><text:p>a note</text:p></office:annotation>"), "Gul"),
            (cell(office_value__type="string", office_string__value="Gul"), "Gul"),
            (cell("Gul", office_value__type="string", office_string__value="x"), "Gul"),
            (
                cell("9.23E+11", office_value__type="float", office_value="923001234567"),
                "923001234567",
            ),
            (
                cell("9.23E+11", office_value__type="float", office_value="9.23001234567E11"),
                "923001234567",
            ),
            (cell("1,5", office_value__type="currency", office_value="1.5"), "1.5"),
            (cell("7", office_value__type="float", office_value="many"), ""),
            (cell("1 May", office_value__type="date", office_date__value="2026-05-01"), ""),
            (cell("TRUE", office_value__type="boolean", office_boolean__value="true"), ""),
            (cell("Gul", calcext_value__type="float"), "Gul"),
        ],
    )
    def test_hold_a_text_or_a_number(self, written: str, text: str) -> None:
        assert held(written) == text

    def test_within_a_cell_are_part_of_it(self) -> None:
        inner = f"<table:table table:is-sub-table='true'>{row('a', 'b')}</table:table>"
        assert rows(row(f"<table:table-cell>{inner}</table:table-cell>", "c")) == [
            (1, ["a\nb", "c"])
        ]


def test_what_is_written_beside_cells_is_given_apart() -> None:
    note = "<office:annotation><text:p>a <text:span>note</text:span></text:p></office:annotation>"
    box = "<draw:frame><draw:text-box><text:p>a box</text:p></draw:text-box></draw:frame>"
    shapes = f"<table:shapes>{box}</table:shapes>"
    old = "<table:tracked-changes><text:p>was here</text:p></table:tracked-changes>"
    table = shapes + row(
        cell("Gul", note), cell(f"Mai{box}"), f"<table:table-cell>{box}</table:table-cell>"
    )
    book = read_spreadsheet(ods(table, before=old))
    assert book.sheets == [[(1, ["Gul", "Mai"])]]
    assert book.beside == ["was here", "a box", "a note", "a box", "a box"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        ods(row("a"), doctype="<!DOCTYPE x>"),
        b"PK\x03\x04 content.xml",
        ods(row("a"), body="text"),
        ods(row("a") + "<table:table-row>"),
        ods(row("a")).replace(b"content.xml", b"contents.ml"),
    ],
    ids=["nothing", "a document type", "no archive", "a text", "broken", "another archive"],
)
def test_what_is_none_or_damaged_has_no_sheets(data: bytes) -> None:
    book = read_spreadsheet(data)
    assert (book.sheets, book.beside) == ([], [])


def test_is_given_as_it_is_before_its_members_where_a_file_is_not_read_whole() -> None:
    data = ods(row("a"))
    members = ["mimetype", "content.xml"]
    assert [name for name, _ in unpack(data)] == ["", *members]
    assert next(unpack(data)) == ("", data)
    assert [name for name, _ in unpack(data, whole=True)] == members
