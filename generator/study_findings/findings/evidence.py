"""From which sessions a theme is quoted, and in which somebody speaks against it: a dot each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import Session, Theme
from ..privacy.told_sessions import sessions_told_apart
from . import labels
from .cards import colour_of
from .comparison import FEWEST_SESSIONS, MOST_SESSIONS
from .stances import marks
from .views import Findings

SHARED: Final = 0


@dataclass(frozen=True)
class Dot:
    """Say of a session whether a theme is quoted from it, and whether somebody speaks against it.

    `colour` is its group's number, 0 where several groups sat; `together` tells that its record
    stands for several sessions.
    """

    session: Session
    label: str
    colour: int
    is_quoted: bool
    is_against: bool
    together: bool


@dataclass(frozen=True)
class Strip:
    """Hold a theme's dots, in the order of the groups and of their sessions.

    `sessions`, `quoted` and `against` count sessions that stand by themselves; `together` counts
    those described with others, `quoted_together` those of them that may be quoted.
    """

    dots: tuple[Dot, ...]
    sessions: int
    quoted: int
    against: int
    together: int
    quoted_together: int
    is_drawn: bool
    """Whether there are few enough for a dot each to be read."""


def evidence_of(findings: Findings, theme: Theme) -> Strip | None:
    """Tell from which sessions a theme, with the themes in it, is quoted.

    Composed words count for no session. Gives None where no quotation that was said names a
    session, or where too few sessions may be told apart.
    """
    told = sessions_in_order(findings)
    standing = marks(findings, theme)
    quoted: set[str] = set()
    against: set[str] = set()
    for card in findings.cards_within(theme):
        if card.quotation.is_illustrative or card.session is None:
            continue
        quoted.add(card.session.id)
        if standing[card.id] == "against":
            against.add(card.session.id)
    dots = tuple(_dot(findings, session, quoted, against) for session in told)
    if len(dots) < FEWEST_SESSIONS or not any(dot.is_quoted for dot in dots):
        return None
    alone = [dot for dot in dots if not dot.together]
    several = [dot for dot in dots if dot.together]
    return Strip(
        dots,
        sessions=len(alone),
        quoted=sum(dot.is_quoted for dot in alone),
        against=sum(dot.is_against for dot in alone),
        together=sum(dot.session.number for dot in several),
        quoted_together=sum(dot.session.number for dot in several if dot.is_quoted),
        is_drawn=len(dots) <= MOST_SESSIONS,
    )


def sessions_in_order(findings: Findings) -> list[Session]:
    """List the sessions that may be told apart: group by group, those of several groups last."""
    order = {id_: place for place, id_ in enumerate(findings.study.groups_by_id)}

    def place(session: Session) -> int:
        return order[session.groups[0]] if len(session.groups) == 1 else len(order)

    return sorted(sessions_told_apart(findings.study), key=place)


def hides_sessions(findings: Findings) -> bool:
    """Tell whether some sessions have no dot because too few people sat in them."""
    return len(sessions_told_apart(findings.study)) < len(findings.study.sessions)


def colour_of_session(findings: Findings, session: Session) -> int:
    """Number the colour of the one group that sat in a session; 0 for several."""
    if len(session.groups) > 1:
        return SHARED
    return colour_of(findings.study, findings.study.groups_by_id[session.groups[0]])


def _dot(findings: Findings, session: Session, quoted: set[str], against: set[str]) -> Dot:
    return Dot(
        session,
        labels.session_label(findings.say, findings.study, session),
        colour_of_session(findings, session),
        session.id in quoted,
        session.id in against,
        session.number > 1,
    )
