"""What stays in sight while a page scrolls never covers what is focused or asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from arriving import redraw
from keys import stops
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
SCREENS = {"phone": (360, 640), "desk": (1280, 800), "enlarged four times": (320, 256)}
screens = pytest.mark.parametrize("screen", SCREENS)

PLACES = """() => [...document.querySelectorAll("main [id]")]
  .filter((place) => place.getClientRects().length && !place.closest("details, svg, form"))
  .map((place) => place.id)"""
# Where a place comes to stand, measured from the lower edge of what stays at the top of the window.
BELOW = """(id) => {
  const over = [...document.querySelectorAll(".sf-header, .sf-bar")]
    .map((part) => part.getBoundingClientRect())
    .filter(({ top, bottom }) => top <= 0.5 && bottom > 0);
  const edge = Math.max(0, ...over.map(({ bottom }) => bottom));
  return document.getElementById(id).getBoundingClientRect().top - edge;
}"""


def opened(open_context: OpenContext, screen: str, address: str, **settings: bool) -> Page:
    width, height = SCREENS[screen]
    viewport = {"width": width, "height": height}
    page = open_context(viewport=viewport, reduced_motion="reduce", **settings).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("site", "kind", "screen"),
    [
        *(("full-mkdocs", kind, "phone") for kind in ("home", "theme", "quotations")),
        *(("full-mkdocs", kind, "desk") for kind in ("home", "theme", "quotations")),
        *(("full-zensical", "theme", screen) for screen in SCREENS),
        ("starter-mkdocs", "theme", "enlarged four times"),
        *(("own-mkdocs", kind, "desk") for kind in ("home", "theme", "quotation", "hand-written")),
        ("own-mkdocs", "home", "phone"),
    ],
    indirect=["site"],
)
def test_what_has_the_focus_is_not_under_the_header(
    site: ServedSite, open_context: OpenContext, kind: str, screen: str
) -> None:
    page = opened(open_context, screen, site.at(site.kinds[kind]))
    page.locator("main details").evaluate_all("all => all.forEach(part => { part.open = true; })")
    forwards = list(stops(page, "Tab"))
    backwards = list(stops(page, "Shift+Tab"))
    assert len(forwards) > 15
    assert {stop["name"] for stop in backwards} == {stop["name"] for stop in forwards}
    found = forwards + backwards
    assert [stop["name"] for stop in found if stop["covered"]] == []
    assert [stop["name"] for stop in found if not stop["onScreen"]] == []


@pytest.mark.parametrize(
    ("site", "kind", "screen"),
    [
        *(("full-mkdocs", kind, "phone") for kind in ("home", "theme", "quotations")),
        *(("full-mkdocs", kind, "desk") for kind in ("theme", "hand-written")),
        *(("full-zensical", "theme", screen) for screen in SCREENS),
        ("starter-mkdocs", "theme", "enlarged four times"),
        *(("own-mkdocs", kind, "desk") for kind in ("home", "theme", "quotation", "hand-written")),
        ("own-mkdocs", "home", "phone"),
    ],
    indirect=["site"],
)
def test_what_an_address_points_at_lands_below_the_header(
    site: ServedSite, open_context: OpenContext, kind: str, screen: str
) -> None:
    page = opened(open_context, screen, site.at(site.kinds[kind]))
    places = page.evaluate(PLACES)
    assert places
    under = {}
    for place in places:
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.goto(f"{site.at(site.kinds[kind])}#{place}")
        redraw(page)
        below = page.evaluate(BELOW, place)
        if below < 0:
            under[place] = below
    assert under == {}


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize("scripts", [True, False])
@screens
def test_a_sites_long_name_takes_two_lines_at_most(
    site: ServedSite, open_context: OpenContext, screen: str, scripts: bool
) -> None:
    name = (
        "What a long winter of waiting for a bus does to those who wait and to those who drive it"
    )
    page = opened(open_context, screen, site.at(site.kinds["theme"]), java_script_enabled=scripts)
    brand = page.locator(".sf-brand")
    brand.evaluate("(brand, name) => { brand.textContent = name; }", name)
    expect(page.get_by_role("link", name=name)).to_be_visible()
    line = brand.evaluate("brand => parseFloat(getComputedStyle(brand).lineHeight)")
    box = brand.bounding_box()
    assert box is not None
    assert box["height"] <= 2 * line + 1


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
@pytest.mark.parametrize(
    "path", ["themes/opportunities/", "ur/themes/opportunities/", "ps/", "q/q001/"]
)
@pytest.mark.parametrize("width", [768, 1280])
def test_the_bar_that_stays_is_no_taller_than_what_is_kept_free(
    site: ServedSite, page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at(path))
    kept = page.evaluate("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)")
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    bar = page.locator(".sf-bar").bounding_box()
    assert bar is not None
    assert bar["y"] == pytest.approx(0, abs=1)
    assert 20 < bar["height"] <= kept


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_on_a_phone_the_bar_goes_with_the_page(site: ServedSite, open_context: OpenContext) -> None:
    page = opened(open_context, "phone", site.at("themes/opportunities/"))
    expect(page.locator(".sf-bar")).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".sf-bar")).not_to_be_in_viewport()


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
def test_a_tables_standing_column_covers_no_link_that_has_the_focus(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = opened(open_context, "phone", site.at("compare/"))
    page.locator("main details").evaluate_all("all => all.forEach(part => { part.open = true; })")
    under = """() => {
      const link = document.activeElement;
      const column = link.closest("tr")?.querySelector("th:first-child");
      if (!link.closest(".sf-matrix") || !column || column.contains(link)) return null;
      return link.getBoundingClientRect().left < column.getBoundingClientRect().right - 0.5;
    }"""
    for key in ("Tab", "Shift+Tab"):
        answers = [(page.evaluate(under), stop["name"]) for stop in stops(page, key)]
        assert [name for covered, name in answers if covered] == []
        assert [name for covered, name in answers if covered is False] != []
