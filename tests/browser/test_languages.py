"""A site speaks its reader's language, every word, in the right direction, and leads to others."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import BrowserContext, Page, expect
from served import KINDS, ServedSite
from test_access import looks, violations

import study_findings
from study_findings.language import interface_for

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
ENGINES = ["mkdocs", "zensical"]
WHOLE = [f"{language}-{engine}" for language in ("urdu", "pashto") for engine in ENGINES]
LANGUAGES = {"urdu": "ur", "pashto": "ps", "full": "ur"}
whole = pytest.mark.parametrize("site", WHOLE, indirect=True)
translated = pytest.mark.parametrize("site", ["full-mkdocs", "full-zensical"], indirect=True)
IN_ANOTHER_LANGUAGE = [
    *(("urdu-mkdocs", kind) for kind in KINDS if not kind.startswith("translated")),
    *(("urdu-zensical", kind) for kind in ("home", "theme", "quotations", "hand-written")),
    *(("pashto-mkdocs", kind) for kind in ("home", "theme", "compare")),
]

# All a reader or a screen reader meets, with the language it is said to be in.
SAID = """() => {
  const said = [];
  const language = (element) => element.closest("[lang]").lang;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, style, .md-overlay, .md-skip, [data-md-component='skip']"))
      continue;
    const text = walker.currentNode.data.trim();
    if (text) said.push([language(parent), text]);
  }
  for (const name of ["aria-label", "placeholder", "title", "alt"])
    for (const element of document.querySelectorAll(`body [${name}]`))
      said.push([language(element), element.getAttribute(name)]);
  return said;
}"""

# Lay the page out, which asks for the type it is set in, and wait until that is there or is not.
ALL_TYPE = (
    "() => { document.body.getBoundingClientRect(); return document.fonts.ready.then(() => null); }"
)


def english(language: str) -> set[str]:
    """List what the site says in English, where a language says it otherwise."""
    path = Path(study_findings.__file__).parent / f"language/catalogues/{language}.po"
    catalogue = read_po(path.open("rb"), locale=language)
    found = set()
    for message in catalogue:
        assert message.string is not None
        ids = [message.id] if isinstance(message.id, str) else message.id
        texts = [message.string] if isinstance(message.string, str) else message.string
        for id_, text in zip(ids, texts, strict=True):
            if id_ != text and not re.search(r"[%{<]", id_):
                found.add(html.unescape(id_))
    # Somebody laughs in the study, too.
    return found - {"", ", ", "(laughs)"}


def left_in_english(page: Page, language: str) -> set[str]:
    """List the site's words on a page that are English though said to be in another language."""
    said = {text for lang, text in page.evaluate(SAID) if lang == language}
    assert len(said) > 3
    return {" ".join(text.split()) for text in said} & english(language)


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_there_is_much_to_say(language: str) -> None:
    assert len(english(language)) > 200


@whole
def test_every_page_of_a_site_speaks_its_language(site: ServedSite, page: Page) -> None:
    language = LANGUAGES[site.name.split("-")[0]]
    for kind, path in site.kinds.items():
        page.goto(site.at(path))
        page.locator("details").evaluate_all("all => all.forEach(d => d.open = true)")
        assert page.locator("html").get_attribute("lang") == language, kind
        assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
        assert left_in_english(page, language) == set(), kind


@whole
def test_what_scripts_say_is_in_the_language_of_the_site(site: ServedSite, page: Page) -> None:
    language = LANGUAGES[site.name.split("-")[0]]
    say = interface_for(language)
    page.goto(site.home)
    page.get_by_role("button", name=say.gettext("Search")).click()
    page.get_by_label(say.gettext("Search the findings")).fill("zxqvwkjy")
    nothing = say.gettext("Nothing found for “{}”.").replace("{}", "zxqvwkjy")
    expect(page.locator(".sf-search-status")).to_have_text(nothing)
    assert left_in_english(page, language) == set()
    page.goto(site.at("quotations/?stance=diverges"))
    expect(page.locator("#found figure").first).to_be_visible()
    assert left_in_english(page, language) == set()


@whole
def test_a_page_that_is_not_there_says_so_in_the_language_of_the_site(
    site: ServedSite, open_context: OpenContext
) -> None:
    language = LANGUAGES[site.name.split("-")[0]]
    page = open_context().new_page()
    page.goto(site.at("no-such-page/"))
    expect(page.locator("h1")).to_have_text(
        interface_for(language).gettext("Nothing stands at this address")
    )
    assert left_in_english(page, language) == set()


@translated
def test_every_translated_page_speaks_its_language_and_marks_the_rest(
    site: ServedSite, page: Page
) -> None:
    pages = [path for path in site.pages if path.startswith("ur/")]
    assert len(pages) > 10
    for path in pages:
        page.goto(site.at(path))
        assert page.locator("html").get_attribute("lang") == "ur", path
        assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
        assert left_in_english(page, "ur") == set(), path
        latin = {
            text
            for language, text in page.evaluate(SAID)
            if language == "ur" and re.search(r"[A-Za-z]{3,}.*[A-Za-z]{3,}", text)
        }
        titles = {theme.title for theme in site.study.themes_by_id.values()}
        assert not latin & titles, path


@translated
def test_a_switch_leads_to_the_same_page_in_the_other_language_and_back(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("themes/knowing-when/"))
    switch = page.get_by_role("navigation", name="Languages")
    expect(switch.get_by_role("link", name="English")).to_have_attribute("aria-current", "true")
    switch.get_by_role("link", name="اردو").click()
    expect(page).to_have_url(site.at("ur/themes/knowing-when/"))
    expect(page.locator("h1")).to_contain_text("آنے کا دن معلوم ہونا")
    page.locator(".sf-sections").get_by_role("link", name="مکالمہ").click()
    expect(page).to_have_url(site.at("ur/compare/"))
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(site.at("compare/"))


@translated
def test_a_quotations_one_page_leads_to_where_it_stands_in_the_other_language(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("q/q001/"))
    page.get_by_role("link", name="اردو").click()
    expect(page).to_have_url(re.compile(r"/ur/themes/[a-z-]+/#q001$"))
    expect(page.locator("#q001")).to_be_in_viewport()


@translated
def test_on_a_phone_the_switch_names_the_other_languages_alone(
    site: ServedSite, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site.at("ur/themes/"))
    switch = page.locator(".sf-languages")
    expect(switch.get_by_role("link", name="اردو")).to_be_hidden()
    switch.get_by_role("link", name="English").click()
    expect(page).to_have_url(site.at("themes/"))


@translated
def test_a_hand_written_page_leads_to_the_other_languages_home(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("about/"))
    switch = page.locator(".sf-languages")
    here = switch.get_by_role("link", name="English")
    expect(here).to_have_attribute("aria-current", "true")
    assert here.evaluate("link => link.href") == site.at("about/")
    switch.get_by_role("link", name="اردو").click()
    expect(page).to_have_url(site.at("ur/"))


@translated
@pytest.mark.parametrize(
    ("home", "word", "found", "not_found"),
    [
        ("ur/", "وادی", "ur/", "themes/"),
        ("ur/", "neighbour", "q/", "themes/"),
        ("", "notice", "themes/", "ur/"),
    ],
)
def test_the_search_finds_quotations_and_pages_of_its_language(
    site: ServedSite, page: Page, home: str, word: str, found: str, not_found: str
) -> None:
    page.goto(site.at(home))
    page.keyboard.press("/")
    page.locator(".sf-search input").fill(word)
    expect(page.locator(".sf-search li").first).to_be_visible()
    links = page.locator(".sf-search li a").evaluate_all("all => all.map(a => a.href)")
    paths = [link.removeprefix(site.home) for link in links]
    assert any(path.startswith(found) for path in paths)
    assert not any(path.startswith(not_found) for path in paths)


@translated
def test_citations_on_a_translated_page_lead_to_the_one_address(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("ur/themes/knowing-when/"))
    expect(page.locator("#this_theme_text")).to_contain_text("themes/knowing-when/")
    expect(page.locator("#this_theme_text")).not_to_contain_text("/ur/")


@pytest.mark.parametrize(("site", "kind"), IN_ANOTHER_LANGUAGE, indirect=["site"])
def test_axe_finds_no_violation_in_another_language(
    site: ServedSite, open_context: OpenContext, kind: str
) -> None:
    found = []
    for scheme, width in looks(site, kind, IN_ANOTHER_LANGUAGE):
        page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site.at(site.kinds[kind]))
        page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        found += violations(page)
    assert found == []


@pytest.mark.parametrize(
    "path",
    ["", "themes/", "themes/knowing-when/", "themes/road-decides/", "quotations/", "compare/"],
)
@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
def test_axe_finds_no_violation_on_a_translated_page(
    site: ServedSite, open_context: OpenContext, path: str
) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site.at(f"ur/{path}"))
    page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert violations(page) == []


@pytest.mark.parametrize("site", ["nastaliq-mkdocs", "nastaliq-zensical"], indirect=True)
@pytest.mark.parametrize(
    ("path", "loaded"), [("q/q012/", True), ("ur/", True), ("methods/", False), ("q/q001/", False)]
)
def test_type_for_urdu_comes_with_the_site_and_only_where_urdu_is_shown(
    site: ServedSite, open_context: OpenContext, path: str, loaded: bool
) -> None:
    page = open_context().new_page()
    fonts: list[str] = []
    page.on("request", lambda asked: fonts.append(asked.url) if ".woff2" in asked.url else None)
    page.goto(site.at(path))
    page.evaluate(ALL_TYPE)
    assert set(fonts) == ({site.at("assets/nastaliq.woff2")} if loaded else set())


@translated
def test_no_font_is_asked_for_that_the_site_does_not_bring(site: ServedSite, page: Page) -> None:
    fonts: list[str] = []
    page.on("request", lambda asked: fonts.append(asked.url) if "woff" in asked.url else None)
    page.goto(site.at("ur/"))
    page.evaluate(ALL_TYPE)
    assert fonts == []


FACES = """language => [...document.querySelectorAll(`:lang(${language})`)]
  .filter(one => one.checkVisibility() && !one.closest("svg, code, pre, title, script, option"))
  .filter(one => [...one.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && /\\p{Script=Arabic}{2}/u.test(node.textContent)))
  .map(one => [getComputedStyle(one).fontFamily.split(",")[0].replaceAll('"', ""),
    one.textContent.trim().slice(0, 40)])"""


@pytest.mark.parametrize(
    ("site", "start", "language", "face"),
    [
        ("own-mkdocs", "ur/", "ur", "Noto Nastaliq Urdu"),
        ("own-mkdocs", "ps/", "ps", "Noto Naskh Arabic"),
        ("urdu-mkdocs", "", "ur", "Noto Nastaliq Urdu"),
        ("urdu-zensical", "", "ur", "Noto Nastaliq Urdu"),
        ("pashto-mkdocs", "", "ps", "Noto Naskh Arabic"),
    ],
    indirect=["site"],
)
def test_a_page_has_one_face_from_its_menu_to_its_foot(
    site: ServedSite, page: Page, start: str, language: str, face: str
) -> None:
    """Each has at least its own words, in the menu, the bar, the page and the foot."""
    paths = (
        [path for path in site.pages if path.startswith(start)] if start else site.kinds.values()
    )
    for path in paths:
        page.goto(site.at(path))
        page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
        found = page.evaluate(FACES, language)
        assert len(found) > 10, path
        assert [words for name, words in found if name != face] == [], path
