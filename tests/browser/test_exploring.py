"""A reader narrows quotations down by filters and words, and can share and undo what they see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite, words_of
from test_access import violations
from test_thousands import open_filters as open_every_facet

from study_findings.render import accessibility as claims

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]


def explore(page: Page, site: ServedSite, query: str = "") -> None:
    page.goto(site.at(f"quotations/{query}"))
    expect(page.get_by_label("Search the quotations")).to_be_visible()


def shown(page: Page) -> set[str]:
    """Give the ids of the quotations that are shown, once the answer is there."""
    expect(page.locator("[data-said]")).to_contain_text(re.compile("quotation"))
    links = page.locator("#found figure").get_by_role("link", name=re.compile("^Cite · Link"))
    addresses = links.evaluate_all("all => all.map(link => link.href)")
    return {address.rstrip("/").rpartition("/")[2] for address in addresses}


def check(page: Page, value: str) -> None:
    open_every_facet(page)
    page.get_by_role("checkbox", name=re.compile(f"^{value}")).check()


@both_engines
def test_a_filter_leaves_the_quotations_that_have_it(site: ServedSite, page: Page) -> None:
    explore(page, site)
    check(page, "Against its theme")
    expect(page.locator("#listed")).to_be_hidden()
    diverging = {q.id for q in site.quotations if q.stance == "diverges"}
    expect(page.locator("#found figure")).to_have_count(len(diverging))
    assert shown(page) == diverging
    expect(page).to_have_url(re.compile(r"\?stance=diverges$"))
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#listed")).to_be_visible()
    expect(page.locator("#found figure")).to_have_count(0)
    expect(page).to_have_url(site.at("quotations/"))


@both_engines
def test_values_of_one_filter_widen_and_two_filters_narrow(site: ServedSite, page: Page) -> None:
    explore(page, site, "?stance=diverges&stance=confirms")
    expect(page.locator("#found figure").first).to_be_visible()
    either = {q.id for q in site.quotations if q.stance in ("diverges", "confirms")}
    assert shown(page) == either
    check(page, "Verbatim")
    both = {
        q.id
        for q in site.quotations
        if q.stance in ("diverges", "confirms") and q.provenance == "verbatim"
    }
    expect(page.locator("#found figure")).to_have_count(len(both))
    assert shown(page) == both


@both_engines
def test_words_and_filters_stand_in_the_address_and_back_undoes_them(
    site: ServedSite, page: Page
) -> None:
    explore(page, site)
    page.get_by_label("Search the quotations").fill("neighbour")
    expect(page.locator("#found figure")).to_have_count(1)
    wanted = {q.id for q in site.quotations if "neighbour" in words_of(q)}
    assert shown(page) == wanted
    expect(page.locator("#found mark").first).to_contain_text("neighbour")
    address = site.at("quotations/?q=neighbour")
    expect(page).to_have_url(address)
    page.go_back()
    expect(page.locator("#listed")).to_be_visible()
    page.goto(address)
    expect(page.locator("#found figure")).to_have_count(1)
    assert shown(page) == wanted
    expect(page.get_by_label("Search the quotations")).to_have_value("neighbour")


@both_engines
def test_it_says_so_where_no_quotation_has_all_of_it(site: ServedSite, page: Page) -> None:
    explore(page, site, "?q=zxqvwkjy")
    expect(page.locator("[data-said]")).to_contain_text("No quotation has all of this")
    expect(page.locator("#found figure")).to_have_count(0)


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_among_filters_and_results(
    site: ServedSite, open_context: OpenContext, scheme: str
) -> None:
    page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    # The word stands in what the interviewer says, which is set in a quieter colour.
    explore(page, site, "?q=read&provenance=verbatim")
    expect(page.locator("#found .sf-turn-interviewer mark")).to_have_count(1)
    for width in claims.WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
