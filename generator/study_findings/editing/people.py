"""Participants whose words are cleared and who are listed in `private/` alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from ..model.editors import schema_line
from ..problems import Location, StudyError
from .emitted import emitted_item
from .folders import DATA, PRIVATE
from .layout import with_added
from .moving import list_to_add_to
from .plan import Step
from .records import holds, layout_problem, read_records
from .writing import Change

FILE: Final = "participants.yml"
# What readers are told of everybody; attributes are a decision of their own.
TOLD: Final = ("id", "group", "sessions")


def waiting_people(
    root: Path, quotations: Iterable[Mapping[str, Any]]
) -> tuple[list[Change], tuple[Step, ...]]:
    """Plan to list the people in the study who say these quotations and are in `private/` alone.

    Raises StudyError where the study's list cannot be added to.
    """
    named = {str(data.get("participant") or "") for data in quotations} - {""}
    waiting = root / PRIVATE / FILE
    if not named or not waiting.is_file():
        return [], ()
    path, shown = root / DATA / FILE, f"{DATA}/{FILE}"
    target = list_to_add_to(path, shown)
    listed = {record.id for record in target.records}
    people: list[dict[str, Any]] = [
        {name: record.data[name] for name in TOLD if name in record.data}
        for record in read_records(waiting, f"{PRIVATE}/{FILE}").records
        if record.id in named - listed
    ]
    if not people:
        return [], ()
    lines = [emitted_item(person, 0) for person in people]
    text = with_added(target, [(line, 0) for line in lines], is_spaced=False)
    if not path.exists():
        text = schema_line(path, "participants") + text
    if not holds(text, [*(record.data for record in target.records), *people]):
        raise StudyError([layout_problem(Location(shown))])
    steps = (
        Step(str(person["id"]), line, f"{PRIVATE}/{FILE}", shown)
        for person, line in zip(people, lines, strict=True)
    )
    return [Change(path, text)], tuple(steps)
