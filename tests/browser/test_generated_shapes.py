"""Studies of many shapes stay readable: no page is endless, no table leaves its reader behind."""

from __future__ import annotations

import pytest
from generated import SHAPES
from playwright.sync_api import Page
from served import ServedSite, kind_of

pytestmark = pytest.mark.browser

MOST_SCREENS = 20
SCREEN = 800
# The whole study in one file is as long as the study.
WHOLE = "offline"
# Tables wider than their page whose first column does not stay in sight.
LEAVING = """() => [...document.querySelectorAll("main table")].filter((table) => {
  const box = table.closest(".sf-table") ?? table.parentElement;
  if (box.scrollWidth <= box.clientWidth + 1) return false;
  const first = table.querySelector("tbody th");
  return !first || getComputedStyle(first).position !== "sticky";
}).length"""


def pages_to_look_at(site: ServedSite) -> list[str]:
    """Give every theme's page, and two pages of each other kind."""
    found: dict[str, list[str]] = {}
    for path in site.pages:
        kind = kind_of(path)
        if kind and kind != WHOLE:
            found.setdefault(kind, []).append(path)
    return [
        path for kind, paths in found.items() for path in (paths if kind == "theme" else paths[:2])
    ]


@pytest.mark.parametrize(
    "site", [*(f"{name}-mkdocs" for name in SHAPES), "large-mkdocs"], indirect=True
)
def test_no_page_is_endless_and_no_table_leaves_its_reader(site: ServedSite, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": SCREEN})
    looked_at = pages_to_look_at(site)
    assert len(looked_at) > 10
    for path in looked_at:
        page.goto(site.at(path))
        screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN
        assert screens <= MOST_SCREENS, f"{path}: {screens:.1f} screens"
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
        assert page.evaluate(LEAVING) == 0, path
