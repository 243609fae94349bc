"""Where the ids of a YAML file stand: found in its tree, and written anew in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ..model.base import taken_apart
from ..model.kinds import Kind
from ..model.named_kinds import NAMED_BY
from ..problems import Location, Problem, StudyError
from ..reading.sources import FieldsNode, ListNode, Node, Source, TextNode, to_plain
from ..reading.sources.characters import LINE_BREAK
from ..reading.sources.nodes import TextPlace
from ..reading.sources.reader import read_nodes

Pieces: TypeAlias = Sequence[tuple[str, str]]
"""Pieces of a text in order, each with what comes to stand in its place."""
_BOM: Final = "\ufeff"
_MARKS: Final = ("", '"', "'")


@dataclass(frozen=True)
class Renaming:
    """Say which record gets which id; the ids of those scoped in a session change with its own."""

    noun: str
    old: str
    new: str

    def of(self, noun: str, id_: str) -> str:
        """Give the id that a record of a kind has afterwards."""
        if noun == self.noun and id_ == self.old:
            return self.new
        session, name = taken_apart(id_)
        is_within = noun == "participant" and self.noun == "session" and session == self.old
        return f"{self.new}/{name}" if is_within else id_


@dataclass(frozen=True)
class Spot:
    """A scalar or name that changes, by where it begins; `is_whole`: its text is one piece."""

    place: TextPlace
    pieces: Pieces
    is_whole: bool = True


@dataclass(frozen=True)
class Edit:
    """A stretch of a text, and what comes to stand there."""

    begin: int
    end: int
    new: str


Rewrite: TypeAlias = Callable[[str, str], Pieces]
"""Which pieces change in a field's text: its name and text -> pieces."""


def entries(source: Source) -> Iterator[FieldsNode]:
    """Give the records of a file, or the one that it is."""
    root = source.root
    items = root.items if isinstance(root, ListNode) else [root]
    yield from (item for item in items if isinstance(item, FieldsNode))


def walk_nodes(kind: Kind, node: FieldsNode) -> Iterator[tuple[Kind, FieldsNode]]:
    """Give a record's node and those of the records inside it, with their kinds."""
    yield kind, node
    for name, child in kind.children.items():
        for item in node.records(name):
            yield from walk_nodes(child, item)


# The site of a session is an id where the study declares sites, and a text of its own elsewhere.
MAY_NAME: Final = {"site": "site"}


def rename_in(
    kind: Kind | None, node: FieldsNode, renaming: Renaming, rewrite: Rewrite
) -> Iterator[Spot]:
    """Change ids in a node and all inside it, and give the places at which they stood.

    `rewrite` says what changes in texts that are no ids.
    """
    for name, value in node.fields.items():
        if name == "id" and kind is not None:
            yield from _named(kind.noun.removesuffix("-translation"), value, renaming)
        elif name == "formerly":
            continue
        elif kind is not None and name in kind.children:
            for item in node.records(name):
                yield from rename_in(kind.children[name], item, renaming, rewrite)
        elif noun := NAMED_BY.get(name) or MAY_NAME.get(name):
            yield from _named(noun, value, renaming)
        else:
            yield from _inside(name, value, renaming, rewrite)


def _inside(name: str, value: Node, renaming: Renaming, rewrite: Rewrite) -> Iterator[Spot]:
    if isinstance(value, TextNode):
        if pieces := rewrite(name, value.value):
            yield Spot(value.place, pieces, is_whole=False)
            value.value = replaced(value.value, pieces)
    elif isinstance(value, ListNode):
        for item in value.items:
            yield from _inside(name, item, renaming, rewrite)
    elif isinstance(value, FieldsNode):
        yield from rename_in(None, value, renaming, rewrite)


def _named(noun: str, value: Node, renaming: Renaming) -> Iterator[Spot]:
    if isinstance(value, TextNode):
        old, value.value = value.value, renaming.of(noun, value.value)
        if old != value.value:
            yield Spot(value.place, ((old, value.value),))
    elif isinstance(value, ListNode):
        for item in value.items:
            yield from _named(noun, item, renaming)
    elif isinstance(value, FieldsNode):
        # Of a participant's attributes, the names are ids.
        for old in list(value.names):
            if (new := renaming.of(noun, old)) != old:
                yield Spot(value.names[old], ((old, new),))
                value.names[new] = value.names.pop(old)
                if old in value.fields:
                    value.fields[new] = value.fields.pop(old)


def replaced(text: str, pieces: Pieces) -> str:
    """Replace pieces of a text, each where it is found next; raises ValueError where one is not."""
    at, done = 0, []
    for old, new in pieces:
        begin = text.index(old, at)
        done += [text[at:begin], new]
        at = begin + len(old)
    return "".join([*done, text[at:]])


class WrittenId:
    """A file's text, edited at places of its tree."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.text = text
        first = len(_BOM) if text.startswith(_BOM) else 0
        self._lines = [first, *(found.end() for found in LINE_BREAK.finditer(text))]

    def offset(self, place: TextPlace) -> int:
        """Find where in the text a place is."""
        line, column = place
        return self._lines[line - 1] + column - 1

    def line_end(self, at: int) -> int:
        """Find where the line of an index ends, before its line ending."""
        found = LINE_BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def whole(self, place: TextPlace, old: str) -> tuple[int, int]:
        """Find a scalar that is one piece, in quotation marks or not; they are left out."""
        begin = self.offset(place)
        for mark in _MARKS:
            if self.text.startswith(f"{mark}{old}{mark}", begin):
                return begin + len(mark), begin + len(mark) + len(old)
        raise self.unfit(place)

    def edits(self, spot: Spot) -> Iterator[Edit]:
        """Give what changes at a place; raises StudyError where it is not found there."""
        if spot.is_whole:
            ((old, new),) = spot.pieces
            yield Edit(*self.whole(spot.place, old), new)
            return
        at = self.offset(spot.place)
        for old, new in spot.pieces:
            begin = self.text.find(old, at)
            if begin < 0:
                raise self.unfit(spot.place)
            at = begin + len(old)
            yield Edit(begin, at, new)

    def with_edits(self, edits: Iterable[Edit]) -> str:
        """Give the text with edits made."""
        at, parts = 0, []
        for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end)):
            parts += [self.text[at : edit.begin], edit.new]
            at = edit.end
        return "".join([*parts, self.text[at:]])

    def unfit(self, place: TextPlace = (1, 1)) -> StudyError:
        """Say that nothing can be changed here without changing what the file says."""
        message = "this id cannot be changed as it is laid out"
        hint = "write it in one piece, as `id: q014`, and `formerly` as `[q013, q012]`"
        return StudyError([Problem(Location(self.shown, *place), "layout", message, hint)])


def says(text: str, root: Node | None) -> bool:
    """Tell whether a text reads as a tree does."""
    found, _ = read_nodes("", text.removeprefix(_BOM))
    return found is not None and root is not None and to_plain(found) == to_plain(root)
