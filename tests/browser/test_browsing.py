"""A reader goes from the home page to a quotation's own page, on any screen, in either scheme."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect
from served import ServedSite, words_of

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
every_site = pytest.mark.parametrize(
    "site", ["full-mkdocs", "full-zensical", "own-mkdocs", "own-zensical"], indirect=True
)
OpenContext = Callable[..., BrowserContext]


def background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def lightness(page: Page) -> float:
    """Give the lightness of the background, from 0 (black) to 1 (white)."""
    return sum(map(int, re.findall(r"\d+", background(page))[:3])) / 765


@every_site
def test_home_leads_to_a_theme_then_to_a_quotation_and_its_permanent_page(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.home)
    link = page.locator("main h3 a").first
    title = link.inner_text()
    link.click()
    expect(page).to_have_url(re.compile(r"/repo/themes/[a-z0-9-]+/$"))
    expect(page.locator("h1")).to_contain_text(title)

    quotation = page.locator("figure.sf-quotation").first
    words = quotation.locator(".sf-text").all_text_contents()
    quotation.get_by_role("link", name=re.compile("quotation q")).click()
    expect(page).to_have_url(re.compile(r"/repo/q/[a-z0-9-]+/$"))
    assert words
    assert page.locator(".sf-one .sf-text").all_text_contents() == words

    page.get_by_role("link", name="Read it in its theme").click()
    expect(page).to_have_url(re.compile(r"/repo/themes/[a-z0-9-]+/#[a-z0-9-]+$"))
    expect(page.locator("figure:target")).to_be_in_viewport()
    assert page.locator("figure:target .sf-text").all_text_contents() == words


@both_engines
def test_a_mistyped_address_gets_a_page_that_leads_on(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    wrong = site.at("themes/no-such/page/")
    page.goto(wrong)
    expect(page.locator("h1")).to_have_text("Nothing stands at this address")
    # The page believes that it stands at the site's published address.
    for name, path in {
        "All themes": "/repo/themes/",
        "All quotations": "/repo/quotations/",
    }.items():
        link = page.locator("main").get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile(rf"^(https?://[^/]+)?{path}$"))
    # Beside itself it asks, by a script, which folder above it is the site.
    assert [r.url for r in answers if r.request.resource_type != "fetch"] == [wrong]


@both_engines
def test_at_320_pixels_the_menu_and_the_search_fit(site: ServedSite, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("", f"q/{site.quotations[0].id}/"):
        page.goto(site.at(path))
        for link in page.locator(".sf-sections a, .sf-tools a, .sf-tools button").all():
            box = link.bounding_box()
            if box is not None:
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 320
        page.keyboard.press("/")
        page.get_by_label("Search the findings").fill("the")
        expect(page.locator(".sf-search li").first).to_be_visible()
        box = page.locator(".sf-search").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert page.evaluate("document.querySelector('.sf-search').scrollWidth") <= box["width"]


@both_engines
def test_the_scheme_follows_the_readers_system(site: ServedSite, page: Page) -> None:
    for path in site.kinds.values():
        page.emulate_media(color_scheme="light")
        page.goto(site.at(path))
        assert lightness(page) > 0.9, path
        page.emulate_media(color_scheme="dark")
        assert lightness(page) < 0.2, path


@both_engines
@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_chosen_scheme_is_kept_from_page_to_page(
    site: ServedSite, page: Page, system: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=system)
    page.goto(site.home)
    toggle = page.locator("[data-scheme-toggle]")
    assert toggle.get_attribute("aria-pressed") == str(system == "dark").lower()
    before = background(page)
    toggle.click()
    chosen = background(page)
    assert chosen != before
    for path in set(site.kinds.values()) - {"offline.html"}:
        page.goto(site.at(path))
        assert background(page) == chosen, path
        assert toggle.get_attribute("aria-pressed") == str(system == "light").lower()
    toggle.click()
    assert background(page) == before


@both_engines
def test_an_original_and_its_translation_say_their_language_and_direction(
    site: ServedSite, page: Page
) -> None:
    quotation = next(q for q in site.quotations if q.original)
    assert quotation.original is not None
    for path in (f"q/{quotation.id}/", "quotations/"):
        page.goto(site.at(path))
        within = ".sf-one" if path.startswith("q/") else f"figure#{quotation.id}"
        translation, original = page.locator(f"{within} blockquote").all()
        assert original.get_attribute("lang") == quotation.original.language
        assert original.get_attribute("dir") == "rtl"
        assert original.locator(".sf-text").text_content() == quotation.original.text
        assert translation.get_attribute("lang") == "en"
        assert translation.get_attribute("dir") == "ltr"
        assert translation.locator(".sf-text").text_content() == quotation.text


@both_engines
def test_words_in_urdu_run_from_right_to_left(site: ServedSite, page: Page) -> None:
    quotation = next(q for q in site.quotations if q.language == "ur")
    page.goto(site.at(f"q/{quotation.id}/"))
    words = page.locator(".sf-one blockquote")
    assert words.get_attribute("lang") == "ur"
    assert words.get_attribute("dir") == "rtl"
    assert words.evaluate("words => getComputedStyle(words).direction") == "rtl"
    assert words.locator(".sf-text").text_content() == quotation.text


@both_engines
def test_a_withdrawn_quotation_leaves_a_page_without_words(site: ServedSite, page: Page) -> None:
    path = f"q/{site.withdrawn.id}/"
    page.goto(site.at(path))
    expect(page.locator("main")).to_contain_text("withdrawn on 2026-01-15")
    expect(page.locator("blockquote, figure, [data-pagefind-body]")).to_have_count(0)
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    page.goto(site.at("quotations/"))
    expect(page.locator("h1")).to_have_text("Voices")
    expect(page.locator(f"#{site.withdrawn.id}, a[href*='{path}']")).to_have_count(0)


@both_engines
def test_a_quotations_page_names_its_permanent_address_and_its_words_for_other_sites(
    site: ServedSite, page: Page
) -> None:
    for quotation in site.quotations:
        page.goto(site.at(f"q/{quotation.id}/"))
        address = f"https://example.org/repo/q/{quotation.id}/"
        assert page.locator("link[rel=canonical]").get_attribute("href") == address
        assert page.locator("meta[property='og:url']").get_attribute("content") == address
        assert page.locator("meta[name=robots]").count() == 0
        first = words_of(quotation).split()[0]
        description = page.locator("meta[name=description]").get_attribute("content")
        assert description is not None
        assert first in description
        expect(page.locator("#cite_text")).to_contain_text(address)


def test_a_site_that_does_not_know_its_address_cites_where_it_stands(
    sites: Callable[[str], ServedSite], page: Page
) -> None:
    site = sites("own-mkdocs")
    address = site.at(f"q/{site.quotations[0].id}/")
    page.goto(f"{address}#cite")
    expect(page.locator("#cite_text")).to_contain_text(address)
    assert page.locator("link[rel=canonical]").evaluate("link => link.href") == address
