"""Who of those quoted could be recognised by all that is public of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from ..model import Group, Participant, Session, Study
from .disclosure import people_in
from .known import Known, facts_of, known_people
from .speakers import known_speakers, people_reported
from .told_sites import with_told_sites
from .uniques import Crowd, Names

Grade = Literal["special-unique", "below-minimum-cell", "below-five"]

FEW: Final = 5
"""Below so many people alike, a warning."""
SPECIAL: Final = 2
"""The most facts by which somebody may stand alone to be a special unique."""
EXPLAINED: Final = 3
"""The most facts that are tried together to explain why somebody is rare."""


@dataclass(frozen=True)
class Risk:
    """Say how a participant could be recognised.

    `alike` counts who shares all that is public of the person, the person included. `by` are the
    smallest sets of facts by which so few are found; where what is told does not set the person
    apart, what is not told does, and stands among them.
    """

    person: Known
    grade: Grade
    alike: int
    by: tuple[Names, ...]


def risks(study: Study) -> list[Risk]:
    """List the quoted participants who could be recognised, by id, whether that is waived or not.

    A study whose quotations name no participant has none.
    """
    people = known_people(study)
    quoted = sorted((person for person in people if person.is_quoted), key=lambda p: p.id)
    if not quoted:
        return []
    crowd = Crowd(people)
    minimum = study.about.publication.minimum_cell
    found = (_risk(crowd, person, minimum) for person in quoted)
    return [risk for risk in found if risk is not None]


def risk_of(study: Study, id_: str) -> Risk | None:
    """Give how one participant could be recognised, as `risks` does; None where not quoted."""
    people = known_people(study)
    person = next((person for person in people if person.id == id_ and person.is_quoted), None)
    if person is None:
        return None
    return _risk(Crowd(people), person, study.about.publication.minimum_cell)


def ids_at_risk(study: Study) -> set[str]:
    """Give the ids of those that `risks` lists, without asking why."""
    people = known_people(study)
    crowd = Crowd(people)
    enough = max(study.about.publication.minimum_cell, FEW)
    return {person.id for person in people if person.is_quoted and crowd.alike(person) < enough}


def _risk(crowd: Crowd, person: Known, minimum: int) -> Risk | None:
    alike = crowd.alike(person)
    if alike == 1 and (alone_by := crowd.minimal_sets(person, below=2, most=SPECIAL)):
        return Risk(person, "special-unique", alike, tuple(alone_by))
    if alike >= max(minimum, FEW):
        return None
    grade: Grade = "below-minimum-cell" if alike < minimum else "below-five"
    below = minimum if alike < minimum else FEW
    known_by = crowd.minimal_sets(person, below, EXPLAINED)
    by = known_by or crowd.minimal_sets(person, below, EXPLAINED, among=crowd.names)
    return Risk(person, grade, alike, tuple(by))


def small_groups(study: Study) -> list[tuple[Group | Session, int]]:
    """List the groups and sessions of too few people whose words are published, with how many.

    These are words that name no participant: where one is named, the risk is that person's.
    Sessions of which the same is told hide each other, so their people count together.
    """
    told = with_told_sites(study)
    anonymous = [q for q in study.published if not known_speakers(study, q)]
    anonymous = [quotation for quotation in anonymous if not quotation.is_illustrative]
    groups = {group.id for quotation in anonymous if (group := study.group_of(quotation))}
    sessions = {quotation.named_session for quotation in anonymous}
    counted: list[tuple[Group | Session, int]] = [
        *((g, _reported(g)) for g in study.about.groups if g.id in groups),
        *((s, _with_alike(study, told, s)) for s in study.sessions if s.id in sessions),
    ]
    return [
        (record, number) for record, number in counted if study.about.publication.is_too_few(number)
    ]


def _reported(group: Group) -> int:
    return group.participants if isinstance(group.participants, int) else 0


def _with_alike(study: Study, told: Study, session: Session) -> int:
    """Count the people of a session that tells them, and of all of which the same is told."""
    if not people_reported(session):
        return 0
    of_each = {s.id: (facts_of(s), s.groups) for s in told.sessions}
    alike = (s for s in study.sessions if of_each[s.id] == of_each[session.id])
    return sum(people_in(s) for s in alike)


def unneeded_waivers(study: Study) -> list[Participant]:
    """List the participants with a waiver that nothing asks for, such as those not quoted."""
    at_risk = ids_at_risk(study)
    return [p for p in study.participants if p.risk_waived and p.id not in at_risk]
