"""Which values of people may be told, so that nobody is found: the rule of the smallest cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from ..model import Participant, Study

Cells: TypeAlias = Mapping[tuple[str, str], int]


def told_of_each(study: Study) -> dict[str, dict[str, str]]:
    """Map participants to those of their values that may be told of one of them.

    These are the attributes declared `publish: true`, and only where at least `minimum_cell`
    participants of the same group share the whole combination.
    """
    public = {attribute.id for attribute in study.about.attributes if attribute.publish}

    def values(participant: Participant) -> dict[str, str]:
        return {key: v for key, v in participant.attributes.items() if key in public}

    def combination(participant: Participant) -> tuple[str, frozenset[tuple[str, str]]]:
        return participant.group, frozenset(values(participant).items())

    alike = Counter(combination(participant) for participant in study.participants)
    return {
        participant.id: values(participant)
        for participant in study.participants
        if alike[combination(participant)] >= study.about.publication.minimum_cell
    }


def told_of_groups(study: Study) -> dict[str, Cells]:
    """Map published attributes to how many participants of a group have a level: `(group, level)`.

    An attribute whose smallest cell, zero apart, is below `minimum_cell` has no cells: hiding one
    would let it be told from the total.
    """
    return {
        attribute.id: _cells(study, attribute.id)
        for attribute in study.about.attributes
        if attribute.publish
    }


def _cells(study: Study, attribute: str) -> Cells:
    cells = Counter(
        (participant.group, participant.attributes[attribute])
        for participant in study.participants
        if attribute in participant.attributes
    )
    smallest = study.about.publication.minimum_cell
    return {} if any(count < smallest for count in cells.values()) else dict(cells)
