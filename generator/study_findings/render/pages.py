"""The pages of a study, one small function a kind: path, title, template and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import plain
from ..model import Quotation, Theme
from ..site import Settings
from . import citing, explorer, words
from .facets import Facets
from .page import Page
from .theme_page import section_of
from .views import Card, Findings
from .voices import attribute_tables, group_views

DESCRIPTION_LENGTH = 300


def address_of(settings: Settings, url: str) -> str:
    """Give the full address of a page, or nothing where the site's own is not known."""
    return settings.url + url if settings.url else ""


def home(findings: Findings) -> Page:
    """Answer first: gist, who was heard, strands with their themes, summary, how to cite."""
    about = findings.about
    return Page(
        "index.md",
        about.headline or about.title,
        "home.html",
        _description(plain(about.gist)),
        {"citation": citing.cite_study(about), "source": citing.address(about)},
    )


def themes(findings: Findings) -> Page:
    """List every theme with its subthemes, strand by strand."""
    return Page("themes/index.md", "Themes", "themes.html", "All themes and subthemes.")


def theme(findings: Findings, node: Theme, settings: Settings) -> Page:
    """Show one theme: gist, account, quotations, subthemes, neighbours."""
    order = findings.themes_in_order
    at = order.index(node)
    strand = findings.strand_of(node)
    implications = [i for i in findings.study.implications if node.id in i.themes]
    contents = [(inner.id, inner.title) for inner in node.subthemes]
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
            "coverage": findings.coverage(node),
            "place": f"theme {strand.themes.index(node) + 1} of {len(strand.themes)}",
            "previous": order[at - 1] if at else None,
            "next": order[at + 1] if at + 1 < len(order) else None,
            "implications": implications,
            "contents": contents,
            "citation": citing.cite_theme(
                findings.about, node, address_of(settings, f"themes/{node.id}/")
            ),
        },
    )


def quotation(
    findings: Findings, facets: Facets, card: Card, order: int, settings: Settings
) -> Page:
    """Show one quotation at its permanent address; `order` is its place among all."""
    url = address_of(settings, f"q/{card.id}/")
    return Page(
        f"q/{card.id}/index.html",
        f"{card.who}: quotation {card.id}",
        "quotation.html",
        _description(card.plain_text),
        {
            "card": card,
            "facets": facets.of(card),
            "order": order,
            "citation": citing.cite_quotation(findings.about, card, url),
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


def methods(findings: Findings) -> Page:
    """Show how the study was done; what its source does not say is `not reported`."""
    about, sampling = findings.about, findings.about.sampling
    rows = [
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
    return Page("methods/index.md", "Methods", "methods.html", "How it was done.", {"rows": rows})


def cite(findings: Findings, settings: Settings) -> Page:
    """Show how to cite the study, a theme and a quotation."""
    about = findings.about
    first = findings.themes_in_order[0] if findings.themes_in_order else None
    card = findings.cards[0] if findings.cards else None
    return Page(
        "cite/index.md",
        "Cite",
        "cite.html",
        "How to cite the study, a theme or a quotation.",
        {
            "citation": citing.cite_study(about),
            "source": citing.address(about),
            "theme_citation": first
            and citing.cite_theme(about, first, address_of(settings, f"themes/{first.id}/")),
            "quotation_citation": card
            and citing.cite_quotation(about, card, address_of(settings, f"q/{card.id}/")),
        },
    )


def data(findings: Findings, downloads: dict[str, bytes]) -> Page:
    """Offer the downloads, with their sizes."""
    sizes = {name: f"{max(1, round(len(content) / 1024)):,} kB" for name, content in downloads.items()}
    return Page("data/index.md", "Data", "data.html", "The findings to download.", {"sizes": sizes})


def all_pages(
    findings: Findings, settings: Settings, downloads: dict[str, bytes]
) -> Iterator[Page]:
    """Give every page of the study."""
    yield home(findings)
    yield themes(findings)
    for node in findings.themes_in_order:
        yield theme(findings, node, settings)
    facets = Facets(findings)
    yield explorer.quotations(findings, facets)
    yield from explorer.plain_pages(facets)
    for order, card in enumerate(findings.cards, 1):
        yield quotation(findings, facets, card, order, settings)
    for record in findings.study.quotations:
        if record.status == "withdrawn":
            yield tombstone(findings, record)
    yield voices(findings)
    yield methods(findings)
    yield cite(findings, settings)
    yield data(findings, downloads)


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
