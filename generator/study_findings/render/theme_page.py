"""The layout of a theme's page: sections in order, each quotation placed once."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..findings.cards import Card
from ..findings.views import Findings
from ..model import Theme, walk_themes
from ..model.themes import PLACEMENT
from .markup import prose

DEEPEST_HEADING = 6


@dataclass(frozen=True)
class Placed:
    """Place a quotation; only its first place on a page carries its anchor."""

    card: Card
    anchored: bool


@dataclass(frozen=True)
class Section:
    """Hold a theme or subtheme as it stands on a page; `level` is its heading's level."""

    theme: Theme
    level: int
    blocks: tuple[Markup | Placed, ...]
    sections: tuple[Section, ...]
    is_withheld: bool = False
    """Whether the study withholds its quotations, or those of a theme around it."""


def section_of(
    findings: Findings,
    theme: Theme,
    level: int = 1,
    seen: set[str] | None = None,
    is_withheld: bool = False,
) -> Section:
    """Lay out a theme: its narrative with quotations where placed, then the others, then subthemes.

    A quotation that names a subtheme too stands there.
    """
    seen = set() if seen is None else seen
    is_withheld = is_withheld or theme.withheld is not None
    deeper = {node.id for node in walk_themes(theme.subthemes)}
    own = {
        card.id: card
        for card in findings.cards_of(theme)
        if not deeper.intersection(card.quotation.themes)
    }
    blocks: list[Markup | Placed] = []
    for index, part in enumerate(PLACEMENT.split(theme.narrative or "")):
        if index % 2 == 0 and part.strip():
            blocks.append(prose(part))
        elif index % 2 and (card := findings.cards_by_id.get(part.strip())):
            own.pop(card.id, None)
            blocks.append(_placed(card, seen))
    blocks.extend(_placed(card, seen) for card in own.values())
    return Section(
        theme,
        min(level, DEEPEST_HEADING),
        tuple(blocks),
        tuple(
            section_of(findings, inner, level + 1, seen, is_withheld) for inner in theme.subthemes
        ),
        is_withheld,
    )


def _placed(card: Card, seen: set[str]) -> Placed:
    anchored = card.id not in seen
    seen.add(card.id)
    return Placed(card, anchored)
