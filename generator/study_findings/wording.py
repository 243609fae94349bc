"""Pydantic's errors in plain English, each at the place of the field it is about."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .model.base import ID_PATTERN, LANGUAGE_PATTERN, NOT_REPORTED, SCOPED_ID_PATTERN
from .problems import Location, Problem
from .sources import FieldsNode, Hole, ListNode, Node, TextNode, place_at

Path = tuple[str | int, ...]

ID_HINT = "use small letters a to z, digits and hyphens, beginning with a letter or digit"
BAD_ID = ("bad-id", ID_HINT)
# A pattern of the model -> the rule it stands for, and the remedy.
PATTERNS: dict[str, tuple[str, str]] = {
    ID_PATTERN: BAD_ID,
    SCOPED_ID_PATTERN: ("bad-id", f"{ID_HINT}; one slash may follow a session's id: `fgd-1/p3`"),
    LANGUAGE_PATTERN: ("wrong-value", "write a language tag such as en, ur or ps"),
    r"\S": ("wrong-value", "write something, or leave the field out"),
}
# The same by field, where a field's name says more than its pattern does.
FIELDS: dict[str, tuple[str, str]] = {
    "when": (
        "wrong-value",
        "write a month as 2026-11 or a year as 2026: no day, it identifies people",
    ),
    "orcid": ("wrong-value", "write the sixteen digits in four blocks, as 0000-0002-1825-0097"),
    "ror": ("wrong-value", "write the nine characters after ror.org/"),
    "doi": ("wrong-value", "write it from 10. on, without the address"),
    "url": ("wrong-value", "write the whole address, beginning with https://"),
}
TYPES: dict[str, tuple[str, str]] = {
    "string_type": ("text", "put the whole text in double quotes"),
    "tuple_type": ("a list", "begin each entry with `- ` on a line of its own"),
    "model_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "model_attributes_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "dict_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "int_parsing": ("a whole number", "write digits only"),
    "int_parsing_size": ("a whole number", "write a smaller number"),
    "int_from_float": ("a whole number", "write digits only"),
    "int_type": ("a whole number", "write digits only"),
    "bool_parsing": ("true or false", "write true or false"),
    "bool_type": ("true or false", "write true or false"),
    "day": ("a day", "write it as 2026-11-01"),
}


class Subject(NamedTuple):
    """Name the record that errors are about, and where it stands."""

    name: str
    file: str
    node: FieldsNode
    model: type[BaseModel]


def quoted(value: str) -> str:
    """Quote a value for a message, on one line and not too long."""
    flat = " ".join(value.split())
    return f'"{flat[:57]}…"' if len(flat) > 58 else f'"{flat}"'


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Suggest the known word nearest to a value, or nothing."""
    by_folded = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.6)
    return f'did you mean "{by_folded[close[0]]}"?' if close else ""


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
    found = f'"{_field(path)}" of {subject.name} is {_kind(node)}'
    rule, message, hint = _describe(details, path, found, node)
    if any(NOT_REPORTED in details.get("ctx", {}).get("expected", "") for details in errors):
        hint += f", or {NOT_REPORTED}"
    return Problem(_location(subject, path, details), rule, message, hint)


def _location(subject: Subject, path: Path, details: ErrorDetails) -> Location:
    if details["loc"][-1:] == ("[key]",):
        parent = _node_at(subject.node, path[:-1])
        if isinstance(parent, FieldsNode):
            return Location(subject.file, *parent.names[str(path[-1])])
    return Location(subject.file, *place_at(subject.node, path))


def _describe(
    details: ErrorDetails, path: Path, found: str, node: Node | None
) -> tuple[str, str, str]:
    kind = "day" if details["type"].startswith("date") else details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    if kind in TYPES:
        expected, hint = TYPES[kind]
        if kind == "tuple_type" and isinstance(node, TextNode):
            hint = f"write it as a list: [{_short(node.value)}]"
        return "wrong-type", f"{found}, where {expected} is expected", hint
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", context["expected"])
        value = node.value if isinstance(node, TextNode) else ""
        guess = did_you_mean(value, allowed)
        return "wrong-value", found, guess or f"write {' or '.join(allowed)}"
    if kind == "string_pattern_mismatch":
        rule, hint = FIELDS.get(_field(path)) or PATTERNS.get(
            context["pattern"], ("wrong-value", f"write it to fit {context['pattern']}")
        )
        message = found if rule != "bad-id" else f"{found}, which cannot be an id"
        return rule, message, hint
    if kind == "string_too_long":
        return (
            "bad-id",
            f"{found}, which is too long",
            f"use at most {context['max_length']} characters",
        )
    if kind == "too_short":
        return "wrong-value", f"{found} without an entry", "add at least one"
    bound = context.get("ge", context.get("le"))
    if bound is not None:
        word = "least" if "ge" in context else "most"
        return "wrong-value", found, f"write a number of at {word} {bound}"
    return "wrong-value", f"{found}: {details['msg']}", "compare with docs/schema.md"


def _short(value: str) -> str:
    return value if len(value) < 40 else "…"


def _kind(node: Node | None) -> str:
    if isinstance(node, TextNode):
        return quoted(node.value) if node.value.strip() else "empty"
    return "a list" if isinstance(node, ListNode) else "a set of fields"


def _missing(path: Path, subject: Subject) -> Problem | None:
    name = str(path[-1])
    parent = _node_at(subject.node, path[:-1])
    if not isinstance(parent, FieldsNode) or any(
        isinstance(value, Hole) for value in parent.fields.values()
    ):
        return None
    hint = f"add `{name}: …`"
    message = f'{subject.name} has no "{name}"{_within(path)}'
    if name in parent.names:
        message = f'"{name}" of {subject.name} is empty'
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
    message = f"{subject.name} has an unknown field {quoted(name)}{_within(path)}"
    hint = guess or "remove it, or see docs/schema.md for the fields there are"
    return Problem(Location(subject.file, *place), "unknown-field", message, hint)


def _within(path: Path) -> str:
    names = [step for step in path[:-1] if isinstance(step, str)]
    return f' in "{names[-1]}"' if names else ""


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
