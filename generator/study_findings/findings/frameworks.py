"""Frameworks such as COM-B, and the place in them of what quotations speak to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Theme, walk_themes
from .cards import Card
from .views import Findings


@dataclass(frozen=True)
class Framework:
    """Hold a framework with its places in the order in which themes name them.

    `slug` names it in addresses.
    """

    name: str
    slug: str
    places: tuple[str, ...]


def frameworks(findings: Findings) -> tuple[Framework, ...]:
    """List the frameworks that themes name, in the order in which readers meet them."""
    named = dict.fromkeys(
        (facet.framework, facet.value)
        for theme in walk_themes(findings.themes_in_order)
        for facet in theme.facets
    )
    slugs: dict[str, str] = {}
    for number, name in enumerate(dict.fromkeys(name for name, _ in named), 1):
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
        slugs[name] = slug if slug and slug not in slugs.values() else str(number)
    return tuple(
        Framework(name, slug, tuple(place for of, place in named if of == name))
        for name, slug in slugs.items()
    )


def places_of(findings: Findings, card: Card, framework: str) -> tuple[str, ...]:
    """List the places in a framework of the themes a quotation speaks to.

    A subtheme without any has those of the theme around it.
    """
    found = (_nearest(findings, theme, framework) for theme in card.themes)
    return tuple(dict.fromkeys(place for places in found for place in places))


def _nearest(findings: Findings, theme: Theme, framework: str) -> Iterable[str]:
    for around in (theme, *reversed(findings.parents[theme.id])):
        if places := [f.value for f in around.facets if f.framework == framework]:
            return places
    return ()
