"""The map and the tables as a browser draws them: letters that fit, reached by keys, in sight."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from served import ServedSite

pytestmark = pytest.mark.browser

every_text = pytest.mark.parametrize(
    "site", ["own-mkdocs", "full-mkdocs", "full-zensical", "starter-mkdocs"], indirect=True
)
widths = pytest.mark.parametrize("width", [768, 1280])

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
    nodes: [...map[0].querySelectorAll("a[data-node]")].map((link) => ({
      name: link.getAttribute("aria-label"),
      room: box(link.querySelector("rect")),
      words: [...link.querySelectorAll("text")].map(box),
    })),
    lines: [...map[0].querySelectorAll("a[data-ends]")].map((line) => ({
      name: line.getAttribute("aria-label"),
      room: line.querySelector("rect") ? box(line.querySelector("rect")) : null,
      words: [...line.querySelectorAll("text")].map(box),
    })),
  };
}"""


def _measured(page: Page, site: ServedSite, width: int) -> dict[str, Any]:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at("compare/"))
    return page.evaluate(MEASURE)  # type: ignore[no-any-return]


@every_text
@widths
def test_letters_stay_in_their_boxes(site: ServedSite, page: Page, width: int) -> None:
    map_ = _measured(page, site, width)
    outside = [
        node["name"]
        for node in (*map_["nodes"], *map_["lines"])
        for words in node["words"]
        if words["left"] < node["room"]["left"] - 1 or words["right"] > node["room"]["right"] + 1
    ]
    assert outside == []
    everything = [w for part in (*map_["nodes"], *map_["lines"]) for w in part["words"]]
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


@pytest.mark.parametrize("site", ["own-mkdocs", "full-mkdocs"], indirect=True)
def test_on_a_phone_rows_and_sentences_say_what_the_map_would(site: ServedSite, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.at("compare/"))
    lines = page.locator(".sf-map:visible a[data-ends]")
    named = lines.evaluate_all("all => all.map(line => line.getAttribute('aria-label'))")
    rows = lines.evaluate_all("all => all.map(line => line.getAttribute('href'))")
    assert len(named) == len(rows) > 1
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".sf-map:visible")).to_have_count(0)
    for name, row in zip(named, rows, strict=True):
        expect(page.locator(row)).to_be_visible()
        expect(page.locator(row)).to_contain_text(name)


@pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
def test_keys_reach_every_line_and_theme_on_the_map(site: ServedSite, page: Page) -> None:
    page.goto(site.at("compare/"))
    links = page.locator(".sf-map:visible a")
    links.first.focus()
    for number in range(links.count()):
        expect(links.nth(number)).to_be_focused()
        style = links.nth(number).evaluate("a => getComputedStyle(a).outlineWidth")
        assert float(style.removesuffix("px")) >= 2
        page.keyboard.press("Tab")
    page.locator(".sf-map:visible a[data-ends]").first.press("Enter")
    expect(page).to_have_url(re.compile(r"/compare/#between_"))
    page.locator(".sf-map:visible a[data-node='road-decides']").press("Enter")
    expect(page).to_have_url(site.at("themes/road-decides/"))


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_what_is_pointed_at_before_the_script_comes_stands_out_too(
    site: ServedSite, page: Page
) -> None:
    held: list[Route] = []
    page.route("**/theme_map.js", lambda route: held.append(route))
    page.set_viewport_size({"width": 1280, "height": 800})
    with page.expect_request("**/theme_map.js"):
        page.goto(site.at("compare/"), wait_until="commit")
    page.locator(".sf-map:visible [data-node='strengthening-each-other']").focus()
    held[0].continue_()
    expect(page.locator(".sf-map:visible [data-ends]:not(.sf-map-dim)")).to_have_count(3)


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
@pytest.mark.parametrize("by", ["pointer", "keys"])
def test_what_is_pointed_at_stands_out_with_what_it_is_joined_to(
    site: ServedSite, page: Page, by: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.at("compare/"))
    dim = page.locator(".sf-map:visible .sf-map-dim")
    expect(dim).to_have_count(0)
    node = page.locator(".sf-map:visible [data-node='strengthening-each-other']")
    node.hover() if by == "pointer" else node.focus()
    # It is joined to two student themes and to one of its own strand.
    expect(page.locator(".sf-map:visible [data-ends]:not(.sf-map-dim)")).to_have_count(3)
    expect(page.locator(".sf-map:visible [data-node]:not(.sf-map-dim)")).to_have_count(4)
    line = page.locator(".sf-map:visible [data-ends='opportunities obstacles-in-the-way']")
    line.locator("text").hover() if by == "pointer" else line.focus()
    expect(page.locator(".sf-map:visible [data-ends]:not(.sf-map-dim)")).to_have_count(1)
    expect(page.locator(".sf-map:visible [data-node]:not(.sf-map-dim)")).to_have_count(2)
    page.mouse.move(2, 2)
    page.evaluate("document.activeElement.blur()")
    expect(dim).to_have_count(0)


@pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical", "starter-mkdocs"], indirect=True)
@pytest.mark.parametrize("scripts", [True, False])
def test_numbers_and_subthemes_are_a_choice_without_a_script_too(
    site: ServedSite, open_context: Callable[..., BrowserContext], scripts: bool
) -> None:
    page = open_context(java_script_enabled=scripts).new_page()
    page.goto(site.at("compare/"))
    table = page.locator(".sf-matrix").first
    cell = table.locator("td").first
    expect(cell.locator(".sf-presence")).to_be_visible()
    expect(cell.locator(".sf-number")).to_be_hidden()
    inner = table.locator("tbody").filter(has=page.locator(".sf-inner")).first
    expect(inner.locator(".sf-inner").first).to_be_hidden()
    inner.locator("summary").click()
    expect(inner.locator(".sf-inner").first).to_be_visible()
    page.get_by_label("numbers of quotations").check()
    expect(cell.locator(".sf-presence")).to_be_hidden()
    expect(cell.locator(".sf-number")).to_be_visible()
    shades = page.locator(".sf-matrix td:visible").evaluate_all(
        "all => all.map(cell => [cell.className, getComputedStyle(cell).backgroundColor])"
    )
    assert len({colour for _, colour in shades}) == len({name for name, _ in shades}) > 1


@pytest.mark.parametrize("site", ["starter-mkdocs", "full-mkdocs"], indirect=True)
@pytest.mark.parametrize("path", ["compare/", "ur/compare/"])
def test_both_headers_of_a_table_stay_in_sight(site: ServedSite, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(site.at(path))
    page.locator(".sf-opens").evaluate_all("all => all.forEach(fold => { fold.open = true; })")
    page.add_style_tag(content=".sf-page .sf-matrix { max-height: 160px !important; }")
    wide = "all => all.findIndex(one => one.scrollWidth > one.clientWidth + 60)"
    number = page.locator(".sf-matrix").evaluate_all(wide)
    assert number >= 0
    table = page.locator(".sf-matrix").nth(number)
    table.evaluate("""one => {
      one.scrollTop = 60;
      one.scrollLeft = getComputedStyle(one).direction === "rtl" ? -60 : 60;
    }""")
    moved = """one => {
      const box = one.getBoundingClientRect();
      const head = one.querySelector("thead th:nth-child(2)").getBoundingClientRect();
      const side = one.querySelector("tbody th").getBoundingClientRect();
      const rtl = getComputedStyle(one).direction === "rtl";
      return [one.scrollTop, Math.abs(one.scrollLeft), head.top - box.top,
        rtl ? box.right - side.right : side.left - box.left];
    }"""
    down, along, from_top, from_side = table.evaluate(moved)
    assert (down, along) == (60, 60)
    assert abs(from_top) <= 1
    assert abs(from_side) <= 1


@pytest.mark.parametrize("site", ["own-mkdocs", "full-mkdocs", "starter-mkdocs"], indirect=True)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_table_is_wider_than_its_page_without_a_standing_column(
    site: ServedSite, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at("compare/"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    loose = page.locator(".sf-table").evaluate_all(
        """all => all.filter(one => one.scrollWidth > one.clientWidth + 1)
          .filter(one => getComputedStyle(one.querySelector("tbody th")).position !== "sticky")
          .map(one => one.getAttribute("aria-label"))"""
    )
    assert loose == []


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
@pytest.mark.parametrize("path", ["compare/", "ur/compare/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_voices_face_each_other_and_on_a_phone_the_answer_is_set_in(
    site: ServedSite, open_context: Callable[..., BrowserContext], path: str, scripts: bool
) -> None:
    page = open_context(java_script_enabled=scripts).new_page()
    places = """all => all.map(duet => [...duet.children].map(voice => {
      const box = voice.getBoundingClientRect();
      const far = getComputedStyle(duet).direction === "rtl";
      return [far ? innerWidth - box.right : box.left, box.top, box.bottom];
    }))"""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.at(path))
    for one, other in page.locator(".sf-duet").evaluate_all(places):
        assert one[0] + 300 < other[0]
        assert one[1] == other[1]
    page.set_viewport_size({"width": 360, "height": 800})
    rows = page.locator(".sf-duet").evaluate_all(places)
    assert len(rows) == 4
    for one, other in rows:
        assert other[1] >= one[2]
        assert 16 <= other[0] - one[0] <= 40


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
def test_the_printed_conversation_keeps_each_row_together(site: ServedSite, page: Page) -> None:
    page.goto(site.at("compare/"))
    page.emulate_media(media="print")
    shown = page.locator(".sf-meeting").evaluate_all(
        "all => all.map(row => getComputedStyle(row).breakInside)"
    )
    assert shown == ["avoid"] * 4
    expect(page.locator(".sf-actions:visible")).to_have_count(0)
    addresses = page.locator(".sf-spoken .sf-address")
    expect(addresses.first).to_be_visible()
    # The site does not know its own address: the id stands in place of one.
    expect(addresses.first).to_have_text(re.compile(r"^q\d+$"))
