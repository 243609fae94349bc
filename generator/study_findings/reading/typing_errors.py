"""Pydantic's errors in plain English, each at the place of the field it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.base import NOT_REPORTED, FieldPath
from ..problems import Location, Problem
from ..text.spelling import has_visible, name_character, unlike
from .offers import offer, offer_of_inner, path_of
from .phrases import describe_error, did_you_mean, quoted
from .sources import FieldsNode, Hole, ListNode, Node, TextNode, place_at
from .subjects import Subject, column_of, field_of, node_at, within

MOST_FIELDS = 24
# Each offer is tried in the whole record: enough for a person, and never a long wait.
MOST_OFFERS = 20


def explain_errors(error: ValidationError, subject: Subject) -> list[Problem]:
    """State each error of a record as a problem, one a field."""
    by_path: dict[FieldPath, list[ErrorDetails]] = defaultdict(list)
    for details in error.errors(include_url=False, include_input=False):
        by_path[path_of(subject.node, details)].append(details)
    misspelt = {
        _meant_field(path, subject) for path, errors in by_path.items() if _is_unknown(errors)
    }
    problems = [
        _explain(path, errors, subject, number < MOST_OFFERS)
        for number, (path, errors) in enumerate(by_path.items())
        # A field that is there under another name is not missing as well.
        if path not in misspelt or _is_unknown(errors)
    ]
    return [problem for problem in problems if problem is not None]


def _is_unknown(errors: list[ErrorDetails]) -> bool:
    return any(details["type"] == "extra_forbidden" for details in errors)


def _explain(
    path: FieldPath, errors: list[ErrorDetails], subject: Subject, may_offer: bool
) -> Problem | None:
    kinds = {details["type"] for details in errors}
    if "missing" in kinds:
        return _missing(path, subject)
    if "extra_forbidden" in kinds:
        return _unknown(path, subject)
    node = node_at(subject.node, path)
    if isinstance(node, Hole):
        return None
    telling = [details for details in errors if details["type"] != "literal_error"]
    details = (telling or errors)[0]
    name, rest = subject.narrow(path)
    is_key = details["loc"][-1:] == ("[key]",)
    found = f'"{field_of(path)}"{within(rest)} of {name} is {"no id" if is_key else _kind(node)}'
    value = node.value if isinstance(node, TextNode) else None
    rule, message, hint = describe_error(details, field_of(path), found, value, subject.language)
    where = _location(subject, path, is_key)
    written = str(path[-1]) if is_key else value
    if written is not None and has_visible(written):
        message += _odd(written, where, subject)
    if message.endswith("is empty") and subject.is_required(path):
        hint = "write something"
    elif may_offer and (meant := offer(path, written, details, subject, is_key)):
        hint = meant
    elif may_offer and (inner := offer_of_inner(path, node, subject)):
        hint = inner
    elif any(NOT_REPORTED in error.get("ctx", {}).get("expected", "") for error in errors):
        hint += f", or {NOT_REPORTED}"
    return Problem(where, rule, message, hint, cause=subject.cause(rule, path, written or ""))


def _odd(value: str, where: Location, subject: Subject) -> str:
    """Name the first character that is not what it looks like, and its column if it is found."""
    char = unlike(value)
    if char is None:
        return ", with a space beside it in the quotation marks" if value != value.strip() else ""
    column = column_of(subject.lines, where, char)
    return f", with {name_character(char)}" + (f" at column {column}" if column else "")


def _location(subject: Subject, path: FieldPath, is_key: bool) -> Location:
    parent = node_at(subject.node, path[:-1])
    if is_key and isinstance(parent, FieldsNode):
        return Location(subject.file, *parent.names[str(path[-1])])
    return Location(subject.file, *place_at(subject.node, path))


def _kind(node: Node | None) -> str:
    if isinstance(node, TextNode):
        return quoted(node.value) if has_visible(node.value) else "empty"
    return "a list" if isinstance(node, ListNode) else "a set of fields"


def _missing(path: FieldPath, subject: Subject) -> Problem | None:
    name = str(path[-1])
    parent = node_at(subject.node, path[:-1])
    if not isinstance(parent, FieldsNode) or any(
        isinstance(value, Hole) for value in parent.fields.values()
    ):
        return None
    hint = f"add `{name}: …`"
    who, rest = subject.narrow(path)
    message = f'{who} has no "{name}"{within(rest)}'
    if name in parent.names:
        message = f'"{name}"{within(rest)} of {who} is empty'
        hint = "write something after the colon"
    location = Location(subject.file, *place_at(subject.node, path))
    cause = subject.cause("missing-field", path)
    return Problem(location, "missing-field", message, hint, cause=cause)


def _left(path: FieldPath, subject: Subject) -> list[str]:
    """List the fields that could stand beside one, and do not yet."""
    parent = node_at(subject.node, path[:-1])
    taken = parent.names if isinstance(parent, FieldsNode) else {}
    return [field for field in subject.model_at(path[:-1]).model_fields if field not in taken]


def _meant_field(path: FieldPath, subject: Subject) -> FieldPath:
    guess = did_you_mean(str(path[-1]), _left(path, subject))
    quotes = re.search(r'"(.+?)"', guess)
    return (*path[:-1], quotes.group(1)) if quotes else ()


def _unknown(path: FieldPath, subject: Subject) -> Problem:
    name = str(path[-1])
    parent = node_at(subject.node, path[:-1])
    place = parent.names[name] if isinstance(parent, FieldsNode) else subject.node.place
    where = Location(subject.file, *place)
    left = _left(path, subject)
    who, rest = subject.narrow(path)
    message = f"{who} has an unknown field {quoted(name)}{within(rest)}{_odd(name, where, subject)}"
    hint = did_you_mean(name, left) or "".join(_choice(left))
    if re.match(r"[^\S \t\n]", name):
        hint = (
            "indent with ordinary spaces: the line begins with a character that only looks like one"
        )
    cause = subject.cause("unknown-field", path)
    return Problem(where, "unknown-field", message, hint, cause=cause)


def _choice(fields: list[str]) -> Iterator[str]:
    yield "remove it"
    if fields:
        yield f"; the fields there may be: {', '.join(fields[:MOST_FIELDS])}"
        yield " …" if len(fields) > MOST_FIELDS else ""
