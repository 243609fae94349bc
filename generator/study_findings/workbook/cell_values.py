"""Values of a record as the text of one cell, and that text as the value again.

A plain value stands as it is; a list of plain values has a line for each; what is deeper is YAML.
What none of these can hold unchanged is a backslash and JSON: `\\"=1"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

import yaml

from ..editing.amendments import as_read
from ..editing.emitted import emitted_item, emitted_record
from ..editing.record_texts import plain
from ..model.base import NOT_REPORTED, Record

LONGEST: Final = 32_767
"""Characters in a cell, counted as Excel does, in units of UTF-16."""
KEPT: Final = "\\too long for a cell"
"""Stands for a value that a cell cannot hold; the study keeps what it has."""
_MARK: Final = "\\"
_STRANGE: Final = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What spreadsheet programs alter or drop: a tab becomes a space in one of them."""
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Form(Enum):
    """How the values of a field stand in a cell."""

    TEXT = "plain"
    LINES = "a line for each"
    DEEP = "YAML"


class CellError(ValueError):
    """Says what is wrong with a cell, and what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint


def form_of(annotation: object) -> Form:
    """Tell how values of a type stand in a cell."""
    parts = list(_parts(annotation))
    if any(
        isinstance(part, type) and issubclass(part, Record | Mapping | dict)
        for part in (*parts, *map(get_origin, parts))
    ):
        return Form.DEEP
    return Form.LINES if any(get_origin(part) is tuple for part in parts) else Form.TEXT


def choices_of(annotation: object) -> tuple[str, ...]:
    """List the words that a field may hold, where its type names them."""
    found: list[str] = []
    for part in _parts(annotation):
        if get_origin(part) is Literal:
            found += [str(word) for word in get_args(part)]
        elif part is bool:
            found += ["true", "false"]
        elif part is str:
            return ()
    return tuple(dict.fromkeys(found))


def written(value: Any, form: Form) -> str:
    """Write a value as a cell; raises nothing, whatever the value is."""
    cell = _plainly(value, form)
    if cell is None or not _comes_back(cell, value, form):
        is_strange = _STRANGE.search(str(value)) is not None
        text = json.dumps(value, ensure_ascii=is_strange)
        cell = _MARK + _ESCAPED.sub(r"\\u005f", text).replace("\x7f", "\\u007f")
    return cell if len(cell.encode("utf-16-le")) // 2 <= LONGEST else KEPT


def read(cell: str, form: Form) -> Any:
    """Read a cell that is not empty; raises CellError where it says nothing."""
    text = cell.strip()
    if text.startswith(_MARK):
        try:
            return as_value(json.loads(text[1:]))
        except ValueError as error:
            hint = "write the text as it is, or in JSON after the backslash"
            raise CellError("begins with a backslash, and no JSON follows it", hint) from error
    if form is Form.DEEP:
        return _yaml(cell)
    if form is Form.LINES and text != NOT_REPORTED:
        return [line.strip() for line in text.split("\n") if line.strip()]
    return text


def as_value(value: Any) -> Any:
    """Give a value as a study's files read, every scalar a text."""
    return None if value is None else as_read(value)


def _plainly(value: Any, form: Form) -> str | None:
    if form is Form.DEEP and isinstance(value, Mapping):
        return emitted_record(value, 0).removesuffix("\n")
    if form is Form.DEEP and isinstance(value, list) and value:
        if all(isinstance(item, Mapping) and item for item in value):
            return "".join(emitted_item(item, 0) for item in value).removesuffix("\n")
        return None
    if form is Form.LINES and isinstance(value, list):
        return "\n".join(map(str, value))
    return value if isinstance(value, str) else None


def _comes_back(cell: str, value: Any, form: Form) -> bool:
    if not cell.strip() or _STRANGE.search(cell) or _ESCAPED.search(cell):
        return False
    try:
        return bool(read(cell, form) == value)
    except CellError:
        return False


def _yaml(cell: str) -> Any:
    hint = "write `name: value`, a line each, with the same indent, or quote what holds `: ` or `#`"
    try:
        node = yaml.compose(cell, Loader=yaml.SafeLoader)
        _refuse_twice(node)
        return plain(node) if node is not None else ""
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1} of the cell" if mark else ""
        raise CellError(f"is not YAML{where}", hint) from error


def _refuse_twice(node: yaml.Node | None) -> None:
    if isinstance(node, yaml.MappingNode):
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise CellError(f"says `{twice}` twice", "keep one of the two")
        for _, value in node.value:
            _refuse_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twice(value)


def _parts(annotation: object) -> Any:
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if get_origin(annotation) is not Literal:
            yield from _parts(part)
