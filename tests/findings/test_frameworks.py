"""Places in frameworks are filters and a comparison: a subtheme's own, or its theme's."""

from __future__ import annotations

from shapes import findings, quotation, study_of, theme

from study_findings.findings.comparison import by_framework
from study_findings.findings.facets import Facets
from study_findings.findings.frameworks import Framework, frameworks, places_of
from study_findings.findings.named_words import words_of_facet
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site


def at(framework: str, *values: str) -> list[dict[str, str]]:
    return [{"framework": framework, "value": value} for value in values]


def test_a_quotation_has_the_place_of_its_nearest_theme() -> None:
    facet = next(f for f in Facets(findings("wide")).all if f.name == "framework-com-b")
    assert (facet.label, words_of_facet(facet)) == ("COM-B", (None, ""))
    # q1 speaks to a subtheme with a place of its own, the other four to themes of the first.
    assert {v.key: v.count for v in facet.values} == {"Opportunity": 4, "Motivation": 1}


def test_places_are_compared_by_group() -> None:
    (matrix,) = by_framework(Facets(findings("wide")))
    assert [source.label for source in matrix.sources] == ["Pupils", "Teachers"]
    assert {row.place: [cell.quoted for cell in row.cells] for row in matrix.rows} == {
        "Opportunity": [2, 2],
        "Motivation": [1, 0],
    }


def test_one_group_or_one_place_is_nothing_to_compare() -> None:
    quoted = [quotation("q1", "a", group="students"), quotation("q2", "b", group="students")]
    themes = [theme("a", facets=at("TDF", "Skills")), theme("b", facets=at("TDF", "Goals"))]
    one = [{"id": "students", "label": "Students", "singular": "Student"}]
    alone = study_of(groups=one, themes=themes, quotations=quoted)
    same = study_of(themes=[theme("a", facets=at("TDF", "Skills")), theme("b")], quotations=quoted)
    for made in (alone, same):
        assert by_framework(Facets(Findings(publishable(made)))) == []


def test_frameworks_of_like_names_have_addresses_of_their_own() -> None:
    themes = [
        theme("a", facets=[*at("COM-B", "x"), *at("com b", "x"), *at("نظریہ", "الف")]),
        theme("b", facets=[*at("COM-B", "y"), *at("com b", "y"), *at("نظریہ", "ب")]),
    ]
    made = study_of(themes=themes, quotations=[quotation("q1", "a"), quotation("q2", "b")])
    names = [f.name for f in Facets(Findings(publishable(made))).all if "framework" in f.name]
    assert names == ["framework-com-b", "framework-2", "framework-3"]
    files = render_site(publishable(made), Settings("Here")).files
    for name in names:
        assert any(path.startswith(f"quotations/by/{name}/") for path in files)


def test_the_address_of_a_framework_is_its_name_where_that_has_plain_letters_alone() -> None:
    names = ("COM-B (2011)", "Théorie", "***", "TDF", "tdf!")
    themes = [theme(f"t{number}", facets=at(name, "x")) for number, name in enumerate(names)]
    found = frameworks(Findings(publishable(study_of(themes=themes))))
    assert [one.slug for one in found] == ["com-b-2011", "2", "3", "tdf", "5"]


def test_frameworks_and_their_places_are_in_the_order_in_which_readers_meet_them() -> None:
    inner = theme("a1", groups=(), facets=[*at("TDF", "Skills"), *at("COM-B", "Motive")])
    themes = [
        theme("a", facets=at("TDF", "Goals"), subthemes=[inner]),
        theme("b", facets=[*at("COM-B", "Ability"), *at("TDF", "Goals", "Memory")]),
    ]
    assert frameworks(Findings(publishable(study_of(themes=themes)))) == (
        Framework("TDF", "tdf", ("Goals", "Skills", "Memory")),
        Framework("COM-B", "com-b", ("Motive", "Ability")),
    )


def test_a_quotation_has_each_place_once_and_those_around_only_where_its_theme_has_none() -> None:
    deep = theme("a2", groups=())
    inner = theme("a1", groups=(), facets=at("TDF", "Skills"), subthemes=[deep])
    themes = [
        theme("a", facets=[*at("TDF", "Goals"), *at("COM-B", "Motive")], subthemes=[inner]),
        theme("b", facets=at("TDF", "Memory", "Skills")),
    ]
    made = study_of(themes=themes, quotations=[quotation("q1", "a2", "b"), quotation("q2", "a")])
    shown = Findings(publishable(made))
    told = {
        (card.id, framework): places_of(shown, card, framework)
        for card in shown.cards
        for framework in ("TDF", "COM-B", "other")
    }
    assert told == {
        ("q1", "TDF"): ("Skills", "Memory"),
        ("q1", "COM-B"): ("Motive",),
        ("q1", "other"): (),
        ("q2", "TDF"): ("Goals",),
        ("q2", "COM-B"): ("Motive",),
        ("q2", "other"): (),
    }
