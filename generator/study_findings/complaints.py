"""Pydantic's errors in plain English, each at the place of the field it is about."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .model.base import NOT_REPORTED
from .problems import Location, Problem
from .sources import FieldsNode, Hole, ListNode, Node, TextNode, place_at
from .spelling import has_visible
from .wording import describe_error, did_you_mean, quoted

Path = tuple[str | int, ...]

# Fields that hold records with an id -> what one of these is called.
NESTED: dict[str | int, str] = {
    "subthemes": "theme",
    "codes": "code",
    "groups": "group",
    "attributes": "attribute",
}


class Subject(NamedTuple):
    """Name the record that errors are about, and where it stands."""

    name: str
    file: str
    node: FieldsNode
    model: type[BaseModel]


def explain_errors(error: ValidationError, subject: Subject) -> list[Problem]:
    """State each error of a record as a problem, one a field."""
    by_path: dict[Path, list[ErrorDetails]] = defaultdict(list)
    for details in error.errors(include_url=False, include_input=False):
        by_path[_path(subject.node, details)].append(details)
    problems = [_explain(path, errors, subject) for path, errors in by_path.items()]
    return [problem for problem in problems if problem is not None]


def _path(node: Node, details: ErrorDetails) -> Path:
    """Reduce Pydantic's location to steps through the file: it also names branches of unions."""
    path: list[str | int] = []
    for step in details["loc"]:
        if isinstance(node, FieldsNode) and step in node.fields:
            node = node.fields[str(step)]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif not (isinstance(node, FieldsNode) and details["type"] == "missing"):
            continue
        path.append(step)
    return tuple(path)


def _explain(path: Path, errors: list[ErrorDetails], subject: Subject) -> Problem | None:
    kinds = {details["type"] for details in errors}
    if "missing" in kinds:
        return _missing(path, subject)
    if "extra_forbidden" in kinds:
        return _unknown(path, subject)
    node = _node_at(subject.node, path)
    if isinstance(node, Hole):
        return None
    telling = [details for details in errors if details["type"] != "literal_error"]
    details = (telling or errors)[0]
    name, rest = _narrow(subject, path)
    found = f'"{_field(path)}"{_within(rest)} of {name} is {_kind(node)}'
    if details["loc"][-1:] == ("[key]",):
        found = f'"{_field(path)}"{_within(rest)} of {name} is no id'
    value = node.value if isinstance(node, TextNode) else None
    rule, message, hint = describe_error(details, _field(path), found, value)
    if any(NOT_REPORTED in details.get("ctx", {}).get("expected", "") for details in errors):
        hint += f", or {NOT_REPORTED}"
    return Problem(_location(subject, path, details), rule, message, hint)


def _location(subject: Subject, path: Path, details: ErrorDetails) -> Location:
    if details["loc"][-1:] == ("[key]",):
        parent = _node_at(subject.node, path[:-1])
        if isinstance(parent, FieldsNode):
            return Location(subject.file, *parent.names[str(path[-1])])
    return Location(subject.file, *place_at(subject.node, path))


def _kind(node: Node | None) -> str:
    if isinstance(node, TextNode):
        return quoted(node.value) if has_visible(node.value) else "empty"
    return "a list" if isinstance(node, ListNode) else "a set of fields"


def _missing(path: Path, subject: Subject) -> Problem | None:
    name = str(path[-1])
    parent = _node_at(subject.node, path[:-1])
    if not isinstance(parent, FieldsNode) or any(
        isinstance(value, Hole) for value in parent.fields.values()
    ):
        return None
    hint = f"add `{name}: …`"
    who, rest = _narrow(subject, path)
    message = f'{who} has no "{name}"{_within(rest)}'
    if name in parent.names:
        message = f'"{name}"{_within(rest)} of {who} is empty'
        hint = "write something after the colon"
    location = Location(subject.file, *place_at(subject.node, path))
    return Problem(location, "missing-field", message, hint)


def _unknown(path: Path, subject: Subject) -> Problem:
    name = str(path[-1])
    parent = _node_at(subject.node, path[:-1])
    place = parent.names[name] if isinstance(parent, FieldsNode) else subject.node.place
    model = _model_at(subject.model, path[:-1])
    fields = [field for field in model.model_fields if field not in getattr(parent, "names", {})]
    guess = did_you_mean(name, fields)
    who, rest = _narrow(subject, path)
    message = f"{who} has an unknown field {quoted(name)}{_within(rest)}"
    hint = guess or "remove it, or see docs/schema.md for the fields there are"
    return Problem(Location(subject.file, *place), "unknown-field", message, hint)


def _narrow(subject: Subject, path: Path) -> tuple[str, Path]:
    """Name the innermost record with an id that a path leads into, and the rest of the path."""
    name, rest = subject.name, path
    node: Node | None = subject.node
    for index, step in enumerate(path):
        node = _node_at(node, (step,)) if node is not None else None
        inner = NESTED.get(path[index - 1]) if index else None
        if inner and isinstance(node, FieldsNode) and (id_ := node.text("id")):
            name, rest = f"{inner} {quoted(id_)[1:-1]}", path[index + 1 :]
    return name, rest


def _within(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    return f' in "{names[-2]}"' if len(names) > 1 else ""


def _field(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "entry")


def _node_at(node: Node, path: Path) -> Node | None:
    found: Node | None = node
    for step in path:
        if isinstance(found, FieldsNode):
            found = found.fields.get(str(step))
        elif isinstance(found, ListNode) and isinstance(step, int):
            found = found.items[step]
        else:
            return None
    return found


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _record_in(model.model_fields[step].annotation) or model
    return model


def _record_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
