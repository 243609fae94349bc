"""Fields of records set, taken out or added in the text of a YAML file; all else keeps its bytes.

A record is found by its path from the root of the file: numbers of entries and names of fields.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import MappingNode, Node, SequenceNode

from ..model.base import FieldPath
from ..problems import Location, StudyError
from .emitted import emitted_field, emitted_in_line, emitted_item
from .record_texts import composed, content_end, layout_problem, line_end, line_start, plain


@dataclass(frozen=True)
class Amendment:
    """What changes in a record: fields set, or taken out where None, and entries added to lists."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    added: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Records added to the end of a field that is a list."""


@dataclass(frozen=True)
class _Edit:
    begin: int
    end: int
    depth: int
    new: str


def amended(
    text: str, shown: str, amendments: Mapping[FieldPath, Amendment], order: Sequence[str] = ()
) -> str:
    """Amend records, each by its path; a new field comes after those that `order` has before it.

    Raises StudyError where the layout of the file does not allow it.
    """
    if not amendments:
        return text
    root = composed(text)
    expected = copy.deepcopy(plain(root)) if root is not None else None
    edits: list[_Edit] = []
    for path, amendment in amendments.items():
        node = _at(root, path)
        if not isinstance(node, MappingNode):
            raise StudyError([layout_problem(Location(shown))])
        edits += _edits(text, node, amendment, len(path), order)
        _expect(expected, path, amendment)
    new = _carried_out(text, edits)
    try:
        result = composed(new)
    except yaml.YAMLError:
        result = None
    if result is None or plain(result) != expected:
        first = _at(root, next(iter(amendments)))
        line = first.start_mark.line + 1 if first is not None else 1
        raise StudyError([layout_problem(Location(shown, line))])
    return new


def _at(root: Node | None, path: FieldPath) -> Node | None:
    node = root
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            return None
    return node


def _expect(root: Any, path: FieldPath, amendment: Amendment) -> None:
    record = root
    for step in path:
        record = record[step]
    for name, value in amendment.fields.items():
        if value is None:
            record.pop(name, None)
        else:
            record[name] = as_read(value)
    for name, items in amendment.added.items():
        record[name] = [*record.get(name, []), *map(as_read, items)]


def as_read(value: Any) -> Any:
    """Give a value as it reads from YAML, where every scalar is text."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return [as_read(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): as_read(item) for key, item in value.items() if item is not None}
    return "true" if value is True else "false" if value is False else str(value)


def _carried_out(text: str, edits: Sequence[_Edit]) -> str:
    parts, at = [], 0
    # Where two come to one place, what stands deeper belongs to what stands before it.
    for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end, -edit.depth)):
        before = text[at : edit.begin]
        # A last line without an end gets one before lines are added to it.
        needs_end = edit.begin == edit.end == len(text) and before and not before.endswith("\n")
        parts += [before, "\n" if needs_end and edit.new.endswith("\n") else "", edit.new]
        at = max(at, edit.end)
    return "".join([*parts, text[at:]])


def _edits(
    text: str, node: MappingNode, amendment: Amendment, depth: int, order: Sequence[str]
) -> Iterator[_Edit]:
    if node.flow_style:
        data = plain(node)
        _expect(data, (), amendment)
        yield _Edit(node.start_mark.index, node.end_mark.index, depth, emitted_in_line(data))
        return
    newline = "\r\n" if "\r\n" in text else "\n"
    column = node.start_mark.column
    names = [key.value for key, _ in node.value]
    insertions: dict[int, list[tuple[str, str]]] = {}
    for name, value in amendment.fields.items():
        if name in names:
            yield _replaced(text, node, names.index(name), value, depth, newline)
        elif value is not None:
            at = _place(text, node, name, order)
            insertions.setdefault(at, []).append((name, emitted_field(name, value, column)))
    for name, items in amendment.added.items():
        if name not in names:
            at = line_end(text, content_end(text, node))
            lines = "".join(emitted_item(item, column + 2) for item in items)
            insertions.setdefault(at, []).append((name, f"{' ' * column}{name}:\n{lines}"))
            continue
        value = node.value[names.index(name)][1]
        if isinstance(value, SequenceNode) and value.value and not value.flow_style:
            at = line_end(text, content_end(text, value))
            lines = "".join(emitted_item(item, value.start_mark.column) for item in items)
            yield _Edit(at, at, depth + 1, lines.replace("\n", newline))
        else:
            held = plain(value) if isinstance(value, SequenceNode) else []
            yield _replaced(text, node, names.index(name), [*held, *items], depth, newline)
    ranks = {name: rank for rank, name in enumerate(order)}
    for at, lines_by_name in insertions.items():
        lines_by_name.sort(key=lambda item: ranks.get(item[0], len(ranks)))
        lines = "".join(lines for _, lines in lines_by_name)
        yield _Edit(at, at, depth, lines.replace("\n", newline))


def _place(text: str, node: MappingNode, name: str, order: Sequence[str]) -> int:
    """Find where a new field comes: after the last that the order has before it, or the last."""
    before = set(order[: list(order).index(name)]) if name in order else set()
    known = [(key, value) for key, value in node.value if key.value in before]
    key, value = (known or node.value)[-1]
    end = max(int(key.end_mark.index) + 1, content_end(text, value))
    return line_end(text, end)


def _replaced(
    text: str, node: MappingNode, place: int, value: Any, depth: int, newline: str
) -> _Edit:
    key, old = node.value[place]
    begin = key.start_mark.index
    end = max(int(key.end_mark.index) + 1, content_end(text, old))
    if value is None:
        if place > 0 or line_start(text, begin) == begin:
            return _Edit(line_start(text, begin), line_end(text, end), depth, "")
        after = node.value[1][0].start_mark.index if len(node.value) > 1 else end
        return _Edit(begin, after, depth, "")
    column = node.start_mark.column
    lines = emitted_field(key.value, value, column)[column:].removesuffix("\n")
    # A comment behind a value of one line stays there.
    return _Edit(begin, end, depth, lines.replace("\n", newline))
