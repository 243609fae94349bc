"""A reader takes a citation in the format they need: by pointer, keys alone, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import bibtexparser
import pytest
from arriving import hold_clock
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]

FORMATS = ["Text", "BibTeX", "RIS", "CSL-JSON"]


@both_engines
def test_arrow_keys_go_round_the_tabs_and_one_format_shows(site: ServedSite, page: Page) -> None:
    page.goto(site.at("cite/"))
    tabs = page.get_by_role("tablist", name="Citation of the study").get_by_role("tab")
    expect(tabs).to_have_text(FORMATS)
    tabs.first.focus()
    for key, chosen in (
        ("ArrowRight", "BibTeX"),
        ("ArrowRight", "RIS"),
        ("ArrowLeft", "BibTeX"),
        ("ArrowLeft", "Text"),
        ("ArrowLeft", "CSL-JSON"),
        ("ArrowRight", "Text"),
    ):
        page.keyboard.press(key)
        tab = page.get_by_role("tab", name=chosen).first
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
        panels = page.locator(".sf-formats").first.get_by_role("tabpanel")
        expect(panels).to_have_count(1)
        expect(panels).to_have_accessible_name(chosen)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy text").first).to_be_focused()


@both_engines
@pytest.mark.parametrize("path", ["cite/", "themes/knowing-when/", "q/q001/"])
def test_without_javascript_every_format_stands_under_its_heading(
    site: ServedSite, open_context: OpenContext, path: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at(path))
    if path != "cite/":
        page.get_by_text("BibTeX, RIS, CSL-JSON").click()
    for name in FORMATS[1:]:
        expect(page.get_by_role("heading", name=name).first).to_be_visible()
    for record in page.locator(".sf-record").all():
        expect(record).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)


@both_engines
@pytest.mark.parametrize("path", ["themes/knowing-when/", "q/q001/"])
def test_what_is_copied_is_a_record(site: ServedSite, open_context: OpenContext, path: str) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(site.at(path))
    page.get_by_text("BibTeX, RIS, CSL-JSON").click()
    hold_clock(page)
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator(".sf-copied")).to_have_text("Citation copied")
    library = bibtexparser.parse_string(page.evaluate("navigator.clipboard.readText()"))
    assert library.failed_blocks == []
    assert library.entries[0]["url"] == f"https://example.org/repo/{path}"


@both_engines
def test_the_downloads_are_there(site: ServedSite, page: Page) -> None:
    page.goto(site.at("cite/"))
    links = page.locator("main a[download]").evaluate_all("all => all.map(each => each.href)")
    assert [link.rpartition("citation.")[2] for link in links] == ["bib", "ris", "csl.json"]
    for link in links:
        assert page.request.get(link).ok


@both_engines
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_in_any_tab(
    site: ServedSite, open_context: OpenContext, width: int
) -> None:
    for scheme in ("light", "dark"):
        context = open_context(color_scheme=scheme, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(site.at("cite/"))
        for number in range(len(FORMATS)):
            for group in page.locator(".sf-formats").all():
                group.get_by_role("tab").nth(number).click()
            found = Axe().run(page, context=".sf-formats").response["violations"]
            assert found == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
