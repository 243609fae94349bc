"""The least coarsening: it mends, it harms nobody else, and nothing smaller would do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_people import interview, person, quoted, study_of

from study_findings.model import Study
from study_findings.model.sites import StudySite
from study_findings.privacy.coarsening import (
    Coarsening,
    CoarseningStep,
    _sets_of,
    least_coarsening,
)
from study_findings.privacy.coarsening import _steps as all_steps
from study_findings.privacy.risk import ids_at_risk, risks

MANY = 6


def interviewed(*, sessions: list[dict[str, Any]], **study: Any) -> Study:
    """Make a study of as many nurses as interviews, each heard in one."""
    people = [person(f"n{n}", sessions=[s["id"]]) for n, s in enumerate(sessions)]
    return study_of(people, sessions=sessions, **study)


def interviews(number: int = MANY, **more: Any) -> list[dict[str, Any]]:
    return [interview(f"i{n}", participants=1, **more) for n in range(number)]


def told(found: Coarsening | None) -> tuple[tuple[str, ...], int] | None:
    """Give what is told of a coarsening: its steps, and how many values they change."""
    return (found.steps, found.changes) if found else None


def test_leaves_out_the_site_of_one_interview() -> None:
    sessions = interviews()
    sessions[0]["site"] = "Ward A"
    study = interviewed(sessions=sessions)
    assert told(least_coarsening(study, "n0")) == (("leave out `site` of i0",), 1)


def test_writes_a_year_for_a_month_where_others_have_the_year() -> None:
    sessions = interviews(when="2026")
    sessions[0]["when"] = "2026-04"
    study = interviewed(sessions=sessions)
    words = "write `when` of i0 as a year, without the month"
    assert told(least_coarsening(study, "n0")) == ((words,), 1)


def test_changes_all_sessions_where_one_alone_would_still_stand_apart() -> None:
    sessions = interviews()
    for n, session in enumerate(sessions):
        session["site"] = f"Ward {n}"
    mended = least_coarsening(interviewed(sessions=sessions), "n0")
    assert told(mended) == (("leave out `site` of all sessions",), MANY)


def test_takes_several_steps_where_one_is_not_enough() -> None:
    sessions = interviews()
    sessions[0] |= {"site": "Ward A", "wave": "Second"}
    mended = least_coarsening(interviewed(sessions=sessions), "n0")
    assert told(mended) == (("leave out `site` of i0", "leave out `wave` of i0"), 2)


def test_joins_two_neighbouring_levels() -> None:
    people = [
        *(person(f"a{n}", attributes={"years": "1"}) for n in range(7)),
        *(person(f"b{n}", attributes={"years": "2"}) for n in range(3)),
        *(person(f"c{n}", attributes={"years": "3"}) for n in range(6)),
    ]
    study = study_of(people)
    assert ids_at_risk(study) == {"b0", "b1", "b2"}
    words = "join the levels 2 and 3 of the attribute years"
    assert told(least_coarsening(study, "b0")) == ((words,), 9)


def test_takes_an_attribute_from_publication() -> None:
    people = [
        person(f"{g}{n}", attributes={"gender": g, "years": "1"}) for g in "fm" for n in range(3)
    ]
    mended = least_coarsening(study_of(people), "f0")
    assert mended is not None
    assert mended.changes == 6
    assert mended.steps[0] in (
        "take `publish: true` from the attribute gender",
        "join the levels f and m of the attribute gender",
    )


def test_leaves_out_a_session_that_nothing_said_comes_from() -> None:
    people = [person(f"n{n}", sessions=["i0"]) for n in range(MANY)]
    people[0]["sessions"] = ["i0", "i1"]
    sessions = [interview("i0", participants=MANY), interview("i1")]
    quotations = [quoted(f"n{n}", session="i0") for n in range(MANY)]
    mended = least_coarsening(study_of(people, quotations, sessions), "n0")
    assert told(mended) == (("leave i1 out of the sessions of n0",), 1)


def test_leaves_out_what_an_attribution_tells() -> None:
    people = [person(f"n{n}") for n in range(MANY)]
    quotations = [quoted(f"n{n}") for n in range(MANY)]
    quotations[0]["as_printed"] = "Head nurse"
    mended = least_coarsening(study_of(people, quotations), "n0")
    assert told(mended) == (("leave out `as_printed` of what n0 said",), 1)


def test_is_none_where_nothing_within_bounds_will_do() -> None:
    assert least_coarsening(study_of([person("d1", "deans")]), "d1") is None


def test_leaves_nobody_else_worse_off() -> None:
    """Less of the first survey alone would leave three of six who were in one or the other."""
    surveys = [
        {"id": "s1", "kind": "survey", "groups": ["nurses"], "site": "A"},
        {"id": "s2", "kind": "survey", "groups": ["nurses"], "site": "A"},
        {"id": "s3", "kind": "survey", "groups": ["nurses"]},
    ]
    sessions = [*surveys, interview("x1", site="A"), *(interview(f"w{n}") for n in range(5))]
    people = [
        person("x", sessions=["s1", "x1"]),
        *(person(f"w{n}", sessions=["s3", f"w{n}"]) for n in range(5)),
        *(person(f"y{n}", sessions=["s1"]) for n in range(3)),
        *(person(f"z{n}", sessions=["s2"]) for n in range(3)),
    ]
    study = study_of(people, sessions=sessions)
    assert ids_at_risk(study) == {"x"}
    assert told(least_coarsening(study, "x")) == (("leave out `site` of all sessions",), 3)


PLACE = st.sampled_from(["A", "B", "not_reported"])
MONTH = st.sampled_from(["2025-01", "2025-02", "2025", "not_reported"])


@settings(max_examples=15, deadline=None)
@given(told=st.lists(st.tuples(PLACE, MONTH), min_size=5, max_size=8), data=st.data())
def test_whatever_the_order_it_is_the_same_and_one_of_fewest_changes(
    told: list[tuple[str, str]], data: st.DataObject
) -> None:
    sessions = [
        interview(f"i{n}", participants=1, site=site, when=when)
        for n, (site, when) in enumerate(told)
    ]
    study = interviewed(sessions=sessions)
    shuffled = study_of(
        data.draw(st.permutations([person(f"n{n}", sessions=[f"i{n}"]) for n in range(len(told))])),
        data.draw(st.permutations([quoted(f"n{n}") for n in range(len(told))])),
        data.draw(st.permutations(sessions)),
    )
    for risk in risks(study)[:2]:
        mended = least_coarsening(study, risk.person.id)
        assert mended == least_coarsening(shuffled, risk.person.id)


@pytest.mark.parametrize("site", ["Ward A", "Ward B"])
def test_a_study_is_left_as_it_is(site: str) -> None:
    sessions = interviews()
    sessions[0]["site"] = site
    study = interviewed(sessions=sessions)
    before = study.model_dump_json()
    least_coarsening(study, "n0")
    assert study.model_dump_json() == before


def shown(study: Study) -> dict[str, tuple[Any, ...]]:
    """Give what a coarsening may change, of the whole study."""
    return {
        "attributes": tuple((a.id, a.publish, a.levels) for a in study.about.attributes),
        "people": tuple((p.id, p.sessions, dict(p.attributes)) for p in study.participants),
        "sessions": tuple(
            (s.id, s.site, s.when, s.participants, s.wave, s.label) for s in study.sessions
        ),
        "said": tuple((q.id, q.session, q.as_printed) for q in study.quotations),
    }


def apart(before: Study, after: Study | None) -> dict[str, tuple[Any, ...]]:
    """Give what differs after a coarsening, part by part, each thing as it is then."""
    assert after is not None
    then, now = shown(before), shown(after)
    return {
        part: tuple(one for one in now[part] if one not in then[part])
        for part in now
        if now[part] != then[part]
    }


def after(study: Study, id_: str) -> Study:
    found = least_coarsening(study, id_)
    assert found is not None
    return found.after


class TestTheStudyAfterwards:
    def test_has_two_levels_joined_in_their_place(self) -> None:
        people = [
            *(person(f"a{n}", attributes={"years": "1", "gender": "f"}) for n in range(7)),
            *(person(f"b{n}", attributes={"years": "2", "gender": "f"}) for n in range(3)),
            *(person(f"c{n}", attributes={"years": "3", "gender": "f"}) for n in range(6)),
        ]
        study = study_of(people)
        joined = {"years": "2 or 3", "gender": "f"}
        assert apart(study, after(study, "b0")) == {
            "attributes": (("years", True, ("1", "2 or 3")),),
            "people": tuple((p["id"], (), joined) for p in people[7:]),
        }

    @pytest.mark.parametrize(
        ("below", "above", "levels"), [(6, 7, ("1 or 2", "3")), (7, 6, ("1", "2 or 3"))]
    )
    def test_joins_the_level_beside_it_that_fewer_have(
        self, below: int, above: int, levels: tuple[str, ...]
    ) -> None:
        people = [
            *(person(f"a{n}", attributes={"years": "1"}) for n in range(below)),
            *(person(f"b{n}", attributes={"years": "2"}) for n in range(3)),
            *(person(f"c{n}", attributes={"years": "3"}) for n in range(above)),
        ]
        study = study_of(people)
        found = least_coarsening(study, "b0")
        assert found is not None
        assert found.changes == 9
        assert apart(study, found.after)["attributes"] == (("years", True, levels),)

    def test_has_one_attribute_unpublished(self) -> None:
        people = [
            *(person(f"a{n}", attributes={"gender": "f", "years": "1"}) for n in range(6)),
            *(person(f"b{n}", attributes={"gender": "x", "years": "1"}) for n in range(3)),
        ]
        study = study_of(people)
        found = least_coarsening(study, "b0")
        assert found is not None
        assert found.steps == ("take `publish: true` from the attribute gender",)
        assert apart(study, found.after) == {"attributes": (("gender", False, ("f", "m")),)}

    def test_counts_what_is_told_of_an_attribute_and_no_more(self) -> None:
        """An attribute of which too few have a value is not told, and costs nothing."""
        people = [
            *(person(f"a{n}", attributes={"gender": "f"}) for n in range(6)),
            *(person(f"b{n}", attributes={"gender": "x", "years": "3"}) for n in range(3)),
        ]
        found = least_coarsening(study_of(people), "b0")
        assert found is not None
        told = sum(line.startswith("take") for line in found.steps)
        assert (told, found.changes % 3) == (len(found.steps), 0)

    def test_names_no_session_of_one_person_nor_of_what_that_person_said(self) -> None:
        """Six were heard in one survey; one of them was in another too, and is quoted from it."""
        surveys = [{"id": f"s{n}", "kind": "survey", "groups": ["nurses"]} for n in range(2)]
        surveys[1]["site"] = "Ward A"
        people = [person("n0", sessions=["s0", "s1"])]
        people += [person(f"n{n}") for n in range(1, MANY)]
        quotations = [quoted("n0", session="s1"), *(quoted(f"n{n}") for n in range(1, MANY))]
        study = study_of(people, quotations, surveys)
        found = least_coarsening(study, "n0")
        assert found is not None
        assert (found.steps, found.changes) == (
            ("name no session at n0, nor in what n0 said",),
            3,
        )
        assert apart(study, found.after) == {
            "people": (("n0", (), {}),),
            "said": (("q-n0-1", None, None),),
        }

    def test_lacks_an_attribution_or_a_session_of_one_person_alone(self) -> None:
        people = [person(f"n{n}", sessions=["i0"]) for n in range(MANY)]
        people[0]["sessions"] = ["i0", "i1"]
        sessions = [interview("i0", participants=MANY), interview("i1")]
        quotations = [quoted(f"n{n}", session="i0") for n in range(MANY)]
        quotations[0]["as_printed"] = "Head nurse"
        study = study_of(people, quotations, sessions)
        assert apart(study, after(study, "n0")) == {
            "people": (("n0", ("i0",), {}),),
            "said": (("q-n0-1", "i0", None),),
        }

    def test_names_the_site_around(self) -> None:
        made = study_of([person("n0", sessions=["i0"])], sessions=interviews(site="ward"))
        inner = StudySite(id="ward", label="Ward")
        outer = StudySite(id="town", label="Town", sites=(inner,))
        study = made.model_copy(update={"about": made.about.model_copy(update={"sites": (outer,)})})
        [step] = [s for s in all_steps(study, study.participants[0]) if "around" in s.words]
        assert step.words == "name town, the site around it, as `site` of i0"
        assert step.changes == 1
        assert {s.id: s.site for s in step.apply(study).sessions} == {
            "i0": "town",
            **{f"i{n}": "ward" for n in range(1, MANY)},
        }


def everything() -> Study:
    """Make a study in which every kind of step is open to `n0`."""
    people = [
        person("n0", sessions=["i0", "i1", "i3"], attributes={"gender": "f", "years": "2"}),
        person("n1", attributes={"gender": "m", "years": "1"}, sessions=["i3"]),
        person("n2", attributes={"gender": "f", "years": "3"}, sessions=["i3"]),
        person("n3", attributes={"gender": "m"}),
    ]
    told = {"site": "Ward A", "wave": "Second"}
    sessions = [
        interview("i0", **told, when="2026-04", participants=1, label="At night"),
        interview("i1", site="ward"),
        interview("i2", **told, when="2026-05"),
        interview("i3", when="2026"),
    ]
    quotations = [
        quoted("n0", session="i0", as_printed="Head nurse"),
        quoted("n0", 2),
        quoted("n0", 3, as_printed="Nurse", cleared=None),
        quoted("n1", session="i2", as_printed="Nurse"),
    ]
    made = study_of(people, quotations, sessions, minimum_cell=1)
    around = StudySite(
        id="land",
        label="Land",
        sites=(StudySite(id="town", label="Town", sites=(StudySite(id="ward", label="Ward"),)),),
    )
    study = made.model_copy(update={"about": made.about.model_copy(update={"sites": (around,)})})
    assert study.sites_around["ward"]
    return study


NOT = "not_reported"
I0 = ("i0", "Ward A", "2026-04", 1, "Second", "At night")
STEPS: dict[str, tuple[int, dict[str, tuple[Any, ...]]]] = {
    "take `publish: true` from the attribute gender": (
        4,
        {"attributes": (("gender", False, ("f", "m")),)},
    ),
    "join the levels f and m of the attribute gender": (
        4,
        {
            "attributes": (("gender", True, ("f or m",)),),
            "people": (
                ("n0", ("i0", "i1", "i3"), {"gender": "f or m", "years": "2"}),
                ("n1", ("i3",), {"gender": "f or m", "years": "1"}),
                ("n2", ("i3",), {"gender": "f or m", "years": "3"}),
                ("n3", (), {"gender": "f or m"}),
            ),
        },
    ),
    "take `publish: true` from the attribute years": (
        3,
        {"attributes": (("years", False, ("1", "2", "3")),)},
    ),
    "join the levels 1 and 2 of the attribute years": (
        2,
        {
            "attributes": (("years", True, ("1 or 2", "3")),),
            "people": (
                ("n0", ("i0", "i1", "i3"), {"gender": "f", "years": "1 or 2"}),
                ("n1", ("i3",), {"gender": "m", "years": "1 or 2"}),
            ),
        },
    ),
    "join the levels 2 and 3 of the attribute years": (
        2,
        {
            "attributes": (("years", True, ("1", "2 or 3")),),
            "people": (
                ("n0", ("i0", "i1", "i3"), {"gender": "f", "years": "2 or 3"}),
                ("n2", ("i3",), {"gender": "f", "years": "2 or 3"}),
            ),
        },
    ),
    "leave out `site` of i0 and i1 and i3": (
        2,
        {
            "sessions": (
                ("i0", NOT, *I0[2:]),
                ("i1", NOT, NOT, NOT, None, None),
            )
        },
    ),
    "leave out `site` of all sessions": (
        3,
        {
            "sessions": (
                ("i0", NOT, *I0[2:]),
                ("i1", NOT, NOT, NOT, None, None),
                ("i2", NOT, "2026-05", NOT, "Second", None),
            )
        },
    ),
    "leave out `when` of i0 and i1 and i3": (
        2,
        {"sessions": ((*I0[:2], NOT, *I0[3:]), ("i3", NOT, NOT, NOT, None, None))},
    ),
    "leave out `when` of all sessions": (
        3,
        {
            "sessions": (
                (*I0[:2], NOT, *I0[3:]),
                ("i2", "Ward A", NOT, NOT, "Second", None),
                ("i3", NOT, NOT, NOT, None, None),
            )
        },
    ),
    "leave out `participants` of i0 and i1 and i3": (
        1,
        {"sessions": ((*I0[:3], NOT, *I0[4:]),)},
    ),
    "leave out `wave` of i0 and i1 and i3": (1, {"sessions": ((*I0[:4], None, I0[5]),)}),
    "leave out `wave` of all sessions": (
        2,
        {"sessions": ((*I0[:4], None, I0[5]), ("i2", "Ward A", "2026-05", NOT, None, None))},
    ),
    "leave out `label` of i0 and i1 and i3": (1, {"sessions": ((*I0[:5], None),)}),
    "name town, the site around it, as `site` of i1": (
        1,
        {"sessions": (("i1", "town", NOT, NOT, None, None),)},
    ),
    "write `when` of i0 and i1 and i3 as a year, without the month": (
        1,
        {"sessions": ((*I0[:2], "2026", *I0[3:]),)},
    ),
    "write `when` of all sessions as a year, without the month": (
        2,
        {
            "sessions": (
                (*I0[:2], "2026", *I0[3:]),
                ("i2", "Ward A", "2026", NOT, "Second", None),
            )
        },
    ),
    "leave i1 and i3 out of the sessions of n0": (
        2,
        {"people": (("n0", ("i0",), {"gender": "f", "years": "2"}),)},
    ),
    "name no session at n0, nor in what n0 said": (
        4,
        {
            "people": (("n0", (), {"gender": "f", "years": "2"}),),
            "said": (("q-n0-1", None, "Head nurse"),),
        },
    ),
    "leave out `as_printed` of what n0 said": (
        1,
        {"said": (("q-n0-1", "i0", None), ("q-n0-3", None, None))},
    ),
}


class TestSteps:
    def test_are_each_way_to_tell_less_with_what_it_changes(self) -> None:
        study = everything()
        found = list(all_steps(study, study.participants[0]))
        assert {s.words: (s.changes, apart(study, s.apply(study))) for s in found} == STEPS
        assert [step.words for step in found] == list(STEPS)

    def test_join_a_level_with_those_beside_it_alone(self) -> None:
        people = [person(f"n{n}", attributes={"years": n}) for n in "123"]
        study = study_of(people, minimum_cell=1)
        joined = [
            [s.words[16:23] for s in all_steps(study, p) if s.words.startswith("join")]
            for p in study.participants
        ]
        assert joined == [["1 and 2"], ["1 and 2", "2 and 3"], ["2 and 3"]]

    def test_are_of_sessions_in_which_the_person_takes_a_turn_too(self) -> None:
        turns = [{"speaker": "Sorrel", "text": "So."}]
        said = {**quoted(session="i1", turns=turns), "text": None}
        sessions = [interview(f"i{n}", site=f"Ward {n}", participants=2) for n in range(3)]
        study = study_of([person("n0", pseudonym="Sorrel", sessions=["i0"])], [said], sessions)
        steps = [step.words for step in all_steps(study, study.participants[0])]
        assert "leave out `site` of i0 and i1" in steps

    def test_are_none_where_nothing_is_told(self) -> None:
        study = study_of([person("n0"), person("n1")])
        assert list(all_steps(study, study.participants[0])) == []

    def test_hold_no_attribute_that_is_not_published_nor_one_without_a_value(self) -> None:
        """Nor its levels, whoever has them; what is told of nobody costs nothing to leave out."""
        people = [person(f"n{n}", attributes={"gender": "f"}) for n in range(2)]
        people += [person("n2", attributes={"years": "2"})]
        study = study_of(people)
        at_n0 = [step.words for step in all_steps(study, study.participants[0])]
        assert at_n0 == ["join the levels f and m of the attribute gender"]
        hidden = study.about.model_copy(
            update={
                "attributes": tuple(
                    a.model_copy(update={"publish": a.id == "years"})
                    for a in study.about.attributes
                )
            }
        )
        study = study.model_copy(update={"about": hidden})
        assert list(all_steps(study, study.participants[0])) == []
        assert [step.words for step in all_steps(study, study.participants[2])] == [
            "join the levels 1 and 2 of the attribute years",
            "join the levels 2 and 3 of the attribute years",
        ]

    def test_leave_out_no_session_of_somebody_whose_id_stands_in_one(self) -> None:
        fgd = {"id": "f1", "kind": "focus-group", "groups": ["nurses"]}
        said = [quoted("f1/n0", id="q-1", session="f1"), quoted("n1", session="f1")]
        study = study_of([person("f1/n0"), person("n1", sessions=["f1"])], said, [fgd])
        steps = [[s.words for s in all_steps(study, p)] for p in study.participants]
        assert steps == [[], ["name no session at n1, nor in what n1 said"]]


def test_sets_of_steps_are_tried_by_how_much_they_change_then_by_how_many_they_are() -> None:
    def step(words: str, changes: int) -> CoarseningStep:
        return CoarseningStep(words, changes, lambda study: study)

    a, b, c, d = step("a", 3), step("b", 1), step("c", 2), step("d", 4)
    by_words = ["".join(step.words for step in steps) for steps in _sets_of([d, b, a, c])]
    assert by_words == "b c a bc d ab ac bd cd abc ad bcd abd acd".split()
    assert len(by_words) == 14, "never four together"
