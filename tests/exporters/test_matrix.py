"""Themes by session, counted another way, under the rules of the page that compares."""

from __future__ import annotations

from typing import Any

import pytest
from opened import exported, rows_of, sheets_of
from shapes import quotation, study_named, study_of, theme

from study_findings.exporters.all_formats import FORMATS
from study_findings.findings.comparison import FEWEST_SESSIONS, MOST_SESSIONS
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable


def with_sessions(number: int, composed: bool = False) -> Study:
    """Make a study of so many sessions; the third is quoted twice for a subtheme."""
    sessions = [
        {"id": f"s{n}", "kind": "interview" if n % 2 else "diary", "groups": ["students"]}
        for n in range(number)
    ]
    last = {"provenance": "illustrative"} if composed else {}
    return study_of(
        sessions=sessions,
        themes=[theme("a", subthemes=[{"id": "a1", "title": "A1"}]), theme("b")],
        quotations=[
            quotation("q1", "a1", session="s0"),
            quotation("q2", "a1", "b", session=f"s{number - 1}"),
            quotation("q3", "a", session=f"s{number - 1}", **last),
        ],
    )


def lacking(study: Study, name: str) -> str:
    return FORMATS[name].lacking(Findings(publishable(study)))


def inside(themes: list[dict[str, Any]], above: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Map each theme's id to its own and those of the themes around it."""
    found: dict[str, tuple[str, ...]] = {}
    for node in themes:
        found[node["id"]] = (*above, node["id"])
        found |= inside(node["subthemes"], found[node["id"]])
    return found


@pytest.mark.parametrize("name", ["full", "starter"])
def test_counts_are_those_of_the_records(name: str) -> None:
    study = study_named(name)
    plain = study.model_dump(mode="json")
    around = inside(plain["themes"])
    published = [q for q in plain["quotations"] if not q["withdrawn"]]
    rows = rows_of(exported(study, "matrix.csv"))
    assert {row["theme"] for row in rows} == set(around)
    for row in rows:
        for session in plain["sessions"]:
            (column,) = (name for name in row if name.endswith(f"({session['id']})"))
            wanted = [
                quoted["id"]
                for quoted in published
                if (quoted["session"] or (quoted["participant"] or "").rpartition("/")[0])
                == session["id"]
                and quoted["provenance"] != "illustrative"
                and any(row["theme"] in around[theme_id] for theme_id in quoted["themes"])
            ]
            assert row[column] == str(len(wanted)), (row["theme"], column)


def test_there_is_none_where_few_sessions_are_told_apart() -> None:
    assert lacking(with_sessions(FEWEST_SESSIONS - 1), "matrix.csv").startswith("fewer than three")
    assert lacking(with_sessions(FEWEST_SESSIONS), "matrix.csv") == ""
    unnamed = study_of(
        themes=[theme("a")],
        quotations=[quotation("q1", "a")],
        sessions=[{"id": f"s{n}", "kind": "diary", "groups": ["students"]} for n in range(5)],
    )
    assert "name each quotation's session" in lacking(unnamed, "matrix.xlsx")


def test_above_forty_sessions_a_column_is_a_kind() -> None:
    columns = list(rows_of(exported(with_sessions(MOST_SESSIONS), "matrix.csv"))[0])
    assert len(columns) == 3 + MOST_SESSIONS
    columns = list(rows_of(exported(with_sessions(MOST_SESSIONS + 1), "matrix.csv"))[0])
    assert columns == ["theme", "theme_path", "theme_composed", "Diaries", "Interviews"]


def test_composed_quotations_are_counted_apart() -> None:
    a, a1, b = rows_of(exported(with_sessions(3, composed=True), "matrix.csv"))
    assert [a["Diary 2 (s2)"], a["Diary 2 (s2): illustrative"]] == ["1", "1"]
    assert [a1["Diary 2 (s2)"], a1["Diary 2 (s2): illustrative"]] == ["1", "0"]
    assert [b["Diary 2 (s2)"], b["Diary 2 (s2): illustrative"]] == ["1", "0"]


def test_the_workbook_has_the_same_numbers_and_those_of_groups() -> None:
    study = study_named("full")
    by_session, by_group = sheets_of(exported(study, "matrix.xlsx")).values()
    rows = rows_of(exported(study, "matrix.csv"))
    assert [tuple(str(cell or "") if cell != 0 else "0" for cell in row) for row in by_session] == [
        tuple(rows[0]),
        *(tuple(row.values()) for row in rows),
    ]
    assert len(by_group) == len(by_session)
    assert [cell for cell in by_group[0] if str(cell).endswith("(patients)")]


def test_a_composed_theme_says_so_in_its_row() -> None:
    study = with_sessions(3)
    first = study.themes[0].model_copy(update={"provenance": "illustrative"})
    study = study.model_copy(update={"themes": (first, *study.themes[1:])})
    a, _, b = rows_of(exported(study, "matrix.csv"))
    assert a["theme_composed"].startswith("Illustrative: composed to show this site.")
    assert b["theme_composed"] == ""


def test_the_workbook_has_a_sheet_of_sites_where_there_are_two_to_compare() -> None:
    study = study_named("wide")
    by_session, _, by_site = sheets_of(exported(study, "matrix.xlsx")).values()
    counted = {head: number for head, number in zip(*by_site[:2], strict=True) if head}
    assert {head for head in counted if head.endswith(")")} >= {"Lower school (lower)"}
    # Each quotation of the first theme has its session, and each session its site.
    assert sum(by_site[1][3:]) == sum(by_session[1][3:]) > 0
    assert len(sheets_of(exported(study_named("full"), "matrix.xlsx"))) == 2
