"""A reader finds every word that was said, with keys alone, and is told where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from letters import TEXTS
from playwright.sync_api import BrowserContext, Page, Route, expect
from served import ServedSite, words_of

from study_findings.text.search_words import searchable

pytestmark = pytest.mark.browser

both_engines = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
OpenContext = Callable[..., BrowserContext]

letters = pytest.mark.parametrize("site", ["letters-mkdocs", "letters-zensical"], indirect=True)

# Search for each word as the site does; give the words that do not lead to the quotation's page.
NOT_FOUND = """async ([base, wanted]) => {
  const { find } = await import(base + "assets/scripts/en/search.js");
  const missing = [];
  const addresses = new Map();
  const address = async ({ id, data }) => {
    if (!addresses.has(id)) addresses.set(id, (await data()).url);
    return addresses.get(id);
  };
  for (const [word, path] of wanted) {
    const urls = await Promise.all((await find(word)).map(address));
    if (!urls.some((url) => new URL(url, base).href === base + path)) missing.push([word, path]);
  }
  return missing;
}"""
# Give the ids of the quotations that a search finds, in its order.
FOUND = """async ([base, query]) => {
  const { find } = await import(base + "assets/scripts/en/search.js");
  const pages = await Promise.all((await find(query)).map(({ data }) => data()));
  return pages.map(({ url }) => url.match(/\\/q\\/([^/]+)\\/$/)?.[1]).filter(Boolean);
}"""
FOLD = """async ([base, texts]) => {
  const { searchable } = await import(base + "assets/scripts/en/search_words.js");
  return texts.map(searchable);
}"""


def ids_found(site: ServedSite, page: Page, query: str) -> list[str]:
    if page.url != site.home:
        page.goto(site.home)
    found: list[str] = page.evaluate(FOUND, [site.home, query])
    return found


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()


@both_engines
@pytest.mark.parametrize(("key", "kind"), [("/", "home"), ("s", "home"), ("/", "quotation")])
def test_a_key_opens_the_search_and_escape_closes_it(
    site: ServedSite, page: Page, key: str, kind: str
) -> None:
    page.goto(site.at(site.kinds[kind]))
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_have_count(0)
    page.keyboard.press(key)
    expect(dialog).to_be_visible()
    field = page.get_by_label("Search the findings")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


@both_engines
def test_the_button_opens_the_search_and_gets_the_focus_back(site: ServedSite, page: Page) -> None:
    page.goto(site.home)
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    expect(page.get_by_label("Search the findings")).to_be_focused()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    expect(button).to_be_focused()


@both_engines
def test_keys_typed_into_a_field_are_text(site: ServedSite, page: Page) -> None:
    page.goto(site.home)
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").focus()
    page.keyboard.type("s/")
    expect(page.locator("main textarea")).to_have_value("s/")
    expect(page.get_by_role("dialog")).to_have_count(0)

    open_search(page, site.home)
    page.keyboard.type("s/")
    expect(page.get_by_label("Search the findings")).to_have_value("s/")


@both_engines
@pytest.mark.parametrize(
    ("how", "word"),
    [
        ("enter", "neighbour"),
        ("click", "neighbour"),
        ("arrows", "neighbour"),
        ("enter", "مجھے"),
        ("click", "انتظار"),
    ],
)
def test_a_word_leads_to_the_quotation_that_holds_it(
    site: ServedSite, page: Page, how: str, word: str
) -> None:
    quotation = next(q for q in site.quotations if word in words_of(q))
    open_search(page, site.at("themes/"))
    # All at once: each letter typed brings results of its own, and with them the focus back to the
    # field.
    page.keyboard.insert_text(word)
    results = page.locator(".sf-search li a")
    wanted = page.locator(f".sf-search li a[href$='/repo/q/{quotation.id}/']")
    expect(wanted).to_have_count(1)
    expect(wanted.locator("mark").first).to_contain_text(word)
    if how == "enter":
        expect(results.first).to_have_attribute("href", re.compile(f"/q/{quotation.id}/$"))
        page.keyboard.press("Enter")
    elif how == "click":
        wanted.click()
    else:
        at = [link.get_attribute("href") for link in results.all()].index(
            wanted.get_attribute("href")
        )
        for _ in range(at + 1):
            page.keyboard.press("ArrowDown")
        expect(wanted).to_be_focused()
        page.keyboard.press("Enter")
    expect(page).to_have_url(site.at(f"q/{quotation.id}/"))
    expect(page.locator(".sf-one")).to_contain_text(word)


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize("before", ["", "neighbour"])
def test_enter_waits_for_the_answer_to_what_is_typed(
    site: ServedSite, page: Page, before: str
) -> None:
    """Whoever types in haste is not led to what answered a word they typed before."""
    open_search(page, site.home)
    if before:
        page.keyboard.insert_text(before)
        expect(page.locator(".sf-search li")).to_have_count(1)
        page.get_by_label("Search the findings").select_text()
    page.keyboard.insert_text("مجھے")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.at("q/q012/"))


@both_engines
def test_arrow_keys_walk_the_results_and_back(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    page.keyboard.insert_text("the")
    results = page.locator(".sf-search li a")
    expect(results.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Search the findings")).to_be_focused()


@pytest.mark.parametrize(
    "site", ["full-mkdocs", "full-zensical", "own-mkdocs", "own-zensical"], indirect=True
)
def test_every_word_of_every_quotation_leads_to_it(site: ServedSite, page: Page) -> None:
    wanted = {
        (word, f"q/{quotation.id}/")
        for quotation in site.quotations
        for word in re.findall(r"[^\W_]+(?:['’\-\u200c\u200d][^\W_]+)*", words_of(quotation))
    }
    assert len(wanted) > 100
    page.goto(site.home)
    assert page.evaluate(NOT_FOUND, [site.home, sorted(wanted)]) == []


@pytest.mark.parametrize("site", ["urdu-mkdocs", "urdu-zensical"], indirect=True)
def test_quotations_are_found_from_every_page_where_the_study_is_not_in_english(
    site: ServedSite, page: Page
) -> None:
    for path in ("", f"q/{site.quotations[0].id}/"):
        open_search(page, site.at(path))
        for word, id_ in (("neighbour", "q002"), ("مجھے", "q012")):
            page.locator(".sf-search input").fill(word)
            expect(page.locator(f".sf-search li a[href$='/repo/q/{id_}/']")).to_have_count(1)


@both_engines
def test_the_results_of_a_theme_lead_to_its_part(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    page.keyboard.type("valley reads")
    result = page.locator(".sf-search li a[href$='themes/knowing-when/#notice-board']")
    expect(result).to_contain_text("The notice board")


@both_engines
def test_no_result_holds_the_words_of_what_is_not_published(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    page.keyboard.insert_text(site.withdrawn.id)
    results = page.locator(".sf-search li")
    expect(results).to_have_count(1)
    notice = rf"^Page\s*{site.withdrawn.id}\s*This quotation was withdrawn\.$"
    expect(results).to_have_text(re.compile(notice))


@both_engines
def test_it_says_so_where_nothing_is_found(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    page.keyboard.type("zxqvwkjy")
    expect(page.locator(".sf-search-status")).to_have_text("Nothing found for “zxqvwkjy”.")
    expect(page.locator(".sf-search li")).to_have_count(0)


@both_engines
def test_it_says_so_where_the_index_cannot_be_had(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    open_search(page, site.home)
    page.keyboard.type("neighbour")
    expect(page.locator(".sf-search-status")).to_contain_text("could not be loaded")


@both_engines
def test_the_index_is_not_loaded_before_somebody_searches(site: ServedSite, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.home, wait_until="networkidle")
    assert [url for url in asked if "/pagefind/" in url] == []
    page.keyboard.press("/")
    page.keyboard.type("neighbour")
    expect(page.locator(".sf-search li").first).to_be_visible()
    assert [url for url in asked if "/pagefind/" in url] != []


@both_engines
@pytest.mark.parametrize("kind", ["home", "quotation"])
def test_without_javascript_the_page_says_where_to_look_instead(
    site: ServedSite, open_context: OpenContext, kind: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at(site.kinds[kind]))
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    page.get_by_role("link", name="Search needs JavaScript: see all quotations").click()
    expect(page).to_have_url(site.at("quotations/"))


@both_engines
def test_words_typed_while_the_index_is_loading_are_searched(site: ServedSite, page: Page) -> None:
    """The first answers to an impatient reader come late and all at once."""

    def late(route: Route) -> None:
        page.wait_for_timeout(700)
        route.continue_()

    page.route("**/pagefind.js", late)
    open_search(page, site.home)
    page.keyboard.type("neighbour", delay=60)
    expect(page.locator(".sf-search-status")).to_contain_text("result")
    expect(page.locator(".sf-search li a[href$='/repo/q/q002/']")).to_have_count(1)


SEARCHES: tuple[tuple[str, list[str]], ...] = (
    ("q014", ["q014"]),
    ("Q014", ["q014"]),
    ("كتاب", ["q017"]),
    ("کتاب", ["q017"]),
    ("Lodz", ["q016"]),
    ("ŁÓDŹ", ["q016"]),
    ("strasse", ["q023"]),
    ("grosser", ["q023"]),
    ("۴۲", ["q022"]),
    ("nurse", ["q022"]),
    ("don't", ["q014"]),
    ("don’t see", ["q014"]),
    ("図書館", ["q018"]),
    ("東京", ["q018"]),
    ("京", ["q018"]),
    ("東京都", []),
    ("สมุด", ["q019"]),
    ("病房", ["q021"]),
    ("ဆေးရုံ", ["q024"]),
    ("စောင့်", ["q024"]),
    ("メンター", ["q026"]),
    ("خوف", ["q025"]),
    ("خَوْف", ["q025"]),
    ("کِتاب", ["q017"]),
    ("की", ["q020"]),
    ("का", []),
    ("workload", []),
    ("workload clinic", []),
    ("university", []),
    ("univers", ["q015"]),
    ("waiting work", []),
    ("clinic work", ["q014"]),
    ('"work at the clinic"', ["q014"]),
    ('"clinic at the work"', []),
    ("wor", ["q014"]),
    ("wo", []),
    ("?!", []),
    ("constructor", []),
)


@letters
def test_a_search_finds_the_quotations_that_hold_it_and_no_other(
    site: ServedSite, page: Page
) -> None:
    assert {query: ids_found(site, page, query) for query, _ in SEARCHES} == dict(SEARCHES)


@letters
def test_folded_words_lead_to_pages_of_every_kind(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    for query, address, place in (
        ("gdansk", "thanks/", "Thanks"),
        ("waited", "thanks/", "Thanks"),
        ("zurich", "themes/rooms/#halls", "Halls"),
    ):
        page.locator(".sf-search input").fill(query)
        result = page.locator(f".sf-search li a[href$='/repo/{address}']")
        expect(result).to_have_count(1)
        expect(result).to_contain_text(place)


MARKED = {
    "lodz": "Łódź",
    "كتاب": "کتاب",
    "図書館": "図書館",
    "nurs": "nursed",
    "don't": "don't",
    "สมุด": "สมุด",
}


@pytest.mark.parametrize("site", ["letters-mkdocs"], indirect=True)
def test_the_real_words_are_shown_and_marked(site: ServedSite, page: Page) -> None:
    open_search(page, site.home)
    for query, marked in MARKED.items():
        page.locator(".sf-search input").fill(query)
        expect(page.locator(".sf-search li mark").first).to_have_text(marked)
    page.goto(site.at("quotations/"))
    for query, marked in MARKED.items():
        page.get_by_label("Search the quotations").fill(query)
        expect(page.locator("#found .sf-text mark").first).to_have_text(marked)


@pytest.mark.parametrize("site", ["letters-mkdocs"], indirect=True)
def test_scripts_fold_letters_as_the_index_does(site: ServedSite, page: Page) -> None:
    texts = [text for _, text in TEXTS.values()] + [text.upper() for _, text in TEXTS.values()]
    page.goto(site.home)
    assert page.evaluate(FOLD, [site.home, texts]) == [searchable(text) for text in texts]


@both_engines
def test_every_result_holds_what_was_looked_for(site: ServedSite, page: Page) -> None:
    """Beginnings of words that somebody said, and words that nobody did."""
    said = {q.id: f" {searchable(f'{q.id} {words_of(q)}')}" for q in site.quotations}
    beginnings = sorted(
        {start for text in said.values() for start in re.findall(r"\b[a-z]{4}", text)}
    )
    for query in [*beginnings[::20], "workload", "themes", "waitings", "roadblock"]:
        held = {id_ for id_, text in said.items() if re.search(rf"\b{re.escape(query)}", text)}
        found = set(ids_found(site, page, query))
        assert held <= found, query
        # What stands beside the words, as who said them, may hold it as well.
        for id_ in found - held:
            page.goto(site.at(f"q/{id_}/"))
            shown = searchable(page.locator(".sf-one").inner_text())
            assert re.search(rf"\b{re.escape(query)}", shown), (query, id_)
