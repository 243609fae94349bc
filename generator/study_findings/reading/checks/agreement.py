"""Attribution: participant, session, group and question of a quotation do not contradict."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import GuideQuestion, Participant, Quotation, Session
from ...problems import Problem
from ..draft import Draft


def _sessions(draft: Draft) -> dict[str | None, Session]:
    """Find the sessions whose groups are all declared; the others have a problem already."""
    return {
        session.id: session
        for session in draft.of(Session)
        if all(draft.has("group", group) for group in session.groups)
    }


def _participants(draft: Draft) -> dict[str | None, Participant]:
    return {
        participant.id: participant
        for participant in draft.of(Participant)
        if draft.has("group", participant.group)
    }


def participant_groups(draft: Draft) -> Iterator[Problem]:
    """Require that a session a person took part in was held with the person's group."""
    sessions = _sessions(draft)
    for participant in _participants(draft).values():
        for id_ in sorted(participant.all_sessions & sessions.keys()):
            if participant.group not in sessions[id_].groups:
                message = (
                    f'participant {participant.id} belongs to "{participant.group}", '
                    f"but session {id_} was held with {' and '.join(sessions[id_].groups)}"
                )
                hint = "correct the group, or the session's groups"
                yield Problem(draft.at(participant, "group"), "group-mismatch", message, hint)


def quotation_groups(draft: Draft) -> Iterator[Problem]:
    """Require a quotation's group to be its participant's, and among its session's."""
    sessions, participants = _sessions(draft), _participants(draft)
    for quotation in draft.of(Quotation):
        if quotation.group is None:
            continue
        speaker = participants.get(quotation.participant)
        session = sessions.get(quotation.session)
        if speaker is not None and speaker.group != quotation.group:
            other = f'participant {speaker.id} belongs to "{speaker.group}"'
        elif session is not None and quotation.group not in session.groups:
            other = f"session {session.id} was held with {' and '.join(session.groups)}"
        else:
            continue
        message = f'quotation {quotation.id} names group "{quotation.group}", but {other}'
        hint = "leave the group out, or correct one of the two"
        yield Problem(draft.at(quotation, "group"), "group-mismatch", message, hint)


def quotation_sessions(draft: Draft) -> Iterator[Problem]:
    """Require a quotation's session to be one its participant took part in."""
    participants = _participants(draft)
    for quotation in draft.of(Quotation):
        speaker = participants.get(quotation.participant)
        if speaker is None or quotation.session is None:
            continue
        known = speaker.all_sessions
        if known and quotation.session not in known:
            message = (
                f"quotation {quotation.id} names session {quotation.session}, but participant "
                f"{speaker.id} took part in {' and '.join(sorted(known))}"
            )
            hint = "correct the session, or add it to the participant's sessions"
            yield Problem(draft.at(quotation, "session"), "session-mismatch", message, hint)


def asked_of_others(draft: Draft) -> Iterator[Problem]:
    """Warn of a quotation that answers a question which its group was not asked."""
    guide = draft.about.guide if draft.about else ()
    questions: dict[str | None, GuideQuestion] = {q.id: q for q in guide if q.groups}
    sessions, participants = _sessions(draft), _participants(draft)
    for quotation in draft.of(Quotation):
        question = questions.get(quotation.asked)
        speaker = participants.get(quotation.participant)
        session = sessions.get(quotation.named_session)
        group = speaker.group if speaker is not None else quotation.group
        if group is None and session is not None and len(session.groups) == 1:
            group = session.groups[0]
        if question is not None and group is not None and group not in question.groups:
            message = (
                f'quotation {quotation.id} is of group "{group}", but answers question '
                f"{question.id}, which was put to {' and '.join(question.groups)}"
            )
            hint = "name another question, or add the group to the question's"
            where = draft.at(quotation, "asked")
            yield Problem(where, "asked-of-others", message, hint, "warning")
