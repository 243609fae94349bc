"""The explorer: every quotation by theme, filters over them, and a plain page for each filter's value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .cards import Card
from .facets import Facet, Facets, Value
from .page import Page, Place
from .views import Findings

# Above this many quotations the explorer's page shows the first few of each theme.
WHOLE_LIST: Final = 400
FEW: Final = 10
PLAIN_PAGE: Final = 100


@dataclass(frozen=True)
class PlainPage:
    """Say which part of a value's quotations a plain page lists; `number` counts from 1."""

    facet: Facet
    value: Value
    cards: tuple[Card, ...]
    number: int
    pages: int


def plain_address(facet: Facet, value: Value, number: int = 1) -> str:
    """Give the address of a value's plain page."""
    page = "" if number == 1 else f"{number}/"
    return f"quotations/by/{facet.name}/{value.slug}/{page}"


def quotations(findings: Findings, facets: Facets) -> Page:
    """List the quotations by theme, each once under the first theme it names, with the filters."""
    say, first = findings.say, findings.first_under
    shortened = len(findings.cards) > WHOLE_LIST
    shown = {id_: cards[:FEW] if shortened else cards for id_, cards in first.items()}
    return Page(
        "quotations/index.md",
        say.gettext("Quotations"),
        "quotations.html",
        say.gettext("Every published quotation, by theme, kind of voice and stance."),
        {
            "first": shown,
            "all": first,
            "facets": facets.all,
            "plain_address": plain_address,
            "contents": [
                Place(f"in-{theme.id}", theme.title, findings.foreign(theme.id, "title"))
                for theme in findings.themes_in_order
            ],
        },
    )


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
                    f"{plain_address(facet, value, number)}index.html",
                    title,
                    "plain.html",
                    title,
                    {
                        "list": PlainPage(facet, value, part, number, pages),
                        "plain_address": plain_address,
                    },
                    elsewhere="quotations/",
                )
