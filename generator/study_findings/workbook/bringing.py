"""A filled-in workbook brought into a study: what changed, planned in a copy and checked there.

Cleared words are never changed, and never come to be cleared, by way of a workbook.
"""

from __future__ import annotations

import fnmatch
import tempfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ..editing.folders import DATA, PRIVATE
from ..editing.plan import Plan, make_plan
from ..editing.writing import write_changes
from ..importers.bringing import changes_in, copy_records, new_problems
from ..importers.holdings import file_for
from ..importers.writing import Edits, New, ordered
from ..model import Participant, Quotation
from ..model.kinds import REFERENCES, Kind
from ..privacy.withdrawn import FILE as WITHDRAWN
from ..privacy.withdrawn import read_withdrawn
from ..problems import Location, Problem, StudyError
from .columns import field_in, parents_of
from .reading import Book, Filled
from .rows import Row, fingerprint, read_rows

_GUARDED: Final = ("cleared", "withdrawn")
_FREE: Final = frozenset(
    name for name, noun in REFERENCES["quotation"].items() if noun in ("theme", "code", "question")
)
"""What may change in a quotation that readers see: how it is coded, and no word of it."""


@dataclass
class Comes:
    """What would come of a workbook, in lines, and the plan of it."""

    plan: Plan
    lines: list[str] = field(default_factory=list)


def plan_workbook(root: Path, book: Book, command: str) -> Comes:
    """Plan what a workbook changes in a study; nothing is written.

    Raises StudyError with every row that cannot be taken, or with the errors that the study would
    have and has not yet.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_records(root, copy)
        taking = _Taking(copy, book)
        taking.take()
        write_changes(taking.edits.changes())
        if problems := new_problems(root, copy):
            raise StudyError(problems)
        plan = make_plan(root, command, list(changes_in(root, copy)))
    return Comes(plan, taking.lines)


class _Taking:
    """Take the rows of a workbook one by one."""

    def __init__(self, root: Path, book: Book) -> None:
        self.book = book
        self.edits = Edits(root)
        self.lines: list[str] = []
        self._problems: list[Problem] = []
        self._rows = read_rows(root, with_waiting=True)
        self._standing = {(row.kind.noun, row.stands_at): row for row in self._rows}
        self._met: dict[tuple[str, str], Filled] = {}
        self._new: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}
        try:
            withdrawn = read_withdrawn(root / PRIVATE)
        except ValueError as error:
            place = Location(f"{PRIVATE}/{WITHDRAWN}")
            hint = "put back an earlier copy of it"
            raise StudyError([Problem(place, "not-imported", "cannot be read", hint)]) from error
        self._finder = withdrawn.finder() if withdrawn else None

    def take(self) -> None:
        """Take all rows; raises StudyError with every one that cannot be taken."""
        # Records that only stand inside others come after those.
        for filled in sorted(self.book.rows, key=lambda filled: not filled.kind.file):
            self._take(filled)
        if self._problems:
            raise StudyError(self._problems)
        self._tell_missing()

    def _refuse(self, filled: Filled, name: str, message: str, hint: str) -> None:
        self._problems.append(filled.problem(name, message, hint))

    def _take(self, filled: Filled) -> None:
        id_ = str(filled.data.get("id", ""))
        has_id = "id" in filled.kind.record.model_fields
        if has_id and not id_:
            self._refuse(filled, "id", "a record needs an id", "give it one: `long-waits`, `q-17`")
            return
        named = filled.stands_at.partition("#")[2]
        if has_id and "#" in filled.stands_at and named != id_:
            hint = f"put {named} back, and give the command `findings rename {named} {id_}`"
            self._refuse(filled, "id", f"the id {named} was changed to {id_}", hint)
            return
        row = self._row_of(filled, id_)
        key = (filled.kind.noun, row.stands_at if row else f"{self._file(filled, id_)}#{id_}")
        if has_id and key in self._met:
            message = f"{id_} stands in row {self._met[key].number} already"
            self._refuse(filled, "id", message, "give one of the two another id, or take it out")
            return
        self._met[key] = filled
        if row is None:
            self._begin(filled, id_)
        elif filled.within != row.held.parent and (filled.stands_at or filled.within):
            hint = (
                f"put back {row.held.parent or 'an empty cell'}; move the record in its YAML file"
            )
            self._refuse(filled, "within", "a record is not moved by way of a workbook", hint)
        else:
            self._compare(filled, row)

    def _row_of(self, filled: Filled, id_: str) -> Row | None:
        """Find the record that a row is: where it says, or where it was moved to since."""
        if row := self._standing.get((filled.kind.noun, filled.stands_at)):
            return row
        file = filled.stands_at.partition("#")[0]
        if filled.kind.file and not filled.kind.is_list and filled.kind.noun != "theme":
            wanted = file or file_for(filled.kind.noun, id_)
            return next((r for r in self._rows if r.kind == filled.kind and r.held.file == wanted
                         and not r.steps), None)  # fmt: skip
        if not id_ or filled.kind.is_translation:
            return None
        found = [r for r in self._rows if r.kind == filled.kind and r.held.id == id_]
        return found[0] if len(found) == 1 else None

    # -- records that stand there

    def _compare(self, filled: Filled, row: Row) -> None:
        changed: dict[str, Any] = {}
        for name in filled.places:
            if name not in filled.kind.record.model_fields or name in filled.kept:
                continue
            now, new = row.data.get(name), filled.data.get(name)
            # A row that was begun by hand says only what is filled in.
            is_emptied = name not in filled.data and name in row.data and bool(filled.stands_at)
            if is_emptied or (name in filled.data and (now != new or name not in row.data)):
                changed[name] = new
        if not changed:
            return
        if filled.kind.record is Quotation and (refused := self._refused(changed, row)):
            self._refuse_cleared(filled, row, refused)
            return
        if self._is_withdrawn(filled, changed):
            return
        self.edits.amend(row.held.file, row.steps, filled.kind.noun, changed)
        said = ", ".join(f"{name} emptied" if changed[name] is None else name for name in changed)
        self.lines.append(f"  changed: {filled.kind.noun} {row.held.id} ({said})")

    def _refused(self, changed: dict[str, Any], row: Row) -> list[str]:
        if row.held.is_private:
            return [name for name in changed if name in _GUARDED]
        return [name for name in changed if name not in _FREE]

    def _refuse_cleared(self, filled: Filled, row: Row, names: list[str]) -> None:
        id_ = row.held.id
        if row.held.is_private:
            message = f"quotation {id_} waits, and no cell clears or withdraws one"
            hint = f"empty the cell, and give the command `findings clear {id_} --by WHO`"
        else:
            message = f"quotation {id_} was cleared as it stands, and {', '.join(names)} differs"
            hint = (
                f"put back what was there; or `findings unclear {id_}`, import this again, and "
                "have it cleared anew"
            )
        self._refuse(filled, names[0], message, hint)

    def _is_withdrawn(self, filled: Filled, data: dict[str, Any]) -> bool:
        ids = self._finder.find(_texts(data)) if self._finder else set()
        if ids:
            message = f"holds words that were withdrawn ({', '.join(sorted(ids))})"
            self._refuse(filled, "id", message, "take these words out of the row")
        return bool(ids)

    # -- new records

    def _file(self, filled: Filled, id_: str) -> str:
        """Name the file a new record comes to; words and people wait unless they were cleared."""
        file = filled.stands_at.partition("#")[0]
        kind = filled.kind
        if kind.record in (Quotation, Participant):
            if self._is_as_written(filled) and _may_hold(kind, file):
                return file
            themes = filled.data.get("themes") or ["quotations"]
            name = PurePosixPath(file).stem if file else str(themes[0])
            waiting = file_for(kind.noun, name)
            return waiting if _may_hold(kind, waiting) else file_for(kind.noun, "quotations")
        return file or (file_for(kind.noun, id_) if kind.file else "")

    def _is_as_written(self, filled: Filled) -> bool:
        mark = self.book.marks.get((filled.kind.noun, filled.stands_at))
        return bool(filled.stands_at) and mark == fingerprint(filled.data) and not filled.kept

    def _begin(self, filled: Filled, id_: str) -> None:
        kind, data = filled.kind, dict(filled.data)
        if filled.kept:
            message = "a value too long for a cell is not in this workbook"
            self._refuse(filled, min(filled.kept), message, "copy it from the study's own file")
            return
        if self._is_withdrawn(filled, data):
            return
        file = self._file(filled, id_)
        note = ""
        if kind.record is Quotation and file.startswith(f"{PRIVATE}/"):
            lost = [name for name in _GUARDED if data.pop(name, None) is not None]
            note = f"; it waits in {PRIVATE}/, without {' and '.join(lost)}" if lost else ""
        record = ordered(kind.noun, data)
        if parents_of(kind) and (filled.within or not kind.file):
            if not self._begin_inside(filled, file, record):
                return
        elif _may_hold(kind, file):
            self.edits.add(file, New(kind, record))
        else:
            message = f"no {kind.noun} can stand at {file or 'no file'}"
            hint = f"leave the cell empty, or name a file: {DATA}/{kind.file}"
            self._refuse(filled, "stands_at", message, hint)
            return
        self._new[kind.noun, id_ if not kind.is_translation else f"{file}#{id_}"] = record, file
        self.lines.append(f"  new: {kind.noun} {id_}{note}")

    def _begin_inside(self, filled: Filled, file: str, record: dict[str, Any]) -> bool:
        kind = filled.kind
        for parent in parents_of(kind):
            begun = self._new.get((parent.noun, filled.within)) or self._new.get(
                (parent.noun, f"{file}#{filled.within}")
            )
            if begun:
                begun[0].setdefault(field_in(parent, kind), []).append(record)
                return True
            for row in self._rows:
                is_there = row.kind == parent and row.held.id == filled.within
                if is_there and (not kind.is_translation or row.held.file == file):
                    name = field_in(parent, kind)
                    self.edits.add_inside(row.held.file, row.steps, parent.noun, name, record)
                    return True
        message = f"there is no record {filled.within} for this one to be part of"
        self._refuse(filled, "within", message, "give the id of one above, in its own sheet")
        return False

    def _tell_missing(self) -> None:
        for row in self._rows:
            is_shown = self.book.with_waiting or not row.held.is_private
            if (
                is_shown
                and row.kind.noun in self.book.nouns
                and (row.kind.noun, row.stands_at) in self.book.marks
                and (row.kind.noun, row.stands_at) not in self._met
            ):
                says = f"no longer in this workbook, and left as it is: {row.kind.noun}"
                self.lines.append(f"  {says} {row.held.id}")


def _may_hold(kind: Kind, file: str) -> bool:
    """Tell whether a path below the root is a file of a kind, and no other place."""
    parts = PurePosixPath(file).parts
    folders = (DATA, PRIVATE) if kind.may_wait else (DATA,)
    if not kind.file or not parts or parts[0] not in folders or ".." in parts or "\\" in file:
        return False
    below = "/".join(parts[1:])
    return fnmatch.fnmatchcase(below, kind.pattern) and below.count("/") == kind.file.count("/")


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [str(value)]
