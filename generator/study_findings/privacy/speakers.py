"""Whose words a quotation is known to be, beside whom it names: who was alone, who takes a turn."""

from __future__ import annotations

from string import ascii_letters
from typing import Final

from ..model import Participant, Quotation, Session, Study
from ..model.base import taken_apart
from ..text.folding import words_of

ALONE: Final = ("interview", "diary")
"""Kinds of session at which one person is, unless more are reported."""


def known_speakers(study: Study, quotation: Quotation) -> set[str]:
    """Give the ids of the participants whose words a published quotation is known to hold.

    That is whom it names; whoever is listed as the one person of the session it names; and whoever
    takes a turn in it under an id or a pseudonym, or under the number of the session's own.
    """
    named = {quotation.participant} if quotation.participant else set()
    if quotation.is_illustrative:
        return named
    return (named or _alone_in(study, quotation)) | _taking_turns(study, quotation)


def people_reported(session: Session) -> int:
    """Count who took part in a session, as it tells; an interview is of one. 0 where it is silent.

    A meeting or a survey that nobody counted is of nobody knows how many.
    """
    if isinstance(session.participants, int):
        return session.participants
    return session.number if session.kind in ALONE else 0


def _alone_in(study: Study, quotation: Quotation) -> set[str]:
    session = study.sessions_by_id.get(quotation.named_session or "")
    if session is None or people_reported(session) != 1:
        return set()
    there = {person.id for person in study.participants if session.id in person.all_sessions}
    return there if len(there) == 1 else set()


def _taking_turns(study: Study, quotation: Quotation) -> set[str]:
    turns = [*quotation.turns, *(quotation.original.turns if quotation.original else ())]
    speaking = {tuple(words_of(turn.speaker)) for turn in turns if not turn.by_interviewer}
    if not speaking:
        return set()
    return {
        person.id
        for person in study.participants
        if not speaking.isdisjoint(_called(study, person, quotation.named_session))
    }


def _called(study: Study, person: Participant, session: str | None) -> set[tuple[str, ...]]:
    """Give what a participant is called in a dialogue of a session, as words."""
    own_session, number = taken_apart(person.id)
    numbers = [number] if own_session in (None, session) else []
    if own_session and own_session == session:
        # Elsewhere a `Student 1` is no `s1`, whose number is the study's.
        numbers.append(number.lstrip(ascii_letters + "-"))
    singulars = [group.singular for group in study.about.groups if group.id == person.group]
    called = {person.id, *(f"{singular} {n}" for singular in singulars for n in numbers if n)}
    called |= {person.pseudonym} if person.pseudonym else set()
    called |= {number} if numbers else set()
    return {tuple(words_of(name)) for name in called}
