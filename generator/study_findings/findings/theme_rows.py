"""A theme's page in rows: what is claimed, the voices for it, the voices against it.

Each quotation is printed once, where it first stands; elsewhere it is pointed to. A section has few
enough to be read: the others are in the explorer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..model import Theme
from .accounts import Account, account_of
from .cards import Card
from .claims import ClaimView, claims_of
from .stances import NONE, Mark, OpposedPair, Voice, mark_for, marks, pair_of
from .views import Findings

MOST_OF_SECTION: Final = 10
MOST_OF_PAGE: Final = 60
"""As many as one page of twenty screens and 150 kB has room for; those that authors place apart."""
MOST_PLACED: Final = 120
DEEPEST_HEADING: Final = 6


@dataclass(frozen=True)
class PlacedVoice:
    """Place a quotation: printed here, or pointed to where it is printed on the page, or beyond."""

    card: Card
    mark: Mark
    is_printed: bool
    is_on_page: bool = True


@dataclass(frozen=True)
class ClaimRow:
    """Hold a claim with the voices that it rests on, and those against it."""

    view: ClaimView
    voices: tuple[PlacedVoice, ...]
    against: tuple[PlacedVoice, ...]


@dataclass(frozen=True)
class Section:
    """Hold a theme or subtheme as it stands on a page; `level` is its heading's level.

    `blocks` are its narrative, as Markdown, with the quotations where they are placed, then the
    others; `against` those beside them. `beyond` are the ids of quotations that are not printed,
    `number` counts all of the theme and the themes in it.
    """

    theme: Theme
    level: int
    claims: tuple[ClaimRow, ...]
    blocks: tuple[str | PlacedVoice, ...]
    against: tuple[PlacedVoice, ...]
    has_own: bool
    has_against: bool
    beyond: tuple[str, ...]
    is_cut: bool
    number: int
    sections: tuple[Section, ...]
    is_withheld: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody is heard here or in what is inside it, and nothing says why."""
        told = (self.blocks, self.against, self.sections, self.claims)
        return not any(told) and not self.is_withheld


@dataclass(frozen=True)
class ThemeRows:
    """Hold a theme's page: the voices that open it, where it claims nothing; then its sections."""

    opening: OpposedPair
    section: Section


def rows_of(findings: Findings, theme: Theme) -> ThemeRows:
    """Lay out a theme's page."""
    account = account_of(findings, theme)
    page = _Page(findings, account)
    opening = OpposedPair(None, None) if theme.claims else pair_of(findings, theme)
    page.seen.update(voice.card.id for voice in (opening.voice, opening.against) if voice)
    return ThemeRows(opening, page.section(account, 1))


class _Page:
    """Remember what a page has printed already, and how much a section may print."""

    def __init__(self, findings: Findings, account: Account) -> None:
        self.findings = findings
        self.seen: set[str] = set()
        self.left_out: set[str] = set()
        self.most = max(1, min(MOST_OF_SECTION, MOST_OF_PAGE // max(1, _sections(account))))

    def section(self, account: Account, level: int) -> Section:
        """Lay out one theme, then those inside it."""
        findings, theme = self.findings, account.theme
        standing = marks(findings, theme)
        above = frozenset(self.seen)
        claims = tuple(self._claim(view) for view in claims_of(findings, theme))
        claimed = self.seen - above
        placed = set(theme.placed)
        blocks: list[str | PlacedVoice] = [
            part if isinstance(part, str) else self._placed(part, standing.get(part.id, NONE))
            for part in account.parts
            if isinstance(part, str) or part.id in placed
        ]
        others = [
            Voice(part, standing[part.id])
            for part in account.parts
            if not isinstance(part, str) and part.id not in placed and part.id not in claimed
        ]
        room = self.most - sum(isinstance(b, PlacedVoice) and b.is_printed for b in blocks)
        beside = [voice for voice in others if voice.mark in ("against", "reservation")]
        beside.sort(key=lambda voice: voice.mark != "against")
        against = self._few(beside, max(1, min(self.most // 3, room)))
        room -= sum(placed.is_printed for placed in against)
        blocks += self._few([voice for voice in others if voice not in beside], max(1, room))
        own = {part.id for part in account.parts if not isinstance(part, str)}
        beyond = tuple(sorted(own - self.seen - self.left_out))
        is_cut = bool(own - self.seen)
        self.left_out.update(beyond)
        return Section(
            theme,
            min(level, DEEPEST_HEADING),
            claims,
            tuple(blocks),
            against,
            bool(own),
            any(standing.get(id_) == "against" for id_ in own),
            beyond,
            is_cut,
            len(findings.cards_within(theme)),
            tuple(self.section(inner, level + 1) for inner in account.inner),
            account.is_withheld,
        )

    def _claim(self, view: ClaimView) -> ClaimRow:
        against = self._few([Voice(card, "against") for card in view.against], self.most)
        voices = [Voice(card, mark_for(card)) for card in view.rests_on]
        return ClaimRow(view, self._few(voices, self.most), against)

    def _few(self, voices: Iterable[Voice], most: int) -> tuple[PlacedVoice, ...]:
        """Print the first of some voices, and point to those that stand above."""
        found: list[PlacedVoice] = []
        printed = 0
        for voice in voices:
            if voice.card.id in self.seen:
                found.append(PlacedVoice(voice.card, voice.mark, is_printed=False))
            elif printed < most and voice.card.id not in self.left_out:
                printed += 1
                self.seen.add(voice.card.id)
                found.append(PlacedVoice(voice.card, voice.mark, is_printed=True))
        return tuple(found)

    def _placed(self, card: Card, mark: Mark) -> PlacedVoice:
        """Place a quotation where the narrative has it."""
        if card.id in self.seen:
            return PlacedVoice(card, mark, is_printed=False)
        if len(self.seen) >= MOST_PLACED or card.id in self.left_out:
            return PlacedVoice(card, mark, is_printed=False, is_on_page=False)
        self.seen.add(card.id)
        return PlacedVoice(card, mark, is_printed=True)


def _sections(account: Account) -> int:
    """Count the sections of a page that have quotations."""
    has_own = any(not isinstance(part, str) for part in account.parts)
    return has_own + sum(map(_sections, account.inner))
