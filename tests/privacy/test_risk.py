"""Who could be recognised by all that is public of them: each rule at its boundary."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_people import WAIVER, interview, person, quoted, study_of

from study_findings.model import Study
from study_findings.privacy.in_words import reason
from study_findings.privacy.known import known_people
from study_findings.privacy.risk import Risk, risk_of, risks, small_groups, unneeded_waivers

MANY = 5


def grades(study: Study) -> dict[str, str]:
    return {risk.person.id: risk.grade for risk in risks(study)}


def alike(number: int, **more: Any) -> list[dict[str, Any]]:
    return [person(f"n{i}", **more) for i in range(number)]


def by(study: Study, id_: str) -> tuple[tuple[str, ...], ...]:
    return next(risk.by for risk in risks(study) if risk.person.id == id_)


class TestGrades:
    @pytest.mark.parametrize(
        ("number", "grade"),
        [(2, "below-minimum-cell"), (3, "below-five"), (4, "below-five"), (5, None)],
    )
    def test_follow_how_many_are_alike(self, number: int, grade: str | None) -> None:
        assert set(grades(study_of(alike(number))).values()) == ({grade} if grade else set())

    @pytest.mark.parametrize(
        ("minimum", "grade"), [(6, None), (7, "below-minimum-cell"), (1, None)]
    )
    def test_follow_the_studys_own_minimum(self, minimum: int, grade: str | None) -> None:
        found = grades(study_of(alike(6), minimum_cell=minimum))
        assert set(found.values()) == ({grade} if grade else set())

    def test_call_a_special_unique_what_stands_alone_by_two_facts(self) -> None:
        people = [*alike(MANY, sessions=["i1"]), person("d1", "deans", sessions=["i1"])]
        study = study_of(people, sessions=[interview("i1", site="A", participants=6)])
        assert grades(study) == {"d1": "special-unique"}
        assert by(study, "d1") == (("group",),)

    def test_call_so_what_stands_alone_by_two_facts_together(self) -> None:
        """Of each group and of each place there are others; of both together there is one."""
        sessions = [
            {"id": f"s{n}", "kind": "survey", "groups": ["nurses", "deans"], "site": site}
            for n, site in enumerate("AB")
        ]
        people = [
            *(person(f"n{n}", sessions=["s0"]) for n in range(MANY)),
            *(person(f"d{n}", "deans", sessions=["s1"]) for n in range(MANY)),
            person("x", "deans", sessions=["s0"]),
        ]
        study = study_of(people, sessions=sessions)
        assert (grades(study), by(study, "x")) == ({"x": "special-unique"}, (("group", "site"),))

    def test_call_it_so_with_a_minimum_of_one_too(self) -> None:
        assert grades(study_of([person("n1")], minimum_cell=1)) == {"n1": "special-unique"}

    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    def test_tell_how_many_are_alike(self, number: int) -> None:
        assert [risk.alike for risk in risks(study_of(alike(number)))] == [number] * number

    def test_below_five_are_explained_by_what_fewer_than_five_share(self) -> None:
        """The men are told of by their gender, and by nothing that is not told of them."""
        women = [person(f"f{n}", attributes={"gender": "f"}, sessions=["s"]) for n in range(MANY)]
        men = [person(f"m{n}", attributes={"gender": "m"}) for n in range(3)]
        survey = {"id": "s", "kind": "survey", "groups": ["nurses"], "participants": MANY}
        study = study_of([*women, *men], sessions=[survey])
        assert grades(study) == dict.fromkeys(["m0", "m1", "m2"], "below-five")
        assert by(study, "m0") == (("attribute gender",),)

    def test_are_explained_by_what_is_not_told_where_nothing_that_is_told_is_rare(self) -> None:
        women = [person(f"f{n}", attributes={"gender": "f"}) for n in range(MANY)]
        study = study_of([*women, *alike(3)])
        assert grades(study) == dict.fromkeys(["n0", "n1", "n2"], "below-five")
        assert by(study, "n0") == (("attribute gender",),)

    def test_call_by_three_facts_only_few(self) -> None:
        """Each value of three facts and each pair of them stands twice, each triple once."""
        triples = [
            ("A", "2025", "w1"),
            ("A", "2026", "w2"),
            ("B", "2025", "w2"),
            ("B", "2026", "w1"),
        ]
        sessions = [
            interview(f"i{n}", site=site, when=when, wave=wave)
            for n, (site, when, wave) in enumerate(
                [
                    *triples,
                    *(
                        (a, b, c)
                        for a in "AB"
                        for b in ("2025", "2026")
                        for c in ("w1", "w2")
                        if (a, b, c) not in triples
                    ),
                ]
            )
        ]
        people = [person(f"n{n}", sessions=[f"i{n}"]) for n in range(8)]
        study = study_of(people, sessions=sessions)
        assert set(grades(study).values()) == {"below-minimum-cell"}
        assert by(study, "n0") == (("site", "wave"), ("site", "when"), ("wave", "when"))


class TestUnion:
    def test_is_over_all_quotations_of_a_person(self) -> None:
        """Each of two quotations is as many others'; both together are one person's."""
        sessions = [
            interview(f"{where}{n}", site=where, participants=1) for where in "ab" for n in range(9)
        ]
        people = [person(f"n{n}") for n in range(12)]
        one_each = [quoted(f"n{n}", session=f"{'ab'[n % 2]}{n // 2}") for n in range(12)]
        assert grades(study_of(people, one_each, sessions)) == {}
        both = [*one_each, quoted("n0", 2, session="b8")]
        assert grades(study_of(people, both, sessions)) == {"n0": "special-unique"}

    def test_holds_sessions_of_the_record_that_no_quotation_names(self) -> None:
        people = [*alike(MANY, sessions=["i1"]), person("x", sessions=["i1", "i2"])]
        sessions = [interview("i1", participants=6), interview("i2", site="B", participants=1)]
        assert ("site",) in by(study_of(people, sessions=sessions), "x")

    def test_holds_the_language_unless_most_speak_it(self) -> None:
        urdu: dict[str, Any] = {
            "original": {"language": "ur", "text": "ہاں"},
            "provenance": "translated",
        }
        people = alike(MANY + 1)
        own = [quoted(p["id"]) for p in people[1:]]
        assert by(study_of(people, [quoted("n0", **urdu), *own]), "n0") == (("language",),)
        in_urdu = [quoted(p["id"], **urdu) for p in people]
        assert grades(study_of(people, in_urdu)) == {}
        assert grades(study_of([*people, person("unquoted")], in_urdu)) == {}

    def test_holds_what_an_attribution_tells_beyond_who_and_where(self) -> None:
        people = alike(MANY + 1, sessions=["fgd-1"])
        fgd = {"id": "fgd-1", "kind": "focus-group", "groups": ["nurses"], "participants": 6}
        plain = [
            quoted(
                p["id"], as_printed=f"Nurse {n + 10} (participant {n}), FGD 1" if n < 3 else None
            )
            for n, p in enumerate(people)
        ]
        assert grades(study_of(people, plain, [fgd])) == {}
        telling = [quoted("n0", as_printed="Head nurse of nights, FGD 1"), *plain[1:]]
        study = study_of(people, telling, [fgd])
        assert by(study, "n0") == (("attribution",),)
        (risk,) = risks(study)
        assert reason(study, risk) == "words of the attribution: head, nights, of"

    def test_holds_attributes_as_they_are_told(self) -> None:
        women = [person(f"f{n}", attributes={"gender": "f"}) for n in range(MANY)]
        men = [person(f"m{n}", attributes={"gender": "m"}) for n in range(2)]
        assert grades(study_of([*women, *men])) == {}, "with two men, the gender of none is told"
        men = [person(f"m{n}", attributes={"gender": "m"}) for n in range(3)]
        assert grades(study_of([*women, *men])) == dict.fromkeys(["m0", "m1", "m2"], "below-five")

    @pytest.mark.parametrize("field", ["site", "when", "wave", "label"])
    def test_holds_what_is_told_of_an_interview(self, field: str) -> None:
        values = {"site": "B", "when": "2025-04", "wave": "second", "label": "On the roof"}
        sessions = [interview(f"i{n}", participants=1) for n in range(MANY + 1)]
        people = [person(f"n{n}", sessions=[f"i{n}"]) for n in range(MANY + 1)]
        assert grades(study_of(people, sessions=sessions)) == {}
        sessions[0][field] = values[field]
        study = study_of(people, sessions=sessions)
        assert (grades(study), by(study, "n0")) == ({"n0": "special-unique"}, ((field,),))

    def test_is_without_numbers_of_interviews_and_how_long_they_took(self) -> None:
        sessions = [
            interview(f"i{n}", participants=1, duration=n, label=f"Interview {n}")
            for n in range(MANY)
        ]
        people = [person(f"n{n}", sessions=[f"i{n}"]) for n in range(MANY)]
        assert grades(study_of(people, sessions=sessions)) == {}

    def test_knows_who_met(self) -> None:
        """Whoever was in a focus group knows which of two that are described alike it was."""
        people = [person(f"n{n}", sessions=[f"fgd-{n // 3}"]) for n in range(6)]
        sessions = [
            {"id": f"fgd-{n}", "kind": "focus-group", "groups": ["nurses"], "participants": 3}
            for n in range(2)
        ]
        assert set(grades(study_of(people, sessions=sessions)).values()) == {"below-five"}


class TestWhoIsCounted:
    def test_nobody_is_at_risk_who_is_not_quoted_by_name(self) -> None:
        people = [person("d1", "deans", attributes={"gender": "f"})]
        assert grades(study_of(people, [])) == {}
        assert grades(study_of(people, [quoted(group="nurses")])) == {}
        uncleared = {**quoted("d1"), "cleared": None}
        assert grades(study_of(people, [uncleared])) == {}

    @pytest.mark.parametrize(
        ("kind", "number", "is_theirs"),
        [
            ("interview", "not_reported", True),
            ("interview", 1, True),
            ("interview", 2, False),
            ("survey", 1, True),
            ("survey", "not_reported", False),
            ("focus-group", "not_reported", False),
        ],
    )
    def test_whoever_was_alone_in_a_session_is_quoted_from_it(
        self, kind: str, number: int | str, is_theirs: bool
    ) -> None:
        """The quotation names the interview alone; the downloads say who was in it."""
        session = {**interview("i1", site="A", participants=number), "kind": kind}
        people = [person("x", sessions=["i1"]), *alike(MANY)]
        study = study_of(people, [quoted(session="i1")], [session])
        assert grades(study) == ({"x": "special-unique"} if is_theirs else {})

    def test_of_two_who_were_there_neither_is_taken_to_speak(self) -> None:
        people = [person(f"n{n}", sessions=["i1"]) for n in range(2)]
        study = study_of(people, [quoted(session="i1")], [interview("i1", site="A")])
        assert grades(study) == {}

    @pytest.mark.parametrize(
        ("speaker", "session", "is_theirs"),
        [
            ("Sorrel", "i1", True),
            ("sorrel", None, True),
            ("f1/p3", "f1", True),
            ("P3", "f1", True),
            ("Nurse 3", "f1", True),
            ("Nurse p3", "f1", True),
            ("P3", "f2", False),
            ("Nurse 4", "f1", False),
            ("Nurse 3", None, False),
            ("Interviewer", "f1", False),
        ],
    )
    def test_whoever_takes_a_turn_by_name_is_quoted(
        self, speaker: str, session: str | None, is_theirs: bool
    ) -> None:
        sessions = [
            {"id": id_, "kind": "focus-group", "groups": ["nurses"], "participants": 6}
            for id_ in ("f1", "f2")
        ]
        turns = [{"speaker": speaker, "text": "So."}, {"speaker": "Interviewer", "text": "And?"}]
        dialogue = {**quoted(session=session, turns=turns), "text": None}
        one = person("f1/p3", pseudonym="Sorrel", attributes={"gender": "f"})
        study = study_of([one], [dialogue], [*sessions, interview("i1", participants=2)])
        assert [each.is_quoted for each in known_people(study) if each.id] == [is_theirs]

    def test_a_number_in_a_dialogue_is_none_of_the_studys(self) -> None:
        asking = {"speaker": "n0", "text": "And?", "role": "interviewer"}
        turns = [{"speaker": "Nurse 1", "text": "So."}, {"speaker": "n2", "text": "No."}, asking]
        study = study_of(alike(3), [{**quoted(turns=turns), "text": None}])
        assert [each.id for each in known_people(study) if each.is_quoted] == ["n2"]

    def test_nobody_speaks_in_words_that_were_composed(self) -> None:
        composed = {**quoted(session="i1"), "provenance": "illustrative", "cleared": None}
        people = [person("n1", sessions=["i1"])]
        assert grades(study_of(people, [composed], [interview("i1", site="A")])) == {}

    def test_those_not_quoted_count(self) -> None:
        assert grades(study_of(alike(MANY), [quoted("n0")])) == {}

    @pytest.mark.parametrize(("size", "is_at_risk"), [(4, True), (5, False)])
    def test_those_of_a_group_who_are_not_listed_count(self, size: int, is_at_risk: bool) -> None:
        study = study_of([person("n0")], nurses={"participants": size})
        assert bool(grades(study)) == is_at_risk

    @pytest.mark.parametrize(("size", "is_at_risk"), [(4, True), (5, False)])
    def test_those_of_a_session_who_are_not_listed_count(self, size: int, is_at_risk: bool) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses"], "participants": size}
        study = study_of([person("n0", sessions=["f"])], sessions=[fgd])
        assert bool(grades(study)) == is_at_risk

    def test_those_interviewed_elsewhere_count_where_the_same_is_told(self) -> None:
        sessions = [interview(f"i{n}") for n in range(MANY)]
        people = [person("n0", sessions=["i0"])]
        assert grades(study_of(people, sessions=sessions)) == {}
        sessions[0]["site"] = "A"
        assert grades(study_of(people, sessions=sessions)) == {"n0": "special-unique"}

    def test_no_more_of_a_session_than_its_group_has_left(self) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses"], "participants": 9}
        people = [person(f"n{n}", sessions=["f"]) for n in range(4)]
        study = study_of(people, sessions=[fgd], nurses={"participants": 4})
        assert set(grades(study).values()) == {"below-five"}

    def test_nobody_of_a_group_twice_who_is_in_its_session(self) -> None:
        fgd = {"id": "f", "kind": "focus-group", "groups": ["nurses"], "participants": 4}
        study = study_of([person("n0")], sessions=[fgd], nurses={"participants": 5})
        assert grades(study) == {"n0": "below-minimum-cell"}
        assert sum(not each.id for each in known_people(study)) == 4

    def test_those_not_listed_share_no_attribute(self) -> None:
        people = [person(f"n{n}", attributes={"gender": "f"}) for n in range(3)]
        study = study_of(people, nurses={"participants": 20})
        assert set(grades(study).values()) == {"below-five"}
        assert sum(not each.id for each in known_people(study)) == 17


class TestSmallGroups:
    @pytest.mark.parametrize(("size", "is_named"), [(2, True), (3, False), ("not_reported", False)])
    def test_are_named_below_the_minimum_where_their_words_are_published(
        self, size: int | str, is_named: bool
    ) -> None:
        study = study_of([], [quoted(group="deans")], deans={"participants": size})
        assert [(r.id, n) for r, n in small_groups(study)] == ([("deans", size)] * is_named)
        unquoted = study_of([], [quoted(group="nurses")], deans={"participants": size})
        assert small_groups(unquoted) == []

    def test_are_not_named_for_words_that_nobody_said_or_whose_speaker_is(self) -> None:
        composed = {**quoted(group="deans"), "provenance": "illustrative", "cleared": None}
        assert small_groups(study_of([], [composed], deans={"participants": 2})) == []
        named = study_of([person("d1", "deans")], deans={"participants": 2})
        assert (small_groups(named), grades(named)) == ([], {"d1": "below-minimum-cell"})

    @pytest.mark.parametrize(("number", "is_named"), [(2, True), (3, False)])
    def test_count_sessions_of_which_the_same_is_told(self, number: int, is_named: bool) -> None:
        sessions = [interview(f"i{n}", participants=1, when="2025") for n in range(number)]
        study = study_of([], [quoted(session="i0")], sessions)
        assert [(r.id, n) for r, n in small_groups(study)] == [("i0", 2)] * is_named

    @pytest.mark.parametrize("field", ["site", "when", "groups"])
    def test_know_one_interview_by_its_place_its_month_its_group(self, field: str) -> None:
        sessions = [interview(f"i{n}", participants=1) for n in range(MANY)]
        sessions[0][field] = {"site": "A", "when": "2025-04", "groups": ["deans"]}[field]
        study = study_of([], [quoted(session="i0")], sessions)
        assert [(r.id, n) for r, n in small_groups(study)] == [("i0", 1)]

    @pytest.mark.parametrize("kind", ["survey", "focus-group", "document"])
    def test_are_none_where_nothing_is_reported(self, kind: str) -> None:
        session = {**interview("i0", site="A"), "kind": kind}
        assert small_groups(study_of([], [quoted(session="i0")], [session])) == []

    @pytest.mark.parametrize("kind", ["interview", "diary"])
    def test_take_an_interview_that_reports_nothing_for_one_person(self, kind: str) -> None:
        session = {**interview("i0", site="A"), "kind": kind}
        study = study_of([], [quoted(session="i0")], [session])
        assert [(r.id, n) for r, n in small_groups(study)] == [("i0", 1)]


class TestWaivers:
    def test_of_somebody_at_risk_are_needed(self) -> None:
        study = study_of([person("n1", risk_waived=WAIVER)])
        assert unneeded_waivers(study) == []

    def test_of_others_are_not(self) -> None:
        people = alike(MANY, risk_waived=WAIVER)
        quotations = [quoted(p["id"]) for p in people]
        assert [p.id for p in unneeded_waivers(study_of(people, quotations))] == [
            p["id"] for p in people
        ]

    def test_of_somebody_not_quoted_are_for_nobody(self) -> None:
        study = study_of([person("n1", risk_waived=WAIVER)], [])
        assert [p.id for p in unneeded_waivers(study)] == ["n1"]


def told(study: Study) -> list[tuple[str, str, int, tuple[tuple[str, ...], ...]]]:
    def values(risk: Risk) -> tuple[str, str, int, tuple[tuple[str, ...], ...]]:
        return risk.person.id, risk.grade, risk.alike, risk.by

    return [values(risk) for risk in risks(study)]


ANY_PERSON = st.fixed_dictionaries(
    {
        "group": st.sampled_from(["nurses", "deans"]),
        "attributes": st.fixed_dictionaries(
            {}, optional={"gender": st.sampled_from("fm"), "years": st.sampled_from("123")}
        ),
        "sessions": st.lists(st.sampled_from(["i0", "i1", "f"]), unique=True, max_size=2),
    }
)
SESSIONS = [
    interview("i0", site="A", when="2025"),
    interview("i1", site="B", when="2025", participants=1),
    {"id": "f", "kind": "focus-group", "groups": ["nurses", "deans"], "participants": 4},
]


@settings(max_examples=60)
@given(people=st.lists(ANY_PERSON, min_size=1, max_size=9), data=st.data())
def test_the_order_of_attributes_people_and_quotations_changes_no_risk(
    people: list[dict[str, Any]], data: st.DataObject
) -> None:
    people = [{"id": f"p{n}", **each} for n, each in enumerate(people)]
    quotations = [
        quoted(f"p{data.draw(st.integers(0, len(people) - 1))}", number, **language)
        for number, language in enumerate(
            data.draw(st.lists(st.sampled_from([{}, {"language": "fr"}]), max_size=8))
        )
    ]
    study = study_of(people, quotations, SESSIONS)
    turned = [
        {**each, "attributes": dict(reversed(each["attributes"].items()))}
        for each in data.draw(st.permutations(people))
    ]
    other = study_of(turned, data.draw(st.permutations(quotations)), SESSIONS[::-1])
    about = other.about.model_copy(update={"attributes": other.about.attributes[::-1]})
    assert told(study) == told(other.model_copy(update={"about": about}))


@pytest.mark.parametrize("minimum", [1, 3, 4])
def test_of_one_person_is_told_what_is_told_among_all(minimum: int) -> None:
    people = [*alike(2), *(person(f"d{n}", "deans") for n in range(3)), person("x", "deans")]
    study = study_of(people, [quoted(p["id"]) for p in people[:-1]], minimum_cell=minimum)
    among_all = {risk.person.id: risk for risk in risks(study)}
    assert among_all
    assert {p.id: risk_of(study, p.id) for p in study.participants} == {
        p.id: among_all.get(p.id) for p in study.participants
    }
    assert risk_of(study, "x") is None
    assert risk_of(study, "nobody") is None
