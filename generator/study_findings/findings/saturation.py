"""What each quoted session adds: new themes and codes, session by session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import NOT_REPORTED, Session
from . import labels
from .cards import Card
from .figures import number_of, subthemes_of
from .views import Findings

# Two steps are no curve.
FEWEST_STEPS: Final = 3


@dataclass(frozen=True)
class SessionStep:
    """Count what one session's quotations bring, and what is there with all sessions before it."""

    session: Session
    label: str
    quotations: int
    new_themes: int
    new_codes: int
    themes: int
    codes: int


@dataclass(frozen=True)
class Saturation:
    """Hold the steps in order; `dated` tells whether the order is that of the sessions' dates.

    `unquoted` counts sessions, each record as many as it stands for; a step is a record.
    """

    steps: tuple[SessionStep, ...]
    dated: bool
    unquoted: int
    has_subthemes: bool

    @property
    def has_codes(self) -> bool:
        """Tell whether any quotation carries a code."""
        return self.steps[-1].codes > 0

    @property
    def has_several(self) -> bool:
        """Tell whether a step stands for several sessions that are described together."""
        return any(step.session.number > 1 for step in self.steps)


def quoted_sessions(findings: Findings) -> dict[str, list[Card]]:
    """Map the ids of quoted sessions to their quotations; composed ones don't count."""
    spoken = {
        session_id: [card for card in cards if not card.quotation.is_illustrative]
        for session_id, cards in findings.cards_by_session.items()
    }
    return {session_id: cards for session_id, cards in spoken.items() if cards}


def saturation(findings: Findings) -> Saturation | None:
    """Follow what the sessions' quotations add; None where fewer than three sessions are quoted.

    Sessions come by date where all of them have one to the same precision, else as `sessions.yml`
    lists them. A subtheme brings the themes around it.
    """
    by_session = quoted_sessions(findings)
    if len(by_session) < FEWEST_STEPS:
        return None
    quoted = [session for session in findings.study.sessions if session.id in by_session]
    dated = len({len(session.when) for session in quoted}) == 1 and quoted[0].when != NOT_REPORTED
    if dated:
        quoted.sort(key=lambda session: session.when)
    steps = tuple(_steps(findings, [(session, by_session[session.id]) for session in quoted]))
    unquoted = number_of(s for s in findings.study.sessions if s.id not in by_session)
    has_subthemes = subthemes_of(findings.study.themes) > 0
    return Saturation(steps, dated, unquoted, has_subthemes)


def _steps(findings: Findings, sessions: list[tuple[Session, list[Card]]]) -> list[SessionStep]:
    themes: set[str] = set()
    codes: set[str] = set()
    steps = []
    for session, cards in sessions:
        had = len(themes), len(codes)
        for card in cards:
            for theme in card.themes:
                themes.update(node.id for node in (*findings.around(theme), theme))
            codes.update(card.quotation.codes)
        label = labels.session_label(findings.say, findings.study, session)
        new = len(themes) - had[0], len(codes) - had[1]
        steps.append(SessionStep(session, label, len(cards), *new, len(themes), len(codes)))
    return steps
