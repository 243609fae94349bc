"""The pages of a study, one small function a kind: path, title, template and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..citations import (
    cited,
    highwire_tags,
    quotation_entry,
    study_address,
    study_entry,
    theme_entry,
)
from ..exporters.formats import FOLDER, FORMATS
from ..findings.addresses import quotation_address, theme_address
from ..findings.cards import Card
from ..findings.claims import claims_naming
from ..findings.coding import coded
from ..findings.evidence import evidence_of, heard_lines, hides_sessions
from ..findings.facets import Facets
from ..findings.figures import coverage
from ..findings.former import Moved, moved_lists, moved_quotations, moved_themes
from ..findings.guide import guide_of
from ..findings.home_rows import strand_rows, words_in
from ..findings.messages import sentences
from ..findings.methods import method_rows
from ..findings.protections import protections
from ..findings.relations import pairs_of, relations_within
from ..findings.stances import pair_of
from ..findings.theme_rows import rows_of
from ..findings.views import Findings
from ..findings.voices import attribute_tables, group_views, site_views, without_group
from ..findings.words_said import beside_transcripts
from ..model import NOT_REPORTED, Quotation, Theme, WithheldTheme
from ..project.site import Settings
from ..text.beginnings import first_words
from ..text.search_words import id_word, search_words
from . import explorer, reader_pages
from .cite_page import cite
from .codebook import codebook
from .compare import compare
from .markup import plain
from .page import ContentsItem, Page, size_of

DESCRIPTION_LENGTH = 300
FIRST_WORDS = 60
"""The most letters of a quotation that name it among the answers of a search."""
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
        _description(plain(about.gist)),
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


def themes(findings: Findings) -> Page:
    """List the themes with their subthemes, strand by strand; what is deeper is folded."""
    return Page(
        "themes/index.md",
        findings.say.gettext("Themes"),
        "themes.html",
        findings.say.gettext("All themes and subthemes."),
        {"relations": bool(pairs_of(findings))},
    )


def theme(findings: Findings, node: Theme, settings: Settings) -> Page:
    """Show one theme: what is claimed, with the voices for it and against it; its neighbours."""
    say, order = findings.say, findings.themes_in_order
    at = order.index(node)
    strand = findings.strand_of(node)
    page_rows = rows_of(findings, node)
    original = findings.original.study.themes_by_id[node.id]
    relations = relations_within(findings, node)
    implications = [i for i in findings.study.implications if node.id in i.themes]
    contents = [_contents_item(findings, inner) for inner in node.subthemes]
    if relations:
        contents.append(ContentsItem("related", say.gettext("Related themes")))
    if implications:
        contents.append(ContentsItem("in-practice", say.gettext("What follows in practice")))
    return Page(
        f"{theme_address(node.id)}index.md",
        node.title,
        "theme.html",
        _description(plain(node.gist) if node.gist else node.title),
        {
            "theme": node,
            "strand": strand,
            "opening": page_rows.opening,
            "section": page_rows.section,
            "evidence": evidence_of(findings, node),
            "coverage": coverage(findings, node),
            "position": say.gettext(
                "theme %(number)s of %(all)s",
                number=strand.themes.index(node) + 1,
                all=len(strand.themes),
            ),
            "previous": order[at - 1] if at else None,
            "next": order[at + 1] if at + 1 < len(order) else None,
            "relations": relations,
            "implications": implications,
            "contents": contents,
            "citation": cited(
                theme_entry(findings.about, original, settings.address_of(theme_address(node.id)))
            ),
        },
    )


def _contents_item(findings: Findings, node: Theme, levels: int = 2) -> ContentsItem:
    """List a subtheme with those in it, two levels deep."""
    inner = (_contents_item(findings, other, 1) for other in node.subthemes if levels > 1)
    return ContentsItem(node.id, node.title, findings.foreign(node.id, "title"), tuple(inner))


def quotation(
    findings: Findings, facets: Facets, card: Card, order: int, settings: Settings
) -> Page:
    """Show one quotation at its permanent address; `order` is its place among all."""
    around = findings.cards_of(card.themes[0])
    at = [other.id for other in around].index(card.id)
    entry = quotation_entry(findings.about, card, settings.address_of(quotation_address(card.id)))
    return Page(
        f"{quotation_address(card.id)}index.html",
        findings.say.gettext("%(who)s: quotation %(id)s", who=card.who, id=card.id),
        "quotation.html",
        _description(card.plain_text),
        {
            "card": card,
            "claims": claims_naming(findings, card.id),
            "beside": pair_of(findings, card.themes[0], beside=card.id),
            "previous": around[at - 1] if at else None,
            "next": around[at + 1] if at + 1 < len(around) else None,
            "facets": facets.of(card),
            "order": order,
            "ids": " ".join(map(id_word, (card.id, *card.quotation.formerly))),
            "first_words": first_words(card.plain_text, FIRST_WORDS),
            "words": search_words(_found_by(card)),
            "citation": cited(entry),
        },
        elsewhere=findings.address_in_theme(card),
    )


def _found_by(card: Card) -> str:
    """Write all that a search may find a quotation by: ids, words, and what stands beside them."""
    quotation = card.quotation
    note = plain(quotation.note) if quotation.note else ""
    parts = (
        card.id,
        *quotation.formerly,
        card.original_text,
        card.plain_text,
        card.who,
        card.where,
        card.translated_from,
        note,
    )
    return "\n".join(part for part in parts if part)


def tombstone(findings: Findings, record: Quotation) -> Page:
    """Say that a quotation was withdrawn, and when; none of its words."""
    return Page(
        f"{quotation_address(record.id)}index.html",
        findings.say.gettext("Quotation %(id)s was withdrawn", id=record.id),
        "tombstone.html",
        findings.say.gettext("This quotation was withdrawn."),
        {"quotation": record},
        elsewhere="quotations/",
    )


def moved(findings: Findings, to: Moved, settings: Settings, prefix: str = "") -> Page:
    """Lead from a former address to where what stood there stands now.

    `prefix` is that of the language whose pages it is among.
    """
    title = findings.say.gettext("This page has a new address")
    context = {"to": to, "canonical": settings.address_of(f"{prefix}{to.now}")}
    elsewhere = to.now if to.theme else "quotations/"
    return Page(f"{to.former}index.html", title, "moved.html", title, context, elsewhere=elsewhere)


def withheld(findings: Findings, record: WithheldTheme) -> Page:
    """Say that a theme is withheld, and why; nothing else of it."""
    say = findings.say
    return Page(
        f"{theme_address(record.id)}index.html",
        say.gettext("A theme that is withheld"),
        "withheld.html",
        say.gettext("This theme is not published, on purpose."),
        {"theme": record},
        elsewhere="themes/",
    )


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
            "tables": attribute_tables(findings.study),
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
    yield themes(findings)
    for node in findings.themes_in_order:
        yield theme(findings, node, settings)
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
        yield quotation(findings, facets, card, order, settings)
    for record in findings.study.quotations:
        if record.status == "withdrawn":
            yield tombstone(findings, record)
    for to in (*moved_quotations(findings), *moved_lists(facets, explorer.PLAIN_PAGE)):
        yield moved(findings, to, settings)
    for absent in findings.about.withheld_themes:
        yield withheld(findings, absent)


def whole(findings: Findings, settings: Settings, stylesheet: str) -> Page:
    """Put the whole findings in one file, which stands alone."""
    citation = cited(study_entry(findings.about, settings.url)).text
    return reader_pages.offline(findings, citation, method_rows(findings), stylesheet)


def _description(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
