"""Nothing is said by colour alone, but in words or by form too, on paper and in any palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from colours import FAINT_IN_THE_MAP, UNLIKE_THEIR_TEXT
from playwright.sync_api import BrowserContext, Page, expect
from served import ServedSite

from study_findings.findings.conversation import meetings
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
# The reader's own few colours, and paper; light colours were chosen on the site.
LOOKS = {
    "forced, dark": {"forced_colors": "active", "color_scheme": "dark"},
    "paper": {"media": "print"},
}
looks = pytest.mark.parametrize(
    ("site", "look"),
    [*(("full-mkdocs", look) for look in LOOKS), ("full-zensical", "forced, dark")],
    indirect=["site"],
)


def at(site: ServedSite, open_context: OpenContext, look: str) -> Page:
    page = open_context().new_page()
    page.add_init_script("localStorage.setItem('findings-scheme', 'light')")
    page.emulate_media(**LOOKS[look])  # type: ignore[arg-type]
    page.goto(site.home)
    return page


def themes_and_strands(site: ServedSite) -> Iterator[tuple[str, str]]:
    for strand in Findings(publishable(site.study)).strands:
        for theme in strand.themes:
            yield theme.title, strand.label


@looks
def test_every_theme_names_its_strand(
    site: ServedSite, open_context: OpenContext, look: str
) -> None:
    page = at(site, open_context, look)
    for path in ("", "themes/"):
        page.goto(site.at(path))
        for title, strand in themes_and_strands(site):
            entry = page.locator(
                ".sf-cards > li > :is(h3, h4) > a, .sf-claim > h3 > a, .sf-tree > li > a"
            )
            section = page.locator("section").filter(has=entry.filter(has_text=title))
            named = section.locator(".sf-strand-heading")
            expect(named).to_be_visible()
            expect(named).to_contain_text(strand)
    page.goto(site.at("compare/"))
    met = meetings(Findings(publishable(site.study)))
    assert met
    for meeting in met:
        row = page.locator(".sf-meeting").filter(has=page.locator(f"#{meeting.pair.anchor}"))
        for number, side in enumerate(meeting.sides):
            named = row.locator(".sf-side-name").nth(number)
            expect(named).to_be_visible()
            expect(named).to_have_text(side.strand.label)
    for theme in site.study.themes:
        page.goto(site.at(f"themes/{theme.id}/"))
        expect(page.locator(".sf-chip")).to_be_visible()
        expect(page.locator(".sf-chip")).to_contain_text(
            dict(themes_and_strands(site))[theme.title]
        )


IN_WORDS = {"nuances": "with a reservation", "diverges": "against its theme"}


@looks
def test_a_quotation_says_in_words_that_it_differs_and_that_it_was_composed(
    site: ServedSite, open_context: OpenContext, look: str
) -> None:
    page = at(site, open_context, look)
    page.goto(site.at("quotations/"))
    marked = 0
    for quotation in site.quotations:
        words: list[str] = []
        words += [quotation.provenance] if quotation.provenance != "verbatim" else []
        words += [IN_WORDS[quotation.stance]] if quotation.stance in IN_WORDS else []
        for word in words:
            said = page.locator(f"#{quotation.id} figcaption").get_by_text(word)
            expect(said.first).to_be_visible()
            marked += 1
    assert marked > 3


@looks
def test_links_among_words_are_underlined_so_that_it_is_seen(
    site: ServedSite, open_context: OpenContext, look: str
) -> None:
    page = at(site, open_context, look)
    number = 0
    for kind, path in site.kinds.items():
        page.goto(site.at(path))
        found = page.evaluate(UNLIKE_THEIR_TEXT)
        number += found["number"]
        assert found["bare"] == [], kind
    assert number > 20


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_among_words_are_underlined_in_the_sites_own_colours(
    site: ServedSite, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    for kind, path in site.kinds.items():
        page.goto(site.at(path))
        assert page.evaluate(UNLIKE_THEIR_TEXT)["bare"] == [], kind


@looks
@pytest.mark.parametrize("width", [768, 1280])
def test_the_map_is_read_in_any_palette(
    site: ServedSite, open_context: OpenContext, look: str, width: int
) -> None:
    page = at(site, open_context, look)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.at("compare/"))
    expect(page.locator(".sf-map:visible")).to_have_count(1)
    assert page.evaluate(FAINT_IN_THE_MAP) == []
    for _, strand in themes_and_strands(site):
        heading = page.locator(".sf-map:visible .sf-map-heading").filter(has_text=strand)
        expect(heading).to_have_count(1)


@looks
def test_found_words_the_chosen_format_and_the_quotation_asked_for_differ_in_form(
    site: ServedSite, open_context: OpenContext, look: str
) -> None:
    page = at(site, open_context, look)
    page.goto(site.at("quotations/?q=neighbour"))
    mark = page.locator("#found mark").first
    drawn = (
        "mark => { const s = getComputedStyle(mark); "
        "return [s.borderBottomStyle, s.borderBottomWidth]; }"
    )
    assert mark.evaluate(drawn) == ["solid", "2px"]

    page.goto(site.at("cite/"))
    line = "tab => getComputedStyle(tab).borderBottomStyle"
    weight = "tab => getComputedStyle(tab).fontWeight"
    tabs = page.locator(".sf-tabs").first.locator("[role=tab]")
    assert [tab.evaluate(weight) for tab in tabs.all()] == ["700", "400", "400", "400"]
    assert [tab.evaluate(line) for tab in tabs.all()] == ["solid", "none", "none", "none"]

    path = site.kinds["theme"]
    page.goto(site.at(path))
    figures = page.locator("figure.sf-quotation")
    asked = figures.first.get_attribute("id")
    page.goto(f"{site.at(path)}#{asked}")
    edge = "figure => parseFloat(getComputedStyle(figure).borderInlineStartWidth)"
    widths = [figure.evaluate(edge) for figure in figures.all()]
    assert widths[0] == 2 * widths[1]
    assert set(widths[1:]) == {widths[1]}


@both_engines
def test_on_paper_the_words_are_dark_even_where_a_reader_chose_dark_colours(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(color_scheme="dark").new_page()
    page.add_init_script("localStorage.setItem('findings-scheme', 'dark')")
    page.goto(site.home)
    page.emulate_media(media="print")
    for kind in ("home", "theme", "quotation", "offline"):
        page.goto(site.at(site.kinds[kind]))
        colour = "element => getComputedStyle(element).color"
        assert page.locator("body").evaluate(colour) == "rgb(27, 33, 48)", kind
