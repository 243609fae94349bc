"""Add a record to a study: a theme as a file, all else at the end of its list."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from textwrap import indent
from typing import Final

from ..model import Participant, Quotation, Session
from ..model.base import taken_apart
from ..model.editors import schema_line
from ..model.kinds import BY_NOUN, KINDS, Kind
from ..problems import Location, Problem, StudyError
from ..reading.draft import Draft
from ..reading.sources import read_private_sources, read_sources
from ..reading.typed_records import make_draft
from ..reading.waiting import check_private
from .folders import DATA, PRIVATE, check_changed
from .layout import with_added
from .moving import list_to_add_to
from .new_ids import id_from_title, next_id
from .plan import Plan, Step, make_plan
from .record_fields import Values, as_read, simple_fields, written
from .records import holds, layout_problem, parse_records
from .writing import Change

TITLES: Final = {kind.noun: kind.headed_by for kind in KINDS if kind.headed_by}
"""Kinds of record that can be begun, by noun: the field that the words after the kind stand for."""


@dataclass(frozen=True)
class _Begun:
    """A file with the record that is begun in it, and the lines on which that stands."""

    change: Change
    lines: str
    first_line: int


def plan_new(root: Path, noun: str, values: Values, id_: str = "") -> Plan:
    """Plan to add a record of a kind, with the fields given; a quotation is to wait in `private/`.

    Without `id_` the next free one is taken. All else in the file keeps its bytes. Raises
    StudyError with what `findings check` would find wrong with the record, or where the file is no
    list that can be added to.
    """
    kind = BY_NOUN[noun]
    draft, _ = make_draft(
        [*read_sources(root / DATA, DATA)[0], *read_private_sources(root / PRIVATE, PRIVATE)[0]]
    )
    new = id_ or _free_id(draft, noun, values)
    path = _file_of(root, kind, new, values)
    shown = path.relative_to(root).as_posix()
    begun = (
        _in_list(path, shown, kind, new, values)
        if kind.is_list
        else _in_file(path, kind, new, values)
    )
    if any("\ud800" <= char <= "\udfff" for char in begun.lines):
        message, hint = "what was typed is not UTF-8", "set the terminal to UTF-8"
        raise StudyError([Problem(Location(shown), "bad-encoding", message, hint)])
    if problems := _problems(root, shown, begun):
        raise StudyError(_with_option(problem, kind) for problem in problems)
    step = Step(new, begun.lines, shown, shown)
    # What was said stays out of what is told of the change.
    typed = quote(str(values["title"])) if noun == "theme" else f"--id {new}"
    return make_plan(root, f"findings new {noun} {typed}", [begun.change], (step,))


def _free_id(draft: Draft, noun: str, values: Values) -> str:
    # An id is one over the whole study, whatever is its kind.
    taken = {declared.id.casefold() for declared in draft.declared} | draft.unread_ids
    taken |= {former for *_, former in draft.former_ids()}
    if noun == "theme":
        return id_from_title(str(values.get("title", "")), taken)
    if noun == "session":
        kind = str(values.get("kind", "session"))
        alike = [session.id for session in draft.of(Session) if session.kind == kind]
        return next_id(alike, taken, f"{kind}-", 1)
    if noun == "participant":
        people = [p.id for p in draft.of(Participant) if p.group == values.get("group")]
        return next_id([id_ for id_ in people if not taken_apart(id_)[0]], taken, "p", 2)
    return next_id([q.id for q in draft.of(Quotation)], taken, "q", 3)


def _file_of(root: Path, kind: Kind, id_: str, values: Values) -> Path:
    """Name the file a record comes to; that of a quotation bears the name of its first theme."""
    if kind.record is Quotation:
        themes = values.get("themes")
        name = themes[0] if isinstance(themes, Sequence) and themes else "quotations"
        return root / PRIVATE / "quotations" / f"{Path(name).name or 'quotations'}.yml"
    return root / DATA / kind.file.replace("ID", Path(id_).name)


def _in_file(path: Path, kind: Kind, id_: str, values: Values) -> _Begun:
    if path.exists():
        shown = f"{DATA}/{kind.top}/{path.name}"
        message = f"there is a file of {kind.noun} {id_} already"
        raise StudyError([Problem(Location(shown), "duplicate-id", message, "choose another id")])
    lines = written(kind, id_, values)
    return _Begun(Change(path, schema_line(path, kind.name) + lines), lines, 1)


def _in_list(path: Path, shown: str, kind: Kind, id_: str, values: Values) -> _Begun:
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


def _problems(root: Path, shown: str, begun: _Begun) -> list[Problem]:
    """Give the errors that a study would have with a record, and those of one that waits."""
    if not shown.startswith(f"{PRIVATE}/"):
        return check_changed(root, [begun.change])[1]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, PRIVATE)
        for source in read_private_sources(root / PRIVATE, PRIVATE)[0]:
            target = Path(folder, source.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / source.file, target)
        target = Path(folder, shown)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((begun.change.text or "").encode())
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
    options = {f"add `{field.name}: …`": field.option for field in simple_fields(kind)}
    if problem.rule == "missing-field" and problem.hint in options:
        return replace(problem, hint=f"give it by --{options[problem.hint]}")
    return problem
