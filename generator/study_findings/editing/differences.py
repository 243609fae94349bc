"""The edits that make a study's files say what another form of the same study says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..model import NOT_REPORTED, About, Record, Study
from ..model.base import FieldPath
from ..model.kinds import OWN_FILES, Kind
from ..problems import Location, Problem, StudyError
from .all_or_none import Change
from .folders import files_of
from .plan import Plan, make_plan
from .record_lines import FieldValue, with_fields
from .record_texts import layout_problem, parse_records, read_records

FieldEdits = Mapping[FieldPath, FieldValue]
_NESTED: Final = ("attributes",)
"""Fields of records within records, which are edited one by one."""


@dataclass(frozen=True)
class _Changed:
    """A record whose fields change, its kind, and how."""

    kind: Kind
    id: str
    edits: FieldEdits


def plan_difference(root: Path, before: Study, after: Study, command: str) -> Plan:
    """Plan the edits that lead from one form of a study to another with the same records.

    Only fields differ: texts, lists of texts, mappings of them. Raises StudyError where a record is
    not found, or cannot be edited as it is laid out.
    """
    changed = list(_changed(before, after))
    changes: dict[Path, Change] = {}
    missing = {(one.kind.top, one.id): one for one in changed}
    for path, shown, kind in _files(root, changed):
        for one in [one for one in missing.values() if one.kind == kind]:
            text = _edited(path, shown, one, changes.get(path))
            if text is not None:
                changes[path] = Change(path, text)
                del missing[one.kind.top, one.id]
    if missing:
        raise StudyError(map(_not_found, missing.values()))
    return make_plan(root, command, list(changes.values()))


def _changed(before: Study, after: Study) -> Iterator[_Changed]:
    for kind in OWN_FILES:
        if kind.record is About:
            if edits := dict(_edits(before.about, after.about)):
                yield _Changed(kind, "", edits)
            continue
        pairs = zip(getattr(before, kind.field), getattr(after, kind.field), strict=True)
        for old, new in pairs:
            if edits := dict(_edits(old, new)):
                yield _Changed(kind, old.id, edits)


def _edits(
    old: Record, new: Record, above: FieldPath = ()
) -> Iterator[tuple[FieldPath, FieldValue]]:
    for name in type(old).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was == now:
            continue
        if name in _NESTED and isinstance(was, tuple):
            for number, (one, other) in enumerate(zip(was, now, strict=True)):
                yield from _edits(one, other, (*above, name, number))
        elif isinstance(was, Mapping):
            yield from (((*above, name, key), now[key]) for key in was if was[key] != now[key])
        else:
            yield (*above, name), _value(now)


def _value(now: Any) -> FieldValue:
    if now is None or now in (NOT_REPORTED, ()):
        return None
    return now if isinstance(now, (str, bool, tuple)) else str(now)


def _files(root: Path, changed: list[_Changed]) -> Iterator[tuple[Path, str, Kind]]:
    """Give the files in which records of these kinds stand."""
    for kind in dict.fromkeys(one.kind for one in changed):
        for path in files_of(root, kind):
            yield path, path.relative_to(root).as_posix(), kind


def _edited(path: Path, shown: str, one: _Changed, changed: Change | None) -> str | None:
    """Give a file's text with one record changed; None where the record is not in it."""
    text = changed.text if changed is not None and changed.text else read_records(path, shown).text
    try:
        if not one.kind.is_list:
            return with_fields(text, one.edits)
        records = parse_records(text, shown).records
        record = next((record for record in records if record.id == one.id), None)
        if record is None:
            return None
        lines = with_fields(text[record.begin : record.end], one.edits)
    except StudyError as error:
        place = Location(shown)
        raise StudyError(replace(p, location=place) for p in error.problems) from error
    return text[: record.begin] + lines + text[record.end :]


def _not_found(one: _Changed) -> Problem:
    return layout_problem(Location(one.kind.path()))
