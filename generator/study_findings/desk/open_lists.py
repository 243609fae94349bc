"""A file of quotations that wait, as text, and where in it each record stands.

An edit of one record moves the places of those after it; nothing else is read anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from ..editing import Plan
from ..editing.all_or_none import Change
from ..editing.folders import FoundRecord
from ..editing.layout import without
from ..editing.record_texts import (
    RecordsFile,
    fingerprint_of,
    layout_problem,
    parse_records,
    read_records,
)
from ..model import Quotation
from ..problems import Location, StudyError

ANCHOR: Final = re.compile(r"&([^\s,\[\]{}]+)")
ALIAS: Final = re.compile(r"\*([^\s,\[\]{}]+)")


@dataclass(frozen=True)
class Slip:
    """One record of a list: its id, where it stands, and the quotation it is, if it can be read."""

    id: str
    lines: str
    begin: int
    line: int
    dash: int
    quotation: Quotation | None

    @property
    def end(self) -> int:
        """Give where its lines end in the file's text."""
        return self.begin + len(self.lines)

    @property
    def fingerprint(self) -> str:
        """Name its lines as they stand, so that a page made from others is known to be old."""
        return fingerprint_of(self.lines)


@dataclass(frozen=True)
class OpenList:
    """A file of records and their slips, in order."""

    path: Path
    file: RecordsFile
    slips: tuple[Slip, ...]

    @property
    def data(self) -> bytes:
        """Give the bytes that the file held when it was read."""
        return self.file.text.encode("utf-8")

    def written_over(self, plan: Plan) -> Plan:
        """Have a plan refused where the file is no longer as it was when it was read."""
        pairs = zip(plan.changes, plan.before, strict=True)
        before = tuple(self.data if c.path == self.path else data for c, data in pairs)
        return replace(plan, before=before)

    @property
    def is_spaced(self) -> bool:
        """Tell whether blank lines stand between its records."""
        pairs = zip(self.slips, self.slips[1:], strict=False)
        first = next((self.file.text[one.end : two.begin] for one, two in pairs), "")
        return any(not line.strip() for line in first.splitlines())

    def found(self, slip: Slip) -> FoundRecord:
        """Give a record as edits take it: its own lines, as if they were the whole file."""
        own = parse_records(slip.lines, self.file.shown)
        if len(own.records) != 1 or self.file.in_brackets:
            raise StudyError([layout_problem(self.location(slip))])
        return FoundRecord(self.path, own, own.records[0])

    def location(self, slip: Slip) -> Location:
        """Say where a record begins."""
        return Location(self.file.shown, slip.line, slip.dash + 1)

    def with_lines(self, slip: Slip, lines: str) -> OpenList:
        """Give the list with other lines in the place of a record's.

        Raises StudyError where another record names something in these lines (YAML's anchors).
        """
        self._refuse_anchors(slip)
        text = self.file.text[: slip.begin] + lines + self.file.text[slip.end :]
        at = self.slips.index(slip)
        by, by_lines = len(lines) - len(slip.lines), lines.count("\n") - slip.lines.count("\n")
        changed = replace(_typed(slip.id, lines, parse_records(lines, "").records[0].data),
                          begin=slip.begin, line=slip.line, dash=slip.dash)  # fmt: skip
        after = (
            replace(other, begin=other.begin + by, line=other.line + by_lines)
            for other in self.slips[at + 1 :]
        )
        slips = (*self.slips[:at], changed, *after)
        return OpenList(self.path, replace(self.file, text=text, records=()), slips)

    def without(self, slip: Slip, comments: tuple[str, ...]) -> tuple[Change, OpenList | None]:
        """Take a record out of the file; the comments that stood in it stay.

        The list as it is then comes with it, or None where the others have to be found anew.
        """
        self._refuse_anchors(slip)
        record = replace(
            self.found(slip).record, begin=slip.begin, end=slip.end, line=slip.line, dash=slip.dash
        )
        change = Change(self.path, without(self.file, [record], {slip.begin: comments}))
        text = change.text or ""
        at = self.slips.index(slip)
        by = len(text) - len(self.file.text)
        by_lines = text.count("\n") - self.file.text.count("\n")
        after = (
            replace(other, begin=other.begin + by, line=other.line + by_lines)
            for other in self.slips[at + 1 :]
        )
        left = OpenList(
            self.path, replace(self.file, text=text, records=()), (*self.slips[:at], *after)
        )
        stands = all(text[other.begin : other.end] == other.lines for other in left.slips)
        return change, left if left.slips and stands else None

    def _refuse_anchors(self, slip: Slip) -> None:
        named = set(ANCHOR.findall(slip.lines))
        if named and named & set(ALIAS.findall(self.file.text.replace(slip.lines, ""))):
            raise StudyError([layout_problem(self.location(slip))])


def _typed(id_: str, lines: str, data: object) -> Slip:
    try:
        quotation = Quotation.model_validate(data)
    except ValidationError:
        quotation = None
    return Slip(id_, lines, 0, 0, 0, quotation)


def open_list(path: Path, shown: str) -> OpenList:
    """Read a file of records; raises StudyError where it is no YAML."""
    file = read_records(path, shown)
    slips = (
        replace(
            _typed(record.id, file.text[record.begin : record.end], record.data),
            begin=record.begin,
            line=record.line,
            dash=record.dash,
        )
        for record in file.records
    )
    return OpenList(path, file, tuple(slips))
