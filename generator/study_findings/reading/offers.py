"""Offers of another value for a field: each was tried in the record, and is taken there."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.base import ID_PATTERN, SCOPED_ID_PATTERN, FieldPath
from ..text.spelling import has_visible, in_ascii
from .repairs import repairs
from .sources import FieldsNode, ListNode, Node, TextNode, to_plain
from .subjects import Subject, field_of

ID_PATTERNS = (ID_PATTERN, SCOPED_ID_PATTERN)
BOUNDS = ("greater_than_equal", "less_than_equal")
# Why a field takes another value than what stands there.
REASONS = {
    "id": ": ids are small letters a to z, digits and hyphens",
    "when": ": no day, it identifies people",
}


def offer(
    path: FieldPath, value: str | None, details: ErrorDetails, subject: Subject, is_key: bool
) -> str | None:
    """Offer the likeliest value that the field takes; of an id that is named, a declared one."""
    if value is None or not has_visible(value) or details["type"] in BOUNDS:
        return None
    if details["type"] == "tuple_type":
        return _meant_list(path, value, subject)
    field = field_of(path[:-1] if is_key else path)
    labels = subject.labels_for(field)
    is_id = details.get("ctx", {}).get("pattern") in ID_PATTERNS
    parts = [part for part in re.split(r"[,;|\s]+", value) if part]
    is_entry = isinstance(path[-1], int)
    if is_id and is_entry and len(parts) > 1 and set(parts) <= set(labels.values()):
        return f"write each by itself: {', '.join(parts)}"
    for candidate in repairs(value, field, labels):
        if is_id and labels and candidate not in labels.values():
            continue
        if field == "id" and subject.is_declared(candidate):
            continue
        accepted = (
            re.fullmatch(ID_PATTERN, candidate) if is_key else _takes(path, candidate, subject)
        )
        if accepted:
            return f"write {candidate}{REASONS['id'] if is_id else REASONS.get(field, '')}"
    return (subject.guess(field, in_ascii(value)) or None) if is_id else None


def offer_of_inner(path: FieldPath, node: Node | None, subject: Subject) -> str | None:
    """Offer the one text that stands in needless brackets or fields, where no prose is meant."""
    if isinstance(node, ListNode):
        inner = node.items
    elif isinstance(node, FieldsNode):
        inner = list(node.fields.values())
    else:
        return None
    if len(inner) != 1 or not isinstance(inner[0], TextNode):
        return None
    value = inner[0].value
    if _takes(path, value, subject) and not _takes(path, f"[{value}]", subject):
        return f"write {value} by itself, without the brackets or the field around it"
    return None


def _meant_list(path: FieldPath, value: str, subject: Subject) -> str | None:
    parts = [part for part in re.split(r"[,;\s]+", value.strip("[] ")) if part]
    if all(re.fullmatch(SCOPED_ID_PATTERN, part) for part in parts) and _takes(
        path, parts, subject
    ):
        return f"write it as a list: [{', '.join(parts)}]"
    if _takes(path, [value], subject) and len(value) < 60:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'write it as a list: ["{escaped}"]'
    return None


def _takes(path: FieldPath, candidate: object, subject: Subject) -> bool:
    """Tell whether a record with another value in one place has no error there."""
    record: Any = to_plain(subject.node)
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = candidate
    try:
        subject.model.model_validate(record)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        return all(path_of(subject.node, details)[: len(path)] != path for details in found)
    return True


def path_of(node: Node, details: ErrorDetails) -> FieldPath:
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
