"""Whose words a quotation holds: whom it names, who was there alone, who takes a turn."""

from __future__ import annotations

from typing import Any

import pytest
from known_people import interview, person, quoted, study_of

from study_findings.privacy.speakers import known_speakers, people_reported


def speakers(
    quotation: dict[str, Any], people: list[dict[str, Any]], *sessions: dict[str, Any]
) -> set[str]:
    study = study_of(people, [quotation], sessions)
    return known_speakers(study, study.quotations[0])


def dialogue(*names: str, **more: Any) -> dict[str, Any]:
    turns = [{"speaker": name, "text": "So."} for name in names]
    return {**quoted(turns=turns, **more), "text": None}


def met(id_: str) -> dict[str, Any]:
    return {"id": id_, "kind": "focus-group", "groups": ["nurses"], "participants": 6}


def test_whom_it_names_speaks_and_whoever_takes_a_turn_beside() -> None:
    people = [person("n1", pseudonym="Sorrel"), person("n2"), person("n3")]
    assert speakers(quoted("n1"), people) == {"n1"}
    assert speakers(dialogue("Sorrel", "N2", "Interviewer"), people) == {"n1", "n2"}
    assert speakers({**dialogue("n2"), "participant": "n3"}, people) == {"n2", "n3"}
    assert speakers(quoted(), people) == set()


def test_whoever_takes_a_turn_in_the_original_alone_speaks() -> None:
    spoken = {"language": "ur", "turns": [{"speaker": "Sorrel", "text": "ہاں"}]}
    told = {**quoted(original=spoken), "provenance": "translated"}
    assert speakers(told, [person("n1", pseudonym="Sorrel"), person("n2")]) == {"n1"}


def test_words_that_were_composed_are_of_whom_they_name_alone() -> None:
    composed = {"provenance": "illustrative", "cleared": None}
    people = [person("n1", sessions=["i1"]), person("n2")]
    assert speakers({**quoted("n2"), **composed}, people) == {"n2"}
    assert speakers({**dialogue("n1"), **composed}, people) == set()
    in_one = {**quoted(session="i1"), **composed}
    assert speakers(in_one, people, interview("i1")) == set()


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [("Nurse 3", True), ("nurse p-3", True), ("p-3", True), ("Dean 3", False), ("3", False)],
)
def test_in_its_own_session_a_number_is_the_persons(name: str, is_theirs: bool) -> None:
    people = [person("f1/p-3"), person("f1/p-4")]
    found = speakers(dialogue(name, session="f1"), people, met("f1"), met("f2"))
    assert found == ({"f1/p-3"} if is_theirs else set())
    assert speakers(dialogue(name, session="f2"), people, met("f1"), met("f2")) == set()


def test_of_a_group_that_nobody_declared_somebody_is_called_by_id_or_pseudonym() -> None:
    people = [person("f1/p3", "others", pseudonym="Sorrel")]
    for name, found in (("Sorrel", {"f1/p3"}), ("f1/p3", {"f1/p3"}), ("Other 3", set())):
        assert speakers(dialogue(name, session="f1"), people, met("f1")) == found


@pytest.mark.parametrize(
    ("kind", "told", "people"),
    [
        ("interview", {}, 1),
        ("interview", {"number": 4}, 4),
        ("diary", {"participants": 2}, 2),
        ("survey", {}, 0),
        ("focus-group", {"number": 3}, 0),
        ("survey", {"participants": 9}, 9),
    ],
)
def test_a_session_tells_how_many_were_there(kind: str, told: dict[str, int], people: int) -> None:
    session = {**interview("i1"), "kind": kind, **told}
    assert people_reported(study_of([], [], [session]).sessions[0]) == people


@pytest.mark.parametrize(
    ("session", "there", "speaker"),
    [
        ({}, ["n1"], {"n1"}),
        ({"participants": 1}, ["n1"], {"n1"}),
        ({"participants": 2}, ["n1"], set()),
        ({"kind": "focus-group"}, ["n1"], set()),
        ({}, ["n1", "n2"], set()),
        ({}, [], set()),
    ],
)
def test_whoever_alone_was_in_the_session_it_names_speaks(
    session: dict[str, Any], there: list[str], speaker: set[str]
) -> None:
    """Unless it names somebody; and of an interview elsewhere nothing follows."""
    sessions = [{**interview("i1"), **session}, interview("i2")]
    people = [person(id_, sessions=["i1"] if id_ in there else []) for id_ in ("n1", "n2")]
    assert speakers(quoted(session="i1"), people, *sessions) == speaker
    assert speakers(quoted(session="i2"), people, *sessions) == set()
    assert speakers(quoted("n2", session="i1"), people, *sessions) == {"n2"}
