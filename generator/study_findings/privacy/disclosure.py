"""Which values of people may be told: cells are not too small, and what is hidden stays hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from ..model import Participant, Session, Study

Cells: TypeAlias = Mapping[tuple[str, str], int]
Values: TypeAlias = dict[str, str]


def told_of_each(study: Study) -> dict[str, Values]:
    """Map participants to those of their values that may be told of one of them.

    These are the attributes declared `publish: true`, and only where at least `minimum_cell`
    participants of the same group share the whole combination. Nobody's are told of a group in
    which the rest would follow: where fewer than `minimum_cell` are left over, or where those left
    over share a value that nobody shown has, or that the totals of `told_of_groups` leave for them.
    """
    alike = _told_where_shared(study)
    cells = told_of_groups(study)
    given_away = {
        group.id for group in study.about.groups if _rest_follows(study, group.id, alike, cells)
    }
    return {
        participant.id: alike[participant.id]
        for participant in study.participants
        if participant.id in alike and participant.group not in given_away
    }


def hidden_values(study: Study, attribute: str) -> tuple[int, int]:
    """Count an attribute's values that are declared for publication: those hidden, and all."""
    told = told_of_each(study)
    recorded = [p.id for p in study.participants if attribute in published_values(study, p)]
    hidden = [id_ for id_ in recorded if attribute not in told.get(id_, {})]
    return len(hidden), len(recorded)


def _told_where_shared(study: Study) -> dict[str, Values]:
    def combination(participant: Participant) -> tuple[str, frozenset[tuple[str, str]]]:
        return participant.group, frozenset(published_values(study, participant).items())

    alike = Counter(combination(participant) for participant in study.participants)
    return {
        participant.id: published_values(study, participant)
        for participant in study.participants
        if study.about.publication.is_enough(alike[combination(participant)])
    }


def published_values(study: Study, participant: Participant) -> Values:
    """Give those values of a participant whose attributes are declared `publish: true`."""
    public = {attribute.id for attribute in study.about.attributes if attribute.publish}
    return {key: value for key, value in participant.attributes.items() if key in public}


def _rest_follows(
    study: Study, group: str, told: Mapping[str, Values], cells: Mapping[str, Cells]
) -> bool:
    """Tell whether readers could infer the values of those in a group of whom none are told."""
    people = [person for person in study.participants if person.group == group]
    shown = [person for person in people if told.get(person.id)]
    if study.about.publication.is_too_few(size_of(study, group) - len(shown)):
        return True
    hidden = [published_values(study, person) for person in people if person.id not in told]
    values_shown = [told[person.id] for person in shown]
    return any(
        _is_the_value_missing(attribute, hidden, values_shown)
        or (bool(hidden) and _is_one_left(group, attribute, cells[attribute], values_shown))
        for attribute in cells
    )


def _is_the_value_missing(attribute: str, hidden: list[Values], shown: list[Values]) -> bool:
    """Tell whether all who are hidden share one value, and nobody shown has it."""
    kept = {values[attribute] for values in hidden if attribute in values}
    told = {values[attribute] for values in shown if attribute in values}
    return len(kept) == 1 and bool(told) and kept.isdisjoint(told)


def _is_one_left(group: str, attribute: str, cells: Cells, shown: list[Values]) -> bool:
    """Tell whether a group's totals, less the values shown, leave a single value for the rest."""
    left = Counter({level: number for (of, level), number in cells.items() if of == group})
    left.subtract(values[attribute] for values in shown if attribute in values)
    return sum(number > 0 for number in left.values()) == 1


def people_in(session: Session) -> int:
    """Count who took part in a session; where it is not reported, one in each event."""
    return session.participants if isinstance(session.participants, int) else session.number


def size_of(study: Study, group: str) -> int:
    """Count the people of a group: those listed, or as many as are reported, if that is more."""
    listed = sum(person.group == group for person in study.participants)
    reported = study.groups_by_id[group].participants if group in study.groups_by_id else 0
    return max(listed, reported) if isinstance(reported, int) else listed


def told_of_groups(study: Study) -> dict[str, Cells]:
    """Map published attributes to how many participants of a group have a level: `(group, level)`.

    An attribute has no cells where its smallest, zero apart, is below `minimum_cell`, or where
    fewer than that of a group are in none: hiding one would let it be told from the total.
    """
    return {
        attribute.id: _cells(study, attribute.id)
        for attribute in study.about.attributes
        if attribute.publish
    }


def counted(study: Study, attribute: str) -> Counter[tuple[str, str]]:
    """Count the participants by group and level of an attribute, told or not."""
    return Counter(
        (participant.group, participant.attributes[attribute])
        for participant in study.participants
        if attribute in participant.attributes
    )


def _cells(study: Study, attribute: str) -> Cells:
    cells = counted(study, attribute)
    with_a_level = Counter(group for group, _ in cells.elements())
    left_over = (size_of(study, group) - number for group, number in with_a_level.items())
    is_too_few = study.about.publication.is_too_few
    is_safe = not any(map(is_too_few, (*cells.values(), *left_over)))
    return dict(cells) if is_safe else {}
