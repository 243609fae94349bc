"""Fields of a record of the study changed: of a theme in its file, of all else in its list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..model.kinds import BY_NOUN, Kind
from ..problems import Location, Problem, StudyError
from .fields import Path as FieldPath
from .fields import Value, with_fields
from .folders import DATA, check_changed
from .plan import Plan, Step, make_plan
from .records import plain, read_records, record_node
from .writing import Change


@dataclass(frozen=True)
class Standing:
    """A record where it stands: its file, its stretch of it, and what it says, scalars as text."""

    path: Path
    shown: str
    text: str
    begin: int
    end: int
    data: dict[str, Any]


def find_record(root: Path, noun: str, id_: str) -> Standing | None:
    """Find a record of the study that is a file or an item of a list; None where there is none."""
    kind = BY_NOUN[noun]
    path = root / DATA / _file(kind, id_)
    if not path.is_file():
        return None
    shown = path.relative_to(root).as_posix()
    file = read_records(path, shown)
    if kind.is_list:
        record = next((record for record in file.records if record.id == id_), None)
        found = (record.begin, record.end, record.data) if record else None
    else:
        node = record_node(file.text)
        found = (0, len(file.text), plain(node)) if node else None
    return Standing(path, shown, file.text, *found) if found else None


def plan_amendment(root: Path, noun: str, id_: str, edits: dict[FieldPath, Value]) -> Plan:
    """Plan to change fields of a record; its id stays.

    Raises StudyError where there is no such record, where its layout does not allow an edit, or
    where the study would have errors it has not yet.
    """
    found = find_record(root, noun, id_)
    if found is None:
        message, hint = f"there is no {noun} {id_}", f"see the ids in {DATA}/"
        raise StudyError([Problem(Location(DATA), "not-done", message, hint)])
    place = Location(found.shown, found.text.count("\n", 0, found.begin) + 1)
    try:
        lines = with_fields(found.text[found.begin : found.end], edits)
    except StudyError as error:
        raise StudyError(replace(p, location=place) for p in error.problems) from error
    change = Change(found.path, found.text[: found.begin] + lines + found.text[found.end :])
    if errors := check_changed(root, [change])[1]:
        raise StudyError(errors)
    step = Step(id_, lines, found.shown, found.shown)
    return make_plan(root, f"change {noun} {id_}", [change], (step,))


def _file(kind: Kind, id_: str) -> str:
    return kind.file.replace("ID", Path(id_).name)
