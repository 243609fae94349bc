"""The account of a theme: its narrative with quotations where they stand, then its subthemes'."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Theme, walk_themes
from ..model.themes import PLACEMENT
from .cards import Card
from .views import Findings


@dataclass(frozen=True)
class Account:
    """Hold a theme's account in parts, Markdown or a quotation each, and those of its subthemes."""

    theme: Theme
    parts: tuple[str | Card, ...]
    inner: tuple[Account, ...]
    is_withheld: bool
    """Whether the study withholds its quotations, or those of a theme around it."""


def account_of(findings: Findings, theme: Theme) -> Account:
    """Give a theme's narrative with quotations where placed, then the others, then its subthemes.

    A quotation that names a subtheme too stands there.
    """
    is_withheld = any(node.withheld is not None for node in (*findings.around(theme), theme))
    deeper = {node.id for node in walk_themes(theme.subthemes)}
    unplaced = {
        card.id: card
        for card in findings.cards_of(theme)
        if not deeper.intersection(card.quotation.themes)
    }
    parts: list[str | Card] = []
    for index, part in enumerate(PLACEMENT.split(theme.narrative or "")):
        if index % 2 == 0:
            parts += [part] if part.strip() else []
        elif card := findings.cards_by_id.get(part.strip()):
            unplaced.pop(card.id, None)
            parts.append(card)
    inner = tuple(account_of(findings, node) for node in theme.subthemes)
    return Account(theme, (*parts, *unplaced.values()), inner, is_withheld)
