"""The layout of a theme's page: sections in order, each quotation anchored once."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..findings.accounts import Account
from ..findings.cards import Card
from ..model import Theme
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
    is_withheld: bool


def section_of(account: Account, level: int = 1, seen: set[str] | None = None) -> Section:
    """Lay out a theme's account; `seen` holds the ids of the quotations that have an anchor."""
    seen = set() if seen is None else seen
    return Section(
        account.theme,
        min(level, DEEPEST_HEADING),
        tuple(_block(part, seen) for part in account.parts),
        tuple(section_of(inner, level + 1, seen) for inner in account.inner),
        account.is_withheld,
    )


def _block(part: str | Card, seen: set[str]) -> Markup | Placed:
    if isinstance(part, str):
        return prose(part)
    anchored = part.id not in seen
    seen.add(part.id)
    return Placed(part, anchored)
