"""The preview in a browser: problems over the last good page, gone once they are mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from colours import RECKON
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

from study_findings.preview.banner import banner
from study_findings.preview.serving import Server, Showing, open_server
from study_findings.problems import Location, Problem

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
LONG = "themes_data/themes/a-name-of-a-theme-that-goes-on-and-on-and-is-wider-than-a-telephone.yml"
BROKEN = [
    Problem(Location(LONG, 2, 1), "missing-field", "the theme has no title", "add `title`"),
    *(
        Problem(Location("themes_data/quotations/a.yml", line, 3), "unknown-theme", words)
        for line, words in enumerate(["<img src=x onerror=alert(1)>", *["ہم بس کا انتظار"] * 20])
    ),
]
WARNED = [Problem(Location(LONG), "no-quotation", "no quotation speaks to it", "", "warning")]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with open_server(0) as running:
        running.start()
        yield running
        running.shutdown()


@pytest.fixture
def shown(server: Server, sites: Callable[[str], ServedSite]) -> Showing:
    """Show the starter's site with many problems over it."""
    said = banner(BROKEN, "", "private", True)
    server.showing = Showing(sites("starter-mkdocs").folder, "/study/", 1, said)
    return server.showing


def go(page: Page, address: str) -> None:
    """Open a page, and wait until its script has put the banner of now in place of the first."""
    page.goto(address)
    page.wait_for_function("parseFloat(document.body.style.paddingBottom) > 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("kind", "width"),
    [("broken", 360), ("broken", 768), ("broken", 1280), ("warned", 360), ("nothing yet", 360)],
)
def test_can_be_read(
    server: Server, shown: Showing, open_context: Open, width: int, scheme: str, kind: str
) -> None:
    if kind == "warned":
        server.showing = replace(shown, banner=banner(WARNED, "", "private", True))
    elif kind == "nothing yet":
        server.showing = Showing(banner=banner(BROKEN, "", "private", False))
    context = open_context(viewport={"width": width, "height": 720}, color_scheme=scheme)
    page = context.new_page()
    go(page, server.address)
    section = page.locator("#findings-preview section")
    if kind == "warned":
        section.locator("summary").click()
    expect(section.locator("li").first).to_be_visible()
    seen: dict[str, Any] = section.evaluate(
        f"""(section) => {{
          {RECKON}
          const style = getComputedStyle(section);
          return {{
            contrast: against(style.color, style.backgroundColor),
            isDark: shade(style.backgroundColor) < 0.2,
            wide: section.scrollWidth - section.clientWidth,
            page: document.documentElement.scrollWidth - innerWidth,
          }};
        }}"""
    )
    assert seen["contrast"] >= 7
    assert seen["isDark"] == (scheme == "dark")
    assert seen["wide"] <= 0
    assert seen["page"] <= 0
    if kind == "broken":
        box = section.bounding_box()
        assert box is not None
        assert 0 < box["height"] <= 720 * 0.46
        assert box["y"] + box["height"] == pytest.approx(720, abs=1)


def test_is_accessible(server: Server, shown: Showing, page: Page) -> None:
    go(page, server.address)
    expect(page.get_by_role("alert")).to_contain_text("This page shows the last version")
    found = Axe().run(page, context={"include": [["#findings-preview"]]})
    assert found.violations_count == 0, found.generate_report()


def test_takes_words_as_words_and_keys_as_keys(server: Server, shown: Showing, page: Page) -> None:
    go(page, server.address)
    section = page.locator("#findings-preview section")
    expect(section.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    section.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(section.locator("li").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(section.locator("li").first).to_be_visible()


def test_covers_nothing_of_the_page_for_good(server: Server, shown: Showing, page: Page) -> None:
    go(page, f"{server.address}themes/")
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    last = page.locator("footer").last.bounding_box()
    over = page.locator("#findings-preview section").bounding_box()
    assert last is not None
    assert over is not None
    assert last["y"] + last["height"] <= over["y"] + 1


def test_goes_when_all_is_mended_and_comes_without_loading_the_page_again(
    server: Server, shown: Showing, page: Page
) -> None:
    section = page.locator("#findings-preview section")
    server.showing = replace(shown, banner="")
    page.goto(f"{server.address}themes/")
    page.evaluate("window.isTheSame = true")
    expect(section).to_have_count(0)
    server.showing = shown
    expect(section).to_be_visible()
    assert page.evaluate("window.isTheSame")
    server.showing = replace(shown, banner="")
    expect(section).to_have_count(0)
    assert page.evaluate("window.isTheSame && document.body.style.paddingBottom === ''")
    server.showing = replace(shown, banner="", number=2)
    page.wait_for_function("!window.isTheSame")
    expect(page).to_have_url(f"{server.address}themes/")


def test_is_on_no_page_that_is_published(sites: Callable[[str], ServedSite]) -> None:
    for name in ("starter-mkdocs", "starter-zensical"):
        for path in sites(name).folder.rglob("*"):
            if path.suffix in (".html", ".js", ".css"):
                text = path.read_text("utf-8")
                assert "findings-preview" not in text, path
                assert ".findings/" not in text, path
