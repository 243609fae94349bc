"""The codebook, and which codes meet on the same quotation: the page `/codebook/`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ..findings.cards import Card
from ..findings.views import Findings
from ..model import Code, Theme, walk_codes, walk_themes
from .page import Page, Place

DEEPEST_HEADING = 6


@dataclass(frozen=True)
class CodeView:
    """Hold a code with the themes that rest on it and the quotations it is on."""

    code: Code
    level: int
    themes: tuple[Theme, ...]
    quoted: int
    illustrative: int
    inner: tuple[CodeView, ...]


@dataclass(frozen=True)
class Pair:
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

    def view(code: Code, level: int) -> CodeView:
        cards = carrying.get(code.id, [])
        composed = sum(card.quotation.provenance == "illustrative" for card in cards)
        return CodeView(
            code,
            min(level, DEEPEST_HEADING),
            tuple(theme for theme in themes if code.id in theme.codes),
            len(cards) - composed,
            composed,
            tuple(view(inner, level + 1) for inner in code.codes),
        )

    return tuple(view(code, 2) for code in findings.study.codebook)


def pairs(findings: Findings) -> tuple[Pair, ...]:
    """List the codes that are on the same quotations, those that meet most often first."""
    codes = walk_codes(findings.study.codebook)
    place = {code.id: number for number, code in enumerate(codes)}
    meeting: dict[tuple[int, int], list[Card]] = {}
    for card in findings.cards:
        for pair in combinations(sorted({place[code] for code in card.quotation.codes}), 2):
            meeting.setdefault(pair, []).append(card)
    found = [Pair(codes[a], codes[b], tuple(cards)) for (a, b), cards in sorted(meeting.items())]
    return tuple(sorted(found, key=lambda pair: -len(pair.cards)))


def codebook(findings: Findings) -> Page:
    """Show every code with its definition, and where it is used."""
    on_quotations = any(card.quotation.codes for card in findings.cards)
    contents = [Place(code.id, code.label, findings.foreign()) for code in findings.study.codebook]
    if on_quotations:
        contents.append(Place("co_occurrence", findings.say.gettext("Codes that meet")))
    return Page(
        "codebook/index.md",
        findings.say.gettext("Codebook"),
        "codebook.html",
        findings.say.gettext("The codes, what each means, and where it is used."),
        {
            "codes": code_views(findings),
            "on_quotations": on_quotations,
            "pairs": pairs(findings),
            "count": len(walk_codes(findings.study.codebook)),
            "contents": contents,
        },
    )
