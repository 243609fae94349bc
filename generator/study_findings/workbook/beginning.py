"""Records that a workbook adds: the file each comes to, or the record it stands inside."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from ..editing.folders import QUOTATIONS, list_for
from ..importers.holdings import file_for
from ..importers.writing import Edits, New, ordered
from ..model import Participant, Quotation
from ..model.kinds import Kind
from ..problems import Problem
from ..study_folder import PRIVATE
from .columns import field_in
from .filled_in import Book, Filled
from .guarding import is_as_written, undecided
from .records_by_row import RecordsByRow, may_hold


class Beginning:
    """Begin records one by one, in the order of a workbook's sheets."""

    def __init__(self, book: Book, records: RecordsByRow, edits: Edits) -> None:
        self._book = book
        self._records = records
        self._edits = edits
        self._begun: dict[tuple[str, str], dict[str, Any]] = {}

    def file_of(self, filled: Filled) -> str:
        """Name the file a new record comes to; empty where it stands inside another.

        Words and people wait in `private/`. Only a study that holds none of a kind takes them as
        cleared, from rows that nobody changed: what was taken out of a study does not come back.
        """
        kind, file = filled.kind, filled.file
        if kind.record in (Quotation, Participant):
            is_as_cleared = is_as_written(self._book, filled) and may_hold(kind, file)
            if is_as_cleared and not self._records.holds_any(kind):
                return file
            named = PurePosixPath(file).stem if file else list_for(filled.data.get("themes"))
            waiting = file_for(kind.noun, named)
            return waiting if may_hold(kind, waiting) else file_for(kind.noun, QUOTATIONS)
        return file or (file_for(kind.noun, filled.id) if kind.file else "")

    def begin(self, filled: Filled) -> tuple[list[Problem], list[str]]:
        """Begin a record; give why it cannot be, and what it lost on its way."""
        kind, file = filled.kind, self.file_of(filled)
        data, lost = dict(filled.data), list[str]()
        if kind.record is Quotation and file.startswith(f"{PRIVATE}/"):
            data, lost = undecided(data)
        record = ordered(kind.noun, data)
        if kind.parents and (filled.within or not kind.file):
            if not self._put_inside(filled, file, record):
                message = f"there is no record {filled.within} for this one to be part of"
                hint = "give the id of one above, in its own sheet"
                return [filled.problem("within", message, hint)], lost
        elif may_hold(kind, file):
            self._edits.add(file, New(kind, record))
        else:
            message = f"no {kind.noun} can stand at {file or 'no file'}"
            hint = f"leave the cell empty, or name a file: {kind.path()}"
            return [filled.problem("stands_at", message, hint)], lost
        self._begun[_key(kind, filled.id, file)] = record
        return [], lost

    def _put_inside(self, filled: Filled, file: str, record: dict[str, Any]) -> bool:
        kind = filled.kind
        for parent in kind.parents:
            name = field_in(parent, kind)
            if begun := self._begun.get(_key(parent, filled.within, file)):
                begun.setdefault(name, []).append(record)
                return True
            in_file = file if kind.is_translation else ""
            if row := self._records.parent(parent, filled.within, in_file):
                self._edits.add_inside(row.held.file, row.steps, parent.noun, name, record)
                return True
        return False


def _key(kind: Kind, id_: str, file: str) -> tuple[str, str]:
    """Name a record; of a translation there is one in each language."""
    return kind.noun, f"{file}#{id_}" if kind.is_translation else id_
