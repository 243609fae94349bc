"""Addresses that records had before they were renamed, and where what stood there stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Theme
from .addresses import list_address, quotation_address, theme_address
from .facets import Facets
from .views import Findings


@dataclass(frozen=True)
class Moved:
    """Say what stood at an address, by its name, and where on the site it stands now.

    `theme` is the theme whose name that is, if it is one.
    """

    former: str
    now: str
    label: str
    theme: Theme | None = None


def moved_themes(findings: Findings) -> Iterator[Moved]:
    """Give the former addresses of the pages of themes, which every language of a site has."""
    for theme in findings.themes_in_order:
        for former in theme.formerly:
            yield Moved(theme_address(former), theme_address(theme.id), theme.title, theme)


def moved_quotations(findings: Findings) -> Iterator[Moved]:
    """Give the former addresses of quotations, of those that were withdrawn too."""
    for quotation in findings.study.quotations:
        label = findings.say.gettext("Quotation %(id)s", id=quotation.id)
        for former in quotation.formerly:
            yield Moved(quotation_address(former), quotation_address(quotation.id), label)


def moved_lists(facets: Facets, most: int) -> Iterator[Moved]:
    """Give the former addresses of plain pages, of `most` quotations each, that list a value's."""
    for facet in facets.all:
        for value in facet.values:
            for name in (facet.name, *facet.formerly):
                for slug in (value.slug, *value.formerly):
                    if (name, slug) != (facet.name, value.slug):
                        for number in range(1, -(-value.count // most) + 1):
                            former = list_address(name, slug, number)
                            now = list_address(facet.name, value.slug, number)
                            yield Moved(former, now, value.label)
