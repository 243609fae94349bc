"""People of a group are counted from its sessions, and those there are at least apart from that."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import study_of

from study_findings.privacy.group_sizes import people_heard, people_heard_at_least


def session(kind: str = "interview", *groups: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "groups": groups or ("keepers",), **more}


def counted(
    sessions: list[dict[str, Any]], reported: object = "not_reported", listed: int = 0
) -> tuple[int, int]:
    groups = [
        {"id": "keepers", "label": "Keepers", "singular": "Keeper", "participants": reported},
        {"id": "visitors", "label": "Visitors", "singular": "Visitor"},
    ]
    numbered = [{"id": f"s{at}", **each} for at, each in enumerate(sessions)]
    people = [{"id": f"p{number}", "group": "keepers"} for number in range(listed)]
    others = [{"id": f"o{number}", "group": "visitors"} for number in range(9)]
    study = study_of(groups=groups, sessions=numbered, participants=[*people, *others])
    return people_heard(study, "keepers"), people_heard_at_least(study, "keepers")


@pytest.mark.parametrize(
    ("sessions", "heard", "at_least"),
    [
        ([], 0, 0),
        ([session(), session()], 2, 2),
        ([session("focus-group", participants=6)], 6, 6),
        # A meeting that nobody counted: of unknown size, and somebody was there.
        ([session("focus-group")], 0, 1),
        ([session("workshop"), session(), session()], 0, 3),
        # Who of a meeting of two groups was of which is not known.
        ([session("focus-group", "keepers", "visitors", participants=6)], 6, 0),
        ([session("focus-group", "keepers", "visitors", participants=6), session()], 7, 1),
        ([session("focus-group", "visitors", participants=6)], 0, 0),
        # Waves are of the same people; those in none are others.
        ([session(wave="one"), session(wave="two"), session(wave="two")], 2, 2),
        ([session(wave="one"), session(), session()], 2, 3),
    ],
)
def test_people_are_counted(sessions: list[dict[str, Any]], heard: int, at_least: int) -> None:
    assert counted(sessions) == (heard, at_least)


@pytest.mark.parametrize("reported", [0, 2, 40])
def test_what_a_group_reports_counts_alone(reported: int) -> None:
    sessions = [session("focus-group", participants=6), session("workshop")]
    assert counted(sessions, reported) == (reported, reported)


@pytest.mark.parametrize(("listed", "people"), [(1, 2), (2, 2), (3, 3)])
def test_those_listed_count_where_they_are_more_than_sessions_had(listed: int, people: int) -> None:
    assert counted([session(), session()], listed=listed) == (people, people)


def test_a_group_that_the_study_does_not_declare_has_those_listed() -> None:
    study = study_of(participants=[{"id": "p1", "group": "keepers"}])
    assert (people_heard(study, "keepers"), people_heard(study, "visitors")) == (1, 0)
