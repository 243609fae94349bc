"""Which sessions may be told apart where a theme's voices are counted by session."""

from __future__ import annotations

from ..model import Session, Study
from .group_sizes import people_heard_at_least


def sessions_told_apart(study: Study) -> tuple[Session, ...]:
    """List the sessions of which it may be told, one by one, whether somebody there is quoted.

    A session is among them only where each group that sat in it has at least `minimum_cell`
    people: of a smaller group it would say what one of two or three people thinks. Those whom
    nobody counted are taken to be one in each event, and the same in each wave.
    """
    is_enough = study.about.publication.is_enough
    ids = [group.id for group in study.about.groups]
    large = {id_ for id_ in ids if is_enough(people_heard_at_least(study, id_))}
    return tuple(session for session in study.sessions if large.issuperset(session.groups))
