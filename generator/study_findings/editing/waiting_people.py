"""Participants whose words are cleared and who are listed in `private/` alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from ..model import Participant
from ..model.editors import schema_line
from ..model.kinds import BY_RECORD
from ..problems import Location, StudyError
from ..study_folder import PRIVATE
from .all_or_none import Change
from .emitted import emitted_item
from .layout import with_added
from .moving import list_to_add_to
from .plan import Step
from .record_texts import holds, layout_problem, read_records

LISTED: Final = BY_RECORD[Participant]
# What the study says of everybody; attributes are a decision of their own.
TOLD: Final = ("id", "group", "sessions", "risk_waived")
WaitingPerson: TypeAlias = dict[str, Any]


def people_in_private(root: Path) -> dict[str, WaitingPerson]:
    """Give what would be told of each participant whom `private/` lists, by id.

    Raises StudyError where the list is no YAML.
    """
    shown = LISTED.path(folder=PRIVATE)
    path = root / shown
    if not path.is_file():
        return {}
    return {
        record.id: {name: record.data[name] for name in TOLD if name in record.data}
        for record in read_records(path, shown).records
        if record.id
    }


def listed_as(person: WaitingPerson) -> str:
    """Write the record of a participant as the study lists it."""
    return emitted_item(person, 0)


def waiting_people(
    root: Path, quotations: Iterable[Mapping[str, Any]]
) -> tuple[list[Change], tuple[Step, ...]]:
    """Plan to list the people in the study who say these quotations and are in `private/` alone.

    Raises StudyError where the study's list cannot be added to.
    """
    named = {str(data.get("participant") or "") for data in quotations} - {""}
    people = people_in_private(root) if named else {}
    return joining(root, [person for id_, person in people.items() if id_ in named])


def joining(root: Path, people: Sequence[WaitingPerson]) -> tuple[list[Change], tuple[Step, ...]]:
    """Plan to list those of some people in the study whom it does not list yet.

    Raises StudyError where its list cannot be added to.
    """
    if not people:
        return [], ()
    shown = LISTED.path()
    path = root / shown
    target = list_to_add_to(path, shown)
    listed = {record.id for record in target.records}
    new = [person for person in people if person["id"] not in listed]
    if not new:
        return [], ()
    lines = [listed_as(person) for person in new]
    text = with_added(target, [(line, 0) for line in lines], is_spaced=False)
    if not path.exists():
        text = schema_line(path, LISTED.name) + text
    if not holds(text, [*(record.data for record in target.records), *new]):
        raise StudyError([layout_problem(Location(shown))])
    steps = (
        Step(str(person["id"]), line, LISTED.path(folder=PRIVATE), shown)
        for person, line in zip(new, lines, strict=True)
    )
    return [Change(path, text)], tuple(steps)
