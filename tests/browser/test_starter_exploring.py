"""Who begins a study with `findings init` has filters and search that work from the first build."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite, words_of
from test_thousands import expected, explore, open_filters, shown

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

pytestmark = pytest.mark.browser

starter = pytest.mark.parametrize("site", ["starter-mkdocs", "starter-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]


def box(page: Page, facet: str, key: str) -> None:
    page.locator(f"input[name='{facet}'][value='{key}']").click()


def said(page: Page, number: int) -> None:
    noun = "quotation" if number == 1 else "quotations"
    expect(page.locator("[data-said]")).to_have_text(f"{number} {noun}")


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_every_value_of_every_filter_shows_its_quotations(site: ServedSite, page: Page) -> None:
    facets = Facets(Findings(publishable(site.study))).all
    assert {facet.name for facet in facets} == {
        *("group", "theme", "kind", "session", "stance", "provenance", "language"),
        *("attribute-seasons", "site", "asked", "polarity", "framework-com-b"),
    }
    explore(page, site)
    open_filters(page)
    for facet in facets:
        for value in facet.values:
            box(page, facet.name, value.key)
            said(page, value.count)
            assert shown(page) == expected(site, **{facet.name: value.key})[:10], value
            box(page, facet.name, value.key)
            expect(page.locator("#listed")).to_be_visible()


@starter
def test_filters_and_words_narrow_together_and_the_address_brings_them_back(
    site: ServedSite, page: Page, open_context: OpenContext
) -> None:
    explore(page, site)
    open_filters(page)
    box(page, "stance", "diverges")
    said(page, 2)
    assert shown(page) == ["q009", "q015"]
    box(page, "stance", "confirms")
    said(page, 8)
    box(page, "group", "keepers")
    said(page, 3)
    assert shown(page) == ["q013", "q014", "q015"]
    page.get_by_label("Search the quotations").fill("packet")
    said(page, 2)
    assert shown(page) == ["q013", "q015"]
    expect(page.locator("#found mark").first).to_contain_text("packet")

    other = open_context().new_page()
    other.goto(page.url)
    said(other, 2)
    assert shown(other) == ["q013", "q015"]
    expect(other.get_by_label("Search the quotations")).to_have_value("packet")
    boxes = other.locator(".sf-facets input:checked")
    chosen = boxes.evaluate_all("all => all.map(box => `${box.name}=${box.value}`)")
    assert chosen == ["group=keepers", "stance=confirms", "stance=diverges"]

    other.get_by_role("button", name="Clear all").click()
    expect(other.locator("#listed")).to_be_visible()
    expect(other).to_have_url(site.at("quotations/"))


@starter
@pytest.mark.parametrize(
    ("word", "id_"), [("homework", "q009"), ("لفافے", "q003"), ("enveloppe", "q012")]
)
def test_a_word_in_any_of_its_languages_leads_to_the_quotation(
    site: ServedSite, page: Page, word: str, id_: str
) -> None:
    assert word in words_of(next(q for q in site.quotations if q.id == id_))
    page.goto(site.home)
    page.keyboard.press("/")
    page.keyboard.insert_text(word)
    result = page.locator(f".sf-search li a[href$='/repo/q/{id_}/']")
    expect(result.locator("mark").first).to_contain_text(word)
    result.click()
    expect(page).to_have_url(site.at(f"q/{id_}/"))
    expect(page.locator(".sf-one")).to_contain_text(word)


@starter
def test_the_withdrawn_quotation_and_what_is_private_are_not_found(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.home)
    page.keyboard.press("/")
    field = page.get_by_label("Search the findings")
    field.fill("household")
    expect(page.locator(".sf-search-status")).to_have_text("Nothing found for “household”.")
    # The id leads to the page that says so, and to nothing else.
    field.fill("q006")
    notice = re.compile(r"^Page\s*q006\s*This quotation was withdrawn\.$")
    expect(page.locator(".sf-search li")).to_have_text([notice])
