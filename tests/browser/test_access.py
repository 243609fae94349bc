"""Everybody reads: axe finds no violation, keys alone reach all, JavaScript is not needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TypeAlias

import pytest
from arriving import arrive, hold_clock
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from served import KINDS, ServedSite

from study_findings.render import accessibility as claims

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
every_site = pytest.mark.parametrize(
    "site", ["full-mkdocs", "full-zensical", "own-mkdocs", "own-zensical"], indirect=True
)
OpenContext = Callable[..., BrowserContext]
Look: TypeAlias = tuple[str, int]

# What the accessibility statement tells readers is what is done here.
WCAG = list(claims.AXE_TAGS)
NARROW, WIDE = claims.WIDTHS
LIGHT, DARK = claims.SCHEMES
OPTIONS = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
# Sorts of quotation pages in the tests' study, and what stands at no address of its own.
SORTS = {
    "dialogue": "q/q002/",
    "with its original": "q/q003/",
    "in Urdu": "q/q012/",
    "withdrawn": "q/q005/",
    "conversation in Urdu": "ur/compare/",
    "not found": "no-such-page/",
}
COPIED = {"quotation", "quotations by theme", "offline", *SORTS} - {
    "not found",
    "conversation in Urdu",
}
LOOKED_AT = [
    *(("full-mkdocs", kind) for kind in [*KINDS, *SORTS]),
    *(("full-zensical", kind) for kind in [*KINDS, *SORTS] if kind not in COPIED),
    *(("own-mkdocs", kind) for kind in ("home", "theme", "quotation", "voices", "hand-written")),
    *((f"{study}-mkdocs", kind) for study in ("own", "starter") for kind in ("themes", "compare")),
]
# What one engine builds is looked at in each scheme and at each width; the other's, crosswise,
# gives the two pairs that are left. Pages that stand under one engine alone are looked at in all
# four.
CROSSWISE = {
    "mkdocs": ((LIGHT, NARROW), (DARK, WIDE)),
    "zensical": ((LIGHT, WIDE), (DARK, NARROW)),
}
ALL_LOOKS = CROSSWISE["mkdocs"] + CROSSWISE["zensical"]

FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12));
  const name = element.outerHTML.slice(0, 90);
  return {
    name,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: Boolean(on) && (element.contains(on) || on.contains(element)),
  };
}"""


def looks(site: ServedSite, kind: str, looked_at: Collection[tuple[str, str]]) -> tuple[Look, ...]:
    """Give the schemes and widths at which a page is looked at, so that its kind is in all four."""
    study, engine = site.name.split("-")
    both = {(f"{study}-{other}", kind) for other in CROSSWISE}
    return CROSSWISE[engine] if both <= set(looked_at) else ALL_LOOKS


def violations(page: Page) -> list[str]:
    """List what axe finds, one line an element."""
    found = Axe().run(page, options=OPTIONS).response
    return [
        f"{rule['id']} at {width}: {node['html'][:120]} {node['failureSummary']}"
        for width in [page.viewport_size]
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("site", "kind"), LOOKED_AT, indirect=["site"])
def test_axe_finds_no_violation(site: ServedSite, open_context: OpenContext, kind: str) -> None:
    found = []
    for scheme, width in looks(site, kind, LOOKED_AT):
        page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site.at({**site.kinds, **SORTS}[kind]))
        page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
        found += violations(page)
    assert found == []


@pytest.mark.parametrize(
    ("site", "path"),
    [("full-mkdocs", ""), ("full-zensical", ""), ("full-mkdocs", "q/q001/")],
    indirect=["site"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_in_the_search(
    site: ServedSite, open_context: OpenContext, path: str, scheme: str, width: int
) -> None:
    context = open_context(
        color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(site.at(path))
    found = []
    page.keyboard.press("/")
    page.get_by_label("Search the findings").fill("the")
    expect(page.locator(".sf-search li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    found += violations(page)
    page.get_by_label("Search the findings").fill("zxqvwkjy")
    expect(page.locator(".sf-search-status")).to_contain_text("Nothing found")
    found += violations(page)
    assert found == []


def test_axe_looks_at_target_size_and_contrast(
    sites: Callable[[str], ServedSite], page: Page
) -> None:
    page.goto(sites("full-mkdocs").home)
    everything = {"runOnly": {"type": "tag", "values": WCAG}}
    ran = {rule["id"] for rule in Axe().run(page, options=everything).response["passes"]}
    assert {"color-contrast", "target-size", "html-has-lang", "link-name"} <= ran
    page.add_style_tag(content="p { color: #aaa !important; background: #fff }")
    assert any(line.startswith("color-contrast") for line in violations(page))


@every_site
@pytest.mark.parametrize("kind", ["home", "theme", "quotation", "hand-written"])
def test_the_first_stop_skips_to_the_content(site: ServedSite, page: Page, kind: str) -> None:
    page.goto(site.at(site.kinds[kind]))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#sf-content$"))
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.querySelector('#sf-content').contains(document.activeElement)"
        " || !document.querySelector('#sf-content a, #sf-content button, #sf-content summary')"
    )
    assert page.evaluate("!document.querySelector('header').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("site", "kind"),
    [
        ("full-mkdocs", "home"),
        ("full-mkdocs", "theme"),
        ("full-mkdocs", "quotations"),
        ("full-mkdocs", "quotation"),
        ("full-mkdocs", "voices"),
        ("full-zensical", "theme"),
    ],
    indirect=["site"],
)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_of_the_tab_key_is_seen(
    site: ServedSite, page: Page, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site.at(site.kinds[kind]))
    page.add_style_tag(content="html { scroll-behavior: auto !important }")
    stops = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(200):
            page.keyboard.press(key)
            stop = page.evaluate(FOCUS)
            if stop is None:
                break
            stops.append(stop)
        page.evaluate("document.activeElement.blur(); scrollTo(0, document.body.scrollHeight)")
    assert len(stops) > 10
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []


@both_engines
@pytest.mark.parametrize("kind", ["home", "quotation"])
def test_on_a_phone_keys_follow_the_menu_to_all_that_tells_about_the_study(
    site: ServedSite, page: Page, kind: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site.at(site.kinds[kind]))
    for link, address in (
        (page.locator(".sf-sections").get_by_role("link", name="About", exact=True), "study/"),
        (page.locator(".sf-entries").get_by_role("link", name="Methods"), "methods/"),
    ):
        expect(link).to_be_visible()
        for _ in range(30):
            page.keyboard.press("Tab")
            if link.evaluate("link => link === document.activeElement"):
                break
        expect(link).to_be_focused()
        page.keyboard.press("Enter")
        arrive(page, site.at(address))


@both_engines
def test_every_kind_of_page_reads_without_javascript_and_shows_nothing_that_needs_it(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for path in site.kinds.values():
        page.goto(site.at(path))
        expect(page.locator("h1")).to_be_visible()
        assert len(page.locator("main").inner_text()) > 60, path
        page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
        # What a table shows is chosen without a script.
        needy = "button:visible, input:not(.sf-choice input):visible, select:visible"
        expect(page.locator(needy)).to_have_count(0)


@both_engines
@pytest.mark.parametrize("kind", ["home", "quotation", "hand-written"])
def test_without_javascript_the_menu_of_a_phone_leads_on(
    site: ServedSite, open_context: OpenContext, kind: str
) -> None:
    phone = {"width": 360, "height": 640}
    page = open_context(java_script_enabled=False, viewport=phone).new_page()
    page.goto(site.at(site.kinds[kind]))
    page.locator(".sf-sections").get_by_role("link", name="About", exact=True).click()
    page.locator(".sf-entries").get_by_role("link", name="Methods").click()
    expect(page).to_have_url(site.at("methods/"))


@every_site
def test_without_javascript_all_quotations_are_listed(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("quotations/"))
    listed = page.locator("figure.sf-quotation").evaluate_all("all => all.map(each => each.id)")
    assert sorted(listed) == sorted(quotation.id for quotation in site.quotations)
    for quotation in site.quotations:
        said = [quotation.text] if quotation.text else [turn.text for turn in quotation.turns]
        shown = page.locator(f"figure#{quotation.id} blockquote").first.locator(".sf-text")
        assert shown.all_text_contents() == said


@both_engines
@pytest.mark.parametrize(
    ("path", "button", "copied"),
    [
        ("q/q001/", "copy the address", "{home}q/q001/"),
        ("q/q001/", "copy the citation", "https://example.org/repo/q/q001/"),
        ("themes/knowing-when/", "Copy citation", "https://example.org/repo/themes/knowing-when/"),
        ("cite/", "Copy text", "https://doi.org/10.1234/example.2026.01"),
    ],
)
def test_a_button_copies(
    site: ServedSite, open_context: OpenContext, path: str, button: str, copied: str
) -> None:
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.at(path))
    hold_clock(page)
    page.get_by_role("button", name=button).first.click()
    expect(page.locator(".sf-copied")).to_contain_text("copied")
    text = page.evaluate("navigator.clipboard.readText()")
    if copied.startswith("{home}"):
        assert text == copied.format(home=site.home)
    else:
        assert copied in text
        assert text == text.strip()


@both_engines
def test_a_subthemes_anchor_copies_its_address(site: ServedSite, open_context: OpenContext) -> None:
    page = open_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(site.at("themes/knowing-when/"))
    hold_clock(page)
    heading = page.get_by_role("heading", name="The notice board")
    heading.get_by_role("link", name="Link to this part").click()
    address = site.at("themes/knowing-when/#notice-board")
    expect(page.locator(".sf-copied")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == address
    expect(page).to_have_url(address)


@both_engines
def test_where_copying_is_refused_the_address_is_shown(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(site.at("q/q001/"))
    hold_clock(page)
    page.get_by_role("button", name="copy the address").click()
    expect(page.locator(".sf-copied")).to_have_text(site.at("q/q001/"))


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_letters_of_twice_their_size_stay_on_the_page(
    site: ServedSite, page: Page, width: int
) -> None:
    """Browsers that enlarge text alone leave the window's width as it is, and all that asks it."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in site.kinds.values():
        page.goto(site.at(path))
        page.add_style_tag(content="html { font-size: 200% !important; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
