"""How many people a group has, counted from its sessions where it does not report them.

It is counted in two ways on purpose. What is told of a session as a whole (its place, its month) is
hidden only where a group is known to be small: `people_heard`. Who of a session is quoted for a
theme is told only where its group is known to be large: `people_heard_at_least`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ..model import Session, Study
from .disclosure import people_in, size_of

MEETINGS: Final = ("focus-group", "workshop")
"""Kinds of session at which several people are, and know which session it was."""


def people_heard(study: Study, id_: str) -> int:
    """Count the people of a group as its sessions tell it; 0 where they do not.

    They are those whom the group reports; else those listed, or as many as all sessions in which it
    sat, each wave by itself, if that is more. A session of several groups counts for each. Where a
    group met and nobody counted, its size is not known.
    """
    if _is_reported(study, id_):
        return size_of(study, id_)
    sessions = [session for session in study.sessions if id_ in session.groups]
    if any(s.kind in MEETINGS and not isinstance(s.participants, int) for s in sessions):
        return 0
    return max(size_of(study, id_), *_by_wave(sessions).values(), 0)


def people_heard_at_least(study: Study, id_: str) -> int:
    """Count the people of a group that there are for certain.

    They are those whom the group reports; else those listed, or as many as sessions of this group
    alone had, if that is more. Each wave is taken to be of the same people, others than those in no
    wave, and a meeting that nobody counted to be of one.
    """
    if _is_reported(study, id_):
        return size_of(study, id_)
    waves = _by_wave(session for session in study.sessions if session.groups == (id_,))
    once = waves.pop(None, 0)
    return max(size_of(study, id_), once + max(waves.values(), default=0))


def _is_reported(study: Study, id_: str) -> bool:
    group = study.groups_by_id.get(id_)
    return group is None or isinstance(group.participants, int)


def _by_wave(sessions: Iterable[Session]) -> Counter[str | None]:
    """Count the people in sessions, each wave by itself."""
    waves: Counter[str | None] = Counter()
    for session in sessions:
        waves[session.wave] += people_in(session)
    return waves
