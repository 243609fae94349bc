"""Which sessions may be told apart where a theme's voices are counted by session."""

from __future__ import annotations

from collections import Counter

from ..model import Session, Study
from .disclosure import people_in, size_of


def sessions_told_apart(study: Study) -> tuple[Session, ...]:
    """List the sessions of which it may be told, one by one, whether somebody there is quoted.

    A session is among them only where each group that sat in it has at least `minimum_cell`
    people: of a smaller group it would say what one of two or three people thinks. Those whom
    nobody counted are taken to be one in each event, and the same in each wave.
    """
    minimum = study.about.publication.minimum_cell
    large = {group.id for group in study.about.groups if _people_of(study, group.id) >= minimum}
    return tuple(session for session in study.sessions if large.issuperset(session.groups))


def _people_of(study: Study, group: str) -> int:
    """Count the people of a group: as many as it reports or lists, else as its sessions had."""
    if isinstance(study.groups_by_id[group].participants, int):
        return size_of(study, group)
    waves: Counter[str | None] = Counter()
    for session in study.sessions:
        if session.groups == (group,):
            waves[session.wave] += people_in(session)
    once = waves.pop(None, 0)
    return max(size_of(study, group), once + max(waves.values(), default=0))
