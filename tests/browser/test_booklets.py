"""Themes and the page that compares, on paper: their words in order, and no quotation cut."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import BrowserContext
from pypdf import PdfReader
from served import ServedSite

from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

OpenContext = Callable[..., BrowserContext]


def words(text: str) -> str:
    """Give a text's letters and digits alone: hyphens, ligatures and breaks of lines aside."""
    return re.sub(r"[\W_]+", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl")).casefold()


def printed(
    site: ServedSite, open_context: OpenContext, path: str, paper: str = "A4"
) -> Sequence[str]:
    """Print a page as a reader would, and give the words of each sheet."""
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site.at(path))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    pdf = page.pdf(format=paper, prefer_css_page_size=True)
    sheets = PdfReader(io.BytesIO(pdf)).pages
    return [words(sheet.extract_text()).removeprefix(str(n)) for n, sheet in enumerate(sheets, 1)]


def findings(site: ServedSite) -> Findings:
    return Findings(publishable(site.study))


@pytest.mark.parametrize("site", ["full-mkdocs", "starter-mkdocs"], indirect=True)
class TestTheme:
    def test_begins_with_the_study_and_how_it_stands(
        self, site: ServedSite, open_context: OpenContext
    ) -> None:
        shown = findings(site)
        theme = shown.themes_in_order[0]
        first = printed(site, open_context, f"themes/{theme.id}/")[0]
        assert first.startswith(words(shown.about.title))
        assert first.index(words("no participant said these words")) < first.index(
            words(theme.title), len(words(shown.about.title))
        )

    @pytest.mark.parametrize("paper", ["A4", "A5", "A6"])
    def test_has_its_words_in_order_and_cuts_no_quotation(
        self, site: ServedSite, open_context: OpenContext, paper: str
    ) -> None:
        shown = findings(site)
        for theme in shown.themes_in_order:
            sheets = printed(site, open_context, f"themes/{theme.id}/", paper)
            text = "".join(sheets)
            at = text.index(words(theme.title))
            for inner in theme.subthemes:
                at = text.index(words(inner.title), at)
            for card in shown.cards_within(theme):
                if card.passage.direction == "ltr" and card.id not in shown.cards_elsewhere(theme):
                    said = ["".join(p.text for p in line.pieces) for line in card.passage.lines]
                    whole = [s for s in sheets if all(words(line) in s for line in said)]
                    assert whole, card.id

    def test_has_nothing_to_click(self, site: ServedSite, open_context: OpenContext) -> None:
        theme = findings(site).themes_in_order[0]
        whole = "".join(printed(site, open_context, f"themes/{theme.id}/"))
        for gone in ("Copy link", "Copy citation", "Skip to content", "BibTeX"):
            assert words(gone) not in whole


@pytest.mark.parametrize("site", ["full-mkdocs", "starter-mkdocs"], indirect=True)
def test_the_comparison_begins_with_the_study_and_stays_in_order(
    site: ServedSite, open_context: OpenContext
) -> None:
    shown = findings(site)
    sheets = printed(site, open_context, "compare/")
    assert sheets[0].startswith(words(shown.about.title))
    whole = "".join(sheets)
    page = open_context().new_page()
    page.goto(site.at("compare/"))
    at = 0
    for heading in page.locator("main h1, main h2").all_inner_texts():
        at = whole.index(words(heading.removesuffix("#")), at)
    assert whole.index(words(shown.themes_in_order[0].title)) > 0
    assert words("Skip to content") not in whole
