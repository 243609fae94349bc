"""A filled-in workbook brought into a study: what changed, planned in a copy and checked there."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..editing.all_or_none import write_changes
from ..editing.plan import Plan, make_plan
from ..importers.bringing import changes_in, copy_records, new_problems
from ..importers.writing import Edits
from ..problems import Problem, StudyError
from .beginning import Beginning
from .filled_in import Book, Filled
from .guarding import Guard
from .problem_cells import at_cells
from .records_by_row import RecordsByRow
from .rows import Row, read_rows
from .saying import changed_lines, missing_line, new_line


@dataclass
class Comes:
    """What would come of a workbook, in lines, and the plan of it."""

    plan: Plan
    lines: list[str] = field(default_factory=list)


def plan_workbook(root: Path, book: Book, command: str) -> Comes:
    """Plan what a workbook changes in a study; nothing is written.

    Raises StudyError with every cell that cannot be read or taken, and with the errors that the
    study would have and has not yet, each at its cell.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_records(root, copy)
        taking = _Taking(copy, book)
        taking.take()
        write_changes(taking.edits.changes())
        wrong = at_cells(new_problems(root, copy), copy, taking.rows_met)
        if problems := [*taking.problems, *filter(taking.is_told, wrong)]:
            raise StudyError(problems)
        plan = make_plan(root, command, list(changes_in(root, copy)))
    return Comes(plan, taking.lines)


class _Taking:
    """Take the rows of a workbook one by one, those that cannot be taken left out."""

    def __init__(self, root: Path, book: Book) -> None:
        self.edits = Edits(root)
        self.lines: list[str] = []
        self.problems: list[Problem] = list(book.problems)
        self.rows_met: dict[tuple[str, str], Filled] = {}
        self._book = book
        self._records = RecordsByRow(read_rows(root, with_waiting=True))
        self._guard = Guard(root)
        self._beginning = Beginning(book, self._records, self.edits)
        self._refused: set[str] = set()
        self._unsure = set(book.unread)

    def take(self) -> None:
        """Take all rows."""
        # Records that only stand inside others come after those.
        for filled in sorted(self._book.rows, key=lambda filled: not filled.kind.file):
            if problems := self._take(filled):
                self.problems += problems
                self._refused.add(filled.id)
                self._unsure.add(filled.kind.noun)
        self._tell_missing()

    def is_told(self, problem: Problem) -> bool:
        """Tell whether an error of the study is its own: a row left out leaves names of nothing."""
        return not any(problem.rule == f"unknown-{noun}" for noun in self._unsure)

    def _take(self, filled: Filled) -> list[Problem]:
        id_, noun = filled.id, filled.kind.noun
        has_id = "id" in filled.kind.record.model_fields
        if has_id and not id_:
            hint = "give it one: `long-waits`, `q-17`"
            return [filled.problem("id", "a record needs an id", hint)]
        named = filled.stands_at.partition("#")[2]
        if has_id and "#" in filled.stands_at and named != id_:
            hint = f"put {named} back, and give the command `findings rename {noun} {named} {id_}`"
            return [filled.problem("id", f"the id {named} was changed to {id_}", hint)]
        row = self._records.row_of(filled)
        key = noun, row.stands_at if row else f"{self._beginning.file_of(filled)}#{id_}"
        if has_id and key in self.rows_met:
            message = f"{id_} stands in row {self.rows_met[key].number} already"
            hint = "give one of the two another id, or take it out"
            return [filled.problem("id", message, hint)]
        self.rows_met[key] = filled
        return self._compare(filled, row) if row else self._begin(filled)

    def _compare(self, filled: Filled, row: Row) -> list[Problem]:
        """Amend a record that stands in the study."""
        problems = []
        if filled.within != row.held.parent and (filled.stands_at or filled.within):
            hint = (
                f"put back {row.held.parent or 'an empty cell'}; move the record in its YAML file"
            )
            message = "a record is not moved by way of a workbook"
            problems.append(filled.problem("within", message, hint))
        changed = _changed(filled, row)
        problems += self._guard.against(filled, changed, row)
        if changed and not problems:
            self.edits.amend(row.held.file, row.steps, filled.kind.noun, changed)
            self.lines += changed_lines(filled.kind, row.held.id, row.data, changed)
        return problems

    def _begin(self, filled: Filled) -> list[Problem]:
        """Begin a record; of one with cells that could not be read, those tell what is wrong."""
        message = "a value too long for a cell is not in this workbook"
        hint = "copy it from the study's own file"
        problems = [filled.problem(name, message, hint) for name in sorted(filled.kept)]
        problems += self._guard.against(filled, filled.data, None)
        if problems or filled.unread or filled.within in self._refused:
            self._refused.add(filled.id)
            return problems
        problems, lost = self._beginning.begin(filled)
        if not problems:
            self.rows_met.setdefault((filled.kind.noun, filled.id), filled)
            self.lines.append(new_line(filled.kind, filled.id, filled.data, lost))
        return problems

    def _tell_missing(self) -> None:
        for row in self._records.rows:
            key = row.kind.noun, row.stands_at
            is_shown = self._book.with_waiting or not row.held.is_private
            was_written = row.kind.noun in self._book.nouns and key in self._book.marks
            if is_shown and was_written and key not in self.rows_met:
                self.lines.append(missing_line(row.kind, row.held.id))


def _changed(filled: Filled, row: Row) -> dict[str, Any]:
    """Give the fields that a row says otherwise than the study, None for one to be taken out."""
    changed: dict[str, Any] = {}
    untouched = filled.kept | filled.unread
    for name in filled.places:
        if name not in filled.kind.record.model_fields or name in untouched:
            continue
        is_filled, is_there = name in filled.data, name in row.data
        # A row that was begun by hand says only what is filled in.
        if is_there and not is_filled and filled.stands_at:
            changed[name] = None
        elif is_filled and (not is_there or filled.data[name] != row.data[name]):
            changed[name] = filled.data[name]
    return changed
