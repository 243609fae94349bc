"""Add a record to a study: a theme as a file, all else at the end of its list.

A claim stands in the list of its theme, a key message in that of `study.yml`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from textwrap import indent
from typing import Final

from ..model import Participant, Quotation, Session
from ..model.base import FieldPath, taken_apart
from ..model.editors import schema_line
from ..model.kinds import BY_NOUN, KINDS, Kind
from ..problems import Location, Problem, StudyError
from ..reading.checks import Check
from ..reading.draft import Draft
from ..reading.sources import (
    FieldsNode,
    ListNode,
    Source,
    read_private_sources,
    read_sources,
)
from ..reading.typed_records import make_draft
from ..reading.waiting import check_private
from ..study_folder import DATA, PRIVATE
from .all_or_none import Change
from .amendments import Amendment, amended
from .emitted import emitted_item
from .folders import QUOTATIONS, check_changed, list_for
from .layout import with_added
from .moving import list_to_add_to
from .new_ids import id_from_title, next_id
from .plan import Plan, Step, make_plan
from .record_fields import FieldValues, as_read, place_field, simple_fields, written
from .record_texts import holds, layout_problem, parse_records

TITLES: Final = {kind.noun: kind.called_by for kind in KINDS if kind.may_be_begun}
"""Kinds of record that can be begun, by noun: the field that the words after the kind stand for."""

_NAMING: Final = ("title", "says")
"""Fields of whose words an id is made."""


@dataclass(frozen=True)
class _Begun:
    """A file with the record that is begun in it, and the lines on which that stands."""

    change: Change
    lines: str
    first_line: int


def plan_new(
    root: Path, noun: str, values: FieldValues, id_: str = "", more: Sequence[Check] = ()
) -> Plan:
    """Plan to add a record of a kind, with the fields given; a quotation is to wait in `private/`.

    Without `id_` the next free one is taken. All else in the file keeps its bytes. `more` are
    checks beside those of reading, which a public record has to pass. Raises StudyError with what
    `findings check` would find wrong with the record, or where the file is no list that can be
    added to.
    """
    kind, draft = BY_NOUN[noun], _draft(root)
    new = id_ or _free_id(draft, noun, values)
    if kind.file:
        path = _file_of(root, kind, new, values)
        begin = _in_list if kind.is_list else _in_file
        begun = begin(root, path, kind, new, values)
    else:
        begun = _inside(root, draft, kind, new, values)
    shown = begun.change.path.relative_to(root).as_posix()
    if any("\ud800" <= char <= "\udfff" for char in begun.lines):
        message, hint = "what was typed is not UTF-8", "set the terminal to UTF-8"
        raise StudyError([Problem(Location(shown), "bad-encoding", message, hint)])
    if problems := _problems(root, shown, begun, more):
        raise StudyError(_with_option(problem, kind) for problem in problems)
    step = Step(new, begun.lines, shown, shown)
    # What was said stays out of what is told of the change.
    typed = quote(str(values["title"])) if noun == "theme" else f"--id {new}"
    return make_plan(root, f"findings new {noun} {typed}", [begun.change], (step,))


def proposed_ids(root: Path, noun: str) -> dict[str, str]:
    """Give the ids that a new record would be given, by what they hang on.

    Of sessions by kind, of participants by group, of quotations the one; none of records whose
    ids are made of their words.
    """
    if TITLES[noun] in _NAMING:
        return {}
    draft, by = _draft(root), {"session": "kind", "participant": "group"}.get(noun)
    values: list[str] = []
    if by == "kind":
        values += [session.kind for session in draft.of(Session)]
    elif by and draft.about:
        values += [group.id for group in draft.about.groups]
    return {
        value: _free_id(draft, noun, {by: value} if by else {})
        for value in dict.fromkeys(values or [""])
    }


def _draft(root: Path) -> Draft:
    sources = [
        *read_sources(root / DATA, DATA)[0],
        *read_private_sources(root / PRIVATE, PRIVATE)[0],
    ]
    return make_draft(sources)[0]


def _free_id(draft: Draft, noun: str, values: FieldValues) -> str:
    # An id is one over the whole study, whatever is its kind.
    taken = {declared.id.casefold() for declared in draft.declared} | draft.unread_ids
    taken |= {former for *_, former in draft.former_ids()}
    if TITLES[noun] in _NAMING:
        return id_from_title(str(values.get(TITLES[noun], "")), taken, f"{noun}-")
    if noun == "session":
        kind = str(values.get("kind", "session"))
        alike = [session.id for session in draft.of(Session) if session.kind == kind]
        return next_id(alike, taken, f"{kind}-", 1)
    if noun == "participant":
        people = [p.id for p in draft.of(Participant) if p.group == values.get("group")]
        return next_id([id_ for id_ in people if not taken_apart(id_)[0]], taken, "p", 2)
    return next_id([q.id for q in draft.of(Quotation)], taken, "q", 3)


def _file_of(root: Path, kind: Kind, id_: str, values: FieldValues) -> Path:
    """Name the file a record comes to; that of a quotation bears the name of its first theme."""
    if kind.record is Quotation:
        name = Path(list_for(values.get("themes"))).name
        return root / kind.path(name or QUOTATIONS, PRIVATE)
    return root / kind.path(Path(id_).name)


def _in_file(root: Path, path: Path, kind: Kind, id_: str, values: FieldValues) -> _Begun:
    if path.exists():
        shown = path.relative_to(root).as_posix()
        message = f"there is a file of {kind.noun} {id_} already"
        raise StudyError([Problem(Location(shown), "duplicate-id", message, "choose another id")])
    lines = written(kind, id_, values)
    return _Begun(Change(path, schema_line(path, kind.name) + lines), lines, 1)


def _inside(root: Path, draft: Draft, kind: Kind, id_: str, values: FieldValues) -> _Begun:
    """Add it to the record it is of: a theme that is named, or the study."""
    parent, place = kind.parent, place_field(kind)
    assert parent is not None
    within = str(values.get(place.name, "")) if place else ""
    found = _holder(root, parent, within)
    if found is None:
        raise StudyError([_with_option(_no_holder(draft, kind, parent, within), kind)])
    source, steps = found
    path = root / source.file
    told = {field.name: values.get(field.name) for field in simple_fields(kind)}
    record = {"id": id_, **{name: value for name, value in told.items() if value}}
    name = next(name for name, child in parent.children.items() if child == kind)
    text = path.read_bytes().decode("utf-8")
    added = amended(text, source.file, {steps: Amendment(added={name: [record]})})
    return _Begun(Change(path, added), emitted_item(record, 0), 1)


def _holder(root: Path, kind: Kind, id_: str) -> tuple[Source, FieldPath] | None:
    """Find a record that is to hold another: its file, and its place there."""
    for source in read_sources(root / DATA, DATA)[0]:
        if not source.kind.is_translation and isinstance(source.root, FieldsNode):
            for held, node, steps in _records(source.kind, source.root, ()):
                if held == kind and (node.text("id") or "") == id_:
                    return source, steps
    return None


def _records(
    kind: Kind, node: FieldsNode, steps: FieldPath
) -> Iterator[tuple[Kind, FieldsNode, FieldPath]]:
    yield kind, node, steps
    for name, child in kind.children.items():
        inner = node.fields.get(name)
        for index, item in enumerate(inner.items if isinstance(inner, ListNode) else ()):
            if isinstance(item, FieldsNode):
                yield from _records(child, item, (*steps, name, index))


def _no_holder(draft: Draft, kind: Kind, parent: Kind, id_: str) -> Problem:
    where = Location(DATA)
    if not id_:
        message = f'this {kind.noun} has no "{parent.noun}"'
        return Problem(where, "missing-field", message, f"add `{parent.noun}: …`")
    hint = draft.guess(parent.noun, id_, where) or f"name one of the study's {parent.noun}s"
    return Problem(where, f"unknown-{parent.noun}", f'there is no {parent.noun} "{id_}"', hint)


def _in_list(root: Path, path: Path, kind: Kind, id_: str, values: FieldValues) -> _Begun:
    shown = path.relative_to(root).as_posix()
    target = list_to_add_to(path, shown)
    lines = "- " + indent(written(kind, id_, values), "  ")[2:]
    text = with_added(target, [(lines, 0)], is_spaced=True)
    if not path.exists():
        text = schema_line(path, kind.name) + text
    if not holds(
        text, [*(record.data for record in target.records), {"id": id_, **as_read(values)}]
    ):
        raise StudyError([layout_problem(Location(shown))])
    return _Begun(Change(path, text), lines, parse_records(text, shown).records[-1].line)


def _problems(root: Path, shown: str, begun: _Begun, more: Sequence[Check]) -> list[Problem]:
    """Give the errors that a study would have with a record, and those of one that waits."""
    if not shown.startswith(f"{PRIVATE}/"):
        return check_changed(root, [begun.change], more=more)[1]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, PRIVATE)
        for source in read_private_sources(root / PRIVATE, PRIVATE)[0]:
            target = Path(folder, source.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / source.file, target)
        target = Path(folder, shown)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(begun.change.content or b"")
        found = check_private(copy, PRIVATE, root / DATA, DATA)
    return [
        problem
        for problem in found
        if problem.level == "error"
        and problem.location.file == shown
        and problem.location.line >= begun.first_line
    ]


def _with_option(problem: Problem, kind: Kind) -> Problem:
    """Name the option that gives what a record lacks."""
    fields = (*simple_fields(kind), *filter(None, [place_field(kind)]))
    options = {f"add `{field.name}: …`": field.option for field in fields}
    if problem.rule == "missing-field" and problem.hint in options:
        return replace(problem, hint=f"give it by --{options[problem.hint]}")
    return problem
