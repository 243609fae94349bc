"""What no cell may do: change words that were cleared, clear any, or bring back withdrawn ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ..model import Quotation
from ..model.named_kinds import REFERENCES
from ..model.quotations import ONLY_WAITING
from ..privacy.withdrawn import FILE as WITHDRAWN
from ..privacy.withdrawn import read_withdrawn
from ..problems import Location, Problem, StudyError
from ..study_folder import PRIVATE
from .filled_in import Book, Filled
from .rows import Row, fingerprint

_DECIDED: Final = ("cleared", "withdrawn")
_FREE: Final = frozenset(
    name for name, noun in REFERENCES["quotation"].items() if noun in ("theme", "code", "question")
)
"""What may change in a quotation that readers see: how it is coded, and no word of it."""


class Guard:
    """Look at what rows would change; it knows which words were withdrawn."""

    def __init__(self, root: Path) -> None:
        try:
            withdrawn = read_withdrawn(root / PRIVATE)
        except ValueError as error:
            place = Location(f"{PRIVATE}/{WITHDRAWN}")
            hint = "put back an earlier copy of it"
            raise StudyError([Problem(place, "not-imported", "cannot be read", hint)]) from error
        self._finder = withdrawn.finder() if withdrawn else None

    def against(self, filled: Filled, changed: Mapping[str, Any], row: Row | None) -> list[Problem]:
        """Give a problem for each cell that may not say what it says; a new record has no row."""
        problems = list(self._withdrawn(filled, changed))
        if filled.kind.record is Quotation and row is not None:
            problems += (_waiting if row.held.is_private else _cleared)(filled, changed, row)
        return problems

    def _withdrawn(self, filled: Filled, changed: Mapping[str, Any]) -> Iterator[Problem]:
        if self._finder is None:
            return
        for name, value in changed.items():
            if ids := self._finder.find_within(value):
                message = f"holds words that were withdrawn ({', '.join(sorted(ids))})"
                yield filled.problem(name, message, "take these words out of the cell")


def is_as_written(book: Book, filled: Filled) -> bool:
    """Tell whether a row is to the letter what this program wrote into the workbook."""
    mark = book.marks.get((filled.kind.noun, filled.stands_at))
    return bool(filled.stands_at) and mark == fingerprint(filled.data) and not filled.is_partial


def undecided(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Give a quotation without what only commands decide, and the names of what it lost."""
    lost = [name for name in _DECIDED if name in data]
    return {name: value for name, value in data.items() if name not in lost}, lost


def _waiting(filled: Filled, changed: Mapping[str, Any], row: Row) -> Iterator[Problem]:
    """Refuse to clear or withdraw what waits, and to pass over what was asked for."""
    id_ = row.held.id
    for name in changed:
        if name in _DECIDED:
            message = f"quotation {id_} waits, and no cell clears or withdraws one"
            hint = f"empty the cell, and give the command `findings clear {id_} --by WHO`"
            yield filled.problem(name, message, hint)
        elif name in ONLY_WAITING and name in row.data:
            message = f"`{name}` of quotation {id_} says what somebody asked for"
            hint = f"put it back; once it is decided, take it out of {row.held.file} itself"
            yield filled.problem(name, message, hint)


def _cleared(filled: Filled, changed: Mapping[str, Any], row: Row) -> Iterator[Problem]:
    """Refuse to change what was cleared as it stands, its coding apart."""
    id_ = row.held.id
    for name in changed:
        if name not in _FREE:
            message = f"quotation {id_} was cleared as it stands, and {name} differs"
            hint = (
                f"put back what was there; or `findings unclear {id_}`, import this again, and "
                "have it cleared anew"
            )
            yield filled.problem(name, message, hint)
