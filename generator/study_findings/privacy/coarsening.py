"""The least that could be told less finely so that somebody is one of many again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from itertools import combinations
from typing import Any, Final

from ..model import NOT_REPORTED, Attribute, Participant, Session, Study
from ..model.base import taken_apart
from .disclosure import told_of_each
from .known import attended_by
from .risk import ids_at_risk
from .speakers import known_speakers
from .told_sessions import FACTS

MOST_STEPS: Final = 3
"""The most steps that are tried together."""
MOST_TRIED: Final = 200
"""The most sets of steps that are tried for one person, those of fewest changes first."""
# How long a session took hardly anybody knows, so leaving that out mends nothing.
LEFT_OUT: Final = {**{name: FACTS[name] for name in FACTS if name != "duration"}, "label": None}
"""What is told of a session and may be left out, with what stands in its place."""

Apply = Callable[[Study], Study]


@dataclass(frozen=True)
class CoarseningStep:
    """Hold one way to tell less: in words, how many values it changes, and the study after it."""

    words: str
    changes: int
    apply: Apply


@dataclass(frozen=True)
class Coarsening:
    """Hold the steps that together make somebody one of many, and how many values they change."""

    steps: tuple[str, ...]
    changes: int
    after: Study = part(compare=False, repr=False)
    """The study as it would then be."""


def least_coarsening(study: Study, id_: str) -> Coarsening | None:
    """Find the fewest changed values after which a participant is no longer at risk.

    Nobody else comes to be at risk by them. Steps are tried alone and up to `MOST_STEPS` together,
    `MOST_TRIED` sets in all; None where none of those will do.
    """
    before = ids_at_risk(study)
    for steps in _sets_of(list(_steps(study, study.participants_by_id[id_])))[:MOST_TRIED]:
        changed = study
        for step in steps:
            changed = step.apply(changed)
        after = ids_at_risk(changed)
        if after <= before - {id_}:
            words = tuple(step.words for step in steps)
            return Coarsening(words, sum(step.changes for step in steps), changed)
    return None


def _sets_of(steps: list[CoarseningStep]) -> list[tuple[CoarseningStep, ...]]:
    """List the sets of steps, those of fewest changes first, whatever the order of the files."""
    ordered = sorted(steps, key=lambda step: step.words)
    sets = [s for size in range(1, MOST_STEPS + 1) for s in combinations(ordered, size)]
    return sorted(sets, key=lambda s: (sum(step.changes for step in s), len(s)))


def _steps(study: Study, person: Participant) -> Iterator[CoarseningStep]:
    quotations = [q for q in study.published if person.id in known_speakers(study, q)]
    sessions = attended_by(study, person, quotations)
    yield from _of_attributes(study, person)
    yield from _of_sessions(study, sessions)
    yield from _of_record(study, person)


def _of_attributes(study: Study, person: Participant) -> Iterator[CoarseningStep]:
    told = told_of_each(study)
    for attribute in study.about.attributes:
        value = person.attributes.get(attribute.id)
        if not attribute.publish or value is None:
            continue
        changes = sum(attribute.id in values for values in told.values())
        if changes:
            words = f"take `publish: true` from the attribute {attribute.id}"
            yield CoarseningStep(words, changes, _keeping(attribute))
        if value in attribute.levels:
            at = attribute.levels.index(value)
            for pair in (attribute.levels[max(0, at - 1) : at + 1], attribute.levels[at : at + 2]):
                if len(pair) == 2:
                    yield _joining(study, attribute, pair)


def _keeping(attribute: Attribute) -> Apply:
    def apply(study: Study) -> Study:
        return _with_attribute(study, attribute.id, publish=False)

    return apply


def _joining(study: Study, attribute: Attribute, pair: tuple[str, ...]) -> CoarseningStep:
    joined = " or ".join(pair)

    def of(person: Participant) -> Participant:
        if person.attributes.get(attribute.id) not in pair:
            return person
        return person.model_copy(update={"attributes": {**person.attributes, attribute.id: joined}})

    def apply(study: Study) -> Study:
        levels = tuple(joined if level == pair[0] else level for level in attribute.levels)
        levels = tuple(level for level in levels if level != pair[1])
        changed = _with_attribute(study, attribute.id, levels=levels)
        return _with(changed, participants=tuple(map(of, study.participants)))

    changes = sum(person.attributes.get(attribute.id) in pair for person in study.participants)
    return CoarseningStep(
        f"join the levels {' and '.join(pair)} of the attribute {attribute.id}", changes, apply
    )


def _of_sessions(study: Study, own: list[Session]) -> Iterator[CoarseningStep]:
    """Give what could be left out of the person's own sessions, or of all that tell it."""
    of_own = f"of {' and '.join(session.id for session in own)}"
    for field, nothing in LEFT_OUT.items():
        told = [s for s in study.sessions if getattr(s, field) not in (None, NOT_REPORTED)]
        for scope, sessions in _scopes(of_own, own, told):
            yield _leaving(f"leave out `{field}` {scope}", sessions, {field: nothing})
    for session in own:
        if around := study.sites_around.get(session.site):
            words = f"name {around[-1].id}, the site around it, as `site` of {session.id}"
            yield _leaving(words, [session], {"site": around[-1].id})
    monthly = [s for s in study.sessions if s.when != NOT_REPORTED and "-" in s.when]
    for scope, sessions in _scopes(of_own, own, monthly):
        words = f"write `when` {scope} as a year, without the month"
        yield _leaving(words, sessions, None)


def _scopes(
    of_own: str, own: list[Session], told: list[Session]
) -> Iterator[tuple[str, list[Session]]]:
    ids = {session.id for session in own}
    of_these = [session for session in told if session.id in ids]
    if of_these:
        yield of_own, of_these
    if of_these != told:
        yield "of all sessions", told


def _leaving(
    words: str, sessions: Iterable[Session], fields: Mapping[str, Any] | None
) -> CoarseningStep:
    """Give sessions other fields; where none are given, the year of when they were."""
    ids = {session.id for session in sessions}

    def of(session: Session) -> Session:
        year = {"when": session.when.partition("-")[0]}
        changed = year if fields is None else fields
        return session.model_copy(update=changed) if session.id in ids else session

    def apply(study: Study) -> Study:
        return _with(study, sessions=tuple(map(of, study.sessions)))

    return CoarseningStep(words, len(ids), apply)


def _of_record(study: Study, person: Participant) -> Iterator[CoarseningStep]:
    """Give what could be left out of the person's own record and quotations."""
    own = [q for q in study.published if q.participant == person.id]
    named = {quotation.named_session for quotation in own}
    unneeded = tuple(session for session in person.sessions if session not in named)
    if unneeded:
        words = f"leave {' and '.join(unneeded)} out of the sessions of {person.id}"
        yield CoarseningStep(words, len(unneeded), _without_sessions(person.id, set(unneeded)))
    with_session = sum(quotation.session is not None for quotation in own)
    if taken_apart(person.id)[0] is None and with_session:
        words = f"name no session at {person.id}, nor in what {person.id} said"
        changes = len(person.sessions) + with_session
        yield CoarseningStep(
            words, changes, _without_sessions(person.id, set(person.sessions), "session")
        )
    if printed := sum(quotation.as_printed is not None for quotation in own):
        words = f"leave out `as_printed` of what {person.id} said"
        yield CoarseningStep(words, printed, _without_sessions(person.id, set(), "as_printed"))


def _without_sessions(id_: str, sessions: set[str], *fields: str) -> Apply:
    """Take sessions from a person's record, and fields from the person's quotations."""

    def of(person: Participant) -> Participant:
        kept = tuple(session for session in person.sessions if session not in sessions)
        return person.model_copy(update={"sessions": kept}) if person.id == id_ else person

    def apply(study: Study) -> Study:
        quotations = (
            q.model_copy(update=dict.fromkeys(fields)) if q.participant == id_ else q
            for q in study.quotations
        )
        return _with(
            study, participants=tuple(map(of, study.participants)), quotations=tuple(quotations)
        )

    return apply


def _with_attribute(study: Study, id_: str, **fields: object) -> Study:
    attributes = tuple(
        a.model_copy(update=fields) if a.id == id_ else a for a in study.about.attributes
    )
    return _with(study, about=study.about.model_copy(update={"attributes": attributes}))


def _with(study: Study, **parts: object) -> Study:
    """Make the study anew, so that nothing it remembers of itself is kept."""
    fields = {name: getattr(study, name) for name in Study.model_fields}
    return Study.model_construct(**{**fields, **parts})
