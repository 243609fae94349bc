"""The number beside each filter is the number of quotations that ticking it shows."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from overlaps import count_beside, has_all, quotation_records, values_of
from playwright.sync_api import Page, expect
from served import ServedSite
from test_thousands import open_filters as open_every_facet

pytestmark = pytest.mark.browser

overlaps = pytest.mark.parametrize("site", ["overlaps-mkdocs"], indirect=True)
RECORDS = quotation_records(60, seed=5)
Ticked = dict[str, list[str]]
# Ten come at a time; of more than three such parts the words are believed.
MOST_CARDS = 30


def open_filters(page: Page, site: ServedSite, query: str = "") -> None:
    page.goto(site.at(f"quotations/{query}"))
    expect(page.locator("#explorer")).to_be_visible()
    open_every_facet(page)
    expect(page.locator(".sf-facets")).to_be_visible()


def labels(page: Page) -> dict[tuple[str, str], int]:
    """Read the number beside each value."""
    found = page.locator(".sf-facets label").evaluate_all(
        """all => all.map((label) => {
          const { name, value } = label.querySelector("input");
          return [name, value, Number(label.querySelector("[data-count]").textContent)];
        })"""
    )
    return {(name, value): count for name, value, count in found}


def shown(page: Page) -> int:
    """Count the cards, all of them."""
    more = page.locator("#more")
    expect(page.locator("[data-said]")).to_contain_text(re.compile("quotation"))
    while more.is_visible():
        before = page.locator("#found figure").count()
        more.click()
        expect(page.locator("#found figure")).not_to_have_count(before)
    return page.locator("#found figure").count()


def query_of(ticked: Ticked) -> str:
    return "?" + "&".join(f"{name}={key}" for name, keys in ticked.items() for key in keys)


@overlaps
def test_every_value_shows_as_many_as_it_says(site: ServedSite, page: Page) -> None:
    open_filters(page, site)
    found = labels(page)
    assert {name for name, _ in found} >= {"group", "theme", "kind", "session", "language"}
    for (name, key), count in found.items():
        assert count == count_beside(RECORDS, {}, name, key), (name, key)
        box = page.locator(f"input[name='{name}'][value='{key}']")
        box.check()
        noun = "quotation" if count == 1 else "quotations"
        expect(page.locator("[data-said]")).to_have_text(f"{count} {noun}")
        if count <= MOST_CARDS:
            assert shown(page) == count, (name, key)
        box.uncheck()
        expect(page.locator("#listed")).to_be_visible()


@overlaps
def test_numbers_are_right_for_every_two_values(site: ServedSite, page: Page) -> None:
    open_filters(page, site)
    values = list(labels(page))
    pairs = [pair for pair in combinations(values, 2) if pair[0] != pair[1]][::40]
    assert len(pairs) > 6
    for (first, key), (second, other) in pairs:
        ticked: Ticked = {first: [key], second: [other]}
        if first == second:
            ticked = {first: [key, other]}
        open_filters(page, site, query_of(ticked))
        wanted = sum(has_all(values_of(record), ticked) for record in RECORDS)
        if wanted:
            noun = "quotation" if wanted == 1 else "quotations"
            expect(page.locator("[data-said]")).to_have_text(f"{wanted} {noun}")
            assert page.locator("#found figure").count() == min(wanted, 10)
        else:
            expect(page.locator("[data-said]")).to_contain_text("No quotation has all of this")
        assert labels(page) == {
            (name, value): count_beside(RECORDS, ticked, name, value) for name, value in values
        }


@overlaps
def test_a_number_beside_a_theme_is_that_of_its_plain_page(site: ServedSite, page: Page) -> None:
    open_filters(page, site)
    for (name, key), count in labels(page).items():
        if name != "theme":
            continue
        page.goto(site.at(f"quotations/by/theme/{key}/"))
        expect(page.locator(".sf-coverage")).to_contain_text(f"{count} quotation")
        expect(page.locator(".sf-plain > li")).to_have_count(count)
