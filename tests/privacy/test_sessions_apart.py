"""Sessions are told apart only where enough people sat in them."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.privacy.publishable import publishable
from study_findings.privacy.sessions_apart import sessions_told_apart
from study_findings.project.site import Settings
from study_findings.render import render_site


def told(sessions: list[Any], faculty: object = "not_reported", **more: Any) -> list[str]:
    groups = [
        {"id": "students", "label": "Students", "singular": "Student", "participants": 30},
        {"id": "faculty", "label": "Faculty", "singular": "Teacher", "participants": faculty},
    ]
    study = study_of(groups=groups, sessions=sessions, **more)
    return [session.id for session in sessions_told_apart(study)]


def interview(id_: str, *groups: str, **more: Any) -> Any:
    return {"id": id_, "kind": "interview", "groups": groups or ("faculty",), **more}


@pytest.mark.parametrize(
    ("sessions", "faculty", "is_told"),
    [
        (["a", "b", "c"], "not_reported", True),
        (["a", "b"], "not_reported", False),
        (["a", "b"], 3, True),
        (["a", "b", "c"], 2, False),
        (["a"], 0, False),
    ],
)
def test_a_group_has_to_have_the_smallest_cell(
    sessions: list[str], faculty: object, is_told: bool
) -> None:
    assert told([interview(id_) for id_ in sessions], faculty) == (sessions if is_told else [])


def test_waves_are_of_the_same_people() -> None:
    two = [interview(f"{wave}-{n}", wave=wave) for wave in ("one", "two") for n in (1, 2)]
    assert told(two) == []
    three = [interview(f"{wave}-{n}", wave=wave) for wave in ("one", "two") for n in (1, 2, 3)]
    assert len(told(three)) == 6


def test_each_group_that_sat_in_a_session_has_to_be_large_enough() -> None:
    both = interview("both", "students", "faculty", participants=20)
    assert told([both, interview("s", "students")], 2) == ["s"]


def test_no_page_draws_the_session_of_a_group_too_small() -> None:
    sessions = [*(interview(f"s{n}", "students", label=f"Round {n}") for n in (1, 2, 3))]
    sessions += [interview("dean", label="The dean")]
    study = study_of(
        themes=[theme("a")],
        sessions=sessions,
        quotations=[
            quotation("q1", "a", session="s1"),
            quotation("q2", "a", session="dean", stance="diverges"),
        ],
    )
    home = render_site(publishable(study), Settings("x")).files["index.md"].decode()
    strip = home.partition('class="sf-strip"')[2].partition("</ol>")[0]
    assert "Round 1" in strip
    assert "The dean" not in strip
    assert "sf-dot-ring" not in strip
    assert "people are not shown" in home
