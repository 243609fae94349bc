"""For a reader who asks for less motion nothing moves by itself, and nothing glides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from served import ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)

# Everything that would still move, with what of it: each element, and what is drawn around it.
MOVING = """() => {
  const seconds = (times) => Math.max(...times.split(",").map((time) =>
    parseFloat(time) / (time.trim().endsWith("ms") ? 1000 : 1)));
  const found = new Set();
  for (const element of document.querySelectorAll("*")) {
    for (const part of
      [null, "::before", "::after", "::marker", "::backdrop", "::details-content"]) {
      const style = getComputedStyle(element, part);
      const name = `${element.localName}.${element.getAttribute("class") ?? ""}${part ?? ""}`;
      if (seconds(style.transitionDuration) + Math.max(0, seconds(style.transitionDelay)) > 0.01) {
        found.add(
          `${name} changes over ${style.transitionDuration} after ${style.transitionDelay}`);
      }
      if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) {
        found.add(`${name} plays ${style.animationName}`);
      }
      if (style.scrollBehavior !== "auto") found.add(`${name} glides`);
    }
  }
  return [...found];
}"""


@both_engines
def test_on_no_kind_of_page_anything_moves(site: ServedSite, open_context: OpenContext) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    moving = {}
    for kind, path in {**site.kinds, "not found": "nothing/here/"}.items():
        page.goto(site.at(path))
        page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
        if kind not in ("offline", "not found"):
            page.keyboard.press("/")
            expect(page.get_by_role("dialog")).to_be_visible()
        if found := page.evaluate(MOVING):
            moving[kind] = found[:5]
    assert moving == {}


@both_engines
def test_others_are_taken_to_a_place_on_the_page_by_gliding(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(reduced_motion="no-preference").new_page()
    page.goto(site.at(site.kinds["theme"]))
    assert any(line.startswith("html") and "glides" in line for line in page.evaluate(MOVING))
