"""A reader narrows thousands of quotations to a few, and can pass on how."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from arriving import follow
from large import NUMBER, RARE
from playwright.sync_api import BrowserContext, Page, Response, Route, expect
from served import ServedSite

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.render.explorer import FIRST_PAGE

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
full = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
large = pytest.mark.parametrize("site", ["large-mkdocs"], indirect=True)
# For the filters' data and for a first search, each, at 3,000 quotations; more stands in
# benchmarks/README.md.
BUDGET = 350_000
PAGE_BUDGET = 20_000
MOST_ELEMENTS = 2_000
MOST_SHIFT = 0.1
SHIFT = """
  globalThis.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { shift += value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


def explore(page: Page, site: ServedSite, query: str = "") -> None:
    page.goto(site.at(f"quotations/{query}"))
    expect(page.locator("#explorer")).to_be_visible()


def open_filters(page: Page) -> None:
    """Unfold the filters that stand folded."""
    for fold in page.locator(".sf-facet:not([open]) > summary").all()[::-1]:
        fold.click()


def shown(page: Page) -> list[str]:
    links = page.locator("#found .sf-actions > a").all()
    return [urlsplit(link.get_attribute("href") or "").path.split("/")[-2] for link in links]


def expected(site: ServedSite, /, **chosen: str) -> list[str]:
    findings = Findings(publishable(site.study))
    facets = Facets(findings)
    return [
        card.id
        for card in findings.cards
        if all(key in facets.of(card).get(name, ()) for name, key in chosen.items())
    ]


@full
def test_each_facet_shows_the_quotations_that_have_the_value(site: ServedSite, page: Page) -> None:
    facets = Facets(Findings(publishable(site.study))).all
    assert {"group", "theme", "kind", "session", "stance", "provenance", "language"} <= {
        facet.name for facet in facets
    }
    for facet in facets:
        value = facet.values[-1]
        explore(page, site)
        open_filters(page)
        page.locator(f"input[name='{facet.name}'][value='{value.key}']").check()
        noun = "quotation" if value.count == 1 else "quotations"
        expect(page.locator("[data-said]")).to_have_text(f"{value.count} {noun}")
        wanted = expected(site, **{facet.name: value.key})
        assert len(wanted) == value.count
        assert shown(page) == wanted[:10]


@large
def test_filters_narrow_together_and_counts_follow(site: ServedSite, page: Page) -> None:
    explore(page, site)
    open_filters(page)
    page.locator("input[name='stance'][value='diverges']").check()
    page.locator("input[name='session'][value='s-3']").check()
    wanted = expected(site, stance="diverges", session="s-3")
    assert 0 < len(wanted) < NUMBER
    expect(page.locator("[data-said]")).to_have_text(f"{len(wanted)} quotations")
    count = page.locator("label:has(input[name='stance'][value='confirms']) [data-count]")
    expect(count).to_have_text(str(len(expected(site, stance="confirms", session="s-3"))))
    page.locator("input[name='session'][value='s-4']").check()
    both = wanted + expected(site, stance="diverges", session="s-4")
    expect(page.locator("[data-said]")).to_have_text(f"{len(both)} quotations")


@large
@pytest.mark.parametrize("language", ["en", "fr", "ur"])
def test_a_word_in_any_language_is_found_and_marked(
    site: ServedSite, page: Page, language: str
) -> None:
    explore(page, site)
    page.locator("input[name='q']").fill(RARE[language])
    expect(page.locator("[data-said]")).to_have_text("1 quotation")
    expect(page.locator("#found mark")).to_have_text(RARE[language])


@large
def test_an_accent_left_out_still_finds_the_word(site: ServedSite, page: Page) -> None:
    explore(page, site, "?q=epouvantail")
    expect(page.locator("[data-said]")).to_have_text("1 quotation")


@full
def test_an_address_reproduces_the_state_and_back_undoes_it(site: ServedSite, page: Page) -> None:
    explore(page, site)
    open_filters(page)
    page.locator("input[name='stance']").first.check()
    expect(page.locator("#found figure").first).to_be_visible()
    found = page.locator("#found figure")
    found.evaluate_all("all => all.forEach(figure => { figure.dataset.former = ''; })")
    page.locator("select[name='sort']").select_option("match")
    expect(page).to_have_url(re.compile("sort=match"))
    expect(page.locator("#found figure[data-former]")).to_have_count(0)
    address, ids = page.url, shown(page)
    assert parse_qs(urlsplit(address).query).keys() == {"stance", "sort"}

    other = page.context.new_page()
    other.goto(address)
    expect(other.locator("#found figure").first).to_be_visible()
    assert shown(other) == ids
    expect(other.locator("input[name='stance']").first).to_be_checked()

    page.go_back()
    page.go_back()
    expect(page.locator("#listed")).to_be_visible()
    expect(page.locator("input[name='stance']").first).not_to_be_checked()


@large
def test_more_quotations_come_ten_at_a_time_and_take_the_focus(
    site: ServedSite, page: Page
) -> None:
    explore(page, site, "?stance=diverges")
    expect(page.locator("#found figure")).to_have_count(10)
    page.get_by_role("button", name="More quotations").click()
    expect(page.locator("#found figure")).to_have_count(20)
    expect(page.locator("#found figure").nth(10)).to_be_focused()
    assert shown(page) == expected(site, stance="diverges")[:20]


@large
def test_pressed_twice_in_haste_more_brings_nothing_twice(site: ServedSite, page: Page) -> None:
    explore(page, site, "?stance=diverges")
    found = page.locator("#found figure")
    more = page.get_by_role("button", name="More quotations")
    expect(found).to_have_count(10)
    more.dblclick()
    expect(found.nth(10)).to_be_focused()
    more.click()
    expect(found).to_have_count(30)
    assert shown(page) == expected(site, stance="diverges")[:30]


@full
def test_keys_alone_filter_and_reach_the_results(site: ServedSite, page: Page) -> None:
    explore(page, site)
    page.locator("input[name='q']").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".sf-facet > summary").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".sf-facets input").first).to_be_checked()
    expect(page.locator("#found figure").first).to_be_visible()


@full
def test_a_card_in_the_results_is_the_card_of_its_page(site: ServedSite, page: Page) -> None:
    explore(page, site, "?language=ur")
    card = page.locator("#found figure").first
    expect(card.locator("blockquote[lang='ur']")).to_have_attribute("dir", "rtl")
    words = card.locator(".sf-text").all_inner_texts()
    follow(card.get_by_role("link", name="Cite · Link"))
    assert page.locator(".sf-one .sf-text").all_inner_texts() == words


@large
def test_without_javascript_every_quotation_stands_on_plain_pages(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("quotations/"))
    expect(page.locator("#explorer")).to_be_hidden()
    page.locator(".sf-browse > summary").click()
    follow(page.get_by_role("link", name="Against its theme"))
    ids: list[str] = []
    while True:
        links = page.locator(".sf-plain a[aria-label^='Quotation ']").all_inner_texts()
        ids += links
        following = page.locator("a[rel='next']")
        if not following.count():
            break
        follow(following)
    assert ids == expected(site, stance="diverges")


def weigh(page: Page, act: Callable[[], None]) -> dict[str, int]:
    """Give the bytes of all answers while something is done, by path, compressed as sent."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    act()
    page.wait_for_load_state("networkidle")
    # Asked for here, since what listens may still wait for a body when the page has all of them.
    bodies = {urlsplit(a.url).path: a.body() if a.ok else b"" for a in answers}
    return {path: len(gzip.compress(body)) for path, body in bodies.items()}


@large
def test_the_page_of_thousands_is_small_and_still(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(SHIFT)
    answer = page.goto(site.at("quotations/"), wait_until="networkidle")
    assert answer is not None
    assert len(gzip.compress(answer.body())) < PAGE_BUDGET
    assert page.locator("*").count() < MOST_ELEMENTS
    assert page.locator("figure").count() == FIRST_PAGE
    expect(page.locator("#explorer")).to_be_visible()
    assert page.evaluate("shift") < MOST_SHIFT


@large
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["?q=bread", f"?q={RARE['en']}", "?stance=diverges"])
def test_an_address_that_asks_for_something_opens_without_a_jump(
    site: ServedSite, open_context: OpenContext, query: str, width: int
) -> None:
    page = open_context(viewport={"width": width, "height": 740}).new_page()
    page.add_init_script(SHIFT)

    def answer_late(route: Route) -> None:
        """Leave a moment to see what stands there while the answer is on its way."""
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/filters.json", answer_late)
    explore(page, site, query)
    expect(page.locator("#found figure").first).to_be_visible()
    expect(page.locator("[data-said]")).not_to_be_empty()
    assert page.evaluate("shift") < MOST_SHIFT


@large
@pytest.mark.parametrize("facet", ["stance", "session", "theme"])
def test_filters_alone_load_little_and_no_search(site: ServedSite, page: Page, facet: str) -> None:
    explore(page, site)

    def query() -> None:
        open_filters(page)
        page.locator(f"input[name='{facet}']").first.check()
        expect(page.locator("#found figure").first).to_be_visible()

    weights = weigh(page, query)
    assert not [path for path in weights if "/pagefind/" in path]
    assert 0 < sum(weights.values()) < BUDGET, weights


@large
def test_a_first_tick_loads_one_file_and_the_cards(site: ServedSite, page: Page) -> None:
    explore(page, site)

    def query() -> None:
        with page.expect_response("**/filters.json"):
            page.locator("input[name='stance']").first.check()
        expect(page.locator("#found figure").first).to_be_visible()

    weights = weigh(page, query)
    # A browser fetches the icon when it likes.
    files = {path for path in weights if "/q/" not in path and not path.endswith("favicon.svg")}
    assert {path.rpartition("/")[2] for path in files} == {"filters.json"}
    assert sum(weights.values()) < BUDGET, weights


@large
def test_unfolding_filters_and_an_empty_collection_load_nothing(
    site: ServedSite, page: Page
) -> None:
    explore(page, site)
    weights = weigh(page, lambda: open_filters(page))
    assert [path for path in weights if not path.endswith("favicon.svg")] == []


@large
@pytest.mark.parametrize("query", ["?q=bread", "?q=bread+river&stance=diverges&session=s-3"])
def test_words_and_filters_stay_within_the_budget(site: ServedSite, page: Page, query: str) -> None:
    explore(page, site)
    page_itself = set(weigh(page, lambda: explore(page, site)))

    def search() -> None:
        explore(page, site, query)
        expect(page.locator("#found mark").first).to_be_visible()

    weights = weigh(page, search)
    caused = {path: weight for path, weight in weights.items() if path not in page_itself}
    # A part of the index for each word, and one that tells which quotation is which.
    parts = [path for path in caused if path.endswith(".pf_index")]
    assert 0 < len(parts) <= 3
    assert not [path for path in caused if path.endswith((".pf_filter", "pagefind-worker.js"))]
    assert sum(caused.values()) < BUDGET, caused


@large
@pytest.mark.parametrize("query", ["bread", "theme", "q01500"])
def test_a_first_search_over_all_pages_stays_within_the_budget(
    site: ServedSite, page: Page, query: str
) -> None:
    def visit() -> None:
        page.goto(site.home)

    page_itself = set(weigh(page, visit))

    def search() -> None:
        page.keyboard.press("/")
        page.keyboard.insert_text(query)
        expect(page.locator(".sf-search li").first).to_be_visible()

    weights = weigh(page, search)
    caused = {path: weight for path, weight in weights.items() if path not in page_itself}
    assert 0 < sum(caused.values()) < BUDGET, caused


@large
def test_counts_are_right_while_words_are_typed(site: ServedSite, page: Page) -> None:
    explore(page, site, "?q=médecin")
    said = page.locator("[data-said]")
    expect(said).to_contain_text("quotations")
    number = int(said.inner_text().split()[0])
    open_filters(page)
    stances = page.locator("label:has(input[name='stance']) [data-count]")
    languages = page.locator("label:has(input[name='language'][value='fr']) [data-count]")
    expect(languages).to_have_text(str(number))
    assert sum(int(text) for text in stances.all_inner_texts()) == number
    page.locator("input[name='stance'][value='diverges']").check()
    left = page.locator("label:has(input[name='stance'][value='diverges']) [data-count]")
    expect(said).to_have_text(f"{left.inner_text()} quotations")
    wanted = expected(site, stance="diverges", language="fr")
    assert [id_ for id_ in wanted if id_ in shown(page)] == shown(page)


@pytest.mark.parametrize("site", ["own-mkdocs", "own-zensical", "full-mkdocs"], indirect=True)
def test_a_themes_page_weighs_little(site: ServedSite, page: Page) -> None:
    def visit() -> None:
        page.goto(site.at(site.kinds["theme"]))

    weights = weigh(page, visit)
    assert len(weights) > 3
    assert sum(weights.values()) <= 100 * 1024, weights
