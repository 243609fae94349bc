"""The explorer lists every quotation once, and on a plain page for each value."""

from __future__ import annotations

from shapes import quotation, study_of, theme

from study_findings.render.explorer import FEW, PLAIN_PAGE, WHOLE_LIST, plain_pages, quotations
from study_findings.render.facets import Facets
from study_findings.render.views import Findings


def findings_of(number: int) -> Findings:
    return Findings(
        study_of(
            themes=[theme("a"), theme("b")],
            quotations=[quotation(f"q{i}", "a" if i % 2 else "b") for i in range(number)],
        )
    )


def test_a_small_study_is_listed_whole() -> None:
    findings = findings_of(20)
    shown = quotations(findings, Facets(findings)).context["first"]
    assert sorted(card.id for cards in shown.values() for card in cards) == sorted(
        f"q{i}" for i in range(20)
    )


def test_a_large_study_shows_the_first_few_of_each_theme() -> None:
    findings = findings_of(WHOLE_LIST + 2)
    shown = quotations(findings, Facets(findings)).context["first"]
    assert {theme_id: len(cards) for theme_id, cards in shown.items()} == {"a": FEW, "b": FEW}


def test_plain_pages_hold_every_quotation_of_a_value_in_order() -> None:
    findings = findings_of(2 * PLAIN_PAGE + 3)
    pages = [
        page
        for page in plain_pages(Facets(findings))
        if page.path.startswith("quotations/by/theme/b/")
    ]
    assert [page.path for page in pages] == [
        "quotations/by/theme/b/index.html",
        "quotations/by/theme/b/2/index.html",
    ]
    listed = [card.id for page in pages for card in page.context["list"].cards]
    assert listed == [f"q{i}" for i in range(0, 2 * PLAIN_PAGE + 3, 2)]
