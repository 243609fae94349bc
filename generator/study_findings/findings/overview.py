"""The findings at a glance: each theme with what it claims, a voice for it and one against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Group, Theme
from . import labels
from .claims import ClaimView, claims_of
from .evidence import Strip, colour_of_session, evidence_of, sessions_in_order
from .stances import Pair, pair_of
from .views import Findings, Strand


@dataclass(frozen=True)
class Row:
    """Hold a theme, its first claim if it makes one, its evidence, and a voice of either side.

    On a translated page `pair` holds only voices that can be read in its language; `unread` are
    those that would have stood there otherwise.
    """

    theme: Theme
    claim: ClaimView | None
    evidence: Strip | None
    pair: Pair
    unread: Pair


@dataclass(frozen=True)
class Heard:
    """Count the sessions of one kind in which groups were heard, in words and as dots.

    `dots` are the colours of those that may be told one by one; empty where there are others.
    """

    words: str
    groups: tuple[Group, ...]
    dots: tuple[int, ...]


def rows_of_strand(findings: Findings, strand: Strand) -> tuple[Row, ...]:
    """Give a row for each theme of a strand."""
    return tuple(_row(findings, theme) for theme in strand.themes)


def _row(findings: Findings, theme: Theme) -> Row:
    language = findings.language if findings.translated else ""
    chosen = pair_of(findings, theme)
    pair = pair_of(findings, theme, language) if language else chosen
    unread = Pair(
        chosen.voice if not pair.voice else None,
        chosen.against if not pair.against else None,
    )
    claim = next(iter(claims_of(findings, theme)), None)
    return Row(theme, claim, evidence_of(findings, theme), pair, unread)


def heard_in_sessions(findings: Findings) -> Iterator[Heard]:
    """Say who was heard, a kind of session after the other: `5 focus groups`, students."""
    say, study = findings.say, findings.study
    told = {session.id for session in sessions_in_order(findings)}
    kinds = dict.fromkeys((session.kind, session.groups) for session in study.sessions)
    for kind, groups in kinds:
        sessions = [s for s in study.sessions if (s.kind, s.groups) == (kind, groups)]
        number = sum(session.number for session in sessions)
        dots = tuple(
            colour_of_session(findings, session)
            for session in sessions
            if session.id in told and session.number == 1
        )
        yield Heard(
            f"{say.number(number)} {labels.session_kind(say, kind, number)}",
            tuple(study.groups_by_id[group] for group in groups),
            dots if len(dots) == number else (),
        )
