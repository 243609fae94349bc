"""The conversation: related themes of different strands, with a voice from each side."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Group, Theme
from .cards import Card
from .relations import ThemePair, pairs_of
from .views import Findings, Strand


@dataclass(frozen=True)
class Side:
    """Hold a theme of a pair, its strand, and the quotation that stands for it, if there is one."""

    theme: Theme
    strand: Strand
    card: Card | None


@dataclass(frozen=True)
class Meeting:
    """Hold two related themes of different strands, that of the earlier strand first."""

    pair: ThemePair
    sides: tuple[Side, Side]


def meetings(findings: Findings) -> tuple[Meeting, ...]:
    """List the pairs of themes that join two strands, each with a voice from either side.

    The authors may have chosen the two; otherwise exemplars stand there, or where a theme has
    none, the first of its quotations. No quotation answers itself.
    """
    return tuple(_meeting(findings, pair) for pair in pairs_of(findings) if pair.across)


def _meeting(findings: Findings, pair: ThemePair) -> Meeting:
    one, other = _voices(findings, pair)
    return Meeting(
        pair,
        (
            Side(pair.first, findings.strand_of(pair.first), one),
            Side(pair.second, findings.strand_of(pair.second), other),
        ),
    )


def _voices(findings: Findings, pair: ThemePair) -> tuple[Card | None, Card | None]:
    for link in (*pair.links, *pair.answers):
        if link.voices:
            one, other = (findings.cards_by_id[id_] for id_ in link.voices)
            return (one, other) if link.source is pair.first else (other, one)
    first = _exemplar(findings, pair.first, None)
    return first, _exemplar(findings, pair.second, first)


def _exemplar(findings: Findings, theme: Theme, but: Card | None) -> Card | None:
    """Choose an exemplar, else the first; what somebody said before what was composed."""
    cards = [card for card in findings.cards_within(theme) if card is not but]
    cards.sort(key=lambda card: (card.quotation.is_illustrative, not card.quotation.exemplar))
    return next(iter(cards), None)


def within_strands(findings: Findings) -> list[tuple[Strand, list[ThemePair]]]:
    """List the pairs of themes of one strand, strand by strand; none without any."""
    found: dict[int, list[ThemePair]] = {}
    for pair in pairs_of(findings):
        if not pair.across:
            at = findings.strands.index(findings.strand_of(pair.first))
            found.setdefault(at, []).append(pair)
    return [(findings.strands[at], found[at]) for at in sorted(found)]


def shared_themes(findings: Findings) -> list[tuple[Theme, tuple[Group, ...]]]:
    """List the themes that groups share, each with the groups."""
    groups = findings.study.groups_by_id
    return [
        (theme, tuple(groups[group] for group in theme.groups))
        for theme in findings.themes_in_order
        if len(theme.groups) > 1
    ]
