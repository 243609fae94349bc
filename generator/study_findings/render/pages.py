"""The pages of a study, one small function a kind: path, title, template and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import plain
from ..model import Quotation, Theme
from ..site import Settings
from . import explorer, reader_pages, words
from .cards import Card
from .citations import (
    cited,
    highwire_tags,
    quotation_entry,
    study_address,
    study_entry,
    theme_entry,
)
from .cite_page import cite
from .codebook import codebook
from .compare import compare
from .divergent import divergence
from .facets import Facets
from .page import Page
from .theme_map import theme_maps
from .theme_page import section_of
from .views import Findings
from .voices import attribute_tables, group_views

DESCRIPTION_LENGTH = 300


def home(findings: Findings, settings: Settings) -> Page:
    """Answer first: gist, who was heard, strands with their themes, summary, how to cite."""
    about = findings.about
    entry = study_entry(about, settings.url)
    return Page(
        "index.md",
        about.headline or about.title,
        "home.html",
        _description(plain(about.gist)),
        {"citation": cited(entry).text, "source": study_address(about)},
        highwire_tags(entry),
    )


def themes(findings: Findings) -> Page:
    """Draw the map of themes, and list them with their subthemes, strand by strand."""
    return Page(
        "themes/index.md",
        "Themes",
        "themes.html",
        "All themes and subthemes.",
        {"maps": theme_maps(findings)},
    )


def theme(findings: Findings, node: Theme, settings: Settings) -> Page:
    """Show one theme: gist, account, quotations, subthemes, neighbours."""
    order = findings.themes_in_order
    at = order.index(node)
    strand = findings.strand_of(node)
    implications = [i for i in findings.study.implications if node.id in i.themes]
    contents = [(inner.id, inner.title) for inner in node.subthemes]
    contents.append(("divergent_voices", "Divergent voices"))
    if node.related:
        contents.append(("related", "Related themes"))
    if implications:
        contents.append(("in-practice", "What follows in practice"))
    return Page(
        f"themes/{node.id}/index.md",
        node.title,
        "theme.html",
        _description(plain(node.gist) if node.gist else node.title),
        {
            "theme": node,
            "strand": strand,
            "section": section_of(findings, node),
            "divergence": divergence(findings, node),
            "coverage": findings.coverage(node),
            "place": f"theme {strand.themes.index(node) + 1} of {len(strand.themes)}",
            "previous": order[at - 1] if at else None,
            "next": order[at + 1] if at + 1 < len(order) else None,
            "implications": implications,
            "contents": contents,
            "citation": cited(
                theme_entry(findings.about, node, settings.address_of(f"themes/{node.id}/"))
            ),
        },
    )


def quotation(
    findings: Findings, facets: Facets, card: Card, order: int, settings: Settings
) -> Page:
    """Show one quotation at its permanent address; `order` is its place among all."""
    entry = quotation_entry(findings.about, card, settings.address_of(f"q/{card.id}/"))
    return Page(
        f"q/{card.id}/index.html",
        f"{card.who}: quotation {card.id}",
        "quotation.html",
        _description(card.plain_text),
        {
            "card": card,
            "facets": facets.of(card),
            "order": order,
            "citation": cited(entry),
        },
    )


def tombstone(findings: Findings, record: Quotation) -> Page:
    """Say that a quotation was withdrawn, and when; none of its words."""
    return Page(
        f"q/{record.id}/index.html",
        f"Quotation {record.id} was withdrawn",
        "tombstone.html",
        "This quotation was withdrawn.",
        {"quotation": record},
    )


def voices(findings: Findings) -> Page:
    """Show who was heard: groups, sessions, and attributes above the minimum cell."""
    return Page(
        "voices/index.md",
        "Voices",
        "voices.html",
        "Who was heard, in which sessions.",
        {"groups": group_views(findings), "tables": attribute_tables(findings.study)},
    )


def method_rows(findings: Findings) -> list[tuple[str, str]]:
    """List what the study says of its methods, in the order of a methods section."""
    about, sampling = findings.about, findings.about.sampling
    return [
        ("Design", about.design),
        ("Setting", about.setting),
        ("Sampling", sampling.strategy),
        ("How participants were approached", sampling.approach),
        ("Refusals and withdrawals", sampling.refusals),
        ("Data saturation", sampling.saturation),
        ("Data collection", about.collection),
        ("Analysis", about.analysis),
        ("Ethics", about.ethics),
        ("Reflexivity", about.reflexivity),
        ("Limitations", about.limitations),
        ("Funding", about.funding),
        ("Conflicts of interest", about.conflicts),
    ]


def methods(findings: Findings) -> Page:
    """Show how the study was done; what its source does not say is `not reported`."""
    rows = method_rows(findings)
    return Page("methods/index.md", "Methods", "methods.html", "How it was done.", {"rows": rows})


def data(findings: Findings, downloads: dict[str, bytes]) -> Page:
    """Offer the downloads, with their sizes."""
    sizes = {
        name: f"{max(1, round(len(content) / 1024)):,} kB" for name, content in downloads.items()
    }
    return Page("data/index.md", "Data", "data.html", "The findings to download.", {"sizes": sizes})


def all_pages(
    findings: Findings,
    facets: Facets,
    settings: Settings,
    downloads: dict[str, bytes],
    stylesheet: str,
) -> Iterator[Page]:
    """Give every page of the study."""
    yield home(findings, settings)
    yield themes(findings)
    for node in findings.themes_in_order:
        yield theme(findings, node, settings)
    yield explorer.quotations(findings, facets)
    yield from explorer.plain_pages(facets)
    for order, card in enumerate(findings.cards, 1):
        yield quotation(findings, facets, card, order, settings)
    for record in findings.study.quotations:
        if record.status == "withdrawn":
            yield tombstone(findings, record)
    yield voices(findings)
    yield compare(findings)
    yield methods(findings)
    if findings.study.codebook:
        yield codebook(findings)
    yield cite(findings, settings)
    yield data(findings, downloads)
    yield from reader_pages.reader_pages(findings)
    citation = cited(study_entry(findings.about, settings.url)).text
    yield reader_pages.offline(findings, citation, method_rows(findings), stylesheet)


def _description(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"


TEMPLATE_WORDS = {
    "counted": words.counted,
    "reported": words.reported,
    "direction": words.direction,
    "language_name": words.language_name,
    "licences": words.LICENCES,
}
