"""Pages of themes: the list, each with what is claimed, those that are withheld."""

from __future__ import annotations

from ..citations import cited, theme_entry
from ..findings.addresses import theme_address
from ..findings.evidence import evidence_of
from ..findings.figures import coverage
from ..findings.relations import pairs_of, relations_within
from ..findings.theme_rows import rows_of
from ..findings.views import Findings
from ..model import Theme, WithheldTheme
from ..project.site import Settings
from .markup import plain
from .page import ContentsItem, Page, description_of


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
        description_of(plain(node.gist) if node.gist else node.title),
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


def withheld(findings: Findings, record: WithheldTheme) -> Page:
    """Say that a theme is withheld, and why; nothing else of it."""
    say = findings.say
    return Page(
        f"{theme_address(record.id)}index.html",
        say.gettext("A theme that is withheld"),
        "withheld.html",
        say.gettext("This theme is withheld: it is not published, on purpose."),
        {"theme": record},
        elsewhere="themes/",
    )
