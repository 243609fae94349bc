"""The texts of a project for analysis programs: published quotations by session, and where each is.

A source is the published quotations of one session, a blank line between them. Positions count code
points, as REFI-QDA has it; lines end with a line feed, so that no program counts them otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..findings import disclaimers, labels
from ..findings.cards import Card, Passage
from ..findings.views import Findings
from .refi import guid
from .turns import turn_by_turn

BETWEEN: Final = "\n\n"


@dataclass(frozen=True)
class CodedStretch:
    """Hold where a quotation stands in the text of its source, in code points, end excluded."""

    card: Card
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """Hold a text made of published quotations alone."""

    guid: str
    name: str
    text: str
    selections: tuple[CodedStretch, ...]


def sources_of(findings: Findings) -> tuple[SourceText, ...]:
    """Gather the published quotations by session, those without one last.

    The original stands below a translation, and above composed words that nobody said them; neither
    is selected.
    """
    found = []
    sessions = findings.cards_by_session
    for session in findings.study.sessions:
        if cards := sessions.get(session.id):
            name = f"{labels.session_label(findings.say, findings.study, session)} ({session.id})"
            found.append(_source(findings, session.id, name, cards))
    rest = tuple(c for c in findings.cards if not c.session)
    if rest:
        found.append(_source(findings, "", findings.say.gettext("No session named"), rest))
    return tuple(found)


def _source(findings: Findings, session: str, name: str, cards: tuple[Card, ...]) -> SourceText:
    text, selections = "", []
    for card in cards:
        text += BETWEEN if text else ""
        if card.quotation.is_illustrative:
            text += disclaimers.of_quotation(findings.say, card.quotation) + "\n"
        start, words = len(text), as_text(card.passage)
        text += words
        selections.append(CodedStretch(card, start, len(text)))
        if card.original:
            text += f"\n{as_text(card.original)}"
    return SourceText(guid(findings, "source", session), name, text, tuple(selections))


def as_text(passage: Passage) -> str:
    """Write a passage with line feeds alone between its lines; a turn begins one."""
    return turn_by_turn(passage).replace("\r\n", "\n").replace("\r", "\n")
