"""Facets tell quotations apart, and count what a reader may filter by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.facets import Facet, Facets, Value
from study_findings.findings.named_words import words_of_facet, words_of_value
from study_findings.findings.translated import level_field
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

YEARS = [{"id": "year", "label": "Year", "levels": ["first year", "5"], "publish": True}]


def facets_of(study: Study) -> Facets:
    return Facets(Findings(publishable(study)))


def labels(facets: Facets, name: str) -> dict[str, int]:
    facet = next(facet for facet in facets.all if facet.name == name)
    return {value.label: value.count for value in facet.values}


def people(years: tuple[str, ...], group_of: Mapping[str, str]) -> list[dict[str, object]]:
    return [
        {"id": f"s{i}", "group": group_of.get(year, "students"), "attributes": {"year": year}}
        for i, year in enumerate(years)
    ]


def with_attributes(*years: str, **group_of: str) -> Facets:
    """Give the facets of a study of students, each quoted once; of those of a year in `group_of`,
    of that group.
    """
    years_of = {year.removeprefix("year"): group for year, group in group_of.items()}
    study = study_of(
        themes=[theme("a")],
        participants=people(years, years_of),
        quotations=[quotation(f"q{i}", "a", participant=f"s{i}") for i in range(len(years))],
    )
    about = study.about.model_copy(
        update={
            "attributes": Study.model_validate(
                {"about": {**study.about.model_dump(), "attributes": YEARS}}
            ).about.attributes
        }
    )
    return facets_of(study.model_copy(update={"about": about}))


def test_a_quotation_of_a_subtheme_counts_for_the_themes_around_it() -> None:
    study = study_of(
        themes=[theme("a", subthemes=[{"id": "a1", "title": "Inner"}]), theme("b")],
        quotations=[quotation("q1", "a1"), quotation("q2", "a"), quotation("q3", "b")],
    )
    assert labels(facets_of(study), "theme") == {"Theme a": 2, "Inner": 1, "Theme b": 1}


def test_a_facet_that_tells_nothing_apart_is_left_out() -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a"), quotation("q2", "a")])
    assert "provenance" not in {facet.name for facet in facets_of(study).all}
    assert "theme" not in {facet.name for facet in facets_of(study).all}


def test_two_values_are_offered_though_all_quotations_have_both() -> None:
    themes = [theme("a", subthemes=[{"id": "a1", "title": "Inner"}])]
    facets = facets_of(study_of(themes=themes, quotations=[quotation("q1", "a1")]))
    assert [facet.name for facet in facets.all] == ["theme"]
    assert labels(facets, "theme") == {"Theme a": 1, "Inner": 1}


def test_a_value_that_some_quotations_lack_is_a_facet_of_its_own() -> None:
    study = study_of(
        themes=[theme("a")],
        quotations=[quotation("q1", "a", stance="diverges"), quotation("q2", "a")],
    )
    facets = facets_of(study)
    assert labels(facets, "stance") == {"Against its theme": 1}
    (stance,) = (facet for facet in facets.all if facet.name == "stance")
    assert (stance.held, stance.total) == (1, 2)
    assert [facets.of(card).get("stance") for card in facets.findings.cards] == [
        ("diverges",),
        None,
    ]


def test_the_language_is_the_one_it_was_said_in() -> None:
    urdu = {"text": "وقت", "language": "ur"}
    study = study_of(
        themes=[theme("a")],
        quotations=[
            quotation("q1", "a", provenance="translated", original=urdu),
            quotation("q2", "a"),
        ],
    )
    assert labels(facets_of(study), "language") == {"English": 1, "Urdu": 1}


def test_an_attribute_is_a_facet_where_enough_people_share_it() -> None:
    facets = with_attributes("first year", "first year", "first year", "5", "5", "5")
    assert labels(facets, "attribute-year") == {"first year": 3, "5": 3}


def test_an_attribute_that_too_few_people_share_is_no_value() -> None:
    facets = with_attributes("first year", "first year", "first year", "5", "5", year5="faculty")
    assert labels(facets, "attribute-year") == {"first year": 3}


def test_a_level_that_cannot_stand_in_an_address_gets_a_number() -> None:
    facets = with_attributes("first year", "first year", "first year", "5", "5", "5")
    facet = next(facet for facet in facets.all if facet.name == "attribute-year")
    assert [value.slug for value in facet.values] == ["1", "5"]


def test_a_theme_named_as_a_facet_is_leaves_its_former_names_to_itself() -> None:
    study = study_of(
        themes=[theme("language", formerly=("tongue",)), theme("a")],
        quotations=[quotation("q1", "language", language="ur"), quotation("q2", "a")],
    )
    facets = facets_of(study)
    assert {facet.name: facet.formerly for facet in facets.all} == {"theme": (), "language": ()}
    (themes,) = (facet for facet in facets.all if facet.name == "theme")
    assert [value.formerly for value in themes.values] == [("tongue",), ()]


def test_facets_come_in_order_with_what_is_the_studys_own_and_what_holds_inner_values() -> None:
    study = study_of(
        themes=[theme("a", subthemes=[{"id": "a1", "title": "Inner"}])],
        sessions=[
            {"id": "s1", "kind": "interview", "groups": ["students"]},
            {"id": "s2", "kind": "focus-group", "groups": ["faculty"]},
        ],
        quotations=[
            quotation("q1", "a1", session="s1", stance="nuances", language="ur"),
            quotation("q2", "a", session="s2", provenance="illustrative"),
        ],
    )
    facets = facets_of(study)
    told = [(facet.name, facet.label, facet.has_inner) for facet in facets.all]
    assert told == [
        ("group", "Group", False),
        ("theme", "Theme", True),
        ("stance", "Stance", False),
        ("kind", "Kind of session", False),
        ("session", "Session", False),
        ("provenance", "Provenance", False),
        ("language", "Language", False),
    ]
    assert not any(map(words_of_facet, facets.all))
    own = {
        facet.name: [words_of_value(facets.findings, facet, value) for value in facet.values]
        for facet in facets.all
    }
    # These two sessions are named by their kind, in the site's words.
    assert {name: words for name, words in own.items() if any(words)} == {
        "group": [("students", "label"), ("faculty", "label")],
        "theme": [("a", "title"), ("a1", "title")],
    }
    assert [(value.key, value.depth) for value in facets.all[1].values] == [("a", 0), ("a1", 1)]
    assert labels(facets, "kind") == {"Interview": 1, "Focus group": 1}
    assert labels(facets, "session") == {"Interview 1": 1, "Focus group 1": 1}
    assert labels(facets, "provenance") == {"Verbatim": 1, "Illustrative": 1}
    assert [card.id for card in facets.cards_with("theme", "a")] == ["q1", "q2"]
    assert facets.cards_with("theme", "none") == ()


def test_a_facets_own_attributes_are_the_studys_words() -> None:
    facets = with_attributes("first year", "first year", "first year", "5", "5", "5")
    (facet,) = (facet for facet in facets.all if facet.name == "attribute-year")
    assert (facet.label, words_of_facet(facet)) == ("Year", ("year", "label"))
    assert [words_of_value(facets.findings, facet, value) for value in facet.values] == [
        ("year", level_field("first year")),
        ("year", level_field("5")),
    ]


def test_a_facet_tells_of_how_many_quotations_it_holds() -> None:
    facets = with_attributes("first year", "first year", "first year", "5", "5", year5="faculty")
    held = {facet.name: (facet.held, facet.total) for facet in facets.all}
    assert held == {"group": (5, 5), "attribute-year": (3, 5)}


YEAR = {
    **YEARS[0],
    "id": "year",
    "formerly": ["class"],
    "levels": ["First Year", "2", "Later"],
}
GROUPS = [
    {"id": "students", "formerly": ["pupils"], "label": "Students", "singular": "Student"},
    {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
    {"id": "patients", "label": "Patients", "singular": "Patient"},
]
GUIDE = [
    {"id": "day", "question": "How was the day?"},
    {"id": "never", "question": "What was never asked?"},
    {"id": "night", "question": "How was the night?"},
]
SITES = [
    {"id": "hills", "label": "The hills", "sites": [{"id": "school", "label": "The school"}]},
    {"id": "plain", "label": "The plain"},
]


def rich(language: str = "en") -> Facets:
    """Give the facets of a study that has something of each, and values that nobody has."""
    students = {"kind": "interview", "groups": ["students"], "number": 5}
    skills = [{"framework": "TDF", "value": "Skills"}, {"framework": "COM-B", "value": "Motive"}]
    made = study_of(
        language,
        groups=GROUPS,
        attributes=[YEAR],
        themes=[
            theme("b", groups=("faculty",), facets=[{"framework": "TDF", "value": "Goals, ends"}]),
            theme(
                "a",
                facets=skills,
                formerly=("old",),
                subthemes=[theme("a1", groups=(), formerly=("older",)), theme("none", groups=())],
            ),
        ],
        sessions=[
            {**students, "id": "i1", "site": "school", "formerly": ["first"]},
            {**students, "id": "i2"},
            {**students, "id": "f1", "kind": "focus-group", "site": "hills"},
        ],
        participants=[
            *({"id": f"s{n}", "group": "students", "attributes": {"year": "2"}} for n in range(3)),
            *(
                {"id": f"f{n}", "group": "students", "attributes": {"year": "First Year"}}
                for n in range(3)
            ),
        ],
        quotations=[
            quotation("q1", "a1", participant="s0", session="i1", asked="night", stance="confirms"),
            quotation("q2", "a", participant="f0", session="f1", polarity="mixed"),
            quotation("q3", "b", group="faculty", provenance="paraphrased", language="ur"),
            quotation("q4", "b", "a1", participant="s1", asked="day", stance="diverges"),
        ],
    )
    record = made.model_dump()
    record["about"] |= {"sites": SITES, "guide": GUIDE}
    return facets_of(Study.model_validate(record))


def test_each_quotation_has_its_values() -> None:
    facets = rich()
    assert {card.id: facets.of(card) for card in facets.findings.cards} == {
        "q1": {
            "group": ("students",),
            "theme": ("a", "a1"),
            "kind": ("interview",),
            "session": ("i1",),
            "site": ("hills", "school"),
            "asked": ("night",),
            "stance": ("confirms",),
            "framework-tdf": ("Skills",),
            "framework-com-b": ("Motive",),
            "provenance": ("verbatim",),
            "language": ("en",),
            "attribute-year": ("2",),
        },
        "q2": {
            "group": ("students",),
            "theme": ("a",),
            "kind": ("focus-group",),
            "session": ("f1",),
            "site": ("hills",),
            "polarity": ("mixed",),
            "framework-tdf": ("Skills",),
            "framework-com-b": ("Motive",),
            "provenance": ("verbatim",),
            "language": ("en",),
            "attribute-year": ("First Year",),
        },
        "q3": {
            "group": ("faculty",),
            "theme": ("b",),
            "framework-tdf": ("Goals, ends",),
            "provenance": ("paraphrased",),
            "language": ("ur",),
        },
        "q4": {
            "group": ("students",),
            "theme": ("b", "a", "a1"),
            "asked": ("day",),
            "stance": ("diverges",),
            "framework-tdf": ("Goals, ends", "Skills"),
            "framework-com-b": ("Motive",),
            "provenance": ("verbatim",),
            "language": ("en",),
            "attribute-year": ("2",),
        },
    }


def test_each_facet_has_its_values_in_the_studys_order_without_those_nobody_has() -> None:
    def facet(noun: str, held: int, *values: Value, name: str = "", **more: Any) -> Facet:
        return Facet(name or noun, noun, values, held, 4, **more)

    assert rich().all == (
        facet(
            "group",
            4,
            Value("students", "Students", 3, 0, "students", ("pupils",)),
            Value("faculty", "Faculty", 1, 0, "faculty"),
        ),
        facet(
            "theme",
            4,
            Value("a", "Theme a", 3, 0, "a", ("old",)),
            Value("a1", "Theme a1", 2, 1, "a1", ("older",)),
            Value("b", "Theme b", 2, 0, "b"),
        ),
        facet(
            "stance",
            2,
            Value("confirms", "For its theme", 1, 0, "confirms"),
            Value("diverges", "Against its theme", 1, 0, "diverges"),
        ),
        facet(
            "kind of session",
            2,
            Value("interview", "Interview", 1, 0, "interview"),
            Value("focus-group", "Focus group", 1, 0, "focus-group"),
            name="kind",
        ),
        facet(
            "session",
            2,
            Value("i1", "Interviews 1–5", 1, 0, "i1", ("first",)),
            Value("f1", "Focus groups 1–5", 1, 0, "f1"),
        ),
        facet(
            "study site",
            2,
            Value("hills", "The hills", 2, 0, "hills"),
            Value("school", "The school", 1, 1, "school"),
            name="site",
        ),
        facet(
            "question asked",
            2,
            Value("day", "How was the day?", 1, 0, "day"),
            Value("night", "How was the night?", 1, 0, "night"),
            name="asked",
        ),
        facet(
            "Year",
            3,
            Value("First Year", "First Year", 1, 0, "1"),
            Value("2", "2", 2, 0, "2"),
            name="attribute-year",
            formerly=("attribute-class",),
        ),
        facet(
            "TDF",
            4,
            Value("Skills", "Skills", 3, 0, "skills"),
            Value("Goals, ends", "Goals, ends", 2, 0, "2"),
            name="framework-tdf",
        ),
        facet("COM-B", 3, Value("Motive", "Motive", 3, 0, "motive"), name="framework-com-b"),
        facet("polarity", 1, Value("mixed", "Mixed", 1, 0, "mixed")),
        facet(
            "provenance",
            4,
            Value("verbatim", "Verbatim", 3, 0, "verbatim"),
            Value("paraphrased", "Paraphrased", 1, 0, "paraphrased"),
        ),
        facet(
            "language",
            4,
            Value("en", "English", 3, 0, "en"),
            Value("ur", "Urdu", 1, 0, "ur"),
        ),
    )


def test_in_a_translation_a_level_is_read_in_it_and_keeps_its_key() -> None:
    levels = [{"level": "2", "label": "دوسرا"}]
    about = {"attributes": [{"id": "year", "label": "سال", "levels": levels}]}
    made = study_of(
        attributes=[YEAR],
        themes=[theme("a")],
        participants=[
            *({"id": f"s{n}", "group": "students", "attributes": {"year": "2"}} for n in range(3)),
            *({"id": f"t{n}", "group": "students", "attributes": {"year": "Later"}} for n in "abc"),
        ],
        quotations=[quotation(f"q{who}", "a", participant=who) for who in ("s0", "ta")],
        translations=[{"language": "ur", "about": about}],
    )
    public = publishable(made)
    (facet,) = Facets(Findings(public, public.translations[0])).all
    assert (facet.name, facet.noun) == ("attribute-year", "سال")
    assert [(value.key, value.label, value.slug) for value in facet.values] == [
        ("2", "دوسرا", "2"),
        ("Later", "Later", "later"),
    ]


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_facets_have_names_in_the_studys_language(language: str) -> None:
    own = re.compile("Year|TDF|COM-B")
    assert [
        facet.name
        for facet in rich(language).all
        if re.search("[A-Za-z]", own.sub("", facet.label))
    ] == []


def test_a_facet_begins_with_a_capital_letter_and_tells_whether_values_hold_others() -> None:
    told = {facet.name: (facet.label, facet.has_inner) for facet in rich().all}
    assert told["theme"] == ("Theme", True)
    assert told["site"] == ("Study site", True)
    assert told["asked"] == ("Question asked", False)


def of_levels(*levels: str) -> dict[str, Value]:
    """Give by facet the first value of a study of students that have the last of these levels."""
    made = study_of(
        groups=GROUPS,
        attributes=[{**YEAR, "levels": levels}],
        themes=[theme("a")],
        participants=[
            {"id": f"s{n}", "group": "students", "attributes": {"year": levels[-1]}}
            for n in range(3)
        ],
        quotations=[quotation("q1", "a", participant="s1"), quotation("q2", "a")],
    )
    return {facet.name: facet.values[0] for facet in facets_of(made).all}


@pytest.mark.parametrize("key", ["Zeit", "zwei-teile", "2a"])
def test_a_key_of_plain_letters_and_hyphens_stands_in_an_address_in_small_letters(key: str) -> None:
    assert of_levels("other", key)["attribute-year"].slug == key.lower()


@pytest.mark.parametrize("key", ["Größe", "a_b", "سال", "a/b", "-"])
def test_any_other_is_numbered_among_all_that_could_be_chosen(key: str) -> None:
    assert of_levels("other", key)["attribute-year"].slug == "2"


def test_a_level_named_as_a_group_has_none_of_its_former_keys() -> None:
    found = of_levels("others", "students")
    assert found["group"].formerly == ("pupils",)
    assert found["attribute-year"].formerly == ()
