"""Places in frameworks are filters and a comparison: a subtheme's own, or its theme's."""

from __future__ import annotations

from shapes import findings, quotation, study_of, theme

from study_findings.findings.comparison import by_framework
from study_findings.findings.facets import Facets
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
