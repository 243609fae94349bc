"""Where people were heard is told only of enough of them, and what is hidden does not follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import all_of_site
from shapes import quotation, study_of, theme

from study_findings.checking.recognition import check_recognition
from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.model import NOT_REPORTED, Study
from study_findings.privacy.coarsening import least_coarsening
from study_findings.privacy.known import known_people
from study_findings.privacy.publishable import publishable
from study_findings.privacy.told_sites import hidden_sites, with_told_sites
from study_findings.problems import Location
from study_findings.project.site import Settings
from study_findings.render import render_site

VALLEY = {
    "id": "valley",
    "label": "The valley",
    "sites": [{"id": name, "label": f"Clinic {name}"} for name in ("north", "south", "mill")],
}
HARBOUR = {"id": "harbour", "label": "The harbour"}
QUAY = {"id": "quay", "label": "The quay"}


def session(number: int, site: str = "", people: int | str = 5, **more: Any) -> dict[str, Any]:
    where = {"site": site} if site else {}
    record = {"id": f"s{number}", "kind": "focus-group", "groups": ["students"], **where}
    return {**record, "participants": people, **more}


def study(sites: Sequence[Any], *sessions: dict[str, Any], **parts: Any) -> Study:
    plain = study_of(sessions=list(sessions), **parts)
    about = {**plain.about.model_dump(), "sites": sites}
    return Study.model_validate({**plain.model_dump(), "about": about})


def told(*args: Any, **parts: Any) -> list[str]:
    return [each.site for each in with_told_sites(study(*args, **parts)).sessions]


def test_a_site_of_enough_people_is_told() -> None:
    assert told([HARBOUR], session(1, "harbour", 3)) == ["harbour"]


def test_a_site_of_too_few_is_told_as_the_site_around_it() -> None:
    found = told([VALLEY], session(1, "north", 2), session(2, "south", 2), session(3, "mill", 9))
    assert found == ["valley", "valley", "mill"]


def test_without_a_site_around_it_none_is_told() -> None:
    found = told([HARBOUR, QUAY], session(1, "harbour", 2), session(2, "quay", 1))
    assert found == [NOT_REPORTED] * 2


def test_none_is_hidden_alone_though_enough_people_are_left() -> None:
    """Whoever knows all sites knows the one that is missing."""
    sites = [HARBOUR, QUAY, {"id": "pier", "label": "The pier"}]
    found = told(sites, session(1, "harbour", 2), session(2, "quay", 9), session(3, "pier", 4))
    assert found == [NOT_REPORTED, "quay", NOT_REPORTED]


def test_the_smallest_is_hidden_with_it() -> None:
    sites = [HARBOUR, QUAY, {"id": "pier", "label": "The pier"}]
    found = told(sites, session(1, "harbour", 2), session(2, "quay", 4), session(3, "pier", 9))
    assert found == [NOT_REPORTED, NOT_REPORTED, "pier"]


def test_a_site_that_is_hidden_inside_one_that_is_told_is_taken_out_alone() -> None:
    sessions = [session(1, "north", 2), session(2, "south", 2), session(3, "mill", 9)]
    (valley,) = with_told_sites(study([VALLEY], *sessions)).about.sites
    assert (valley.id, [site.id for site in valley.sites]) == ("valley", ["mill"])


def test_a_session_told_no_closer_hides_one_site() -> None:
    found = told([VALLEY], session(1, "north", 2), session(2, "valley", 1), session(3, "mill", 9))
    assert found == ["valley", "valley", "mill"]


def test_those_told_no_closer_are_never_too_few() -> None:
    """Two of the five who are told no closer would be few, so a larger site is hidden with them."""
    sites = [HARBOUR, QUAY, {"id": "pier", "label": "The pier"}]
    found = told(sites, session(1, "harbour", 1), session(2, "quay", 1), session(3, "pier", 4))
    assert found == [NOT_REPORTED] * 3


def test_no_site_stands_empty_of_whose_sessions_nothing_is_told() -> None:
    """Two teachers are too few to say where they were: a site with nobody would be theirs."""
    teachers = [session(n, "quay", 1, kind="interview", groups=["faculty"]) for n in (2, 3)]
    drawn = study([HARBOUR, QUAY, {**VALLEY, "id": "none"}], session(1, "harbour"), *teachers)
    assert [site.id for site in hidden_sites(drawn)] == ["quay"]
    assert [site.id for site in publishable(drawn).about.sites] == ["harbour", "none"]
    inside = study([{**VALLEY, "sites": [QUAY]}], session(1, "valley"), *teachers)
    assert [site.id for site in hidden_sites(inside)] == ["quay"]
    among_others = study([HARBOUR, QUAY], session(1, "harbour"), session(4, "quay"), *teachers)
    assert hidden_sites(among_others) == []


def test_place_in_words_is_told_as_it_stands() -> None:
    found = told([HARBOUR], session(1, "A hall by the river", 1), session(2, "harbour", 9))
    assert found == ["A hall by the river", "harbour"]


def test_people_who_come_again_count_once() -> None:
    listed = [{"id": "p1", "group": "students", "sessions": ["s1", "s2", "s3"]}]
    alone = [session(number, "harbour", 1) for number in (1, 2, 3)]
    assert told([HARBOUR], *alone, participants=listed) == [NOT_REPORTED] * 3
    waves = [session(n, "harbour", 2, wave=f"Wave {n}") for n in (1, 2)]
    assert told([HARBOUR], *waves) == [NOT_REPORTED] * 2


ELSEWHERE = [session(8, "quay", 9), session(9, people=5)]
"""Sessions of as many students as keep them from being too few, and hide the harbour if need be."""


def told_at_the_harbour(*sessions: dict[str, Any], **parts: Any) -> bool:
    return told([HARBOUR, QUAY], *sessions, *ELSEWHERE, **parts)[0] == "harbour"


def test_people_of_a_site_are_those_of_its_largest_wave_and_of_no_wave() -> None:
    waves = [session(n, "harbour", 2, wave=f"Wave {n}") for n in (1, 2)]
    assert not told_at_the_harbour(*waves)
    assert told_at_the_harbour(*waves, session(3, "harbour", 1))
    assert told_at_the_harbour(*waves, session(3, "harbour", 1, wave="Wave 1"))
    assert not told_at_the_harbour(*waves, session(3, "harbour", 1, wave="Wave 3"))


@pytest.mark.parametrize(("number", "is_told"), [(2, False), (3, True)])
def test_people_of_interviews_are_each_one_listed_or_not(number: int, is_told: bool) -> None:
    alone = [session(n, "harbour", 1) for n in range(number)]
    listed = [{"id": f"p{n}", "group": "students", "sessions": [f"s{n}"]} for n in range(number)]
    said = [quotation(f"q{n}", "a", session=f"s{n}") for n in range(number)]
    unnamed = {"themes": [theme("a")], "quotations": said}
    assert told_at_the_harbour(*alone) == is_told
    assert told_at_the_harbour(*alone, participants=listed) == is_told
    assert told_at_the_harbour(*alone, **unnamed) == is_told


def test_no_more_people_are_counted_than_the_group_has() -> None:
    groups = [{"id": "students", "label": "S", "singular": "S", "participants": 2}]
    sessions = [session(number, "harbour", 2) for number in (1, 2)]
    assert told([HARBOUR], *sessions, groups=groups) == [NOT_REPORTED] * 2


def test_those_of_the_group_who_are_listed_are_not_counted_twice() -> None:
    groups = [{"id": "students", "label": "S", "singular": "S", "participants": 4}]
    listed = [{"id": f"p{n}", "group": "students"} for n in (1, 2)]
    sessions = [session(number, "harbour", 3) for number in (1, 2)]
    assert told([HARBOUR], *sessions, groups=groups, participants=listed) == [NOT_REPORTED] * 2
    assert told([HARBOUR], *sessions, groups=groups) == ["harbour"] * 2


def test_who_is_quoted_from_two_sessions_counts_once() -> None:
    listed = [{"id": f"p{n}", "group": "students"} for n in (1, 2)]
    sessions = [session(number, "harbour", 2) for number in (1, 2)]
    said = [
        quotation(f"q{n}{s}", "a", participant=f"p{n}", session=f"s{s}")
        for n in (1, 2)
        for s in (1, 2)
    ]
    parts = {"participants": listed, "themes": [theme("a")]}
    assert told([HARBOUR], *sessions, **parts, quotations=said) == [NOT_REPORTED] * 2
    assert told([HARBOUR], *sessions, **parts) == ["harbour"] * 2


def people_at(sessions: list[dict[str, Any]], sites: set[str]) -> int:
    return sum(s["participants"] for s in sessions if s.get("site") in sites)


NAMES = ["", "valley", "north", "south", "mill", "harbour", "quay"]
PLACES = {NOT_REPORTED: {"valley", "harbour", "quay"}, "valley": {"north", "south", "mill"}}
INNER = {"valley": {"valley", "north", "south", "mill"}}


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 5)), max_size=9))
def test_nothing_small_is_told_and_nothing_small_is_left(drawn: list[tuple[str, int]]) -> None:
    sessions = [session(n, site, people) for n, (site, people) in enumerate(drawn)]
    made = study([VALLEY, HARBOUR, QUAY], *sessions)
    found = {each.id: each.site for each in with_told_sites(made).sessions}
    shown = {site for site in found.values() if site != NOT_REPORTED}
    hidden = {site.id for site in hidden_sites(made)}
    for site in shown:
        assert people_at(sessions, INNER.get(site, {site})) >= 3
    assert not shown & hidden
    for around, inner in (
        ("", {"valley", "harbour", "quay"}),
        ("valley", {"north", "south", "mill"}),
    ):
        if hidden & inner and (around or NOT_REPORTED) not in hidden and around not in hidden:
            at = around or NOT_REPORTED
            left = [s for s in sessions if found[s["id"]] == at]
            sources = {s.get("site", "") for s in left}
            everybody = {s for s in inner if people_at(sessions, INNER.get(s, {s}))}
            assert everybody <= hidden or (
                sum(s["participants"] for s in left) >= 3 and len(sources) > 1
            )


def everything(made: Study) -> str:
    return all_of_site(render_site(publishable(made), Settings("Here", "https://example.org/")))


SECRET = {
    "id": "zqhidden",
    "label": "Zqlabel",
    "level": "Zqlevel",
    "description": "Zqdescription",
    "sites": [{"id": "zqinner", "label": "Zqinnerlabel"}],
}
HIDING = [
    session(1, "zqhidden", 1),
    session(2, "zqinner", 1),
    session(3, "quay", 2),
    session(4, "harbour", 9),
]


def hiding() -> Study:
    words = {"id": "zqhidden", "label": "Zqtranslated", "description": "Zqalso"}
    made = study(
        [SECRET, HARBOUR, QUAY],
        *HIDING,
        themes=[theme("a")],
        quotations=[quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 2, 3, 4)],
    )
    translation = {"language": "ur", "about": {"sites": [words]}}
    return Study.model_validate({**made.model_dump(), "translations": [translation]})


def test_no_word_of_a_hidden_site_is_in_any_file() -> None:
    assert [site.id for site in hidden_sites(hiding())] == ["zqhidden", "zqinner", "quay"]
    found = everything(hiding()).casefold()
    assert "the harbour" in found
    assert "zq" not in found
    assert "the quay" not in found


def test_no_word_of_a_hidden_site_inside_one_that_is_told_is_in_any_file() -> None:
    around = {"id": "land", "label": "The land", "sites": [SECRET]}
    made = study([around], session(1, "zqinner", 1), session(2, "land", 9), themes=[theme("a")])
    found = everything(made).casefold()
    assert "the land" in found
    assert "zq" not in found


def test_every_file_has_a_site_that_is_told() -> None:
    made = study(
        [SECRET],
        *(session(n, "zqinner", 4) for n in (1, 2)),
        themes=[theme("a")],
        quotations=[quotation("q1", "a", session="s1")],
    )
    site = render_site(publishable(made), Settings("Here", "https://example.org/"))
    for path in ("voices/index.md", "q/q1/index.html", "data/findings.json", "data/quotations.csv"):
        assert b"Zqinnerlabel" in site.files[path], path


def test_filters_count_a_site_with_those_inside_it() -> None:
    made = study(
        [VALLEY, HARBOUR],
        session(1, "north"),
        session(2, "valley"),
        session(3, "harbour"),
        themes=[theme("a")],
        quotations=[quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 1 + 1, 3)],
    )
    facet = next(f for f in Facets(Findings(publishable(made))).all if f.name == "site")
    assert [(v.key, v.count, v.depth) for v in facet.values] == [
        ("valley", 2, 0),
        ("north", 1, 1),
        ("harbour", 1, 0),
    ]


def test_what_is_known_of_a_person_is_the_site_as_it_is_told() -> None:
    people = [{"id": "p1", "group": "students", "sessions": ["s1"]}]
    made = study([VALLEY], session(1, "north", 1), session(2, "south", 9), participants=people)
    person = next(known for known in known_people(made) if known.id == "p1")
    assert [facts.get("site") for facts in person.sessions] == ["valley"]


def test_naming_the_site_around_it_is_a_way_to_tell_less() -> None:
    everybody = [("p1", "s1"), *((f"p{n}", "s2") for n in range(2, 9))]
    made = study(
        [VALLEY],
        session(1, "north", 9, kind="diary"),
        session(2, "valley", 9, kind="diary"),
        participants=[{"id": p, "group": "students", "sessions": [s]} for p, s in everybody],
        themes=[theme("a")],
        quotations=[quotation("q1", "a", participant="p1"), quotation("q2", "a", participant="p2")],
        groups=[{"id": "students", "label": "S", "singular": "S", "participants": 8}],
    )
    found = least_coarsening(made, "p1")
    assert found is not None
    assert found.steps in (
        ("name valley, the site around it, as `site` of s1",),
        ("leave out `site` of s1",),
        ("leave s1 out of the sessions of p1",),
    )


def anywhere(*_: object, **__: object) -> Location:
    return Location("study.yml")


def test_an_author_learns_what_will_not_be_told_and_where_it_is_told_all_the_same() -> None:
    sessions = [{**s, "label": f"Group at Zqlabel {s['id']}"} for s in HIDING[:1]] + HIDING[1:]
    made = study([SECRET, HARBOUR, QUAY], *sessions)
    found = [problem.rule for problem in check_recognition(made, anywhere)]
    assert sorted(found) == ["hidden-site"] * 3 + ["hidden-site-named"]


@pytest.mark.parametrize(
    ("session_id", "person_id", "number"),
    [("s1", "p1", 0), ("fgd-quay", "p1", 1), ("s1", "quay-3", 1), ("the-quay-1", "the-quay-p", 2)],
)
def test_an_author_learns_of_ids_that_name_a_site(
    session_id: str, person_id: str, number: int
) -> None:
    few = {**session(1, "quay", 2), "id": session_id}
    people = [{"id": person_id, "group": "students", "sessions": [session_id]}]
    made = study([QUAY, HARBOUR], few, session(2, "harbour"), participants=people)
    found = [problem.rule for problem in check_recognition(made, anywhere)]
    assert found.count("hidden-site-named") == number
