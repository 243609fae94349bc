"""Who was heard: groups with their sessions, what is known of these, and declared sites."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.cards import colour_of
from study_findings.findings.views import Findings
from study_findings.findings.voices import (
    Fact,
    GroupView,
    SessionView,
    SiteView,
    attribute_tables,
    group_views,
    site_views,
    without_group,
)
from study_findings.model import Study, StudySite
from study_findings.privacy.publishable import publishable


def session(id_: str, *groups: str, kind: str = "interview", **facts: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "groups": groups or ("students",), **facts}


def findings_of(sessions: list[Any], *quotations: Any, sites: Any = ()) -> Findings:
    study = study_of(themes=[theme("a")], sessions=sessions, quotations=quotations)
    declared = tuple(StudySite.model_validate(site) for site in sites)
    about = study.about.model_copy(update={"sites": declared})
    return Findings(publishable(study.model_copy(update={"about": about})))


def groups_of(sessions: list[Any], *quotations: Any, **more: Any) -> tuple[GroupView, GroupView]:
    students, faculty = group_views(findings_of(sessions, *quotations, **more))
    return students, faculty


def test_a_group_has_its_own_sessions_in_order_each_with_its_quotations() -> None:
    found = findings_of(
        [
            session("s1", participants=7),
            session("f1", "faculty"),
            session("both", "faculty", "students", kind="focus-group"),
            session("s2", number=142),
        ],
        quotation("q1", "a", session="s1"),
        quotation("q2", "a", session="both", group="students"),
        quotation("q3", "a", session="both", group="faculty"),
        quotation("q4", "a", session="s1"),
        quotation("q5", "a", group="students"),
        quotation("q6", "a", group="students", provenance="illustrative"),
        quotation("q7", "a", group="students", provenance="illustrative", session="s1"),
        quotation("q8", "a", session="both"),
    )
    students, faculty = group_views(found)
    assert [
        (view.session.id, view.label, view.kind, view.quotations) for view in students.sessions
    ] == [
        ("s1", "Interview 1", "interview", 3),
        ("both", "Focus group 1", "focus group", 1),
        ("s2", "Interviews 3–144", "142 interviews", 0),
    ]
    assert [(view.session.id, view.quotations) for view in faculty.sessions] == [
        ("f1", 0),
        ("both", 1),
    ]
    assert (students.group, faculty.group) == found.about.groups
    assert (students.colour, faculty.colour) == (1, 2)
    assert [colour_of(found.study, view.group) for view in (students, faculty)] == [1, 2]
    assert (students.quotations, students.unplaced, students.illustrative) == (6, 2, 2)
    assert (faculty.quotations, faculty.unplaced, faculty.illustrative) == (1, 0, 0)
    assert without_group(found) == 1


@pytest.mark.parametrize(
    ("facts", "has_own_name"), [({}, False), ({"label": "At noon"}, True), ({"number": 2}, True)]
)
def test_the_kind_of_a_session_is_told_beside_a_name_of_its_own(
    facts: dict[str, Any], has_own_name: bool
) -> None:
    students, _ = groups_of([session("s1", participants=9, **facts)])
    assert [view.has_own_name for view in students.sessions] == [has_own_name]


@pytest.mark.parametrize(
    ("placed", "unplaced", "is_all_unplaced"),
    [(0, 0, False), (0, 1, False), (0, 2, True), (0, 3, True), (1, 2, False), (1, 0, False)],
)
def test_that_all_of_several_quotations_name_no_session_is_told_once(
    placed: int, unplaced: int, is_all_unplaced: bool
) -> None:
    students, _ = groups_of(
        [session("s1")],
        *(quotation(f"p{n}", "a", session="s1") for n in range(placed)),
        *(quotation(f"u{n}", "a", group="students") for n in range(unplaced)),
    )
    assert students.is_all_unplaced is is_all_unplaced


def test_a_quotation_without_a_group_is_counted_for_none() -> None:
    found = findings_of([], quotation("q1", "a"), quotation("q2", "a"))
    assert [view.quotations for view in group_views(found)] == [0, 0]
    assert without_group(found) == 2


def test_what_no_session_of_a_group_reports_is_named_once() -> None:
    held = session("f1", "faculty", participants=9, duration=50)
    nothing, other = groups_of([session("s1"), held])
    assert nothing.unreported == ("participants", "minutes", "when", "where")
    assert nothing.sessions[0].facts == ()
    assert other.unreported == ("when", "where")
    assert [(fact.heading, fact.text) for fact in other.sessions[0].facts] == [
        ("Participants", "9"),
        ("Minutes", "50"),
    ]


def test_what_one_session_reports_is_told_of_each_under_its_heading() -> None:
    facts: dict[str, Any] = {
        "participants": 7,
        "duration": 50,
        "when": "2025-03",
        "site": "The long ward",
        "wave": "second",
    }
    found = findings_of([session("s1", **facts), session("s2", participants=9)])
    first, second = found.study.sessions
    (view, other) = group_views(found)[0].sessions
    assert group_views(found)[0].unreported == ()
    assert view.facts == (
        Fact("Participants", "7", False, first, "participants"),
        Fact("Minutes", "50", False, first, "duration"),
        Fact("When", "2025-03", False, first, "when"),
        Fact("Where", "The long ward", True, first, "site"),
        Fact("Wave", "second", True, first, "wave"),
    )
    assert other.facts == (
        Fact("Participants", "9", False, second, "participants"),
        Fact("Minutes", "not reported", False, second, "duration"),
        Fact("When", "not reported", False, second, "when"),
        Fact("Where", "not reported", False, second, "site"),
        Fact("Wave", "not reported", False, second, "wave"),
    )


def test_headings_are_in_the_language_of_the_page() -> None:
    facts: dict[str, Any] = {
        "participants": 7,
        "duration": 50,
        "when": "2025-03",
        "site": "وارڈ",
        "wave": "دوسری",
    }
    study = study_of("ur", themes=[theme("a")], sessions=[session("s1", **facts)])
    (view,) = group_views(Findings(publishable(study)))[0].sessions
    assert [fact.heading for fact in view.facts] == [
        "شرکا",
        "دورانیہ (منٹ)",
        "تاریخ",
        "مقام",
        "مرحلہ",
    ]


def test_of_a_group_that_is_too_small_it_is_said_that_its_sessions_are_not_told() -> None:
    groups = [
        {"id": "students", "label": "Students", "singular": "Student", "participants": 2},
        {"id": "faculty", "label": "Faculty", "singular": "Teacher", "participants": 30},
    ]
    sessions = [session("s1", site="Ward"), session("f1", "faculty", site="Ward")]
    study = study_of(groups=groups, themes=[theme("a")], sessions=sessions)
    students, faculty = group_views(Findings(publishable(study)))
    assert (students.is_untold, faculty.is_untold) == (True, False)
    assert students.unreported == ("participants", "minutes", "when", "where")


def test_sites_count_what_was_heard_in_them_and_inside_them() -> None:
    inner = [{"id": "ward", "label": "The ward"}, {"id": "hall", "label": "The hall"}]
    sites = [
        {"id": "town", "label": "The town", "sites": inner},
        {"id": "plain", "label": "The plain"},
    ]
    found = findings_of(
        [
            session("s1", site="town", participants=9),
            session("s2", site="ward", participants=9, number=3),
            session("s3", site="plain", participants=9),
            session("s4", site="hall", participants=9),
            session("s5"),
        ],
        quotation("q1", "a", session="s1"),
        quotation("q2", "a", session="s2"),
        quotation("q3", "a", session="s2", provenance="illustrative"),
        quotation("q4", "a", session="s5"),
        quotation("q5", "a"),
        sites=sites,
    )
    named = found.study.sites_by_id
    assert site_views(found) == [
        SiteView(named["town"], 0, sessions=5, quotations=3, illustrative=1),
        SiteView(named["ward"], 1, sessions=3, quotations=2, illustrative=1),
        SiteView(named["hall"], 1, sessions=1, quotations=0, illustrative=0),
        SiteView(named["plain"], 0, sessions=1, quotations=0, illustrative=0),
    ]


def test_a_declared_site_is_told_as_it_is_declared_whatever_other_sessions_say() -> None:
    sites = [{"id": "ward", "label": "The ward"}]
    found = findings_of([session("s1", site="ward", participants=9), session("s2")], sites=sites)
    views: tuple[SessionView, ...] = group_views(found)[0].sessions
    (ward,) = found.study.sites_by_id.values()
    told = [fact for view in views for fact in view.facts if fact.heading == "Where"]
    assert told == [
        Fact("Where", "The ward", True, ward, "label"),
        Fact("Where", "not reported", False, found.study.sessions[1], "site"),
    ]


def test_an_attribute_whose_people_are_not_counted_has_no_rows() -> None:
    attribute = {"id": "year", "label": "Year", "levels": ["1", "2"], "publish": True}
    study: Study = study_of(attributes=[attribute])
    (table,) = attribute_tables(Findings(publishable(study)))
    assert (table.attribute.id, table.groups, table.rows) == ("year", ("Students", "Faculty"), ())
