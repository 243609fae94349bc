"""A reader without a mouse does all that others do, and sees at each step where the focus is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from keys import reach, stops
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]


def link(page: Page, name: str) -> Locator:
    return page.locator("main").get_by_role("link", name=name, exact=True).first


@both_engines
def test_from_home_to_a_theme_a_quotation_and_its_citation(site: ServedSite, keys: Page) -> None:
    keys.goto(site.home)
    keys.keyboard.press("Tab")
    expect(keys.get_by_role("link", name="Skip to content")).to_be_focused()
    keys.keyboard.press("Enter")
    reach(keys, link(keys, "Knowing when"))
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("themes/knowing-when/"))

    key = keys.locator(".sf-key")
    reach(keys, key.locator("summary"))
    expect(key.get_by_text("words are left out")).to_be_hidden()
    keys.keyboard.press("Enter")
    expect(key.get_by_text("words are left out")).to_be_visible()
    reach(
        keys,
        keys.locator("main figure#q002").get_by_role("link", name=re.compile("^Cite")),
        "Shift+Tab",
    )
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("q/q002/"))

    formats = keys.locator(".sf-cite-more")
    reach(keys, formats.locator("summary"))
    keys.keyboard.press("Space")
    expect(formats.get_by_role("tabpanel", name="BibTeX")).to_be_visible()
    reach(keys, formats.get_by_role("tab", name="BibTeX"))
    keys.keyboard.press("ArrowRight")
    expect(formats.get_by_role("tabpanel", name="RIS")).to_be_visible()
    reach(keys, formats.get_by_role("button", name="Copy RIS"))


@both_engines
@pytest.mark.parametrize("kind", ["theme", "quotations", "quotation"])
def test_the_skip_link_goes_past_the_header_to_the_first_stop_of_the_content(
    site: ServedSite, keys: Page, kind: str
) -> None:
    keys.goto(site.at(site.kinds[kind]))
    keys.keyboard.press("Tab")
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(re.compile("#sf-content$"))
    keys.keyboard.press("Tab")
    first = keys.locator("#sf-content").locator("a, button, input, summary, [tabindex='0']")
    expect(first.locator("visible=true").first).to_be_focused()


@both_engines
def test_arrows_choose_among_the_formats_and_tab_goes_on_to_the_one_that_shows(
    site: ServedSite, keys: Page
) -> None:
    keys.goto(site.at("cite/"))
    study = keys.get_by_role("tablist", name="Citation of the study")
    theme = keys.get_by_role("tablist", name="Citation of a theme")
    reach(keys, study.get_by_role("tab", name="Text"))
    keys.keyboard.press("ArrowRight")
    keys.keyboard.press("ArrowRight")
    expect(study.get_by_role("tab", name="RIS")).to_be_focused()
    expect(theme.get_by_role("tab", selected=True)).to_have_text("Text")
    reach(keys, keys.get_by_role("button", name="Copy RIS"))
    reach(keys, keys.get_by_role("link", name="citation.ris"))
    reach(keys, theme.get_by_role("tab", name="Text"))
    reach(keys, study.get_by_role("tab", name="RIS"), "Shift+Tab")


@both_engines
def test_the_explorer_filters_leads_to_results_and_is_cleared(site: ServedSite, keys: Page) -> None:
    keys.goto(site.at("quotations/"))
    reach(keys, keys.locator(".sf-facet > summary").first)
    diverges = keys.get_by_role("checkbox", name=re.compile("^Against its theme"))
    reach(keys, diverges)
    keys.keyboard.press("Space")
    expect(diverges).to_be_checked()
    number = sum(q.stance == "diverges" for q in site.quotations)
    results = keys.locator("#found figure")
    expect(results).to_have_count(number)
    expect(diverges).to_be_focused()

    reach(keys, results.first.get_by_role("link", name=re.compile("^Cite · Link")))
    clear = keys.get_by_role("button", name="Clear all")
    reach(keys, clear, "Shift+Tab")
    keys.keyboard.press("Enter")
    expect(keys.locator("#listed")).to_be_visible()
    expect(diverges).not_to_be_checked()
    # What was pressed has gone; the focus stays where the reader was, not at the page's beginning.
    keys.keyboard.press("Shift+Tab")
    assert keys.locator("#explorer").evaluate("form => form.contains(document.activeElement)")


@both_engines
@pytest.mark.parametrize("kind", ["theme", "quotation"])
def test_on_a_phone_every_part_is_reached_in_order_and_followed(
    site: ServedSite, keys: Page, kind: str
) -> None:
    keys.set_viewport_size({"width": 360, "height": 640})
    keys.goto(site.at(site.kinds[kind]))
    parts = keys.locator(".sf-sections a")
    assert parts.count() == 5
    reach(keys, parts.first)
    for number in range(1, 5):
        keys.keyboard.press("Tab")
        expect(parts.nth(number)).to_be_focused()
    keys.keyboard.press("Tab")
    assert not keys.locator(".sf-header").evaluate("it => it.contains(document.activeElement)")
    reach(keys, parts.last, "Shift+Tab")
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("study/"))
    reach(keys, keys.locator(".sf-entries").get_by_role("link", name="Methods"))
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("methods/"))


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
def test_no_kind_of_page_holds_the_focus_or_hides_it(site: ServedSite, keys: Page) -> None:
    for kind, path in site.kinds.items():
        keys.goto(site.at(path))
        keys.locator("main details").evaluate_all("all => all.forEach(d => { d.open = true; })")
        found = list(stops(keys))
        assert found, kind
        unseen = [s["name"] for s in found if not s["outlined"] or not s["onScreen"]]
        assert unseen == [], kind
