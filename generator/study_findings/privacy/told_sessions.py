"""What may be told of the sessions of a group that is smaller than the smallest cell."""

from __future__ import annotations

from typing import Final

from ..model import NOT_REPORTED, Session, Study
from ..text.folding import words_of
from .group_sizes import people_heard

HANDLES: Final = frozenset({"participant", "respondent", "interviewee", "informant", "speaker"})
"""Words that name somebody as one of those who took part, and say no more."""
FACTS: Final = {
    "site": NOT_REPORTED,
    "when": NOT_REPORTED,
    "participants": NOT_REPORTED,
    "duration": NOT_REPORTED,
    "wave": None,
}
"""The facts of a session, each with what stands in its place where it is not told."""


def untold_sessions(study: Study) -> list[Session]:
    """List the sessions of which only their kind and whose they were may be told, in order.

    These are sessions of groups that together have fewer than `minimum_cell` people, so that each
    fact of such a session is a fact of so few, as `people_heard` counts them. Where a group's size
    is not known, its sessions are told.
    """
    is_too_few = study.about.publication.is_too_few
    return [s for s in study.sessions if is_too_few(_people_of(study, s.groups))]


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
    label = None if says_of_label(session) else session.label
    return session.model_copy(update={**FACTS, "label": label})


def _people_of(study: Study, groups: tuple[str, ...]) -> int:
    """Count the people of some groups; 0 where one of them cannot be counted."""
    numbers = [people_heard(study, id_) for id_ in dict.fromkeys(groups)]
    return sum(numbers) if all(numbers) else 0
