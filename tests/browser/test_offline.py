"""The whole findings in one file: opened from disk, without any connection."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from served import ServedSite, words_of

pytestmark = pytest.mark.browser

OpenContext = Callable[..., BrowserContext]
studies = pytest.mark.parametrize("site", ["full-mkdocs", "own-mkdocs"], indirect=True)


@studies
def test_the_file_holds_every_published_quotation_and_asks_for_nothing(
    site: ServedSite, open_context: OpenContext
) -> None:
    context = open_context(offline=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    address = (site.folder / "offline.html").as_uri()
    page.goto(address)
    assert asked == [address]
    said = "\n".join(page.locator(".sf-text").all_text_contents())
    for quotation in site.quotations:
        for text in words_of(quotation).split("\n"):
            assert text in said, quotation.id
    assert page.locator(".sf-quotation").count() == len(site.quotations)


@studies
def test_words_filter_the_file(site: ServedSite, open_context: OpenContext) -> None:
    page = open_context(offline=True).new_page()
    page.goto((site.folder / "offline.html").as_uri())
    quotation = site.quotations[0]
    page.get_by_role("searchbox").fill(words_of(quotation)[:25].lower())
    expect(page.locator(f"#{quotation.id}")).to_be_visible()
    hidden = page.locator(".sf-quotation[hidden]").count()
    assert 0 < hidden < len(site.quotations)
    shown = len(site.quotations) - hidden
    expect(page.get_by_role("status")).to_have_text(f"{shown} of {len(site.quotations)} quotations")


@pytest.mark.parametrize("site", ["full-mkdocs"], indirect=True)
@pytest.mark.parametrize("kind", ["theme", "quotation", "practice"])
def test_on_paper_details_are_open_and_the_frame_is_gone(
    site: ServedSite, open_context: OpenContext, kind: str
) -> None:
    page = open_context().new_page()
    page.goto(site.at(site.kinds[kind]))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("header.sf-header")).to_be_hidden()
    assert page.locator(".sf-page details:not([open])").count() == 0
    if kind == "theme":
        expect(page.locator(".sf-address").first).to_be_visible()
        cut = (
            "[...document.querySelectorAll('.sf-quotation')]"
            ".map((q) => getComputedStyle(q).breakInside)"
        )
        assert set(page.evaluate(cut)) == {"avoid"}
