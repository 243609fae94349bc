"""Strips of sessions: each recounted from the study's own records, and nothing where they lie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from shapes import findings, quotation, study_of, theme

from study_findings.findings.evidence import (
    MOST_DOTS,
    Dot,
    Strip,
    evidence_of,
    evidence_words,
    heard_lines,
    hides_sessions,
)
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

SESSIONS = [
    *({"id": f"idi-{n}", "kind": "interview", "groups": ["faculty"]} for n in range(1, 4)),
    *({"id": f"fgd-{n}", "kind": "focus-group", "groups": ["students"]} for n in range(1, 4)),
    {"id": "both", "kind": "workshop", "groups": ["students", "faculty"]},
]


def strip(*quotations: Any, sessions: Any = SESSIONS, **of_theme: Any) -> Strip | None:
    study = study_of(
        themes=[theme("a", **of_theme)], sessions=sessions, quotations=list(quotations)
    )
    found = Findings(publishable(study))
    return evidence_of(found, found.study.themes[0])


def drawn(found: Strip | None) -> str:
    """Write the dots: o empty, x filled, @ ringed."""
    assert found is not None
    return "".join("@" if d.is_against else "x" if d.is_quoted else "o" for d in found.dots)


@pytest.mark.parametrize("name", ["starter", "full", "wide", "own"])
def test_strips_are_recounted_from_the_records(name: str) -> None:
    shown = findings(name)
    for node in shown.themes_in_order:
        ids: set[str] = set()
        open_ = [node]
        while open_:
            at = open_.pop()
            ids.add(at.id)
            open_ += at.subthemes
            open_ += [t for t in shown.study.themes_by_id.values() if at.id in t.also_under]
        said = [
            q
            for q in shown.study.published
            if ids & {*q.themes} and q.provenance != "illustrative" and q.named_session
        ]
        found = evidence_of(shown, node)
        if not said:
            assert found is None
            continue
        assert found is not None
        told = {dot.session.id for dot in found.dots}
        quoted = {q.named_session for q in said} & told
        assert {dot.session.id for dot in found.dots if dot.is_quoted} == quoted
        alone = {s.id for s in shown.study.sessions if s.number == 1} & told
        assert (found.quoted, found.sessions) == (len(quoted & alone), len(alone))
        claims = [c for t in shown.study.themes_by_id.values() if t.id in ids for c in t.claims]
        named = {id_ for c in claims for id_ in c.against}
        ringed = {
            q.named_session
            for q in said
            if q.id in named or (q.stance == "diverges" and q.themes[0] in ids)
        }
        assert {dot.session.id for dot in found.dots if dot.is_against} == ringed & told


def test_dots_stand_by_group_and_those_of_several_last() -> None:
    found = strip(
        quotation("q1", "a", session="fgd-2"),
        quotation("q2", "a", session="idi-3", stance="diverges"),
        quotation("q3", "a", session="both"),
    )
    assert found is not None
    assert [dot.session.id for dot in found.dots][:4] == ["fgd-1", "fgd-2", "fgd-3", "idi-1"]
    assert drawn(found) == "oxooo@x"
    assert found.dots[-1].colour == 0


def test_nothing_is_drawn_where_nobody_said_it_or_no_session_is_named() -> None:
    assert strip(quotation("q1", "a")) is None
    composed = {"provenance": "illustrative"}
    assert strip(quotation("q1", "a", session="fgd-1", **composed)) is None
    assert drawn(
        strip(
            quotation("q1", "a", session="fgd-1", **composed),
            quotation("q2", "a", session="fgd-2"),
        )
    ).startswith("ox")


def test_two_sessions_are_too_few_to_tell_apart() -> None:
    few = [{**SESSIONS[0], "participants": 9}, {**SESSIONS[1], "participants": 9}]
    assert strip(quotation("q1", "a", session="idi-1"), sessions=few) is None


def test_sessions_described_together_are_one_dot_and_counted_apart() -> None:
    sessions = [*SESSIONS, {"id": "many", "kind": "diary", "groups": ["students"], "number": 12}]
    found = strip(quotation("q1", "a", session="many"), sessions=sessions)
    assert found is not None
    assert (found.quoted, found.sessions, found.quoted_together) == (0, 7, 12)
    shown = Findings(publishable(study_of(themes=[theme("a")])))
    assert evidence_words(shown, found) == (
        "quoted from 0 of 7 sessions, from one or more of 12 sessions described together"
    )


def test_words_say_how_many_and_in_how_many_against() -> None:
    found = strip(
        quotation("q1", "a", session="fgd-2"),
        quotation("q2", "a", session="fgd-3", stance="diverges"),
    )
    assert found is not None
    shown = Findings(publishable(study_of(themes=[theme("a")])))
    assert evidence_words(shown, found) == "quoted from 2 of 7 sessions, against in 1"
    alone = replace(found, sessions=1, quoted=1, against=0)
    assert evidence_words(shown, alone) == "quoted from 1 of 1 session"
    assert [dot.label for dot in found.dots][:2] == ["Focus group 1", "Focus group 2"]


def test_a_session_of_a_group_too_small_has_no_dot() -> None:
    """Two interviews are of two people: a filled dot would say what one of them thinks."""
    sessions = [s for s in SESSIONS if s["id"] not in ("idi-3", "both")]
    found = strip(
        quotation("q1", "a", session="fgd-1"),
        quotation("q2", "a", session="idi-1", stance="diverges"),
        sessions=sessions,
    )
    assert found is not None
    assert [dot.session.id for dot in found.dots] == ["fgd-1", "fgd-2", "fgd-3"]
    assert (found.sessions, found.quoted, found.against) == (3, 1, 0)


def test_the_key_says_that_sessions_are_hidden_only_where_some_are() -> None:
    few = [{**session, "participants": 9} for session in SESSIONS[:3]]
    assert not hides_sessions(Findings(publishable(study_of(themes=[theme("a")], sessions=few))))
    alone = [*few, {"id": "one", "kind": "focus-group", "groups": ["students"]}]
    assert hides_sessions(Findings(publishable(study_of(themes=[theme("a")], sessions=alone))))


def test_who_was_heard_is_said_with_a_dot_a_session() -> None:
    study = study_of(themes=[theme("a")], sessions=SESSIONS)
    lines = heard_lines(Findings(publishable(study)))
    assert [(line.what, [g.label for g in line.groups], len(line.dots)) for line in lines] == [
        ("3 interviews", ["Faculty"], 3),
        ("3 focus groups", ["Students"], 3),
        ("1 workshop", ["Students", "Faculty"], 1),
    ]


SEVERAL = [
    {"id": "diaries", "kind": "diary", "groups": ["students"], "number": 12},
    {"id": "papers", "kind": "document", "groups": ["faculty"], "number": 5},
    {"id": "visits", "kind": "observation", "groups": ["faculty"], "number": 4},
]


def test_a_dot_says_all_that_is_told_of_its_session() -> None:
    sessions = [*SESSIONS, SEVERAL[0]]
    found = strip(
        quotation("q1", "a", session="idi-2"),
        quotation("q2", "a", session="diaries", stance="diverges"),
        sessions=sessions,
    )
    assert found is not None
    told = {session.id: session for session in study_of(sessions=sessions).sessions}
    assert [dot for dot in found.dots if dot.session.id in ("fgd-1", "idi-2", "diaries")] == [
        Dot(told["fgd-1"], "Focus group 1", 1, False, False, False),
        Dot(told["diaries"], "Diaries 1–12", 1, True, True, True),
        Dot(told["idi-2"], "Interview 2", 2, True, False, False),
    ]


def test_sessions_by_themselves_and_those_described_together_are_counted_apart() -> None:
    found = strip(
        quotation("q1", "a", session="idi-2"),
        quotation("q2", "a", session="fgd-1", stance="diverges"),
        quotation("q3", "a", session="papers", stance="diverges"),
        quotation("q4", "a", session="visits"),
        sessions=[*SESSIONS, *SEVERAL],
    )
    assert found is not None
    assert replace(found, dots=()) == Strip(
        (), sessions=7, quoted=2, against=1, together=21, quoted_together=9, is_drawn=True
    )


def test_a_quotation_of_no_session_ends_no_search_for_the_others() -> None:
    composed = {"provenance": "illustrative"}
    found = strip(
        quotation("q1", "a"),
        quotation("q2", "a", session="fgd-1", **composed),
        quotation("q3", "a", session="fgd-3"),
    )
    assert drawn(found) == "ooxoooo"


@pytest.mark.parametrize(("number", "together"), [(1, False), (2, True)])
def test_from_two_on_sessions_are_described_together(number: int, together: bool) -> None:
    diaries = {**SEVERAL[0], "number": number}
    found = strip(quotation("q1", "a", session="diaries"), sessions=[*SESSIONS, diaries])
    assert found is not None
    assert [d.together for d in found.dots if d.session.id == "diaries"] == [together]
    assert (found.sessions, found.together) == ((7, 2) if together else (8, 0))


@pytest.mark.parametrize("number", [MOST_DOTS, MOST_DOTS + 1])
def test_more_dots_than_can_be_read_are_not_drawn(number: int) -> None:
    sessions = [{"id": f"s{n}", "kind": "survey", "groups": ["students"]} for n in range(number)]
    found = strip(quotation("q1", "a", session="s0"), sessions=sessions)
    assert found is not None
    assert (found.sessions, found.is_drawn) == (number, number == MOST_DOTS)
    study = study_of(themes=[theme("a")], sessions=sessions)
    (line,) = heard_lines(Findings(publishable(study)))
    assert len(line.dots) == (number if number == MOST_DOTS else 0)


@pytest.mark.parametrize("number", [2, 3])
def test_three_sessions_are_told_apart_and_two_are_not(number: int) -> None:
    few = [{**session, "participants": 9} for session in SESSIONS[:number]]
    assert (strip(quotation("q1", "a", session="idi-1"), sessions=few) is None) == (number == 2)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {"sessions": 3, "quoted": 1, "together": 12, "against": 1},
            "quoted from 1 of 3 sessions, from none of 12 sessions described together, "
            "against in 1",
        ),
        (
            {"together": 12, "quoted_together": 5},
            "from one or more of 5 sessions described together",
        ),
        ({"together": 12}, "from none of 12 sessions described together"),
        ({"sessions": 3, "quoted": 3}, "quoted from 3 of 3 sessions"),
    ],
)
def test_words_leave_out_what_there_is_none_of(told: dict[str, int], words: str) -> None:
    none = dict.fromkeys(("sessions", "quoted", "against", "together", "quoted_together"), 0)
    found = Strip((), **{**none, **told}, is_drawn=True)
    shown = Findings(publishable(study_of(themes=[theme("a")])))
    assert evidence_words(shown, found) == words


def test_who_was_heard_is_counted_with_all_sessions_and_a_dot_for_those_told_apart() -> None:
    """One visitor alone is no dot: of so few people it is not told which session they were in."""
    visitor = {"id": "one", "kind": "interview", "groups": ["visitors"]}
    groups = [
        {"id": "students", "label": "Students", "singular": "Student"},
        {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
        {"id": "visitors", "label": "Visitors", "singular": "Visitor"},
    ]
    study = study_of(themes=[theme("a")], sessions=[*SESSIONS, SEVERAL[0], visitor], groups=groups)
    lines = heard_lines(Findings(publishable(study)))
    assert [
        (
            line.what,
            [g.id for g in line.groups],
            [(d.session.id, d.is_quoted, d.is_against) for d in line.dots],
        )
        for line in lines
    ] == [
        ("3 interviews", ["faculty"], [(f"idi-{n}", True, False) for n in (1, 2, 3)]),
        ("3 focus groups", ["students"], [(f"fgd-{n}", True, False) for n in (1, 2, 3)]),
        ("1 workshop", ["students", "faculty"], [("both", True, False)]),
        ("12 diaries", ["students"], [("diaries", True, False)]),
        ("1 interview", ["visitors"], []),
    ]
