"""Fields of one record changed in its own lines; all else keeps its bytes, comments too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final, TypeAlias

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from ..model.base import FieldPath
from ..problems import Location, StudyError
from .layout import comments_in, word
from .record_marks import without_field
from .record_texts import content_end, layout_problem, plain, record_node

FieldValue: TypeAlias = str | bool | Sequence[str] | Mapping[str, str] | None
"""What a field comes to hold; None: it goes."""
NodePair: TypeAlias = tuple[Node | None, Node]
"""The key of a value, where it has one, and the value."""

# What YAML takes for nothing, where it is not in quotes.
NOTHING: Final = frozenset({"", "~", "null"})
_IS_SPACE: Final = re.compile(r"\s")


def with_fields(lines: str, edits: Mapping[FieldPath, FieldValue]) -> str:
    """Change fields of the one record that these lines are, a list's item or a whole file.

    A text is changed where it stands, in its own style, and written anew in quotes only where that
    cannot be; a list is written on one line; a field that is not there yet comes last. Fields
    within fields can be changed, not added or taken out. Raises StudyError where the layout does
    not allow an edit.
    """
    for path, value in edits.items():
        expected = _expected(lines, path, value)
        lines = next((new for new in _candidates(lines, path, value) if _data(new) == expected), "")
        if not lines:
            raise StudyError([layout_problem(Location("."))])
    return lines


def _data(lines: str) -> dict[str, Any] | None:
    """Give what the record says, every scalar as text."""
    node = record_node(lines)
    return None if node is None else plain(node)


def _expected(lines: str, path: FieldPath, value: FieldValue) -> dict[str, Any] | None:
    """Give what the record is to say after an edit."""
    data = deepcopy(_data(lines))
    if data is None:
        return None
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = _plain(value)
    return data


def _plain(value: FieldValue) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return dict(value) if isinstance(value, Mapping) else list(value or ())


def _candidates(lines: str, path: FieldPath, value: FieldValue) -> Iterator[str]:
    """Give ways to write an edit, the one that changes least first."""
    record = record_node(lines)
    if record is None:
        return
    pair = _find(record, path)
    if value is None:
        yield without_field(lines, str(path[0]))
    elif pair is None and len(path) == 1:
        yield _added(lines, record, str(path[0]), value)
    elif pair is not None:
        _, old = pair
        if isinstance(value, str) and isinstance(old, ScalarNode):
            if value.strip().casefold() not in NOTHING or old.style:
                yield from _text_in_place(lines, old, value)
            yield f"{lines[: old.start_mark.index]}{_quoted(value)}{_after(lines, old)}"
        yield _written_anew(lines, pair, value)


def _find(node: Node, path: FieldPath) -> NodePair | None:
    """Find the value at a path, with its key; None where it is not there."""
    found: NodePair = (None, node)
    for step in path:
        _, here = found
        if isinstance(here, MappingNode):
            pairs = [(key, value) for key, value in here.value if key.value == step]
        elif isinstance(here, SequenceNode) and isinstance(step, int):
            pairs = [(None, item) for item in here.value[step : step + 1]]
        else:
            pairs = []
        if not pairs:
            return None
        found = pairs[0]
    return found


def _text_in_place(lines: str, node: ScalarNode, new: str) -> Iterator[str]:
    """Change only the letters that differ, found in the file by counting those before them.

    Line breaks and indents of the file are no letters of the text, and are left as they are.
    """
    old = node.value
    before = _alike(old, new)
    after = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    begin, end = _body(lines, node)
    places = [at for at in range(begin, end) if not _IS_SPACE.match(lines[at])]
    letters = [at for at, char in enumerate(old) if not _IS_SPACE.match(char)]
    if len(places) != len(letters):
        return
    first = sum(at < before for at in letters)
    last = sum(at < len(old) - after for at in letters)
    start = places[first - 1] + 1 if first else begin
    stop = places[last] if last < len(places) else places[-1] + 1 if places else begin
    # Blanks on either side belong to what is replaced.
    left = letters[first - 1] + 1 if first else 0
    right = letters[last] if last < len(letters) else letters[-1] + 1 if letters else 0
    right_in_new = len(new) - (len(old) - right)
    yield f"{lines[:start]}{new[left:right_in_new]}{lines[stop:]}"


def _alike(one: str, other: str) -> int:
    """Count the characters with which both texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _body(lines: str, node: ScalarNode) -> tuple[int, int]:
    """Give where a scalar's own letters stand, without its quotes or its block's header."""
    begin, end = node.start_mark.index, content_end(lines, node)
    if node.style in ("|", ">"):
        return lines.find("\n", begin) + 1, end
    return (begin + 1, end - 1) if node.style in ("'", '"') else (begin, end)


def _after(lines: str, node: Node) -> str:
    return lines[content_end(lines, node) :]


def _written_anew(lines: str, pair: NodePair, value: FieldValue) -> str:
    """Write a value on the line of its key; comments within the old one come above that line."""
    key, old = pair
    rest = _after(lines, old)
    if key is None:
        return f"{lines[: old.start_mark.index]}{_flow(value)}{rest}"
    begin = lines.rfind("\n", 0, key.start_mark.index) + 1
    kept = comments_in(lines, key.end_mark.index, content_end(lines, old), old)
    indent = " " * key.start_mark.column
    newline = "\r\n" if "\r\n" in lines else "\n"
    above = "".join(f"{indent}{lines[start:end].rstrip()}{newline}" for start, end in kept)
    # The first field stands on the line of the dash, and nothing can be put above it there.
    head = lines[:begin] + above if begin else lines[:begin]
    below = "" if begin or not kept else newline + above.removesuffix(newline)
    return f"{head}{lines[begin : key.end_mark.index]}: {_flow(value)}{below}{rest}"


def _added(lines: str, record: MappingNode, name: str, value: FieldValue) -> str:
    field = f"{name}: {_flow(value)}"
    if record.flow_style:
        close = record.end_mark.index - 1
        head = lines[:close].rstrip()
        comma = "" if head.endswith((",", "{")) else ","
        return f"{head}{comma} {field}{lines[len(head) : close]}{lines[close:]}"
    newline = "\r\n" if "\r\n" in lines else "\n"
    complete = lines if lines.endswith("\n") else lines + newline
    indent = " " * record.start_mark.column
    if isinstance(value, Mapping):
        parts = "".join(f"{indent}  {key}: {_scalar(text)}{newline}" for key, text in value.items())
        return f"{complete}{indent}{name}:{newline}{parts}"
    return f"{complete}{indent}{field}{newline}"


def _flow(value: FieldValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_scalar(text)}" for key, text in value.items()) + "}"
    return f"[{', '.join(map(_scalar, value or ()))}]"


def _scalar(text: str) -> str:
    return word(text) if len(text) <= 80 else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
