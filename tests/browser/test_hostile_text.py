"""A researcher's text is text: whatever it holds, it reads back as written; nothing acts on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hostile import STRINGS
from playwright.sync_api import Page
from served import ServedSite

pytestmark = pytest.mark.browser

hostile_site = pytest.mark.parametrize(
    "site", ["hostile-mkdocs", "hostile-zensical"], indirect=True
)
Visit = Callable[[ServedSite, str], dict[str, Any]]

# Traces are what text would have become, had anything acted on it. The author's own page, with the
# engine's extensions on it, is at about/.
FACTS = """() => {
  const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
  const text = (element) => element.textContent;
  const own = location.pathname.endsWith("/about/") ? "body:not(*)" : "#sf-content";
  const made = ["script", "style", "img", "iframe", "object", "embed", "base", "meta",
    "link:not([href$='assets/study.css'], [href$='assets/explorer.css'],"
      + " [href$='assets/conversation.css'])",
    "abbr", "ins", "del", "mark", "kbd", "sup", "[style]", "[class*=footnote]", ".arithmatex",
    ".MathJax", ".admonition", ".tabbed-set", ".task-list-item", ".highlight", ".twemoji",
    ".emojione", ".headerlink", ".critic", "svg.evil"];
  const traces = `.evil, #evil, [x]:not(svg *), [onload], [onerror], [onclick], [onmouseover],
    [onfocus], [autofocus], [href*="evil"]:not([href^="by/framework-"]), [src*="evil"],
    [href^="javascript" i],
    ${made.map((name) => `${own} ${name}`).join(", ")}`;
  document.querySelectorAll("main details").forEach((part) => { part.open = true; });
  return {
    width: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    traces: all(traces, (element) => element.outerHTML.slice(0, 200)),
    ran: "evil" in window,
    title: document.title,
    headings: all("h1", text),
    words: all(".sf-text", text),
    speakers: all(".sf-speaker", text),
    who: all(".sf-who", text),
    facts: all(".sf-facts li", (element) => text(element).trim()),
    subthemes: all(".sf-subtheme .sf-claim > :is(h2, h3, h4, h5, h6)[id]", text),
    prose: [...new Set(all(".sf-prose *, .sf-gist *, .sf-boundary *", (each) => each.localName))],
    schemes: [...new Set(all("main a[href]", (link) =>
      new URL(link.getAttribute("href"), location).protocol))],
  };
}"""


def collapsed(text: str) -> str:
    """Collapse ASCII whitespace, as a document's title does."""
    return " ".join(part for part in text.split(" ") if part)


@hostile_site
def test_nothing_acts_on_text_on_any_page(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FACTS)
    assert len(found) > len(STRINGS)
    assert [path for path, facts in found.items() if facts["ran"]] == []
    assert {path: facts["complaints"] for path, facts in found.items() if facts["complaints"]} == {}
    assert {path: facts["traces"] for path, facts in found.items() if facts["traces"]} == {}


@hostile_site
def test_a_themes_page_reads_as_it_was_written(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FACTS)
    for index, text in enumerate(STRINGS):
        page = found[f"themes/t{index}/"]
        assert page["headings"] == [f"{text} {text}"]
        assert page["title"] == f"{collapsed(text)} - Hostile"
        assert set(page["words"]) == {text}
        assert page["subthemes"] == [f"{text} #"]
        assert f"{text}: {text}".strip() in page["facts"]
        unsaid = "(direct or with subthemes: not reported)"
        assert collapsed(f"Reported by the study: 3 of 4 {text} {unsaid}") in map(
            collapsed, page["facts"]
        )


def test_a_quotations_page_reads_as_it_was_written(
    sites: Callable[[str], ServedSite], on_each_page: Visit
) -> None:
    found = on_each_page(sites("hostile-mkdocs"), FACTS)
    for index, text in enumerate(STRINGS):
        page = found[f"q/q{index}/"]
        if index % 2:
            assert page["words"] == [text] * 3
            assert page["speakers"] == [text, "Interviewer", text]
        else:
            assert page["words"] == [text]
            assert page["who"] == [text]
            assert page["title"] == f"{collapsed(text)}: quotation q{index} - Hostile"


@hostile_site
def test_the_pages_that_list_text_read_as_it_was_written(site: ServedSite, page: Page) -> None:
    def texts(selector: str) -> set[str]:
        return set(page.locator(selector).all_text_contents())

    page.goto(site.at("quotations/"))
    assert texts("#listed .sf-text") == set(STRINGS)

    page.goto(site.at("themes/"))
    assert texts(".sf-tree > li > a") == set(STRINGS)

    page.goto(site.at("methods/"))
    assert page.locator("#questions + ul li").all_text_contents() == list(STRINGS)

    page.goto(site.home)
    assert page.locator("h1").text_content() == STRINGS[0]
    assert texts(".sf-claim h3 a") == set(STRINGS)

    page.goto(site.at("cite/"))
    assert texts("#authors + ul bdi") == set(STRINGS)


@hostile_site
def test_prose_holds_only_what_prose_may(site: ServedSite, on_each_page: Visit) -> None:
    allowed = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "sub", "sup", "code"}
    found = on_each_page(site, FACTS)
    for index in range(len(STRINGS)):
        page = found[f"themes/t{index}/"]
        assert page["prose"]
        assert set(page["prose"]) <= allowed
        assert set(page["schemes"]) <= {"http:", "https:", "mailto:"}


@hostile_site
def test_the_longest_words_fit_320_pixels(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FACTS)
    assert {path: facts["width"] for path, facts in found.items() if facts["width"] > 320} == {}


@hostile_site
def test_search_results_show_text_as_text(site: ServedSite, page: Page) -> None:
    page.goto(site.home)
    page.keyboard.press("/")
    page.get_by_label("Search the findings").fill("evil")
    results = page.locator(".sf-search li")
    results.first.wait_for()
    more = page.get_by_role("button", name="More results")
    while more.is_visible():
        shown = results.count()
        more.click()
        results.nth(shown).wait_for()
    assert results.count() > 20
    made = page.locator(".sf-search ol *").evaluate_all("all => all.map(each => each.localName)")
    assert set(made) == {"li", "a", "span", "mark"}
    assert page.evaluate("'evil' in window") is False
