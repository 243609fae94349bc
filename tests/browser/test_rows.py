"""Home, theme and quotation pages as a reader meets them: a voice soon, both sides in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect
from served import ServedSite

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
studies = pytest.mark.parametrize("site", ["own-mkdocs", "starter-mkdocs"], indirect=True)
HEIGHT = 800
NARROW_HEIGHT = 740
MOST_SCREENS = 20


def top_of_first_voice(page: object) -> float:
    return page.locator(".sf-rows blockquote").first.evaluate(  # type: ignore[attr-defined,no-any-return]
        "voice => voice.getBoundingClientRect().top + scrollY"
    )


@studies
@pytest.mark.parametrize(
    ("width", "height", "screens"), [(1280, HEIGHT, 1), (360, NARROW_HEIGHT, 1.2)]
)
def test_a_voice_stands_near_the_top_of_each_theme(
    site: ServedSite, open_context: OpenContext, width: int, height: int, screens: float
) -> None:
    page = open_context(viewport={"width": width, "height": height}).new_page()
    for theme in site.study.themes:
        page.goto(site.at(f"themes/{theme.id}/"))
        assert top_of_first_voice(page) < height * screens, theme.id


@studies
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rows_have_nothing_that_keeps_anybody_out(
    site: ServedSite, open_context: OpenContext, width: int, scheme: str
) -> None:
    settings = {"viewport": {"width": width, "height": HEIGHT}, "color_scheme": scheme}
    page = open_context(**settings).new_page()
    theme = site.study.themes[0].id
    for path in ("", f"themes/{theme}/", "q/q002/", "ur/", f"ur/themes/{theme}/"):
        page.goto(site.at(path))
        assert Axe().run(page).response["violations"] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("site", ["large-mkdocs"], indirect=True)
def test_no_page_of_thousands_of_quotations_is_endless(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(viewport={"width": 1280, "height": HEIGHT}).new_page()
    for path in ("", "themes/theme-1/"):
        page.goto(site.at(path))
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height < HEIGHT * MOST_SCREENS, path
    page.get_by_role("link", name="All 250 in the explorer").first.click()
    expect(page).to_have_url(site.at("quotations/?theme=inner-1"))
