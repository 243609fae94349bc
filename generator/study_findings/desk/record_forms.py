"""Forms made from the model: a control for each simple field of a kind of record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from werkzeug.datastructures import MultiDict

from ..editing.record_fields import SimpleField, place_field, simple_fields
from ..editing.record_lines import FieldValue
from ..model import Quotation
from ..model.base import FieldPath, Words
from ..model.kinds import BY_NOUN, Kind
from ..model.named_kinds import REFERENCES
from ..problems import Problem
from .choices import (
    Option,
    participant_options,
    quotation_options,
    record_options,
    session_options,
    theme_options,
)
from .workspace import Workspace

# Decided elsewhere on the desk, or written by commands.
LEFT_OUT: Final = frozenset({"kept_out", "cleared", "withdrawn"})
MOST_BOXES: Final = 200
"""How many ids are offered as boxes to tick; where there are more, they are typed."""
NAMED: Final = re.compile(r'["`]([a-z_]+)["`:]')
Shape = Literal["choice", "choices", "several", "flag", "text", "long"]


@dataclass(frozen=True)
class Control:
    """A field with what it is asked by: a text, a list to choose from, a box to tick."""

    field: SimpleField
    shape: Shape
    is_required: bool
    options: tuple[Option, ...] = ()


def controls(
    space: Workspace,
    noun: str,
    themes: Collection[str] = (),
    left_out: Collection[str] = LEFT_OUT,
    is_new: bool = False,
) -> tuple[Control, ...]:
    """Make the controls of a kind of record, the required fields first.

    `themes` are those whose quotations a field may name. Only one that `is_new` is asked which
    record it is to stand in.
    """
    kind = BY_NOUN[noun]
    found = [
        _control(space, kind, field, themes)
        for field in simple_fields(kind)
        if field.name not in left_out
    ]
    if is_new and (place := place_field(kind)):
        found.append(Control(place, "choice", True, _ids(space, place.name, themes)))
    return tuple(sorted(found, key=lambda control: not control.is_required))


def _control(space: Workspace, kind: Kind, field: SimpleField, themes: Collection[str]) -> Control:
    model_field = kind.record.model_fields[field.name]
    # Words may also be given in turns, for which there is no form.
    is_words = kind.record is Quotation and field.name == kind.called_by
    required = model_field.is_required() or is_words
    noun = REFERENCES[kind.noun].get(field.name)
    words = tuple(_chosen_words(model_field.annotation))
    if field.is_flag:
        return Control(field, "flag", required)
    if noun is not None:
        options = _ids(space, noun, themes)
        if field.is_list and len(options) > MOST_BOXES:
            return Control(field, "several", required)
        shape: Shape = "choices" if field.is_list else "choice"
        return Control(field, shape, required, options)
    if words:
        return Control(field, "choice", required, tuple(Option(w, w) for w in words))
    if field.is_list:
        return Control(field, "several", required)
    is_long = field.name == "text" or _is_prose((model_field.annotation, *model_field.metadata))
    return Control(field, "long" if is_long else "text", required)


def _ids(space: Workspace, noun: str, themes: Collection[str]) -> tuple[Option, ...]:
    """List the ids that a field may name, as readers know them."""
    if noun == "quotation":
        return quotation_options(space, themes)
    if noun == "theme":
        return theme_options(space)
    if noun == "session":
        return session_options(space)
    if noun == "participant":
        return participant_options(space)
    return record_options(space, noun)


def _chosen_words(annotation: Any) -> Iterator[str]:
    """Give the words of a field that holds one of a few."""
    if get_origin(annotation) is Literal:
        words = get_args(annotation)
        # A single word stands beside a free text: what is not reported.
        yield from (word for word in words if len(words) > 1)
    elif get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _chosen_words(part)


def _is_prose(parts: Iterable[Any]) -> bool:
    for part in parts:
        if isinstance(part, Words) and part.in_markdown:
            return True
        inner = (*get_args(part), *getattr(part, "__metadata__", ()))
        if inner and _is_prose(inner):
            return True
    return False


def sent(noun: str, form: MultiDict[str, str]) -> dict[str, str | list[str] | bool]:
    """Give what a form sent of a record, by field; what was left empty is left out."""
    found: dict[str, str | list[str] | bool] = {}
    kind = BY_NOUN[noun]
    for field in (*simple_fields(kind), *filter(None, [place_field(kind)])):
        if field.is_flag:
            value: str | list[str] | bool = form.get(field.name) == "yes"
        elif field.is_list:
            value = [part.strip() for item in form.getlist(field.name) for part in item.split(",")]
            value = [part for part in value if part]
        else:
            value = form.get(field.name, "").replace("\r\n", "\n").strip()
        if value:
            found[field.name] = value
    return found


def changed(
    noun: str,
    data: Mapping[str, Any],
    form: MultiDict[str, str],
    left_out: Collection[str] = LEFT_OUT,
) -> dict[FieldPath, FieldValue]:
    """Give the fields of a record that a form changed; what it does not ask about stays."""
    now = sent(noun, form)
    edits: dict[FieldPath, FieldValue] = {}
    for field in simple_fields(BY_NOUN[noun]):
        if field.name in left_out:
            continue
        was, new = data.get(field.name), now.get(field.name)
        if field.is_flag:
            was, new = was == "true", bool(new)
        elif field.is_list and field.name in REFERENCES[noun]:
            # What is ticked has no order of its own.
            new = _in_order(was or [], new if isinstance(new, list) else [])
        elif isinstance(was, str):
            was = was.strip()
        if (was or None) != (new or None):
            edits[field.name,] = new or None
    return edits


def _in_order(was: list[str], now: list[str]) -> list[str]:
    """Put what stays first, as it stood, and what is new after it."""
    return [*(id_ for id_ in was if id_ in now), *(id_ for id_ in now if id_ not in was)]


def by_field(noun: str, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Sort problems by the field each is about; those about none stand under nothing."""
    kind = BY_NOUN[noun]
    asked = (*simple_fields(kind), *filter(None, [place_field(kind)]))
    fields = {field.name for field in asked} | {"id"}
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(_field_of(noun, fields, problem), []).append(_at_a_form(problem))
    return found


def _at_a_form(problem: Problem) -> Problem:
    """Leave out which option of a command would give what is missing."""
    if problem.rule == "missing-field" and problem.hint.startswith("give it by --"):
        return replace(problem, hint="give it here")
    return problem


def _field_of(noun: str, fields: set[str], problem: Problem) -> str:
    referred = problem.rule.removeprefix("unknown-")
    for name, kind in REFERENCES[noun].items():
        if problem.rule.startswith("unknown-") and kind == referred:
            return name
    if problem.rule in ("bad-id", "duplicate-id"):
        return "id"
    if referred in fields:
        return referred
    named = NAMED.findall(f"{problem.message} {problem.hint}")
    return next((name for name in named if name in fields), "")
