"""The explorer: every quotation by theme, filters over them, a plain page for each value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from ..findings.addresses import list_address
from ..findings.cards import Card, colour_of
from ..findings.facets import Facet, Facets, Value
from ..findings.views import Findings
from ..model import walk_themes
from .page import Page

# Above this many quotations the explorer's page shows the first few, and leads to the others.
WHOLE_LIST: Final = 100
FIRST_PAGE: Final = 20
PLAIN_PAGE: Final = 50
# The filters that stand open: who speaks, about what, and whether for or against it.
OPEN: Final = ("group", "theme", "stance")


@dataclass(frozen=True)
class PlainPage:
    """Say which part of a value's quotations a plain page lists; `number` counts from 1."""

    facet: Facet
    value: Value
    cards: tuple[Card, ...]
    number: int
    pages: int


def quotations(facets: Facets) -> Page:
    """List the quotations by theme, each once under the first theme it names, with the filters.

    Of a large study the first few are listed, and each theme leads to its plain pages.
    """
    findings = facets.findings
    say = findings.say
    shown = _first_page(findings)
    by_theme = next((facet for facet in facets.all if facet.name == "theme"), None)
    return Page(
        "quotations/index.md",
        say.gettext("Voices"),
        "quotations.html",
        say.gettext("Every published quotation, by theme, group and stance."),
        {
            "shown": shown,
            "is_whole": sum(map(len, shown.values())) == len(findings.cards),
            "by_theme": by_theme,
            "theme_values": {value.key: value for value in by_theme.values} if by_theme else {},
            "facets": facets.all,
            "facets_open": OPEN,
            "colour_of_value": partial(_colour, findings),
        },
    )


def _colour(findings: Findings, facet: Facet, value: Value) -> int:
    """Number the colour of a group or of a theme's strand; 0 for all other values."""
    match facet.name:
        case "group":
            return colour_of(findings.study, findings.study.groups_by_id[value.key])
        case "theme":
            return findings.strand_of(findings.study.themes_by_id[value.key]).colour
    return 0


def _first_page(findings: Findings) -> dict[str, list[Card]]:
    """Map themes to the cards shown under them: all of a small study, the first of a large one."""
    first = findings.first_under
    if len(findings.cards) <= WHOLE_LIST:
        return first
    shown: dict[str, list[Card]] = {}
    left = FIRST_PAGE
    for theme in walk_themes(findings.themes_in_order):
        shown[theme.id] = first.get(theme.id, [])[:left]
        left -= len(shown[theme.id])
    return shown


def plain_pages(facets: Facets) -> Iterator[Page]:
    """List the quotations of each value on plain pages, which need no JavaScript."""
    say = facets.findings.say
    for facet in facets.all:
        for value in facet.values:
            title = say.gettext(
                "Quotations: %(facet)s %(value)s", facet=facet.noun, value=value.label
            )
            cards = facets.cards_with(facet.name, value.key)
            pages = -(-len(cards) // PLAIN_PAGE)
            for number in range(1, pages + 1):
                part = cards[(number - 1) * PLAIN_PAGE : number * PLAIN_PAGE]
                yield Page(
                    f"{list_address(facet.name, value.slug, number)}index.html",
                    title,
                    "plain.html",
                    title,
                    {
                        "list": PlainPage(facet, value, part, number, pages),
                    },
                    elsewhere="quotations/",
                )
