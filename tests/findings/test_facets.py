"""Facets tell quotations apart, and count what a reader may filter by."""

from __future__ import annotations

from collections.abc import Mapping

from shapes import quotation, study_of, theme

from study_findings.findings.facets import Facets
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


def test_a_value_that_some_quotations_lack_is_a_facet_of_its_own() -> None:
    study = study_of(
        themes=[theme("a")],
        quotations=[quotation("q1", "a", stance="diverges"), quotation("q2", "a")],
    )
    facets = facets_of(study)
    assert labels(facets, "stance") == {"Diverges": 1}
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
