"""The search with keys alone: opened, answered, walked, closed, and the focus where it was."""

from __future__ import annotations

import re

import pytest
from keys import reach
from playwright.sync_api import Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
FIELD = "Search the findings"


@both_engines
@pytest.mark.parametrize("kind", ["home", "quotation"])
def test_the_search_opens_answers_and_closes_and_gives_the_focus_back(
    site: ServedSite, keys: Page, kind: str
) -> None:
    keys.goto(site.at(site.kinds[kind]))
    theme = keys.locator("main").get_by_role("link", name="Knowing when", exact=True).first
    reach(keys, theme)
    keys.keyboard.press("/")
    dialog = keys.get_by_role("dialog", name="Search")
    expect(keys.get_by_label(FIELD)).to_be_focused()
    keys.keyboard.type("neighbour")
    expect(dialog.locator("li a").first).to_be_visible()
    keys.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(theme).to_be_focused()

    keys.keyboard.press("s")
    expect(keys.get_by_label(FIELD)).to_be_focused()
    reach(keys, dialog.get_by_role("button", name="Close"))
    keys.keyboard.press("Space")
    expect(dialog).to_be_hidden()
    expect(theme).to_be_focused()

    keys.keyboard.press("/")
    keys.keyboard.type("zxqvwkjy")
    expect(dialog.get_by_role("status")).to_contain_text("Nothing found")
    keys.keyboard.press("ControlOrMeta+a")
    keys.keyboard.insert_text("neighbour")
    expect(dialog.get_by_role("status")).to_have_text("1 result")
    result = dialog.locator("li a").first
    expect(result).to_have_attribute("href", re.compile("/repo/q/q002/$"))
    keys.keyboard.press("ArrowDown")
    expect(result).to_be_focused()
    assert result.evaluate("result => getComputedStyle(result).outlineStyle") != "none"
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("q/q002/"))


@both_engines
def test_answers_that_come_late_do_not_take_the_focus_away(site: ServedSite, keys: Page) -> None:
    keys.goto(site.home)
    keys.keyboard.press("/")
    keys.keyboard.insert_text("neighbour")
    results = keys.locator(".sf-search li")
    expect(results).to_have_count(1)
    results.evaluate_all("all => all.forEach(result => { result.dataset.former = ''; })")
    # Opened again, the search answers again, and meanwhile shows what it had.
    keys.keyboard.press("Tab")
    keys.keyboard.press("Enter")
    expect(keys.get_by_role("dialog")).to_have_count(0)
    keys.keyboard.press("/")
    keys.keyboard.press("ArrowDown")
    expect(keys.locator(".sf-search li[data-former]")).to_have_count(0)
    expect(results).to_have_count(1)
    assert keys.locator(".sf-search").evaluate("it => it.contains(document.activeElement)")
    keys.keyboard.press("Enter")
    expect(keys).to_have_url(site.at("q/q002/"))
