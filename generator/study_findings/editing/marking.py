"""A field written beside a quotation that waits: that it stays out, or what is wanted of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..model import Wish
from ..problems import Location, Problem, StudyError
from ..study_folder import PRIVATE
from .all_or_none import Change
from .folders import find_records
from .moving import bracketed
from .plan import Plan, Step, make_plan
from .record_marks import as_kept_out, with_wish
from .record_texts import holds, layout_problem


def plan_kept_out(root: Path, id_: str) -> Plan:
    """Plan to mark a waiting quotation as to stay in `private/`; raises StudyError if it cannot."""
    command = f"findings read-back --answer {id_}=take-out"
    return _plan(root, id_, as_kept_out, ("kept_out", "true"), command)


def plan_wish(root: Path, id_: str, wish: Wish) -> Plan:
    """Plan to write beside a waiting quotation what whoever said it wants changed.

    An earlier wish gives way. Raises StudyError where it cannot be written.
    """
    field = ("wish", wish.model_dump(mode="json"))
    command = f"findings read-back --answer {id_}=change"
    return _plan(root, id_, lambda lines: with_wish(lines, wish), field, command)


def _plan(
    root: Path, id_: str, edit: Callable[[str], str], field: tuple[str, object], command: str
) -> Plan:
    """Edit the lines of one record; all else of its file keeps its bytes."""
    found, unread = find_records(root, root / PRIVATE, [id_])
    problems = list(bracketed(found)) if found else [*unread, _unknown(id_)]
    if problems:
        raise StudyError(problems)
    item = found[0]
    record, text = item.record, item.file.text
    lines = edit(text[record.begin : record.end])
    changed = f"{text[: record.begin]}{lines}{text[record.end :]}"
    expected = [
        {**other.data, field[0]: field[1]} if other is record else other.data
        for other in item.file.records
    ]
    if not holds(changed, expected):
        raise StudyError([layout_problem(item.location)])
    step = Step(id_, lines, item.file.shown, item.file.shown)
    return make_plan(root, command, [Change(item.path, changed)], (step,))


def _unknown(id_: str) -> Problem:
    message = f'no quotation "{id_}" is in {PRIVATE}/'
    return Problem(Location(PRIVATE), "unknown-quotation", message, f"see the ids in {PRIVATE}/")
