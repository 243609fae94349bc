"""What is public of each person is gathered whole: each fact of it, and of each session."""

from __future__ import annotations

from typing import Any

import pytest
from known_people import interview, person, quoted, study_of

from study_findings.model import Session, Study
from study_findings.privacy.known import Facts, Known, attended_by, facts_of, known_people
from study_findings.privacy.risk import risks

WHOLE = {
    "id": "f1",
    "kind": "focus-group",
    "groups": ["nurses"],
    "site": "Harbour",
    "when": "2031-07",
    "participants": 2,
    "wave": "second",
    "label": "Focus group 1, matrons on nights",
    "duration": 90,
}
IN_URDU: dict[str, Any] = {
    "original": {"language": "ur", "text": "ہاں"},
    "provenance": "translated",
}


def facts_of_each(study: Study) -> dict[str, Facts]:
    return {known.id: known.facts for known in known_people(study) if known.id}


class TestWhatIsToldOfASession:
    def test_is_all_but_how_long_it_took(self) -> None:
        assert facts_of(Session.model_validate(WHOLE)) == {
            "session": "f1",
            "kind": "focus-group",
            "site": "Harbour",
            "when": "2031-07",
            "participants": "2",
            "wave": "second",
            "label": "matrons on nights",
        }

    def test_is_no_more_than_is_reported(self) -> None:
        bare = {"id": "f1", "kind": "focus-group", "groups": ["nurses"]}
        assert facts_of(Session.model_validate(bare)) == {"kind": "focus-group"}

    @pytest.mark.parametrize(
        ("kind", "participants", "is_told"),
        [
            ("focus-group", 1, False),
            ("focus-group", 2, True),
            ("workshop", 2, True),
            ("interview", 2, False),
            ("survey", 30, False),
        ],
    )
    def test_is_which_it_was_where_people_met(
        self, kind: str, participants: int, is_told: bool
    ) -> None:
        session = Session.model_validate({**WHOLE, "kind": kind, "participants": participants})
        assert facts_of(session).get("session") == ("f1" if is_told else None)


def test_a_persons_sessions_are_of_the_record_and_of_quotations_by_id() -> None:
    study = study_of(
        [person("n0", sessions=["i3"])],
        [quoted("n0", 1, session="i1"), quoted("n0", 2)],
        [interview(f"i{n}") for n in (3, 2, 1)],
    )
    found = attended_by(study, study.participants[0], study.quotations)
    assert [session.id for session in found] == ["i1", "i3"]


class TestProjected:
    def test_is_the_same_for_what_is_not_told_and_what_says_nothing(self) -> None:
        silent = Known("1", {"gender": ""}, ({"site": "A", "wave": ""},))
        untold = Known("2", {}, ({"site": "A"},))
        assert silent.projected(("site", "wave")) == untold.projected(("site", "wave"))

    def test_keeps_facts_of_one_session_together(self) -> None:
        one = Known("1", {}, ({"site": "A", "wave": "w1"}, {"site": "B", "wave": "w2"}))
        other = Known("2", {}, ({"site": "B", "wave": "w1"}, {"site": "A", "wave": "w2"}))
        assert one.projected(("site", "wave")) != other.projected(("site", "wave"))
        assert one.projected(("site",)) == other.projected(("site",))
        assert one.projected(("group",)) == Known("3", {}).projected(("group",))


class TestFacts:
    def test_are_of_the_person_alone_where_nothing_more_is_told(self) -> None:
        study = study_of([person("n0"), person("d0", "deans")])
        assert facts_of_each(study) == {"n0": {"group": "nurses"}, "d0": {"group": "deans"}}
        assert facts_of_each(study_of([person("n0")], [])) == {"n0": {"group": "nurses"}}

    def test_name_the_languages_but_for_what_most_speak(self) -> None:
        people = [person(f"n{n}") for n in range(5)]
        quotations = [
            quoted("n0", 1),
            quoted("n0", 2, **IN_URDU),
            quoted("n1"),
            quoted("n2", **IN_URDU),
            quoted("n3", **IN_URDU),
        ]
        told = {
            id_: of.get("language")
            for id_, of in facts_of_each(study_of(people, quotations)).items()
        }
        assert told == {"n0": "en ur", "n1": "en", "n2": None, "n3": None, "n4": None}

    def test_name_the_language_that_is_later_in_the_alphabet_where_two_are_spoken_alike(
        self,
    ) -> None:
        study = study_of([person("n0"), person("n1")], [quoted("n0", **IN_URDU), quoted("n1")])
        told = facts_of_each(study)
        assert (told["n0"].get("language"), told["n1"].get("language")) == ("ur", None)

    @pytest.mark.parametrize(
        ("printed", "told"),
        [
            ("Head nurse of nights", "head nights of"),
            ("Nurse, Nurses", None),
            ("Sorrel", None),
            ("Participant p3", None),
            ("Matron in FGD", "in matron"),
            ("From the harbour talk", "from the"),
            (None, None),
        ],
    )
    def test_name_what_an_attribution_says_beyond_who_and_where(
        self, printed: str | None, told: str | None
    ) -> None:
        talk = {
            "id": "fgd-1",
            "kind": "focus-group",
            "groups": ["nurses"],
            "label": "Harbour talk",
            "participants": 4,
        }
        one = person("fgd-1/p3", pseudonym="Sorrel")
        study = study_of([one], [quoted("fgd-1/p3", as_printed=printed) | {"id": "q1"}], [talk])
        assert facts_of_each(study)["fgd-1/p3"].get("attribution") == told

    def test_leave_what_is_printed_of_a_dialogue_to_whom_it_names(self) -> None:
        turns = [{"speaker": "n0", "text": "So."}, {"speaker": "n1", "text": "No."}]
        dialogue = {**quoted("n0", turns=turns, as_printed="Two matrons"), "text": None}
        told = facts_of_each(study_of([person("n0"), person("n1")], [dialogue]))
        assert told["n0"].get("attribution") == "matrons two"
        assert "attribution" not in told["n1"]


class TestThoseWhoAreNotListed:
    def known(self, study: Study) -> list[tuple[str, Facts, tuple[Facts, ...]]]:
        return [(p.id, p.facts, p.sessions) for p in known_people(study) if not p.is_quoted]

    def test_are_told_of_by_their_session_and_its_group(self) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses"], "participants": 3}
        study = study_of([person("n0", sessions=["f"])], sessions=[fgd])
        assert self.known(study) == [("", {"group": "nurses"}, (facts_of(study.sessions[0]),))] * 2

    def test_are_of_no_group_where_two_met(self) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses", "deans"], "participants": 3}
        study = study_of([], [], [fgd])
        assert self.known(study) == [("", {}, (facts_of(study.sessions[0]),))] * 3

    def test_are_of_a_group_alone_where_its_sessions_have_fewer(self) -> None:
        sessions = [
            {"id": f"f{n}", "kind": "focus-group", "groups": ["nurses"], "participants": 2}
            for n in range(2)
        ]
        found = self.known(study_of([], [], sessions, nurses={"participants": 5}))
        assert [len(sessions) for _, _, sessions in found] == [1, 1, 1, 1, 0]
        assert [(id_, of) for id_, of, _ in found] == [("", {"group": "nurses"})] * 5

    @pytest.mark.parametrize("size", [2, 4, 9])
    def test_are_no_more_than_their_group_reports_however_often_they_came(self, size: int) -> None:
        sessions = [interview(f"i{n}") for n in range(9)]
        study = study_of(
            [person("n0", sessions=["i0"])], sessions=sessions, nurses={"participants": size}
        )
        assert len(known_people(study)) == size
        assert [risk.alike for risk in risks(study)] == ([size] if size < 5 else [])

    def test_are_first_those_who_met_somebody_who_is_listed(self) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses"], "participants": 4}
        study = study_of(
            [person("n0", sessions=["f"])],
            sessions=[*(interview(f"i{n}") for n in range(4)), fgd],
            nurses={"participants": 5},
        )
        found = [sessions[0]["kind"] for _, _, sessions in self.known(study)]
        assert found == ["focus-group", "focus-group", "focus-group", "interview"]
