"""A reader keeps quotations: in this browser, in a link, in one list of citations, on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from served import ServedSite
from test_access import violations

from study_findings.citations import cited, quotation_entry
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.render import accessibility as claims

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
starter = pytest.mark.parametrize("site", ["starter-mkdocs", "starter-zensical"], indirect=True)
own = pytest.mark.parametrize("site", ["own-mkdocs"], indirect=True)


def keep(page: Page, *ids: str) -> None:
    for id_ in ids:
        page.get_by_role("button", name=f"Keep quotation {id_}", exact=True).click()


def expect_kept(page: Page, *ids: str) -> None:
    """Expect the ids that the collection lists, in its order."""
    links = page.locator("#collection ol a")
    expect(links).to_have_count(len(ids))
    for number, id_ in enumerate(ids):
        expect(links.nth(number)).to_have_attribute("href", re.compile(rf"/q/{id_}/$"))


def expect_number(page: Page, number: int) -> None:
    expect(page.locator(".sf-collection-title")).to_have_text(f"Your collection: {number}")


@starter
def test_what_is_kept_is_there_in_its_order_after_a_reload_and_can_be_taken_out(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("quotations/"))
    keep(page, "q014", "q001", "q009")
    expect_number(page, 3)
    expect_kept(page, "q014", "q001", "q009")
    expect(page.locator("#collection ol a").first).to_have_text(re.compile("^We close at four"))
    speaker = page.locator("#collection ol small").first
    expect(speaker).to_contain_text("Keeper k3")
    expect(speaker).to_have_attribute("lang", "en")
    # What readers share of their filters does not tell what they kept.
    expect(page).to_have_url(site.at("quotations/"))
    page.reload()
    expect_number(page, 3)
    page.get_by_role("button", name="Take quotation q001 out").click()
    expect_number(page, 2)
    expect_kept(page, "q014", "q009")
    expect(page.locator("#collection")).to_contain_text("Kept in this browser only")
    assert page.evaluate("document.activeElement.closest('#collection') !== null")
    page.get_by_role("button", name="Kept: quotation q014. Take it out").first.click()
    expect_number(page, 1)
    page.get_by_role("button", name="Empty it").click()
    expect_number(page, 0)


@pytest.mark.parametrize(
    ("path", "start"),
    [("", ""), ("themes/rules-that-bend/", ""), ("compare/", ""), ("q/q013/", ""), ("ur/", "ur/")],
)
@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_what_is_kept_while_reading_leads_to_the_collection(
    site: ServedSite, page: Page, path: str, start: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site.at(path))
    offered = page.locator("[data-keep]:visible")
    # Each card that is shown has one, and a quotation's own page has its own beside Cite and Link.
    assert offered.count() == page.locator(".sf-actions:visible").count() + path.startswith("q/")
    expect(page.locator("[data-to-collection]")).to_have_count(0)
    first = offered.first
    id_ = first.get_attribute("data-keep") or ""
    first.click()
    expect(first).to_have_attribute("data-kept", "true")
    assert (first.get_attribute("aria-label") or "").startswith(first.inner_text())
    page.reload()
    expect(first).to_have_attribute("data-kept", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("[data-to-collection]").first.click()
    expect(page).to_have_url(site.at(f"{start}quotations/#collection"))
    expect(page.locator("#collection")).to_be_focused()
    expect(page.locator("#collection_sheet")).to_be_visible()
    expect_kept(page, id_)


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_pages_side_by_side_keep_into_one_collection(
    site: ServedSite, page: Page, open_context: OpenContext
) -> None:
    page.goto(site.at("quotations/"))
    keep(page, "q014")
    theme = page.context.new_page()
    theme.goto(site.at("themes/rules-that-bend/"))
    expect(theme.get_by_role("button", name="Kept: quotation q014. Take it out")).to_be_visible()
    keep(theme, "q013")
    expect_number(page, 2)
    keep(page, "q001")
    expect_kept(page, "q014", "q013", "q001")
    expect(theme.locator("[data-to-collection]").first).to_have_text("Your collection: 3")
    page.get_by_role("button", name="Empty it").click()
    expect(theme.locator("[data-to-collection]")).to_have_count(0)
    expect(theme.get_by_role("button", name="Keep quotation q013", exact=True)).to_be_visible()


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_where_nothing_can_be_stored_nothing_is_offered_to_be_kept(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"
    )
    page.goto(site.home)
    expect(page.locator("[data-search-open]")).to_be_visible()
    expect(page.locator("[data-keep]")).to_have_count(0)


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_what_is_kept_while_cards_are_on_their_way_is_said_on_them(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("quotations/"))
    # One card comes while the page of another is still asked for.
    held: list[Route] = []
    page.route("**/q/q015/", lambda route: held.append(route))
    with page.expect_response("**/q/q009/"), page.expect_request("**/q/q015/"):
        page.get_by_role("checkbox", name=re.compile("^Against its theme")).check()
    keep(page, "q009")
    expect_number(page, 1)
    for route in held:
        route.continue_()
    card = page.locator("#found figure").first
    expect(card.get_by_role("button", name="Kept: quotation q009. Take it out")).to_be_visible()


@starter
def test_its_link_brings_it_to_others_and_leaves_their_own_alone(
    site: ServedSite, page: Page, open_context: OpenContext
) -> None:
    page.goto(site.at("quotations/?stance=confirms"))
    keep(page, "q014")
    page.goto(site.at("quotations/"))
    keep(page, "q001")
    expect_number(page, 2)
    link = page.locator("#collection [data-copy-link]").get_attribute("data-copy-link")
    assert link == site.at("quotations/?kept=q014.q001")

    other = open_context().new_page()
    other.goto(link)
    expect_number(other, 2)
    expect_kept(other, "q014", "q001")
    # Where nothing was kept before, it is this reader's own from then on.
    other.goto(site.at("quotations/"))
    expect_number(other, 2)

    third = open_context().new_page()
    third.goto(site.at("quotations/"))
    keep(third, "q009")
    third.goto(link)
    expect(third.locator("#collection")).to_contain_text("Your own is still here: 1")
    expect_kept(third, "q014", "q001")
    # It stays in the address, filters beside it, and in nobody's browser.
    third.get_by_role("checkbox", name=re.compile("^Against its theme")).check()
    expect(third).to_have_url(re.compile(r"kept=q014\.q001"))
    expect(third).to_have_url(re.compile(r"stance=diverges"))
    third.get_by_role("button", name="Show mine").click()
    expect_number(third, 1)
    expect_kept(third, "q009")
    expect(third).to_have_url(site.at("quotations/?stance=diverges"))


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_an_address_that_names_what_is_not_published_says_so_and_shows_the_rest(
    site: ServedSite, page: Page
) -> None:
    withdrawn = site.withdrawn.id
    page.goto(site.at(f"quotations/?kept=q001.{withdrawn}.q001.<b>.q404"))
    expect(page.locator("#collection")).to_contain_text("Not published any more: 2")
    expect_kept(page, "q001")


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_where_nothing_can_be_stored_the_address_keeps_it(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context().new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });"
    )
    page.goto(site.at("quotations/"))
    keep(page, "q001", "q014")
    expect_number(page, 2)
    expect(page).to_have_url(site.at("quotations/?kept=q001.q014"))
    page.reload()
    expect_number(page, 2)
    expect(page.locator("#collection")).not_to_contain_text("Your own is still here")


@pytest.mark.parametrize("site", ["starter-mkdocs", "own-mkdocs"], indirect=True)
def test_one_list_of_citations_in_each_format_is_what_the_citations_say(
    site: ServedSite, page: Page
) -> None:
    """Recounted in Python from the study: the text and each record, one under another."""
    findings = Findings(publishable(site.study))
    ids = [card.id for card in findings.cards[:3]]
    page.goto(site.at(f"quotations/?kept={'.'.join(ids)}"))
    page.get_by_role("button", name="Cite them").click()
    group = page.locator(".sf-kept-citations")
    expect(group.get_by_role("tab")).to_have_text(["Text", "BibTeX", "RIS", "CSL-JSON"])
    entries = [cited(quotation_entry(findings.about, findings.cards_by_id[id_], "")) for id_ in ids]
    texts = {
        pre.get_attribute("id"): pre.text_content() or "" for pre in group.locator("pre").all()
    }
    lines = texts["kept_cite_text"].splitlines()
    assert len(lines) == len(ids)
    for id_, line, entry in zip(ids, lines, entries, strict=True):
        assert line.startswith(entry.text)
        assert line.endswith(f"q/{id_}/")
    records = texts["kept_cite_bibtex"].split("\n\n")
    assert [record.splitlines()[0] for record in records] == [
        entry.formats[0].text.splitlines()[0] for entry in entries
    ]
    assert texts["kept_cite_ris"].count("ER  -") == len(ids)
    listed = json.loads(texts["kept_cite_csl"])
    assert [item["id"] for item in listed] == [
        json.loads(entry.formats[2].text)[0]["id"] for entry in entries
    ]


@starter
def test_on_paper_stand_the_kept_quotations_with_their_citations_alone(
    site: ServedSite, page: Page
) -> None:
    page.add_init_script("window.print = () => { window.isPrinted = true; };")
    page.goto(site.at("quotations/?kept=q014.q009"))
    expect_number(page, 2)
    page.emulate_media(media="print")
    page.get_by_role("button", name="Print", include_hidden=True).dispatch_event("click")
    page.wait_for_function("window.isPrinted")
    booklet = page.locator(".sf-kept-print")
    expect(booklet.locator("figure")).to_have_count(2)
    expect(booklet).to_contain_text("We close at four.")
    expect(booklet.locator("ol li")).to_have_count(2)
    expect(page.locator("#listed")).to_be_hidden()
    expect(page.locator(".sf-explore")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(booklet).to_have_count(0)
    expect(page.locator("#listed")).to_be_visible()


@pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
def test_without_javascript_no_collection_is_shown(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(site.at("quotations/?kept=q001"))
    expect(page.locator("#collection")).to_be_hidden()
    expect(page.locator("#explore_bar")).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("^Keep"))).to_have_count(0)
    expect(page.locator(".sf-browse > summary")).to_be_visible()


@own
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("start", ["", "ur/"])
def test_axe_finds_no_violation_beside_a_collection(
    site: ServedSite, open_context: OpenContext, scheme: str, start: str
) -> None:
    page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(site.at(f"{start}quotations/?kept=q001.q014&group=students"))
    expect(page.locator("#found figure").first).to_be_visible()
    expect(page.locator("#collection ol li")).to_have_count(2)
    for width in claims.WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("[data-open-sheet='collection_sheet']").click()
    page.locator("#collection .sf-kept-acts button").nth(1).click()
    expect(page.locator(".sf-kept-citations [role='tab']")).to_have_count(4)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
