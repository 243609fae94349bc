"""What `findings init` copies reads for everybody: without scripts, offline, by axe's rules."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import KINDS, ServedSite, words_of
from test_access import violations

pytestmark = pytest.mark.browser

starter = pytest.mark.parametrize("site", ["starter-mkdocs", "starter-zensical"], indirect=True)
copied = pytest.mark.parametrize("site", ["starter-mkdocs"], indirect=True)
OpenContext = Callable[..., BrowserContext]
ALSO_UNDER_ZENSICAL = ("home", "hand-written")
SCREENS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 360))


def test_the_starter_has_every_kind_of_page(sites: Callable[[str], ServedSite]) -> None:
    assert set(sites("starter-mkdocs").kinds) == set(KINDS)
    assert sites("starter-zensical").pages == sites("starter-mkdocs").pages


@pytest.mark.parametrize(
    ("site", "kind"),
    [
        *(("starter-mkdocs", kind) for kind in KINDS),
        *(("starter-zensical", kind) for kind in ALSO_UNDER_ZENSICAL),
    ],
    indirect=["site"],
)
def test_axe_finds_no_violation(site: ServedSite, open_context: OpenContext, kind: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site.at(site.kinds[kind]))
    page.locator("main details").evaluate_all("all => all.forEach(d => d.open = true)")
    found = []
    for scheme, width in SCREENS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found += violations(page)
    assert found == []


@starter
def test_without_javascript_a_reader_goes_from_home_to_any_quotation_and_its_citation(
    site: ServedSite, open_context: OpenContext
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    for path in site.kinds.values():
        page.goto(site.at(path))
        expect(page.locator("h1")).to_be_visible()
        needy = "button:visible, input:not(.sf-choice input):visible, select:visible"
        expect(page.locator(needy)).to_have_count(0)

    page.goto(site.home)
    page.get_by_role("link", name="Rules that bend").first.click()
    expect(page.locator("h1")).to_contain_text("Rules that bend")
    page.get_by_role("link", name=re.compile("Cite · Link.*q014")).first.click()
    expect(page).to_have_url(site.at("q/q014/"))
    expect(page.locator(".sf-one")).to_contain_text("We close at four.")
    page.get_by_text("BibTeX, RIS, CSL-JSON").click()
    expect(page.get_by_role("heading", name="BibTeX")).to_be_visible()

    page.goto(site.at("quotations/"))
    listed = page.locator("figure.sf-quotation").evaluate_all("all => all.map(each => each.id)")
    assert sorted(listed) == sorted(quotation.id for quotation in site.quotations)
    page.locator(".sf-browse > summary").click()
    page.get_by_role("link", name="Against its theme").click()
    expect(page.locator(".sf-plain a[aria-label^='Quotation ']")).to_have_text(["q009", "q015"])


@starter
def test_the_withdrawn_quotation_keeps_its_address_and_none_of_its_words(
    site: ServedSite, page: Page
) -> None:
    page.goto(site.at("q/q006/"))
    expect(page.locator("main")).to_contain_text("withdrawn on 2025-11-20")
    expect(page.locator("blockquote, figure")).to_have_count(0)


@copied
def test_one_file_carried_away_holds_the_findings_and_asks_for_nothing(
    site: ServedSite, open_context: OpenContext, tmp_path: Path
) -> None:
    """It stands alone in another folder, as on a stick, with no network at all."""
    carried = Path(shutil.copy(site.folder / "offline.html", tmp_path))
    context = open_context(offline=True)
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: wrong.append(message.text))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    page = context.new_page()
    page.goto(carried.as_uri())
    said = "\n".join(page.locator(".sf-text").all_text_contents())
    for quotation in site.quotations:
        for text in words_of(quotation).split("\n"):
            assert text in said, quotation.id

    page.get_by_role("searchbox").fill("HOMEWORK")
    expect(page.get_by_role("status")).to_have_text(f"1 of {len(site.quotations)} quotations")
    assert [figure.get_attribute("id") for figure in page.locator("figure:visible").all()] == [
        "q009"
    ]
    page.get_by_role("searchbox").fill("")
    expect(page.locator("figure.sf-quotation:visible")).to_have_count(len(site.quotations))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []
    assert asked == [carried.as_uri()]
    assert wrong == []
