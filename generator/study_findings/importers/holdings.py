"""What a study holds before anything is brought in: each record, its file and its place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Final

from ..model import Participant, Quotation
from ..model.base import FieldPath
from ..model.kinds import BY_NOUN, Kind
from ..problems import Problem, StudyError
from ..reading.sources import (
    FieldsNode,
    ListNode,
    PrivateReader,
    Source,
    read_sources,
    to_plain,
)
from ..study_folder import DATA, PRIVATE

_LOSES_NOTHING: Final = frozenset(
    {
        "bidirectional-override",
        "control-character",
        "cut-text",
        "damaged-text",
        "empty-file",
        "invisible-character",
        "missing-file",
        "missing-folder",
        "unknown-file",
        "unknown-folder",
    }
)
"""What may be wrong with a file though all of its records are read."""


@dataclass(frozen=True, slots=True)
class Held:
    """A record that stands in the study: what it says, the file it is in, and its path there."""

    kind: Kind
    id: str
    data: Mapping[str, Any]
    file: str
    steps: FieldPath
    parent: str = ""
    """The id of the theme or code it stands inside."""

    @property
    def is_private(self) -> bool:
        """Tell whether it waits in `private/`."""
        return self.file.startswith(f"{PRIVATE}/")


@dataclass(frozen=True, slots=True)
class Holdings:
    """All records of a study by kind and id; of a person listed twice, both."""

    root: Path
    records: Mapping[tuple[str, str], tuple[Held, ...]]
    about: Mapping[str, Any] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    """The files that hold a list or a record, by their paths below the root."""

    def of(self, noun: str) -> Iterator[Held]:
        """Give the records of a kind, in order."""
        for (kind, _), held in self.records.items():
            if kind == noun:
                yield from held

    def get(self, noun: str, id_: str) -> Held | None:
        """Give a record; of one that stands in both folders, the private one."""
        held = self.records.get((noun, id_), ())
        return next((one for one in held if one.is_private), held[0] if held else None)

    @property
    def ids(self) -> set[str]:
        """List all ids, in small letters."""
        return {id_.casefold() for _, id_ in self.records}

    @property
    def groups(self) -> list[Mapping[str, Any]]:
        """List the groups that the study declares."""
        groups = self.about.get("groups")
        return [g for g in groups if isinstance(g, dict)] if isinstance(groups, list) else []


def read_holdings(root: Path) -> Holdings:
    """Read a study's records as they stand, valid or not.

    Raises StudyError where a file cannot be read whole, since what it holds would be lost sight of.
    """
    public, problems = read_sources(root / DATA, DATA)
    waiting = PrivateReader(root / PRIVATE, PRIVATE)
    # What waits may be much: its trees are let go file by file.
    holdings = _holdings(root, chain(public, waiting.sources()))
    if lost := unread([*problems, *waiting.problems]):
        raise StudyError(lost)
    return holdings


def read_public(root: Path) -> Holdings:
    """Read what is public of a study's records, as `read_holdings` reads all."""
    public, problems = read_sources(root / DATA, DATA)
    if lost := unread(problems):
        raise StudyError(lost)
    return _holdings(root, public)


def _holdings(root: Path, sources: Iterable[Source]) -> Holdings:
    records: dict[tuple[str, str], tuple[Held, ...]] = {}
    about: Mapping[str, Any] = {}
    files: set[str] = set()
    for source in sources:
        files.add(source.file)
        if source.kind.is_translation:
            continue
        for held in records_in(source):
            if held.kind.noun == "study":
                about = held.data
            else:
                key = (held.kind.noun, held.id)
                records[key] = (*records.get(key, ()), held)
    return Holdings(root, records, about, frozenset(files))


def unread(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems for which records, or parts of them, could not be read."""
    return [p for p in problems if p.level == "error" and p.rule not in _LOSES_NOTHING]


def records_in(source: Source) -> Iterator[Held]:
    """Give the records of one file, those inside others too."""
    root = source.root
    if isinstance(root, ListNode) and source.kind.is_list:
        for index, item in enumerate(root.items):
            if isinstance(item, FieldsNode):
                yield from _held(source, source.kind, item, (index,), "")
    elif isinstance(root, FieldsNode) and not source.kind.is_list:
        yield from _held(source, source.kind, root, (), "")


def _held(
    source: Source, kind: Kind, node: FieldsNode, steps: FieldPath, parent: str
) -> Iterator[Held]:
    id_ = node.text("id") or ""
    data = to_plain(node)
    yield Held(kind, id_, data if isinstance(data, dict) else {}, source.file, steps, parent)
    for name, child in kind.children.items():
        inner = node.fields.get(name)
        for index, item in enumerate(inner.items if isinstance(inner, ListNode) else ()):
            if isinstance(item, FieldsNode):
                yield from _held(source, child, item, (*steps, name, index), id_)


def file_for(noun: str, name: str) -> str:
    """Name the file below the root that a record begun anew comes to."""
    kind = BY_NOUN[noun]
    folder = PRIVATE if kind.record in (Quotation, Participant) else DATA
    return kind.path(name, folder)
