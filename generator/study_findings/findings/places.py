"""What a search leads to by name: themes and claims, with words they are also looked for by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import Theme, walk_themes
from .claims import claims_of
from .views import Findings

PlaceKind = Literal["theme", "claim", "page"]


@dataclass(frozen=True)
class Place:
    """Hold a place on the site: what it is called, where it is, what else it is looked for by.

    `within` is the title of the theme around a subtheme or claim. `also` are words and phrases, in
    a translation those of the study's own language too: its readers may type either.
    """

    kind: PlaceKind
    title: str
    address: str
    id: str = ""
    also: tuple[str, ...] = ()
    within: str = ""
    gist: str = ""
    is_illustrative: bool = False


def places_of(findings: Findings) -> tuple[Place, ...]:
    """List themes and subthemes, each with what it claims, in the order of the site."""
    return tuple(
        place
        for top in findings.themes_in_order
        for theme in walk_themes((top,))
        for place in (_theme(findings, theme), *_claims(findings, theme))
    )


def _theme(findings: Findings, theme: Theme) -> Place:
    around = findings.parents[theme.id]
    original = findings.original.study.themes_by_id[theme.id]
    also = (*theme.also, original.title, *original.also)
    return Place(
        "theme",
        theme.title,
        findings.address_of(theme),
        theme.id,
        tuple(dict.fromkeys(word for word in also if word != theme.title)),
        around[-1].title if around else "",
        theme.gist or "",
        theme.is_illustrative,
    )


def _claims(findings: Findings, theme: Theme) -> list[Place]:
    return [
        Place(
            "claim",
            view.claim.says,
            view.address,
            view.claim.id,
            within=theme.title,
            is_illustrative=view.claim.is_illustrative,
        )
        for view in claims_of(findings, theme)
    ]
