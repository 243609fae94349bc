"""Nodes of a YAML file, which know where they stand; every scalar is text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

TextPlace = tuple[int, int]
"""A 1-based line and column."""


@dataclass(slots=True)
class TextNode:
    """Hold a scalar as the text it was written as."""

    place: TextPlace
    value: str


@dataclass(slots=True)
class ListNode:
    """Hold the entries of a list, in order."""

    place: TextPlace
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class FieldsNode:
    """Hold named fields, and where each name stands; a field without a value has only a name."""

    place: TextPlace
    fields: dict[str, Node] = field(default_factory=dict)
    names: dict[str, TextPlace] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Give a field's text, or None where it is missing or no text."""
        node = self.fields.get(name)
        return node.value if isinstance(node, TextNode) else None

    def records(self, name: str) -> Iterator[FieldsNode]:
        """Give the entries of a list field that have fields of their own."""
        node = self.fields.get(name)
        if isinstance(node, ListNode):
            yield from (item for item in node.items if isinstance(item, FieldsNode))


@dataclass(slots=True)
class Hole:
    """Stand where something could not be read and a problem already says so."""

    place: TextPlace


Node = TextNode | ListNode | FieldsNode | Hole


def to_plain(node: Node) -> object:
    """Turn a node into dicts, lists and strings; what could not be read is left out."""
    if isinstance(node, TextNode):
        return node.value
    if isinstance(node, ListNode):
        return [to_plain(item) for item in node.items]
    if isinstance(node, FieldsNode):
        return {
            name: to_plain(value)
            for name, value in node.fields.items()
            if not isinstance(value, Hole)
        }
    return None


def has_hole(node: Node) -> bool:
    """Tell whether any part of a node could not be read."""
    if isinstance(node, FieldsNode):
        return any(has_hole(value) for value in node.fields.values())
    if isinstance(node, ListNode):
        return any(has_hole(item) for item in node.items)
    return isinstance(node, Hole)


def place_at(node: Node, path: tuple[str | int, ...], by_name: bool = False) -> TextPlace:
    """Find where a field or entry stands: a text at itself, all else (or `by_name`) at its name."""
    place = node.place
    for step in path:
        if isinstance(node, FieldsNode) and step in node.names:
            name = str(step)
            place = node.names[name]
            if name not in node.fields:
                return place
            node = node.fields[name]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
        else:
            return place
        if isinstance(node, TextNode) and not by_name:
            place = node.place
    return place
