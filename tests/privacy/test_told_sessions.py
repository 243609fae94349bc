"""Of a group of too few people no place, month or number of a session is told, anywhere."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pytest
from opened import all_of_site
from shapes import quotation, study_of, theme

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.findings.voices import FACTS as SHOWN
from study_findings.findings.voices import group_views
from study_findings.model import NOT_REPORTED, Session, Study
from study_findings.privacy.publishable import publishable
from study_findings.privacy.risk import small_groups
from study_findings.privacy.told_sessions import FACTS, says_of_label, untold_sessions
from study_findings.privacy.told_sites import hidden_sites
from study_findings.project.site import Settings
from study_findings.render import render_site

TOLD = ("Harbour-ward", "2031-07", "Wave-of-gulls", "Matron-on-nights", "1234")


# How a session is called and counted, whose it was, and what no reader sees.
NO_FACTS = {"id", "kind", "number", "groups", "label", "memos", "formerly"}


def test_each_field_of_a_session_is_a_fact_or_known_to_be_none() -> None:
    """A field that comes to the model is told of groups that are too small, unless it is here."""
    assert FACTS.keys().isdisjoint(NO_FACTS)
    assert FACTS.keys() | NO_FACTS == Session.model_fields.keys()
    assert set(SHOWN) == FACTS.keys()


def session(id_: str, group: str = "faculty", kind: str = "interview", **more: Any) -> Any:
    return {"id": id_, "kind": kind, "groups": [group], **more}


def full(id_: str, **more: Any) -> Any:
    facts = {
        "site": "Harbour-ward",
        "when": "2031-07",
        "wave": "Wave-of-gulls",
        "label": "Matron-on-nights",
        "duration": 1234,
    }
    return session(id_, participants=1, **{**facts, **more})


def study(*sessions: Any, participants: int | str = "not_reported", people: int = 0) -> Study:
    faculty = {
        "id": "faculty",
        "label": "Faculty",
        "singular": "Teacher",
        "participants": participants,
    }
    return study_of(
        groups=[{"id": "students", "label": "Students", "singular": "Student"}, faculty],
        themes=[theme("a")],
        sessions=list(sessions),
        participants=[{"id": f"p{n}", "group": "faculty"} for n in range(people)],
        quotations=[quotation(f"q-{s['id']}", "a", session=s["id"]) for s in sessions],
    )


def everything(of: Study) -> str:
    return unescape(all_of_site(render_site(publishable(of), Settings("x"))))


def untold(*args: Any, **more: Any) -> list[str]:
    return [found.id for found in untold_sessions(study(*args, **more))]


@pytest.mark.parametrize(("number", "expected"), [(1, ["i1"]), (2, ["i1"]), (3, [])])
def test_a_group_has_as_many_people_as_it_reports(number: int, expected: list[str]) -> None:
    assert untold(session("i1"), participants=number) == expected


@pytest.mark.parametrize(("number", "is_told"), [(1, False), (2, False), (3, True)])
def test_else_as_many_as_were_interviewed(number: int, is_told: bool) -> None:
    interviews = [session(f"i{n}") for n in range(number)]
    assert untold(*interviews) == ([] if is_told else [s["id"] for s in interviews])


def test_those_who_come_again_in_each_wave_count_once() -> None:
    waves = [session(f"i{n}{w}", wave=f"wave {w}") for n in range(2) for w in range(3)]
    assert len(untold(*waves)) == 6


def test_those_listed_count_where_they_are_more() -> None:
    assert untold(session("i1"), people=3) == []
    assert untold(session("i1"), people=2) == ["i1"]


def test_where_a_group_met_and_nobody_counted_its_size_is_not_known() -> None:
    assert untold(session("f1", kind="focus-group")) == []
    assert untold(session("f1", kind="focus-group", participants=2)) == ["f1"]


def test_groups_that_met_together_count_together() -> None:
    shared = {**session("f1", kind="focus-group"), "groups": ["students", "faculty"]}
    few = study(shared, participants=2)
    assert untold_sessions(few) == []
    students = few.about.groups[0].model_copy(update={"participants": 5})
    about = few.about.model_copy(update={"groups": (students, few.about.groups[1])})
    assert untold_sessions(few.model_copy(update={"about": about})) == []


def test_nothing_of_it_stands_in_any_file_of_the_site() -> None:
    small = study(full("i1"), full("i2"), participants=2)
    assert [word for word in TOLD if word in everything(small)] == []


def test_all_of_it_stands_there_where_the_group_is_large_enough() -> None:
    large = study(full("i1"), full("i2"), full("i3"), participants=3)
    assert [word for word in TOLD if word not in everything(large)] == []


def test_page_filters_and_downloads_tell_the_same_of_each_session() -> None:
    one = study(
        full("i1"),
        full("i2"),
        session("f1", "students", "focus-group", when="2030-01", participants=6),
        participants=2,
    )
    shown = publishable(one)
    found = Findings(shown)
    site = render_site(shown, Settings("x")).files
    listed = {
        view.session.id: [fact.text for fact in view.facts]
        for group in group_views(found)
        for view in group.sessions
    }
    assert listed == {"f1": ["6", "2030-01"], "i1": [], "i2": []}
    downloaded = {s["id"]: s for s in json.loads(site["data/findings.json"])["sessions"]}
    assert {id_: record.get("when") for id_, record in downloaded.items()} == {
        "f1": "2030-01",
        "i1": NOT_REPORTED,
        "i2": NOT_REPORTED,
    }
    facets = {facet.name: [value.label for value in facet.values] for facet in Facets(found).all}
    assert facets["session"] == ["Interview 1", "Interview 2", "Focus group 1"]
    assert "site" not in facets
    assert "fewer than 3 people are in this group" in site["voices/index.md"].decode().replace(
        "&#32;", " "
    )


@pytest.mark.parametrize("label", ["Interview 7", "Interview B", "Respondent 2", None])
def test_a_label_that_says_which_session_it_is_stays(label: str | None) -> None:
    kept = publishable(study(full("i1", label=label), participants=2))
    assert [session.label for session in kept.sessions] == [label]
    assert says_of_label(kept.sessions[0]) == []


def test_a_site_is_told_of_no_more_people_than_are_told_to_have_been_there() -> None:
    harbour = {"id": "harbour", "label": "The harbour"}
    one = study(
        full("i1", site="harbour"),
        session("f1", "students", "focus-group", participants=2, site="harbour"),
        participants=2,
    )
    students = one.about.groups[0].model_copy(update={"participants": 9})
    about = one.about.model_copy(update={"groups": (students, one.about.groups[1])})
    placed = Study.model_validate(
        {**one.model_dump(), "about": {**about.model_dump(), "sites": [harbour]}}
    )
    shown = publishable(placed)
    assert shown.sites_by_id == {}
    assert [site.id for site in hidden_sites(placed)] == ["harbour"]
    assert {session.site for session in shown.sessions} == {NOT_REPORTED}


def test_words_from_such_a_session_are_still_warned_of() -> None:
    assert [record.id for record, _ in small_groups(study(full("i1"), participants=2))] == [
        "faculty",
        "i1",
    ]
