"""The codebook: where each code is used, and which codes meet on the same quotation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ..model import Code, Theme, walk_codes, walk_themes
from .cards import Card
from .views import Findings


@dataclass(frozen=True)
class CodeView:
    """Hold a code with the themes that rest on it and the quotations it is on."""

    code: Code
    themes: tuple[Theme, ...]
    quoted: int
    illustrative: int
    inner: tuple[CodeView, ...]


@dataclass(frozen=True)
class CodePair:
    """Hold two codes and the quotations that carry both."""

    first: Code
    second: Code
    cards: tuple[Card, ...]


def code_views(findings: Findings) -> tuple[CodeView, ...]:
    """Show the codes as they are nested."""
    carrying: dict[str, list[Card]] = {}
    for card in findings.cards:
        for code in set(card.quotation.codes):
            carrying.setdefault(code, []).append(card)
    themes = walk_themes(findings.themes_in_order)

    def view(code: Code) -> CodeView:
        cards = carrying.get(code.id, [])
        composed = sum(card.quotation.is_illustrative for card in cards)
        return CodeView(
            code,
            tuple(theme for theme in themes if code.id in theme.codes),
            len(cards) - composed,
            composed,
            tuple(view(inner) for inner in code.codes),
        )

    return tuple(view(code) for code in findings.study.codebook)


def pairs(findings: Findings) -> tuple[CodePair, ...]:
    """List the codes that are on the same quotations, those that meet most often first."""
    codes = walk_codes(findings.study.codebook)
    order = {code.id: number for number, code in enumerate(codes)}
    meeting: dict[tuple[int, int], list[Card]] = {}
    for card in findings.cards:
        for pair in combinations(sorted({order[code] for code in card.quotation.codes}), 2):
            meeting.setdefault(pair, []).append(card)
    found = [
        CodePair(codes[a], codes[b], tuple(cards)) for (a, b), cards in sorted(meeting.items())
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair.cards)))
