"""Fields of a record of the study changed: of a theme in its file, of all else in its list."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..model.base import SCOPED_ID_PATTERN
from ..model.kinds import BY_NOUN, Kind
from ..problems import Location, StudyError
from .fields import Path as FieldPath
from .fields import Value, with_fields
from .folders import DATA, check_changed
from .plan import Plan, Step, make_plan
from .records import plain, read_records, record_node
from .writing import Change

LONGEST: Final = 161


@dataclass(frozen=True)
class Standing:
    """A record where it stands: its file, its stretch of it, and what it says, scalars as text."""

    path: Path
    shown: str
    text: str
    begin: int
    end: int
    data: dict[str, Any]

    @property
    def lines(self) -> str:
        """Give the lines of the record alone."""
        return self.text[self.begin : self.end]

    @property
    def fingerprint(self) -> str:
        """Name these lines as they stand, so that a form made from others is known to be old."""
        return hashlib.sha256(self.lines.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def find_record(root: Path, noun: str, id_: str) -> Standing | None:
    """Find a record of the study that is a file or an item of a list; None where there is none."""
    kind = BY_NOUN[noun]
    if not re.fullmatch(SCOPED_ID_PATTERN, id_) or len(id_) > LONGEST:
        return None
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


def plan_amendment(
    root: Path, found: Standing, noun: str, id_: str, edits: dict[FieldPath, Value]
) -> Plan:
    """Plan to change fields of a record as it was found; its id stays.

    Raises StudyError where its layout does not allow an edit, or where the study would have errors
    it has not yet; the plan is refused where the file was changed since.
    """
    place = Location(found.shown, found.text.count("\n", 0, found.begin) + 1)
    try:
        lines = with_fields(found.lines, edits)
    except StudyError as error:
        raise StudyError(replace(p, location=place) for p in error.problems) from error
    change = Change(found.path, found.text[: found.begin] + lines + found.text[found.end :])
    if errors := check_changed(root, [change])[1]:
        raise StudyError(errors)
    step = Step(id_, lines, found.shown, found.shown)
    plan = make_plan(root, f"change {noun} {id_}", [change], (step,))
    return replace(plan, before=(found.text.encode("utf-8"),))


def _file(kind: Kind, id_: str) -> str:
    return kind.file.replace("ID", Path(id_).name)
