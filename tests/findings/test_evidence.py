"""Strips of sessions: each recounted from the study's own records, and nothing where they lie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from shapes import findings, quotation, study_of, theme

from study_findings.findings.evidence import (
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
