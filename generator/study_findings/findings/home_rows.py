"""Each theme of the home page in a row: its claim, its sessions, a voice for it and one against."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Claim, Theme
from .cards import Passage
from .claims import claims_of
from .evidence import Strip, evidence_of
from .stances import OpposedPair, Voice, pair_of, passage_in
from .views import Findings, Strand


@dataclass(frozen=True)
class HomeRow:
    """Hold a theme's row: its first claim, and the voices that can be read in the page's language.

    `elsewhere` are those that stand for it and against it and can be read in another language only.
    """

    theme: Theme
    claim: Claim | None
    evidence: Strip | None
    pair: OpposedPair
    elsewhere: OpposedPair

    @property
    def has_voices(self) -> bool:
        """Tell whether anything of the theme is quoted, in whatever language."""
        pairs = (self.pair, self.elsewhere)
        return any(pair.voice or pair.against for pair in pairs)


def home_row(findings: Findings, theme: Theme) -> HomeRow:
    """Choose what stands in a theme's row."""
    every = pair_of(findings, theme)
    readable = pair_of(findings, theme, findings.language) if findings.translated else every
    claim = next(iter(claims_of(findings, theme)), None)
    return HomeRow(
        theme,
        claim.claim if claim else None,
        evidence_of(findings, theme),
        readable,
        OpposedPair(
            None if readable.voice else every.voice,
            _missing(readable.against, every.against),
        ),
    )


def words_in(findings: Findings, voice: Voice) -> Passage:
    """Give the words of a voice as a page shows them: in its language where they can be read."""
    if not findings.translated:
        return voice.card.passage
    return passage_in(voice.card, findings.language) or voice.card.passage


@dataclass(frozen=True)
class StrandRows:
    """Hold the rows of a strand."""

    strand: Strand
    rows: tuple[HomeRow, ...]


def strand_rows(findings: Findings) -> tuple[StrandRows, ...]:
    """Give the rows of every strand, in reading order."""
    return tuple(
        StrandRows(strand, tuple(home_row(findings, theme) for theme in strand.themes))
        for strand in findings.strands
    )


def _missing(readable: Voice | None, every: Voice | None) -> Voice | None:
    """Give the voice against a theme that its row would lack: an objection is not lost."""
    if every is None or (readable and (readable.mark == every.mark or every.mark != "against")):
        return None
    return every
