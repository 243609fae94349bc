"""The map as a browser draws it: real letters in their boxes, large enough, reached by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

every_text = pytest.mark.parametrize(
    "site", ["own-mkdocs", "full-mkdocs", "full-zensical", "hostile-mkdocs"], indirect=True
)
widths = pytest.mark.parametrize("width", [360, 768, 1280])

MEASURE = """() => {
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const map = [...document.querySelectorAll(".sf-map")]
    .filter((svg) => svg.getClientRects().length);
  const scale = map[0].getBoundingClientRect().width / map[0].viewBox.baseVal.width;
  const texts = [...map[0].querySelectorAll("text, tspan")];
  return {
    shown: map.length,
    outer: box(map[0]),
    sizes: texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * scale),
    nodes: [...map[0].querySelectorAll("a")].map((link) => ({
      name: link.getAttribute("aria-label"),
      room: box(link.querySelector("rect")),
      words: [...link.querySelectorAll("text")].map(box),
    })),
    relations: [...map[0].querySelectorAll(".sf-map-relation")].map((relation) => ({
      name: relation.getAttribute("aria-label"),
      words: [...relation.querySelectorAll("text")].map(box),
    })),
  };
}"""


def _measured(page: Page, site: ServedSite, width: int) -> dict[str, Any]:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at("themes/"))
    return page.evaluate(MEASURE)  # type: ignore[no-any-return]


@every_text
@widths
def test_letters_stay_in_their_boxes(site: ServedSite, page: Page, width: int) -> None:
    map_ = _measured(page, site, width)
    outside = [
        node["name"]
        for node in map_["nodes"]
        for words in node["words"]
        if words["left"] < node["room"]["left"] - 1 or words["right"] > node["room"]["right"] + 1
    ]
    assert outside == []
    everything = [w for part in (*map_["nodes"], *map_["relations"]) for w in part["words"]]
    assert all(words["right"] <= map_["outer"]["right"] + 1 for words in everything)
    assert all(words["left"] >= map_["outer"]["left"] - 1 for words in everything)


@every_text
@widths
def test_one_map_is_shown_and_its_letters_are_large_enough(
    site: ServedSite, page: Page, width: int
) -> None:
    map_ = _measured(page, site, width)
    assert map_["shown"] == 1
    assert min(map_["sizes"]) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
def test_keys_reach_every_theme_on_the_map(site: ServedSite, page: Page) -> None:
    page.goto(site.at("themes/"))
    links = page.locator(".sf-map-wide a")
    links.first.focus()
    for number in range(links.count()):
        expect(links.nth(number)).to_be_focused()
        style = links.nth(number).evaluate("a => getComputedStyle(a).outlineWidth")
        assert float(style.removesuffix("px")) >= 2
        page.keyboard.press("Tab")
    links.nth(1).press("Enter")
    expect(page).to_have_url(site.at("themes/knowing-when/#notice-board"))


@pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
def test_counts_open_without_javascript(
    site: ServedSite, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("compare/"))
    counts = page.get_by_role("table", name="numbers of quotations")
    expect(counts).to_have_count(0)
    for summary in page.get_by_text("Numbers of quotations", exact=True).all():
        summary.click()
    expect(counts).to_have_count(2)
    expect(counts.first.get_by_role("row", name="Known by name")).to_contain_text("illustrative")
