"""What is wrong with a study after a workbook came into it, told at the cells that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..model.base import FieldPath
from ..model.kinds import Kind
from ..problems import Location, Problem, StudyError
from ..reading.sources import (
    FieldsNode,
    ListNode,
    Node,
    Source,
    read_private_sources,
    read_sources,
)
from ..study_folder import DATA, PRIVATE
from .filled_in import Filled
from .rows import read_rows


def at_cells(
    problems: Iterable[Problem], root: Path, rows: Mapping[tuple[str, str], Filled]
) -> list[Problem]:
    """Place each problem at the cell it comes from; others keep their place in the study's files.

    `root` holds the study as it would be, `rows` the rows of the workbook by the noun of their
    kind and where their records stand there, or their ids.
    """
    try:
        records = {(row.held.file, row.steps): row for row in read_rows(root, with_waiting=True)}
    except StudyError:
        return list(problems)
    sources = {source.file: source for source in _sources(root)}
    placed = []
    for problem in problems:
        source = sources.get(problem.location.file)
        steps, name = _record_at(source, problem.location) if source else ((), "")
        row = records.get((problem.location.file, steps))
        filled = row and (
            rows.get((row.kind.noun, row.stands_at)) or rows.get((row.kind.noun, row.held.id))
        )
        placed.append(
            filled.placed(_field(problem, filled) or name, problem) if filled else problem
        )
    return placed


def _field(problem: Problem, filled: Filled) -> str:
    """Name the field that a record lacks: it stands nowhere in the file."""
    named = problem.cause.split("|") if problem.rule == "missing-field" else ()
    return next((name for name in reversed(named) if name in filled.places), "")


def _sources(root: Path) -> list[Source]:
    public, _ = read_sources(root / DATA, DATA)
    waiting, _ = read_private_sources(root / PRIVATE, PRIVATE)
    return [*public, *waiting]


def _record_at(source: Source, where: Location) -> tuple[FieldPath, str]:
    """Find the innermost record that a place of a file is in, and the field of it."""
    kind: Kind | None = source.kind
    node: Node | None = source.root
    place, steps, name = (where.line, where.column), list[str | int](), ""
    while True:
        if isinstance(node, ListNode):
            before = [at for at, item in enumerate(node.items) if item.place <= place]
            if not before:
                break
            steps.append(before[-1])
            node, name = node.items[before[-1]], ""
        elif isinstance(node, FieldsNode):
            before_it = [(at, field) for field, at in node.names.items() if at <= place]
            name = max(before_it, default=(place, ""))[1]
            kind = kind.children.get(name) if kind else None
            inner = node.fields.get(name)
            if kind is None or not isinstance(inner, ListNode):
                break
            steps.append(name)
            node = inner
        else:
            break
    return tuple(steps), name
