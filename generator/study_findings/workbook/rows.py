"""The records of a study as rows, each with a name for where it stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..importers.holdings import Held, records_in, unread
from ..model.base import FieldPath
from ..model.kinds import Kind
from ..problems import Location, Problem, StudyError
from ..reading.sources import read_private_sources, read_sources
from ..study_folder import DATA, PRIVATE


@dataclass(frozen=True)
class Row:
    """A record: its fields without the records inside it, and where it stands."""

    held: Held
    stands_at: str
    data: Mapping[str, Any]

    @property
    def kind(self) -> Kind:
        """Give its kind."""
        return self.held.kind

    @property
    def steps(self) -> FieldPath:
        """Give its path in its file."""
        return self.held.steps


def read_rows(root: Path, with_waiting: bool) -> list[Row]:
    """Read each record of a study, translations too, and what waits in `private/` when asked.

    Raises StudyError where a file cannot be read whole, or two records cannot be told apart.
    """
    sources, problems = read_sources(root / DATA, DATA)
    if with_waiting:
        waiting, more = read_private_sources(root / PRIVATE, PRIVATE)
        sources, problems = [*sources, *waiting], [*problems, *more]
    problems = unread(problems)
    rows = [_row(held) for source in sources for held in records_in(source)]
    problems += _indistinct(rows)
    if problems:
        raise StudyError(problems)
    return rows


def fingerprint(data: Mapping[str, Any]) -> str:
    """Make a mark of what a row says, so that a changed one is known."""
    said = json.dumps(data, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _row(held: Held) -> Row:
    data = {name: value for name, value in held.data.items() if name not in held.kind.children}
    has_id = "id" in held.kind.record.model_fields
    number = held.steps[-1] if held.steps else ""
    name = held.id if has_id else f"{number + 1}" if isinstance(number, int) else ""
    return Row(held, f"{held.file}#{name}", data)


def _indistinct(rows: list[Row]) -> Iterator[Problem]:
    met: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.kind.noun, row.stands_at)
        unknown = sorted(set(row.data) - set(row.kind.record.model_fields))
        if key in met:
            message = f"two records of kind {row.kind.noun} have the id {row.held.id}"
            yield Problem(Location(row.held.file), "not-imported", message, "give one another id")
        if unknown:
            message = f"{row.kind.noun} {row.held.id} has a field that is not known: {unknown[0]}"
            hint = "see what `findings check` says of it"
            yield Problem(Location(row.held.file), "not-imported", message, hint)
        met.add(key)
