"""What stands around a quotation: its claims, the voices beside it, those before and after."""

from __future__ import annotations

from dataclasses import dataclass

from .cards import Card
from .claims import ClaimView, claims_naming
from .stances import Pair, Voice, marks
from .views import Findings


@dataclass(frozen=True)
class Surroundings:
    """Hold what a quotation's own page tells of where it stands.

    `pair` are a voice for and one against from the same place: the theme it names first, or where
    nothing else stands there, the theme around that.
    """

    claims: tuple[ClaimView, ...]
    pair: Pair
    before: Card | None
    after: Card | None


def surroundings(findings: Findings, card: Card) -> Surroundings:
    """Tell what stands around a quotation; before and after it, in the order of its theme."""
    top = findings.top_of(card.themes[0])
    order = findings.cards_within(top)
    at = order.index(card)
    return Surroundings(
        claims_naming(findings, card.id),
        _beside(findings, card),
        order[at - 1] if at else None,
        order[at + 1] if at + 1 < len(order) else None,
    )


def _beside(findings: Findings, card: Card) -> Pair:
    near = card.themes[0]
    for theme in (near, *reversed(findings.parents[near.id])):
        standing = marks(findings, theme)
        others = [each for each in findings.cards_within(theme) if each.id != card.id]
        for_it = [each for each in others if standing[each.id] == "for"]
        against = [each for each in others if standing[each.id] == "against"]
        if for_it or against:
            return Pair(
                Voice(for_it[0], "for") if for_it else None,
                Voice(against[0], "against") if against else None,
            )
    return Pair(None, None)
