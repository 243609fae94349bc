"""From which sessions a theme is quoted, and in which somebody speaks against it: a dot each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import Group, Session, Theme
from ..privacy.sessions_apart import sessions_told_apart
from . import labels
from .cards import colour_of
from .stances import marks
from .views import Findings

SHARED: Final = 0
FEWEST_DOTS: Final = 3
"""With fewer there is nothing to compare: a strip would only point at one or two people."""
MOST_DOTS: Final = 40
"""With more, dots are no longer read: words say the same."""


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
    if len(dots) < FEWEST_DOTS or not any(dot.is_quoted for dot in dots):
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
        is_drawn=len(dots) <= MOST_DOTS,
    )


@dataclass(frozen=True)
class HeardLine:
    """Say how many sessions of a kind were held with whom: `5 focus groups`, `Students`.

    `dots` are those that may be told apart, none where there are too many.
    """

    what: str
    groups: tuple[Group, ...]
    dots: tuple[Dot, ...]


def heard_lines(findings: Findings) -> list[HeardLine]:
    """Say who was heard, by kind and group, as the dots of a strip that nothing fills yet."""
    say, study = findings.say, findings.study
    told = sessions_in_order(findings)
    found: dict[tuple[str, tuple[str, ...]], list[Session]] = {}
    for session in study.sessions:
        found.setdefault((session.kind, session.groups), []).append(session)
    lines = []
    for (kind, groups), sessions in found.items():
        number = sum(session.number for session in sessions)
        dots = [_dot(findings, s, {s.id}, set()) for s in sessions if s in told]
        lines.append(
            HeardLine(
                f"{say.number(number)} {labels.session_kind(say, kind, number)}",
                tuple(study.groups_by_id[id_] for id_ in groups),
                tuple(dots) if len(told) <= MOST_DOTS else (),
            )
        )
    return lines


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


def evidence_words(findings: Findings, strip: Strip) -> str:
    """Say what a strip shows: from how many sessions of how many, and in how many against."""
    say, parts = findings.say, []
    if strip.sessions:
        parts.append(
            say.ngettext(
                "quoted from %(quoted)s of %(num)s session",
                "quoted from %(quoted)s of %(num)s sessions",
                strip.sessions,
                quoted=say.number(strip.quoted),
            )
        )
    if strip.quoted_together:
        parts.append(labels.quoted_together(say, strip.quoted_together))
    elif strip.together:
        parts.append(
            say.gettext(
                "from none of %(num)s sessions described together", num=say.number(strip.together)
            )
        )
    if strip.against:
        parts.append(say.gettext("against in %(num)s", num=say.number(strip.against)))
    return say.gettext(", ").join(parts)
