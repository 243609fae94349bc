"""The records of a study, found by what a row of a workbook says of where it stands."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from pathlib import PurePosixPath

from ..importers.holdings import file_for
from ..model.kinds import Kind
from ..study_folder import DATA, PRIVATE
from .filled_in import Filled
from .rows import Row


class RecordsByRow:
    """Hold the records that stand in a study, those that wait too."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._by_place = {(row.kind.noun, row.stands_at): row for row in rows}

    def row_of(self, filled: Filled) -> Row | None:
        """Find the record that a row is: where it says, or where it was moved to since."""
        if row := self._by_place.get((filled.kind.noun, filled.stands_at)):
            return row
        kind = filled.kind
        if kind.file and not kind.is_list and kind.noun != "theme":
            wanted = filled.file or file_for(kind.noun, filled.id)
            alone = (row for row in self._of(kind) if row.held.file == wanted and not row.steps)
            return next(alone, None)
        if not filled.id or kind.is_translation:
            return None
        found = [row for row in self._of(kind) if row.held.id == filled.id]
        return found[0] if len(found) == 1 else None

    def holds_any(self, kind: Kind) -> bool:
        """Tell whether any record of a kind stands in the study."""
        return bool(self._of(kind))

    def parent(self, kind: Kind, id_: str, file: str) -> Row | None:
        """Find the record of a kind that others are to stand inside; `file` may be empty."""
        return next(
            (row for row in self._of(kind) if row.held.id == id_ and file in ("", row.held.file)),
            None,
        )

    def _of(self, kind: Kind) -> list[Row]:
        return [row for row in self.rows if row.kind == kind]


def may_hold(kind: Kind, file: str) -> bool:
    """Tell whether a path below the root is a file of a kind, and no other place."""
    parts = PurePosixPath(file).parts
    folders = (DATA, PRIVATE) if kind.may_wait else (DATA,)
    if not kind.file or not parts or parts[0] not in folders or ".." in parts or "\\" in file:
        return False
    below = "/".join(parts[1:])
    return fnmatch.fnmatchcase(below, kind.pattern) and below.count("/") == kind.file.count("/")
