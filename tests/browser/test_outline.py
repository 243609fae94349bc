"""What software that reads aloud is told: headings in order, landmarks that can be told apart.

The browser's own accessibility tree is asked, so names and roles are those a reader meets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from arriving import redraw
from playwright.sync_api import Browser, BrowserContext, Page
from served import ServedSite

pytestmark = pytest.mark.browser

every_site = pytest.mark.parametrize(
    "site", ["full-mkdocs", "full-zensical", "starter-mkdocs"], indirect=True
)
both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]

LANDMARKS = {"banner", "main", "contentinfo", "navigation", "region", "search", "complementary"}
LANDMARKS |= {"form"}
LOST = "nothing/here/"
# The file for reading offline and the page of what is not there stand alone, without the site's
# frame.
WITHOUT_FRAME = ("offline.html", LOST)


Nodes = list[dict[str, Any]]


@dataclass(frozen=True)
class Told:
    """Hold what is told of a page on a desk's screen and on a phone's, and the ids on it."""

    wide: Nodes
    narrow: Nodes
    ids: list[str]


def tree(page: Page) -> Nodes:
    """List what the accessibility tree holds: role, name, and level of a heading."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", "").strip(),
            "level": next(
                (p["value"]["value"] for p in node.get("properties", []) if p["name"] == "level"), 0
            ),
        }
        for node in nodes
        if not node["ignored"]
    ]


def visit(site: ServedSite, page: Page) -> Iterator[str]:
    """Open a page of each kind, a tombstone, an address where nothing stands; all parts open."""
    withdrawn = [f"q/{q.id}/" for q in site.study.quotations if q.status == "withdrawn"][:1]
    copied = set(site.copied_pages) if site.name.endswith("zensical") else set()
    for path in [*site.kinds.values(), *withdrawn, LOST]:
        if path not in copied:
            page.goto(site.at(path))
            page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
            yield path


Ask = Callable[[ServedSite], dict[str, Told]]


@pytest.fixture(scope="module")
def told(browser: Browser) -> Ask:
    """Give what is told of each kind of page of a site; each is opened once."""
    known: dict[str, dict[str, Told]] = {}

    def ask(site: ServedSite) -> dict[str, Told]:
        if site.name not in known:
            found = known.setdefault(site.name, {})
            page = browser.new_page()
            for path in visit(site, page):
                trees = []
                for width in (1280, 360):
                    page.set_viewport_size({"width": width, "height": 800})
                    redraw(page)
                    trees.append(tree(page))
                ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
                found[path] = Told(trees[0], trees[1], ids)
            page.close()
        return known[site.name]

    return ask


def levels_of(nodes: Nodes) -> list[int]:
    return [node["level"] for node in nodes if node["role"] == "heading"]


def skipped(levels: list[int]) -> list[tuple[int, int]]:
    """List each step down from a heading by more than one level."""
    pairs = zip([0, *levels], levels, strict=False)
    return [(above, below) for above, below in pairs if below > above + 1]


@every_site
def test_headings_go_down_one_level_at_a_time_from_the_one_first(
    site: ServedSite, told: Ask
) -> None:
    for path, page in told(site).items():
        levels = levels_of(page.wide)
        assert levels.count(1) == 1, path
        assert skipped(levels) == [], path
        assert levels_of(page.narrow) == levels, path
        assert [n for n in page.wide if n["role"] == "heading" and not n["name"]] == [], path


@both_engines
def test_headings_go_down_in_the_same_way_without_javascript(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for path in visit(site, page):
        levels = levels_of(tree(page))
        assert levels.count(1) == 1, path
        assert skipped(levels) == [], path


@every_site
def test_landmarks_stand_once_or_have_names_of_their_own(site: ServedSite, told: Ask) -> None:
    for path, page in told(site).items():
        for nodes in (page.wide, page.narrow):
            landmarks = [node for node in nodes if node["role"] in LANDMARKS]
            roles = Counter(landmark["role"] for landmark in landmarks)
            assert roles["main"] == 1, path
            if path not in WITHOUT_FRAME:
                assert (roles["banner"], roles["contentinfo"]) == (1, 1), path
                assert roles["navigation"], path
            named = Counter((landmark["role"], landmark["name"]) for landmark in landmarks)
            assert [which for which, number in named.items() if number > 1] == [], path
            assert ("navigation", "") not in named, path


@every_site
def test_no_id_stands_twice_once_the_scripts_have_run(site: ServedSite, told: Ask) -> None:
    for path, page in told(site).items():
        assert [id_ for id_, number in Counter(page.ids).items() if number > 1] == [], path


def test_a_level_left_out_is_seen() -> None:
    assert skipped([1, 2, 4, 2, 3, 1]) == [(2, 4)]
    assert skipped([2, 3]) == [(0, 2)]
