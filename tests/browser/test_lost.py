"""The page for an address that does not exist works wherever a site is put, and whoever asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from served import ADDRESS, PREFIX, ROOT, ServedSite

pytestmark = pytest.mark.browser

NOWHERE = ("nope/", "nope/deeper/", "q/q999", "themes/a/b/c.html", "%D8%A7/")
PLACES = ("", "", "themes/", "quotations/")
everywhere = pytest.mark.parametrize(
    "site",
    ["starter-mkdocs", "starter-zensical", "full-mkdocs", "full-zensical", "urdu-mkdocs"],
    indirect=True,
)
without_address = pytest.mark.parametrize(
    "site", ["starter-mkdocs", "starter-zensical"], indirect=True
)
with_address = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)

Open = Callable[..., BrowserContext]


def links(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.links].map((link) => link.href)")
    return found


@everywhere
def test_leads_into_the_site_from_any_depth(site: ServedSite, open_context: Open) -> None:
    page = open_context().new_page()
    for path in NOWHERE:
        answer = page.goto(site.at(path))
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("#links")).to_be_visible()
        page.wait_for_function("document.links.length === 4")
        expect(page.locator("a").first).to_have_attribute("href", re.compile(f"^{PREFIX}"))
        assert links(page) == [site.at(place) for place in PLACES]
        expect(page.locator("#shorten")).to_be_hidden()
    page.locator("main a").nth(1).click()
    expect(page).to_have_url(site.at("themes/"))


START = """(one) => {
  const { left, right } = one.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  return getComputedStyle(one).direction === "rtl" ? clientWidth - right : left;
}"""
HALF_A_SCROLLBAR = 7.5


@everywhere
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_styled_and_loads_nothing(site: ServedSite, open_context: Open, scheme: str) -> None:
    page = open_context(
        viewport={"width": 360, "height": 640}, color_scheme=scheme, java_script_enabled=False
    ).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.at("nope/deeper/"))
    assert asked == [site.at("nope/deeper/")]
    paper = {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 24, 31)"}[scheme]
    expect(page.locator("body")).to_have_css("background-color", paper)
    expect(page.locator("main > p").first).to_have_css("max-width", "656px")


@everywhere
@pytest.mark.parametrize("width", [360, 768, 1000, 1280, 1920])
def test_begins_where_every_page_begins(site: ServedSite, open_context: Open, width: int) -> None:
    page = open_context(viewport={"width": width, "height": 640}).new_page()
    page.goto(site.at("study/"))
    edge = page.locator(".sf-brand").evaluate(START)
    page.goto(site.at("nope/"))
    for one in ("header a", "h1", "main > p"):
        start = page.locator(one).first.evaluate(START)
        assert start == pytest.approx(edge, abs=HALF_A_SCROLLBAR)


@without_address
def test_says_how_to_go_on_where_it_cannot_know(site: ServedSite, open_context: Open) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("nope/deeper/"))
    expect(page.get_by_text("shorten the address in your browser")).to_be_visible()
    assert page.locator("a[href]").count() == 0


@with_address
def test_leads_to_the_published_site_without_a_script(site: ServedSite, open_context: Open) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("nope/deeper/"))
    hrefs = [link.get_attribute("href") for link in page.locator("a[href]").all()]
    assert hrefs == [ADDRESS + place for place in PLACES]


@with_address
def test_asks_for_nothing_at_the_address_it_was_made_for(
    site: ServedSite, open_context: Open
) -> None:
    context = open_context()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, path=site.folder / "404.html", content_type="text/html")

    context.route("**/*", answer)
    page = context.new_page()
    page.goto(f"{ADDRESS}nope/deeper/")
    assert links(page) == [ADDRESS + place for place in PLACES]
    assert asked == [f"{ADDRESS}nope/deeper/"]


@without_address
def test_takes_no_other_site_above_it_for_its_own(site: ServedSite, open_context: Open) -> None:
    def answer(route: Route) -> None:
        url = route.request.url
        if url.endswith(("/assets/findings.css", "/one/assets/findings.css")):
            inside = url.endswith(("example.org/assets/findings.css", "/one/assets/findings.css"))
            route.fulfill(status=200 if inside else 404, body="", content_type="text/css")
        else:
            route.fulfill(status=404, path=site.folder / "404.html", content_type="text/html")

    context = open_context()
    context.route("**/*", answer)
    page = context.new_page()
    page.goto("https://example.org/one/nope/deeper/")
    page.wait_for_function("document.links.length === 4")
    assert links(page)[0] == "https://example.org/one/"


def test_has_the_colours_of_the_stylesheet() -> None:
    def colours(path: str) -> dict[str, Any]:
        text = (ROOT / "generator/study_findings" / path).read_text("utf-8")
        return dict(re.findall(r"(--sf-\w+): (light-dark\(.+?\));", text))

    own = colours("engines/theme/404.html")
    assert len(own) == 4
    assert own.items() <= colours("render/assets/findings.css").items()
