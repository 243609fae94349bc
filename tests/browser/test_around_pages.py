"""The same frame around every page: one edge, one line of parts, the bar, the way to the whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
Visit = Callable[[ServedSite, str], dict[str, Any]]
with_all_pages = pytest.mark.parametrize(
    "site", ["own-mkdocs", "own-zensical", "full-mkdocs", "full-zensical"], indirect=True
)
# What stands alone, without a frame.
ALONE = {"offline.html"}

FRAME = """() => {
  const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
  return {
    bars: all(".sf-bar", (bar) => bar.textContent),
    parts: all(".sf-sections a", (link) => link.getAttribute("href")),
    current: all(".sf-sections [aria-current]", (link) => link.getAttribute("aria-current")),
    whole: all(".sf-footer a[download]", (link) => [link.textContent, new URL(link.href).pathname]),
    pills: all("main :is(.sf-quotation, .sf-tree, h1, h2, h3, h4) .sf-pill",
      (pill) => pill.textContent),
    mismatched: all(":is(.sf-header, .sf-bar, .sf-footer) :is(a, button)",
      (control) => [control.innerText, control.ariaLabel])
      .filter(([seen, named]) => named && /\\p{L}{2}/u.test(seen)
        && !named.toLowerCase().includes(seen.trim().toLowerCase())),
  };
}"""


@with_all_pages
def test_every_page_has_the_frame(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FRAME)
    assert len(found) > 20
    for path, frame in found.items():
        if path in ALONE:
            continue
        assert len(frame["parts"]) == 5, path
        assert len(frame["current"]) == 1, path
        assert len(frame["whole"]) == 1, path


@with_all_pages
def test_the_bar_is_on_every_page_where_all_was_composed_and_on_none_where_people_are_quoted(
    site: ServedSite, on_each_page: Visit
) -> None:
    is_composed = all(quotation.is_illustrative for quotation in site.quotations)
    assert is_composed == site.name.startswith("own")
    for path, frame in on_each_page(site, FRAME).items():
        assert len(frame["bars"]) == is_composed, path
        if is_composed and not path.startswith(("ur/", "ps/", "practice/")):
            assert "illustrative" not in frame["pills"], path


@with_all_pages
def test_every_page_leads_to_the_whole_and_tells_its_size(
    site: ServedSite, on_each_page: Visit
) -> None:
    size = round((site.folder / "offline.html").stat().st_size / 1024)
    for path, frame in on_each_page(site, FRAME).items():
        for words, address in frame["whole"]:
            assert address == "/repo/offline.html", path
            assert re.search(r"(\d+) kB", words)[1] == str(size), path  # type: ignore[index]


@pytest.mark.parametrize("site", ["own-mkdocs", "full-mkdocs"], indirect=True)
@pytest.mark.parametrize("width", [1280, 1920])
def test_brand_parts_bar_text_and_footer_share_one_edge_and_parts_stand_on_one_line(
    site: ServedSite, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for kind, path in site.kinds.items():
        if path in ALONE:
            continue
        page.goto(site.at(path))
        edges = page.evaluate(
            """() => {
              const isLeft = getComputedStyle(document.body).direction === "ltr";
              const edge = (part) => part.getBoundingClientRect()[isLeft ? "left" : "right"];
              const parts = [".sf-brand", ".sf-sections li", ".sf-bar p strong", "main h1",
                ".sf-footer li"];
              return parts.map((selector) => document.querySelector(selector))
                .filter(Boolean).map(edge);
            }"""
        )
        assert max(edges) - min(edges) <= 1, (kind, edges)
        tops = page.locator(".sf-sections li").evaluate_all(
            "all => all.map((item) => Math.round(item.getBoundingClientRect().top))"
        )
        assert len(tops) == 5, kind
        assert len(set(tops)) == 1, kind


@pytest.mark.parametrize("site", ["starter-mkdocs", "own-mkdocs"], indirect=True)
def test_the_parts_stand_on_one_line_at_1280_and_on_a_phone(site: ServedSite, page: Page) -> None:
    for width in (1280, 768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("", "q/q001/", "about/"):
            page.goto(site.at(path))
            tops = page.locator(".sf-sections li").evaluate_all(
                "all => all.map((item) => Math.round(item.getBoundingClientRect().top))"
            )
            assert len(set(tops)) == 1, (width, path)


@pytest.mark.parametrize("site", ["own-mkdocs", "own-zensical"], indirect=True)
def test_on_a_desk_the_bar_is_one_line(site: ServedSite, page: Page) -> None:
    for path in ("themes/", "about/", "q/q001/", ""):
        page.goto(site.at(path))
        bar = page.locator(".sf-bar").bounding_box()
        assert bar is not None
        assert bar["height"] <= 40, path


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_the_bar_leads_to_what_is_the_studys_own(site: ServedSite, page: Page) -> None:
    for path, words in (
        ("q/q001/", "What is the study’s own"),
        ("about/", "What is the study’s own"),
        ("", "What is the study’s own"),
        ("ur/themes/", "کیا کچھ تحقیق کا اپنا ہے"),
    ):
        page.goto(site.at(path))
        page.locator(".sf-bar").get_by_role("link", name=words).click()
        edition = "ur/" if path.startswith("ur/") else ""
        expect(page).to_have_url(site.at(f"{edition}study/#own"))
        expect(page.locator("#own")).to_be_in_viewport()


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_the_bar_is_on_paper_too_and_in_the_file_for_reading_offline(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    for path in ("themes/opportunities/", "q/q001/", "", "offline.html"):
        page.goto(site.at(path))
        page.emulate_media(media="print")
        expect(page.locator(".sf-bar")).to_be_visible()
        expect(page.locator(".sf-header")).to_have_count(0 if path == "offline.html" else 1)
        for header in page.locator(".sf-header").all():
            expect(header).to_be_hidden()


@pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
def test_about_the_study_lists_hand_written_pages(site: ServedSite, page: Page) -> None:
    for path in ("study/", "ur/study/"):
        page.goto(site.at(path))
        page.locator(".sf-pages").get_by_role("link", name="About this site").click()
        expect(page).to_have_url(site.at("about/"))
        current = page.locator(".sf-sections [aria-current]")
        expect(current).to_have_text(re.compile("About the study"))


@with_all_pages
def test_what_is_seen_of_a_control_is_in_its_name(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FRAME)
    mismatched = {path: frame["mismatched"] for path, frame in found.items()}
    assert {path: pairs for path, pairs in mismatched.items() if pairs} == {}


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_one_click_keeps_the_whole_study(site: ServedSite, open_context: OpenContext) -> None:
    page = open_context(accept_downloads=True).new_page()
    for path in ("", "q/q001/"):
        page.goto(site.at(path))
        with page.expect_download() as begun:
            page.locator(".sf-footer").get_by_role(
                "link", name=re.compile("Download the whole")
            ).click()
        kept = begun.value.path()
        assert kept.read_bytes() == (site.folder / "offline.html").read_bytes()
