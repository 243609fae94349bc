"""The voices that go against a theme, and those that add to it, gathered from its page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import Final

from ..model import Theme
from .cards import Card
from .views import Findings

BEGINNING: Final = 90


@dataclass(frozen=True)
class Voice:
    """Hold a quotation with the beginning of its words."""

    card: Card
    words: str


@dataclass(frozen=True)
class Divergence:
    """Hold the quotations of a theme and its subthemes that diverge from it, or nuance it."""

    diverging: tuple[Voice, ...]
    nuancing: tuple[Voice, ...]


def divergence(findings: Findings, theme: Theme) -> Divergence:
    """Gather a theme's quotations by stance, in the order in which the theme's page has them."""
    cards = findings.cards_within(theme)

    def voices(stance: str) -> tuple[Voice, ...]:
        return tuple(
            Voice(card, beginning(_answer(card)))
            for card in cards
            if card.quotation.stance == stance
        )

    return Divergence(voices("diverges"), voices("nuances"))


def _answer(card: Card) -> str:
    """Give the words from where the first participant speaks."""
    lines = list(dropwhile(lambda line: line.by_interviewer, card.passage.lines))
    return replace(card.passage, lines=tuple(lines)).plain_text


def beginning(text: str) -> str:
    """Give the first words of a text, with an ellipsis where more follow."""
    line = " ".join(text.split())
    if len(line) <= BEGINNING:
        return line
    head, space, _ = line[:BEGINNING].rpartition(" ")
    return f"{head if space else line[:BEGINNING]} …"
