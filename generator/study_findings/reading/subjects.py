"""A record that errors are about: its name, its nodes, and the models its parts are of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from pydantic import BaseModel

from ..model.base import FieldPath
from ..model.kinds import KINDS
from ..problems import Location
from .phrases import quoted
from .sources import FieldsNode, ListNode, Node

# Fields that hold records with an id -> what one of these is called.
NESTED: dict[str | int, str] = {
    name: child.noun
    for kind in KINDS
    if not kind.is_translation
    for name, child in kind.children.items()
}


class Subject(NamedTuple):
    """Name the record that errors are about, where it stands, and what its study declares."""

    name: str
    file: str
    node: FieldsNode
    model: type[BaseModel]
    lines: tuple[str, ...] = ()
    language: str = "en"
    """The study's own, as it says itself."""
    labels_for: Callable[[str], Mapping[str, str]] = lambda _field: {}
    """The ids that a field may name, by what readers call them and by themselves."""
    guess: Callable[[str, str], str] = lambda _field, _id: ""
    """What id a field may mean, as long as asking takes no time."""
    is_declared: Callable[[str], bool] = lambda _id: False
    """Whether some record of the study has an id already."""

    def narrow(self, path: FieldPath) -> tuple[str, FieldPath]:
        """Name the innermost record with an id that a path leads into, and the rest of the path."""
        name, rest = self.name, path
        node: Node | None = self.node
        for index, step in enumerate(path):
            node = node_at(node, (step,)) if node is not None else None
            inner = NESTED.get(path[index - 1]) if index else None
            if inner and isinstance(node, FieldsNode) and (id_ := node.text("id")):
                name, rest = f"{inner} {quoted(id_)[1:-1]}", path[index + 1 :]
        return name, rest

    def model_at(self, path: FieldPath) -> type[BaseModel]:
        """Give the model of the part that a path leads to."""
        model = self.model
        for step in path:
            if isinstance(step, str) and step in model.model_fields:
                model = _record_in(model.model_fields[step].annotation) or model
        return model

    def is_required(self, path: FieldPath) -> bool:
        """Tell whether a field may not be left out."""
        field = self.model_at(path[:-1]).model_fields.get(str(path[-1])) if path else None
        return field is not None and field.is_required()

    def cause(self, rule: str, path: FieldPath, value: str = "") -> str:
        """Name what is the same where one slip is repeated in many records."""
        names = [str(step) for step in path if isinstance(step, str)]
        # Every id is another, and yet all may be wrong in the same way.
        told = "" if names[-1:] == ["id"] else value
        return "|".join((rule, self.model.__name__, *names, told))


def column_of(lines: tuple[str, ...], where: Location, char: str) -> int | None:
    """Find the 1-based column of a character from a place on, on the same line."""
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    column = line.find(char, where.column - 1)
    return column + 1 if column >= 0 else None


def within(path: FieldPath) -> str:
    """Name the field that the last of a path stands in."""
    names = [step for step in path if isinstance(step, str)]
    return f' in "{names[-2]}"' if len(names) > 1 else ""


def field_of(path: FieldPath) -> str:
    """Name the field that a path leads to."""
    return next((step for step in reversed(path) if isinstance(step, str)), "entry")


def node_at(node: Node, path: FieldPath) -> Node | None:
    """Give the node that a path leads to."""
    found: Node | None = node
    for step in path:
        if isinstance(found, FieldsNode):
            found = found.fields.get(str(step))
        elif isinstance(found, ListNode) and isinstance(step, int):
            found = found.items[step]
        else:
            return None
    return found


def _record_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
