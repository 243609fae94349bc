"""The explorer lists every quotation once, and on a plain page for each value."""

from __future__ import annotations

import re

from shapes import quotation, study_of, theme

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render.edition import Edition
from study_findings.render.explorer import (
    FIRST_PAGE,
    PLAIN_PAGE,
    WHOLE_LIST,
    plain_pages,
    quotations,
)


def findings_of(number: int) -> Findings:
    return Findings(
        publishable(
            study_of(
                themes=[theme("a"), theme("b")],
                quotations=[quotation(f"q{i}", "a" if i % 2 else "b") for i in range(number)],
            )
        )
    )


def shown(findings: Findings) -> dict[str, list[str]]:
    page = quotations(Facets(findings))
    return {id_: [card.id for card in cards] for id_, cards in page.context["shown"].items()}


def test_a_small_study_is_listed_whole() -> None:
    listed = [id_ for ids in shown(findings_of(WHOLE_LIST)).values() for id_ in ids]
    assert sorted(listed) == sorted(f"q{i}" for i in range(WHOLE_LIST))


def test_of_a_large_study_the_first_page_stands_there() -> None:
    found = shown(findings_of(WHOLE_LIST + 2))
    assert found == {"a": [f"q{i}" for i in range(1, 2 * FIRST_PAGE, 2)], "b": []}


def test_a_page_of_three_thousand_quotations_is_little_more_than_one_of_a_hundred() -> None:
    def page(number: int) -> str:
        findings = findings_of(number)
        edition = Edition(findings, Settings("x"))
        return edition.render(quotations(Facets(findings))).decode()

    few, many = page(WHOLE_LIST + 1), page(3000)
    assert len(many) < 1.1 * len(few)
    assert many.count("<figure") == FIRST_PAGE
    assert '<a href="by/theme/b/">1&#44;500 quotations<span class="sf-said">: ' in many


def test_each_filter_says_for_how_many_of_how_many_quotations_it_holds() -> None:
    study = study_of(
        themes=[theme("a")],
        quotations=[quotation("q1", "a", stance="diverges"), quotation("q2", "a")],
    )
    findings = Findings(publishable(study))
    page = Edition(findings, Settings("x")).render(quotations(Facets(findings))).decode()
    names = re.findall(r"<summary><span [^>]+>(Stance.+?)</span></summary>", page)
    assert names == re.findall(r"<h2>(.+?)</h2>", page)
    assert names == ['Stance <span class="sf-held">1 of 2 quotations</span>']


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
