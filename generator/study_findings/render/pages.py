"""All pages of a study, in order, with a small function for each of the smaller kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..citations import (
    cited,
    highwire_tags,
    study_address,
    study_entry,
)
from ..exporters.all_formats import FOLDER, FORMATS
from ..findings.coding import coded
from ..findings.evidence import heard_lines, hides_sessions
from ..findings.facets import Facets
from ..findings.former import Moved, moved_lists, moved_quotations, moved_themes
from ..findings.guide import guide_of
from ..findings.home_rows import strand_rows, words_in
from ..findings.messages import sentences
from ..findings.methods import method_rows
from ..findings.protections import protections
from ..findings.views import Findings
from ..findings.voices import attribute_tables, group_views, site_views, without_group
from ..findings.words_said import beside_transcripts
from ..model import NOT_REPORTED
from ..project.site import Settings
from . import explorer, quotation_pages, reader_pages, theme_pages
from .cite_page import cite
from .codebook import codebook
from .compare import compare
from .markup import plain
from .page import Page, description_of, size_of

MANY_SESSIONS = 12
"""More sessions of a group than this are folded into one line."""


def home(findings: Findings, settings: Settings) -> Page:
    """Answer first: key messages, who was heard, a row a theme, summary, how to cite."""
    about = findings.about
    entry = study_entry(about, settings.url)
    strands = strand_rows(findings)
    return Page(
        "index.md",
        about.headline or about.title,
        "home.html",
        description_of(plain(about.gist)),
        {
            "sentences": sentences(findings),
            "heard": heard_lines(findings),
            "strands": strands,
            "has_strips": any(
                row.evidence and row.evidence.is_drawn for strand in strands for row in strand.rows
            ),
            "hides_sessions": hides_sessions(findings),
            "words_in": words_in,
            "citation": cited(entry).text,
            "source": study_address(about),
        },
        () if findings.translated else highwire_tags(entry),
    )


def moved(findings: Findings, to: Moved, settings: Settings, prefix: str = "") -> Page:
    """Lead from a former address to where what stood there stands now.

    `prefix` is that of the language whose pages it is among.
    """
    title = findings.say.gettext("This page has a new address")
    context = {"to": to, "canonical": settings.address_of(f"{prefix}{to.now}")}
    elsewhere = to.now if to.theme else "quotations/"
    return Page(f"{to.former}index.html", title, "moved.html", title, context, elsewhere=elsewhere)


def voices(findings: Findings) -> Page:
    """Show who was heard: groups, sessions, and attributes above the minimum cell."""
    return Page(
        "voices/index.md",
        findings.say.gettext("Who was heard"),
        "voices.html",
        findings.say.gettext("Who was heard, in which sessions."),
        {
            "groups": group_views(findings),
            "many": MANY_SESSIONS,
            "sites": site_views(findings),
            "tables": attribute_tables(findings),
            "without_group": without_group(findings),
        },
    )


def methods(findings: Findings, facets: Facets) -> Page:
    """Show how the study was done; what its source does not say is `not reported`."""
    rows = method_rows(findings)
    say = findings.say
    title, description = say.gettext("Methods"), say.gettext("How it was done.")
    context = {
        "rows": rows,
        "unreported": [row.term for row in rows if row.value == NOT_REPORTED],
        "words_said": beside_transcripts(findings),
        "protections": protections(findings),
        "coded": coded(findings),
        "guide": guide_of(facets),
    }
    return Page("methods/index.md", title, "methods.html", description, context)


@dataclass(frozen=True)
class Download:
    """Hold a file to download: its address, name, size in words, and what it is for."""

    address: str
    name: str
    size: str
    what: str


def data(findings: Findings, downloads: dict[str, bytes]) -> Page:
    """Offer the downloads, with their sizes."""
    say = findings.say
    offered = [
        Download(FOLDER + name, name, size_of(downloads[FOLDER + name]), format_.describe(say))
        for name, format_ in FORMATS.items()
        if FOLDER + name in downloads
    ]
    title, description = say.gettext("Data"), say.gettext("The findings to download.")
    return Page("data/index.md", title, "data.html", description, {"downloads": offered})


def engine_pages(facets: Facets, settings: Settings, downloads: dict[str, bytes]) -> Iterator[Page]:
    """Give the pages that go through the engine, which every language of a site has."""
    findings = facets.findings
    yield home(findings, settings)
    yield theme_pages.themes(findings)
    for node in findings.themes_in_order:
        yield theme_pages.theme(findings, node, settings)
    yield explorer.quotations(facets)
    yield voices(findings)
    yield compare(facets)
    yield methods(findings, facets)
    if findings.study.codebook:
        yield codebook(findings)
    yield cite(findings, settings)
    yield data(findings, downloads)
    yield from reader_pages.reader_pages(findings)


def moved_pages(findings: Findings, settings: Settings) -> Iterator[Page]:
    """Give the complete pages at former addresses that every language of a site has."""
    prefix = f"{findings.language}/" if findings.translated else ""
    for to in moved_themes(findings):
        yield moved(findings, to, settings, prefix)


def light_pages(facets: Facets, settings: Settings) -> Iterator[Page]:
    """Give the complete pages, there only once: permanent addresses and plain lists."""
    findings = facets.findings
    yield from explorer.plain_pages(facets)
    for order, card in enumerate(findings.cards, 1):
        yield quotation_pages.quotation(findings, facets, card, order, settings)
    for record in findings.study.quotations:
        if record.status == "withdrawn":
            yield quotation_pages.tombstone(findings, record)
    for to in (*moved_quotations(findings), *moved_lists(facets, explorer.PLAIN_PAGE)):
        yield moved(findings, to, settings)
    for absent in findings.about.withheld_themes:
        yield theme_pages.withheld(findings, absent)


def whole(findings: Findings, settings: Settings, stylesheet: str) -> Page:
    """Put the whole findings in one file, which stands alone."""
    citation = cited(study_entry(findings.about, settings.url)).text
    return reader_pages.offline(findings, citation, method_rows(findings), stylesheet)
