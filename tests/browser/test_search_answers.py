"""What a search answers with: in an order readers can foresee, and never what holds none of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served import ServedSite
from test_access import violations

from study_findings.render import accessibility as claims

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
own = pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
starter = pytest.mark.parametrize("site", ["starter-mkdocs", "starter-zensical"], indirect=True)


def answers(site: ServedSite, page: Page, query: str, start: str = "") -> Locator:
    """Search from a page of the site, and give the links of the answers once they are there."""
    page.goto(site.at(start))
    page.keyboard.press("/")
    page.keyboard.insert_text(query)
    expect(page.locator(".sf-search-status")).to_have_text(re.compile(r"\d|“.+”"))
    return page.locator(".sf-search li a")


def parts(link: Locator) -> tuple[str, str, str]:
    """Give where an answer leads, what it says it is, and its title."""
    address = (link.get_attribute("href") or "").partition("/repo/")[2]
    kind = link.locator(".sf-search-kind").inner_text()
    return address, kind, link.locator(".sf-search-title").inner_text()


@own
@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("time", "themes/obstacles-in-the-way/#time-that-is-not-there"),
        ("workload", "themes/obstacles-in-the-way/#work-nobody-counts"),
        ("barriers", "themes/obstacles-in-the-way/"),
        ("how many were heard", "voices/"),
        ("how many participants", "voices/"),
        ("how to cite", "cite/"),
        ("read offline", "data/"),
        ("sampling", "methods/"),
        ("disagree", "quotations/?stance=diverges"),
        ("who disagrees", "quotations/?stance=diverges"),
    ],
)
def test_the_first_answer_is_the_theme_or_page_about_it(
    site: ServedSite, page: Page, query: str, address: str
) -> None:
    found, _, _ = parts(answers(site, page, query).first)
    assert found == address


@own
@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("وقت", "ur/themes/obstacles-in-the-way/#time-that-is-not-there"),
        ("کام کا بوجھ", "ur/themes/obstacles-in-the-way/#work-nobody-counts"),
        ("workload", "ur/themes/obstacles-in-the-way/#work-nobody-counts"),
        ("كتنے لوگوں کو سنا گیا", "ur/voices/"),
    ],
)
def test_a_translation_answers_to_its_own_words_and_to_the_studys(
    site: ServedSite, page: Page, query: str, address: str
) -> None:
    found, _, _ = parts(answers(site, page, query, start="ur/").first)
    assert found == address


@starter
def test_ids_and_titles_come_first_then_claims_voices_and_pages(
    site: ServedSite, page: Page
) -> None:
    assert parts(answers(site, page, "q014").first) == (
        "q/q014/",
        "q014 · Keeper k3, Interview 3",
        "We close at four. I mean that the door does.",
    )
    assert parts(answers(site, page, "story-decides").first)[0] == (
        "themes/a-packet-with-a-story/#claim-story-decides"
    )
    found = [parts(link) for link in answers(site, page, "packet").all()]
    kinds = [re.sub(r"^q\d+$", "voice", kind.split(" · ")[0].lower()) for _, kind, _ in found]
    assert kinds[:3] == ["theme", "claim", "voice"]
    rest = kinds[kinds.index("voice") :]
    assert rest == sorted(rest, key="voice".__ne__)
    assert found[0][0] == "themes/a-packet-with-a-story/"
    assert len({address for address, _, _ in found}) == len(found)


@starter
def test_a_theme_says_by_which_words_it_was_found(site: ServedSite, page: Page) -> None:
    link = answers(site, page, "opening").first
    assert parts(link) == ("themes/rules-that-bend/", "Theme", "Rules that bend")
    expect(link.locator(".sf-search-excerpt")).to_have_text("Also looked for as opening hours")
    expect(link.locator("mark")).to_have_text("opening")


@starter
def test_what_nothing_answers_leads_to_the_nearest_theme(site: ServedSite, page: Page) -> None:
    for query, address in (
        ("exceptional", "themes/rules-that-bend/"),
        ("gifts from afar", "themes/a-packet-with-a-story/#growing-for-somebody"),
    ):
        link = answers(site, page, query)
        expect(page.locator(".sf-search-status")).to_have_text(
            f"Nothing found for “{query}”. Nearest to it:"
        )
        assert parts(link.first)[0] == address
    expect(answers(site, page, "zxqvwkjy")).to_have_count(0)


@pytest.mark.parametrize("site", ["own-mkdocs", "starter-mkdocs"], indirect=True)
def test_every_answer_holds_every_word_of_the_query(site: ServedSite, page: Page) -> None:
    """Recounted in Python, from the list of places, the real pages and the words of the query."""
    places = json.loads((site.folder / "assets/search/own.json").read_text("utf-8"))
    named = {p["address"]: " ".join([p["title"], *p.get("also", [])]).lower() for p in places}
    for query in ("the", "how", "work", "time", "story", "seed", "students", "not the"):
        for link in answers(site, page, query).all():
            address, _, title = parts(link)
            file = re.split("[?#]", address)[0]
            text = (site.folder / file / "index.html").read_text("utf-8")
            held = f"{title} {named.get(address, '')} {re.sub('<[^>]+>', '', text)}".lower()
            assert all(re.search(rf"\b{word}", held) for word in query.split()), (query, address)


@own
def test_titles_of_hand_written_pages_are_found(site: ServedSite, page: Page) -> None:
    assert parts(answers(site, page, "about this").first)[:2] == ("about/", "Page")


@pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("start", "query"), [("", "time"), ("ur/", "وقت")])
def test_axe_finds_no_violation_among_the_answers(
    site: ServedSite, open_context: OpenContext, scheme: str, start: str, query: str
) -> None:
    page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    expect(answers(site, page, query, start).first).to_be_visible()
    for width in claims.WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
