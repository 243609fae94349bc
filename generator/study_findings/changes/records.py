"""The records of a public study, each with what holds it; which of two states are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias

from ..model import About, Quotation, Record, Relation, Theme
from ..model.base import taken_apart
from ..model.kinds import OWN_FILES, Kind
from ..model.named_kinds import REFERENCES
from ..model.provenance import MayBeComposed
from ..model.quotations import flat, spoken
from ..model.themes import PLACEMENT
from ..privacy.publishable import PublicStudy

RELATION: Final = "relation"
TRANSLATION: Final = "translation"
UNREAD: Final = frozenset({"reviewed-word"})
"""Kinds of which no reader sees anything."""
HOLDERS: Final = {"claim": "theme", RELATION: "theme"}
"""In records of which kind these stand; all others that stand in one are in one of their own."""
_ENDS: Final = {"theme": "theme", "voices": "quotation"}

RecordKey: TypeAlias = tuple[str, str]
"""What a record is called, and its id."""


@dataclass(frozen=True)
class RecordEntry:
    """Hold a record, what it is called, and the id of the record it stands in.

    A relation has no id of its own: it is known by both its ends, `one/other`, and counted where
    one theme says several things of another.
    """

    noun: str
    id: str
    record: Record
    within: str = ""

    @property
    def key(self) -> RecordKey:
        """Name the record among all of a study."""
        return self.noun, self.id

    @property
    def formerly(self) -> tuple[str, ...]:
        """List the ids it had before, the latest first."""
        return tuple(reversed(getattr(self.record, "formerly", ())))

    @property
    def is_illustrative(self) -> bool:
        """Tell whether it is composed to show the site."""
        return isinstance(self.record, MayBeComposed) and self.record.is_illustrative


class State:
    """Ask one state of a study for its records; only what `publishable` gives is taken."""

    def __init__(self, study: PublicStudy) -> None:
        if not isinstance(study, PublicStudy):
            raise TypeError("only what `publishable` gives may be compared")
        self.study = study
        self.entries = tuple(
            entry for kind, record in records_of_files(study) for entry in _within(kind, record, "")
        )

    @cached_property
    def by_key(self) -> Mapping[RecordKey, RecordEntry]:
        """Find a record by its kind and id, or by an id it had."""
        former = {(entry.noun, id_): entry for entry in self.entries for id_ in entry.formerly}
        return {**former, **{entry.key: entry for entry in self.entries}}

    def quotation(self, id_: str) -> Quotation | None:
        """Find a quotation, withdrawn ones included, by its id or one it had."""
        entry = self.by_key.get(("quotation", id_))
        return entry.record if entry and isinstance(entry.record, Quotation) else None


def words_of_quotation(quotation: Quotation) -> str:
    """Give what is said in a quotation as one text."""
    return flat(spoken(quotation))


def words_of_original(quotation: Quotation) -> str:
    """Give what was said in the language it was said in, as one text."""
    return flat(spoken(quotation.original))


def records_of_files(study: PublicStudy) -> Iterator[tuple[Kind, Record]]:
    """Give each record that stands in no other and that readers see, with its kind."""
    for kind in OWN_FILES:
        if kind.noun not in UNREAD:
            records = (study.about,) if kind.record is About else getattr(study, kind.field)
            yield from ((kind, record) for record in records)


def _within(kind: Kind, record: Record, holder: str) -> Iterator[RecordEntry]:
    id_ = getattr(record, "id", "")
    yield RecordEntry(kind.noun, id_, record, holder)
    if isinstance(record, Theme):
        yield from _relations(record)
    for name, child in kind.children.items():
        for item in getattr(record, name):
            yield from _within(child, item, id_)


def _relations(theme: Theme) -> Iterator[RecordEntry]:
    seen: dict[str, int] = {}
    for relation in theme.related:
        number = seen[relation.theme] = seen.get(relation.theme, 0) + 1
        again = "" if number == 1 else f"/{number}"
        yield RecordEntry(RELATION, f"{theme.id}/{relation.theme}{again}", relation, theme.id)


class Renames:
    """Say by which ids the records of one state are known in another, as `formerly` tells."""

    def __init__(self, old: State, new: State) -> None:
        was = {entry.key for entry in old.entries}
        now = {entry.key for entry in new.entries}
        # A state may be compared with an earlier one: then the former id is the new one.
        back = {key: former for (_, former), key in _later(old.entries, now, was)}
        self._ids = {**back, **{key: id_ for key, (_, id_) in _later(new.entries, was, now)}}

    def id(self, noun: str, id_: str) -> str:
        """Give the id that a record of the old state has in the new one."""
        found = self._ids.get((noun, id_))
        session, own = taken_apart(id_)
        if found:
            return found
        if noun == RELATION:
            source, target, *again = id_.split("/")
            return "/".join((self.id("theme", source), self.id("theme", target), *again))
        return f"{self.id('session', session)}/{own}" if session else id_

    def entry(self, entry: RecordEntry) -> RecordEntry:
        """Give an entry of the old state with the ids of the new one."""
        fields = _ENDS if isinstance(entry.record, Relation) else REFERENCES[entry.noun]
        changed = {
            name: self._value(noun, getattr(entry.record, name)) for name, noun in fields.items()
        }
        if isinstance(entry.record, Theme) and entry.record.narrative:
            changed["narrative"] = self.narrative(entry.record.narrative)
        record = entry.record.model_copy(update=changed)
        holder = HOLDERS.get(entry.noun, entry.noun)
        within = self.id(holder, entry.within) if entry.within else ""
        return RecordEntry(entry.noun, self.id(entry.noun, entry.id), record, within)

    def narrative(self, text: str) -> str:
        """Give a narrative with the ids of the new state where it places quotations."""
        return PLACEMENT.sub(self._placed, text)

    def _value(self, noun: str, value: Any) -> Any:
        if isinstance(value, str):
            return self.id(noun, value)
        if isinstance(value, dict):
            return {self.id(noun, id_): level for id_, level in value.items()}
        return value and tuple(self.id(noun, id_) for id_ in value)

    def _placed(self, match: re.Match[str]) -> str:
        return f"[[{self.id('quotation', match[1].strip())}]]"


def _later(
    entries: Iterable[RecordEntry], was: set[RecordKey], now: set[RecordKey]
) -> Iterator[tuple[RecordKey, RecordKey]]:
    """Pair the key a record had with the one it has, where only that tells that it is the same."""
    for entry in entries:
        if entry.key not in was:
            former = ((entry.noun, id_) for id_ in entry.formerly)
            found = next((key for key in former if key in was and key not in now), None)
            if found:
                yield found, entry.key
