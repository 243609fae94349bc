"""What a file asks for, as records still without ids: names of other records stand as keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Key: TypeAlias = tuple[str, ...]
"""What names a record in its source: the noun first; `("theme", "Time", "Too little time")`."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A record named by its key, to become an id; of a person in a session, a scoped one."""

    key: Key


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record that a file asks for: its fields with Refs in place of ids, and where it stood."""

    key: Key
    name: str
    """The words or the code that an id is made from; empty where a number has to do."""
    fields: Mapping[str, Any]
    at: str
    parent: Key | None = None
    """The theme or code it stands inside."""
    alone: str = ""
    """What its id holds within: of a person, the session."""
    comment: str = ""
    """A line to stand above the record where it is private: a name that no id may be made of."""
    source: str = ""
    """What names it in its source for good, a GUID: it is known by that when it is renamed."""
    words: str = ""
    """Of a quotation, all its words; they tell which one of the study it is."""
    id: str = ""
    """The id that it had before, in the study the file was taken from."""

    @property
    def noun(self) -> str:
        """Name its kind."""
        return self.key[0]


@dataclass(frozen=True, slots=True)
class Note:
    """A memo, or a name left out of a public file: what it is about, and its words."""

    key: Key
    text: str


@dataclass
class Request:
    """All that one file asks for, in the order in which ids are given."""

    wanted: list[Wanted] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def of(self, noun: str) -> list[Wanted]:
        """Give the records of a kind."""
        return [one for one in self.wanted if one.noun == noun]


def grows(name: str, value: object) -> bool:
    """Tell whether a field is a list that takes in more; turns are one whole, in their order."""
    return isinstance(value, list) and name != "turns"
