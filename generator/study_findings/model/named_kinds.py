"""Which fields of which records name other records, and of what kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import StringConstraints

from .base import ID_PATTERN, SCOPED_ID_PATTERN, Record
from .kinds import BY_NOUN, BY_RECORD, KINDS, fields_of

NAMED_OTHERWISE: Final = {
    "against": "quotation",
    "also_under": "theme",
    "asked": "question",
    "rests_on": "quotation",
    "under": "theme",
    "voices": "quotation",
}
"""Fields that hold ids and are not named after the kind they name."""


def _is_id(part: object) -> bool:
    patterns = (ID_PATTERN, SCOPED_ID_PATTERN)
    return isinstance(part, StringConstraints) and part.pattern in patterns


def _references(record: type[Record]) -> dict[str, str]:
    """Find the fields that hold ids and are named after a kind, with its noun."""
    found = {}
    for name, parts in fields_of(record):
        noun = NAMED_OTHERWISE.get(name, name if name in BY_NOUN else name.removesuffix("s"))
        if noun in BY_NOUN and any(map(_is_id, parts)):
            found[name] = noun
    return found


def _models(record: type[Record]) -> Iterator[type[Record]]:
    """Give a record's model and those of all its parts; no kind's own twice."""
    yield record
    for _, parts in fields_of(record):
        for part in parts:
            if isinstance(part, type) and issubclass(part, Record) and part not in BY_RECORD:
                yield from _models(part)


REFERENCES: Final = {kind.noun: _references(kind.record) for kind in KINDS}
"""Which fields of a record name which kind of record."""
NAMED_BY: Final = {
    name: noun
    for kind in KINDS
    for model in _models(kind.record)
    for name, noun in _references(model).items()
}
"""Which kind of record a field names, whatever it is a field of."""
