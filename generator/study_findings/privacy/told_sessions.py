"""What may be told of the sessions of a group that is smaller than the smallest cell."""

from __future__ import annotations

from collections import Counter
from typing import Final

from ..model import NOT_REPORTED, Session, Study
from ..text.folding import words_of
from .disclosure import people_in, size_of

MEETINGS: Final = ("focus-group", "workshop")
"""Kinds of session at which several people are, and know which session it was."""
HANDLES: Final = frozenset({"participant", "respondent", "interviewee", "informant", "speaker"})
"""Words that name somebody as one of those who took part, and say no more."""
FACTS: Final = ("site", "when", "participants", "duration")


def untold_sessions(study: Study) -> list[Session]:
    """List the sessions of which only their kind and whose they were may be told, in order.

    These are sessions of groups that together have fewer than `minimum_cell` people, so that each
    fact of such a session is a fact of so few. A group has as many people as it reports; else as
    many as its sessions do, each wave by itself, or as are listed, if that is more. An interview
    that reports nobody was with one person; where a group met and nobody counted, its size is not
    known, and its sessions are told.
    """
    smallest = study.about.publication.minimum_cell
    return [s for s in study.sessions if 0 < _people_of(study, s.groups) < smallest]


def with_told_facts(study: Study) -> Study:
    """Give a study whose sessions of too few people say no place, month, number, length or wave.

    A label that says more than which session it is goes too: the session is named by its kind.
    """
    untold = {session.id for session in untold_sessions(study)}
    if not untold:
        return study
    sessions = tuple(_untold(s) if s.id in untold else s for s in study.sessions)
    fields = {name: getattr(study, name) for name in Study.model_fields}
    return Study.model_construct(**{**fields, "sessions": sessions})


def says_of_label(session: Session) -> list[str]:
    """List the words of a session's label that say more than its kind and number."""
    return telling(session.label or "", words_of_kinds(session))


def words_of_kinds(session: Session) -> set[str]:
    """Give the words of a session's id and kind."""
    return {*words_of(session.id), *words_of(session.kind)}


def telling(text: str, known: set[str]) -> list[str]:
    """List the words of a text that are no numbers, no letters alone, and not known anyway."""
    words = (word for word in words_of(text) if len(word) > 1 and word.isalpha())
    return [word for word in words if word not in known | HANDLES]


def _untold(session: Session) -> Session:
    gone = {**dict.fromkeys(FACTS, NOT_REPORTED), "wave": None}
    label = None if says_of_label(session) else session.label
    return session.model_copy(update={**gone, "label": label})


def _people_of(study: Study, groups: tuple[str, ...]) -> int:
    """Count the people of some groups; 0 where one of them cannot be counted."""
    numbers = [_people_of_group(study, id_) for id_ in dict.fromkeys(groups)]
    return sum(numbers) if all(numbers) else 0


def _people_of_group(study: Study, id_: str) -> int:
    group = study.groups_by_id.get(id_)
    if group is None or isinstance(group.participants, int):
        return size_of(study, id_)
    sessions = [session for session in study.sessions if id_ in session.groups]
    if any(s.kind in MEETINGS and not isinstance(s.participants, int) for s in sessions):
        return 0
    by_wave: Counter[str | None] = Counter()
    for session in sessions:
        by_wave[session.wave] += people_in(session)
    return max(size_of(study, id_), *by_wave.values(), 0)
