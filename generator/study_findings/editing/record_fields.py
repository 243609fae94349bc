"""The simple fields of a kind of record, found in its model, and a record of them written as YAML.

Simple is a field of one value, or of several ids: what a line of a form, or an option, can hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from ..model import About
from ..model.base import ID_PATTERN
from ..model.kinds import Kind
from .layout import NOT_WORDS

FieldValues: TypeAlias = Mapping[str, str | Sequence[str] | bool]
"""What is given of a record, by field: texts, lists of ids, or that it is so."""

# The id is told apart, and what a record was called before is nobody's to say of a new one.
NOT_ASKED: Final = frozenset({"id", "formerly"})
_ONE_VALUE: Final = frozenset({str, int, bool, NoneType})


@dataclass(frozen=True)
class SimpleField:
    """A field of a record's model that an option can fill."""

    name: str
    says: str
    """What the model says of it."""
    is_list: bool
    is_number: bool
    is_flag: bool

    @property
    def option(self) -> str:
        """Name one entry of it: `theme` for `themes`."""
        return (self.name.removesuffix("s") if self.is_list else self.name).replace("_", "-")


def simple_fields(kind: Kind) -> tuple[SimpleField, ...]:
    """List the simple fields of a kind of record, its ids apart, in the order of the model."""
    return tuple(_simple(kind))


def place_field(kind: Kind) -> SimpleField | None:
    """Give what tells which record a new one is to stand inside; None where there is no choice."""
    if kind.file or kind.parent is None or kind.parent.record is About:
        return None
    says = f"The {kind.parent.noun} that it is of."
    return SimpleField(kind.parent.noun, says, is_list=False, is_number=False, is_flag=False)


def _simple(kind: Kind) -> Iterator[SimpleField]:
    for name, field in kind.record.model_fields.items():
        is_list = get_origin(field.annotation) is tuple
        held = get_args(field.annotation)[0] if is_list else field.annotation
        types = set(_types(held))
        if name not in NOT_ASKED and types <= _ONE_VALUE:
            says = " ".join((field.description or "").split())
            yield SimpleField(name, says, is_list, int in types, bool in types)


def _types(annotation: object) -> Iterator[object]:
    """Give the types that a value may have; a chosen word is a text."""
    if get_origin(annotation) is Literal:
        yield str
    elif hasattr(annotation, "__metadata__"):
        yield from _types(get_args(annotation)[0])
    elif get_origin(annotation) is None:
        yield annotation
    elif get_origin(annotation) in (tuple, list, dict):
        yield get_origin(annotation)
    else:
        for part in get_args(annotation):
            yield from _types(part)


def written(kind: Kind, id_: str, values: FieldValues) -> str:
    """Write a record in lines of YAML, its fields in the order of the model."""
    lines = [f"id: {_word(id_)}"]
    for field in simple_fields(kind):
        value = values.get(field.name)
        if isinstance(value, bool):
            lines += [f"{field.name}: true"] if value else []
        elif isinstance(value, str):
            is_digits = field.is_number and value.isascii() and value.isdigit()
            lines.append(f"{field.name}: {value if is_digits else _word(value)}")
        elif value:
            lines.append(f"{field.name}: [{', '.join(map(_word, value))}]")
    return "\n".join(lines) + "\n"


def as_read(values: FieldValues) -> dict[str, Any]:
    """Give values as they read from YAML, where every scalar is text."""
    return {
        name: "true" if value is True else value if isinstance(value, str) else list(value)
        for name, value in values.items()
        if not isinstance(value, bool) or value
    }


def _word(text: str) -> str:
    is_plain = re.match(ID_PATTERN, text) and not text[0].isdigit() and text not in NOT_WORDS
    return text if is_plain else json.dumps(text, ensure_ascii=False)
