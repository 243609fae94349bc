"""Filters stand beside the list where there is room, and in a sheet on a phone; all counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from overlaps import count_beside, quotation_records
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite
from test_access import violations
from test_thousands import expected

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
starter = pytest.mark.parametrize("site", ["starter-mkdocs", "starter-zensical"], indirect=True)
overlaps = pytest.mark.parametrize("site", ["overlaps-mkdocs"], indirect=True)
RECORDS = quotation_records(60, seed=5)
BARS = """all => all.map((label) => {
  const { name, value } = label.querySelector("input");
  const bar = label.querySelector(".sf-measured");
  const drawn = bar.querySelector("rect").getBoundingClientRect().width;
  return [name, value, drawn / bar.getBoundingClientRect().width];
})"""


def open_on_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    expect(page.locator("#explore_bar")).to_be_visible()


@starter
def test_at_1280_the_filters_the_list_and_the_collection_stand_side_by_side(
    site: ServedSite, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.at("quotations/"))
    places = [
        box
        for part in (".sf-facets", "#listed", "#collection")
        if (box := page.locator(part).bounding_box())
    ]
    assert len(places) == 3
    for left, right in pairwise(places):
        assert left["x"] + left["width"] <= right["x"]
    expect(page.locator("#explore_bar")).to_be_hidden()
    names = page.locator(".sf-facets fieldset").evaluate_all(
        "all => all.map(it => it.dataset.facet)"
    )
    assert {"site", "framework-com-b"} <= set(names)


@overlaps
@pytest.mark.parametrize(
    "ticked", [{}, {"group": ["g-1"]}, {"stance": ["diverges"], "language": ["en"]}]
)
def test_each_bar_is_as_long_as_its_count_says(
    site: ServedSite, page: Page, ticked: dict[str, list[str]]
) -> None:
    """Recounted from the records: the longest bar of a filter is its most frequent value's."""
    page.goto(site.at("quotations/"))
    boxes = page.locator(".sf-facets input")
    values = [tuple(pair) for pair in boxes.evaluate_all("all => all.map(b => [b.name, b.value])")]
    ticked = {
        name: [next(key for facet, key in values if facet == name)]
        for name in ticked
        if any(facet == name for facet, _ in values)
    }
    page.goto(
        site.at("quotations/?" + "&".join(f"{n}={k}" for n, ks in ticked.items() for k in ks))
    )
    if ticked:
        expect(page.locator("[data-said]")).not_to_be_empty()
    for fold in page.locator(".sf-facet:not([open]) > summary").all()[::-1]:
        fold.click()
    most = {
        name: max(count_beside(RECORDS, {}, facet, key) for facet, key in values if facet == name)
        for name, _ in values
    }
    for name, key, drawn in page.locator(".sf-facets label").evaluate_all(BARS):
        share = count_beside(RECORDS, ticked, name, key) / most[name]
        assert drawn == pytest.approx(share, abs=0.02), (name, key)


@starter
def test_on_a_phone_a_sheet_says_how_many_it_will_show(site: ServedSite, page: Page) -> None:
    open_on_phone(page, site.at("quotations/"))
    expect(page.locator(".sf-facets")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert box
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    assert box["height"] <= 0.77 * 740
    buttons = sheet.locator(".sf-sheet-acts button")
    expect(buttons).to_have_text(["Back to the quotations", "Clear all"])
    sheet.get_by_role("checkbox", name=re.compile("^For its theme")).check()
    number = len(expected(site, stance="confirms"))
    expect(buttons.first).to_have_text(f"Show {number} quotations")
    assert violations(page) == []
    buttons.first.click()
    expect(sheet).to_be_hidden()
    expect(page.locator("[data-said]")).to_have_text(f"{number} quotations")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_focused()
    page.keyboard.press("Enter")
    sheet.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#listed")).to_be_visible()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_visible()


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_filters_move_beside_the_list_when_there_is_room_and_keep_their_ticks(
    site: ServedSite, page: Page
) -> None:
    open_on_phone(page, site.at("quotations/?stance=diverges"))
    page.get_by_role("button", name="Filters (1)").click()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("dialog", name="Filters")).to_be_hidden()
    expect(page.get_by_role("checkbox", name=re.compile("^Against its theme"))).to_be_checked()


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_words_that_nobody_said_lead_to_the_theme_about_it(site: ServedSite, page: Page) -> None:
    for query, title, address in (
        ("workload", "Work that nobody counts", "obstacles-in-the-way/#work-nobody-counts"),
        ("workloads", "Work that nobody counts", "obstacles-in-the-way/#work-nobody-counts"),
    ):
        page.goto(site.at(f"quotations/?q={query}"))
        link = page.get_by_role("link", name=f"See the theme: {title}")
        expect(link).to_have_attribute("href", site.at(f"themes/{address}"))
        expect(page.locator("#found figure")).to_have_count(0)


@starter
def test_what_is_ticked_can_be_taken_away_one_by_one(site: ServedSite, page: Page) -> None:
    page.goto(site.at("quotations/?group=keepers&stance=diverges"))
    chips = page.locator("[data-chips] button")
    expect(chips).to_have_text(["Keepers ×", "Against its theme ×"])
    page.get_by_role("button", name="Keepers: take this filter away").click()
    expect(page).to_have_url(site.at("quotations/?stance=diverges"))
    expect(page.locator("[data-said]")).to_have_text(
        f"{len(expected(site, stance='diverges'))} quotations"
    )


@starter
def test_where_nothing_is_left_each_filter_that_may_be_lifted_says_how_many_there_would_be(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("quotations/?stance=diverges&language=fr"))
    expect(page.locator("[data-said]")).to_contain_text("No quotation has all of this")
    french, diverging = expected(site, language="fr"), expected(site, stance="diverges")
    assert french
    assert diverging
    without = page.get_by_role("button", name=re.compile("^Without"))
    expect(without).to_have_text(
        [f"Without Stance: {len(french)}", f"Without Language: {len(diverging)}"]
    )
    without.first.click()
    expect(page).to_have_url(site.at("quotations/?language=fr"))
    expect(page.locator("#found figure")).to_have_count(len(french))


@starter
def test_in_urdu_people_are_filtered_by_urdu_words_and_others_say_their_language(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("ur/quotations/?attribute-seasons=Several+seasons&theme=rules-that-bend"))
    chips = page.locator("[data-chips] button").filter(has_text="×")
    expect(chips).to_have_text(["Rules that bend ×", "کئی موسم ×"])
    expect(chips.first.locator("[lang=en]")).to_have_text("Rules that bend")
    expect(chips.last.locator("[lang]")).to_have_count(0)
    page.goto(site.at("ur/quotations/?attribute-seasons=Several+seasons"))
    number = len(expected(site, **{"attribute-seasons": "Several seasons"}))
    assert number
    expect(page.locator("[data-said]")).to_have_text(f"{number} اقتباسات")
