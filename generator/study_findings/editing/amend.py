"""Fields of a public record changed: of a file, an item of a list, a record within another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from yaml import MappingNode, SequenceNode

from ..model.base import SCOPED_ID_PATTERN, FieldPath
from ..model.kinds import OWN_FILES, Kind
from ..problems import Location, StudyError
from ..reading.checks import Check
from .all_or_none import Change
from .folders import check_changed, files_of
from .plan import Plan, Step, make_plan
from .record_lines import FieldValue, with_fields
from .record_texts import fingerprint_of, plain, read_records, record_node, records_in

LONGEST: Final = 161


@dataclass(frozen=True)
class RecordAt:
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
        return fingerprint_of(self.lines)


def find_record(root: Path, noun: str, id_: str) -> RecordAt | None:
    """Find a public record of the study: a file, an item of a list, or a record within another.

    None where there is none; raises StudyError where a file that may hold it is no YAML.
    """
    if not re.fullmatch(SCOPED_ID_PATTERN, id_) or len(id_) > LONGEST:
        return None
    found = (_find_in(root, path, kind, noun, id_) for kind, path in _files(root, noun, id_))
    return next((standing for standing in found if standing is not None), None)


def _files(root: Path, noun: str, id_: str) -> Iterator[tuple[Kind, Path]]:
    """Give the files that may hold a record of a kind, the one of its own name first."""
    for kind in OWN_FILES:
        if noun != kind.noun and noun not in _nouns_within(kind):
            continue
        for path in sorted(files_of(root, kind), key=lambda path: path.stem != id_):
            yield kind, path


def _nouns_within(kind: Kind) -> set[str]:
    """Name the kinds of records that stand inside those of a kind, at any depth."""
    found: set[str] = set()
    for child in kind.children.values():
        found |= {child.noun} if child == kind else {child.noun, *_nouns_within(child)}
    return found


def _find_in(root: Path, path: Path, kind: Kind, noun: str, id_: str) -> RecordAt | None:
    shown = path.relative_to(root).as_posix()
    file = read_records(path, shown)
    if kind.is_list:
        tops = [(record.begin, record.end, record.node) for record in file.records]
    else:
        node = record_node(file.text)
        tops = [(0, len(file.text), node)] if node else []
    for top in tops:
        for here, begin, end, node in _walk(file.text, kind, *top):
            if here.noun == noun and _id_of(node) == id_:
                return RecordAt(path, shown, file.text, begin, end, plain(node))
    return None


def _walk(
    text: str, kind: Kind, begin: int, end: int, node: MappingNode
) -> Iterator[tuple[Kind, int, int, MappingNode]]:
    """Give a record with its kind and its stretch of a text, then those inside it."""
    yield kind, begin, end, node
    for key, value in node.value:
        child = kind.children.get(key.value)
        if child is not None and isinstance(value, SequenceNode):
            for record in records_in(text, value):
                yield from _walk(text, child, record.begin, record.end, record.node)


def _id_of(node: MappingNode) -> str:
    return next((str(value.value) for key, value in node.value if key.value == "id"), "")


def plan_amendment(
    root: Path,
    found: RecordAt,
    noun: str,
    id_: str,
    edits: dict[FieldPath, FieldValue],
    more: Sequence[Check] = (),
) -> Plan:
    """Plan to change fields of a record as it was found; its id stays.

    Raises StudyError where its layout does not allow an edit, or where the study would have errors
    it has not yet, `more` checks beside those of reading among them; the plan is refused where the
    file was changed since.
    """
    place = Location(found.shown, found.text.count("\n", 0, found.begin) + 1)
    try:
        lines = with_fields(found.lines, edits)
    except StudyError as error:
        raise StudyError(replace(p, location=place) for p in error.problems) from error
    change = Change(found.path, found.text[: found.begin] + lines + found.text[found.end :])
    if errors := check_changed(root, [change], more=more)[1]:
        raise StudyError(errors)
    step = Step(id_, lines, found.shown, found.shown)
    plan = make_plan(root, f"change {noun} {id_}", [change], (step,))
    return replace(plan, before=(found.text.encode("utf-8"),))
