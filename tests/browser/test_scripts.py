"""Pages ask for the scripts they need, and the scripts leave nothing in the window behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)

NAMES = "() => Object.getOwnPropertyNames(window)"
NARROW = """async ([base, quotations, ticked]) => {
  const { narrow } = await import(base + "assets/scripts/en/narrowing.js");
  const { left, counts } = narrow(quotations, new Map(Object.entries(ticked)));
  const byFacet = [...counts].map(([facet, values]) => [facet, Object.fromEntries(values)]);
  return { left: left.map(({ id }) => id), counts: Object.fromEntries(byFacet) };
}"""
QUOTATIONS = [
    {"id": "q1", "values": {"theme": ["food", "bread"], "stance": ["confirms"]}},
    {"id": "q2", "values": {"theme": ["food"], "stance": ["diverges"]}},
    {"id": "q3", "values": {"theme": ["river"], "stance": ["confirms"]}},
    {"id": "q4", "values": {"theme": ["river"]}},
]


def search_and_filter(page: Page, site: ServedSite) -> None:
    page.goto(site.at("quotations/?q=neighbour"))
    expect(page.locator("#found mark").first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.insert_text("neighbour")
    expect(page.locator(".sf-search li")).to_have_count(1)


@both_engines
def test_no_script_of_ours_sets_a_global(site: ServedSite, open_context: OpenContext) -> None:
    without, page = open_context().new_page(), open_context().new_page()
    without.route("**/assets/scripts/**", lambda route: route.abort())
    names: dict[str, set[str]] = {}
    for kind in ("home", "theme", "quotations", "quotation", "cite"):
        without.goto(site.at(site.kinds[kind]))
        page.goto(site.at(site.kinds[kind]))
        expect(without.get_by_role("button", name="Search", exact=True)).to_be_hidden()
        expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()
        names[kind] = set(page.evaluate(NAMES)) - set(without.evaluate(NAMES))
    without.goto(site.at("quotations/"))
    search_and_filter(page, site)
    names["searched"] = set(page.evaluate(NAMES)) - set(without.evaluate(NAMES))
    assert names == {visited: set() for visited in names}


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize(
    ("ticked", "left", "counts"),
    [
        (
            {},
            ["q1", "q2", "q3", "q4"],
            {
                "theme": {"food": 2, "bread": 1, "river": 2},
                "stance": {"confirms": 2, "diverges": 1},
            },
        ),
        (
            {"theme": ["food"]},
            ["q1", "q2"],
            {
                "theme": {"food": 2, "bread": 1, "river": 2},
                "stance": {"confirms": 1, "diverges": 1},
            },
        ),
        (
            {"theme": ["food", "river"], "stance": ["confirms"]},
            ["q1", "q3"],
            {
                "theme": {"food": 1, "bread": 1, "river": 1},
                "stance": {"confirms": 2, "diverges": 1},
            },
        ),
        (
            {"theme": ["bread"], "stance": ["diverges"]},
            [],
            {"theme": {"food": 1}, "stance": {"confirms": 1}},
        ),
    ],
    ids=["nothing", "a value", "two facets", "what no quotation has"],
)
def test_what_is_ticked_leaves_quotations_and_counts(
    site: ServedSite, page: Page, ticked: Any, left: list[str], counts: Any
) -> None:
    page.goto(site.home)
    found = page.evaluate(NARROW, [site.home, QUOTATIONS, ticked])
    assert found["left"] == left
    assert found["counts"] == counts
