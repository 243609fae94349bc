"""The sheets of a workbook and their columns, all from the table of kinds and the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from ..model import About
from ..model.kinds import Kind
from ..model.named_kinds import REFERENCES
from .cell_values import Form, choices_of, form_of

STANDS_AT: Final = "stands_at"
WITHIN: Final = "within"
_STANDS_AT_HELP: Final = "Where the record stands in the study. Leave it empty in a new row."
_WITHIN_HELP: Final = "The id of the record that this one is part of; empty where it is none's."
_HOW: Final = {
    Form.TEXT: "",
    Form.LINES: " [a line for each: Alt+Enter]",
    Form.DEEP: " [YAML: `name: value`, a line for each]",
}


@dataclass(frozen=True)
class Column:
    """A column: its name, what stands in it, the help below its head, what may be chosen."""

    name: str
    form: Form = Form.TEXT
    help: str = ""
    choices: tuple[str, ...] = ()
    names: str = ""
    """The noun of the kind whose ids it holds."""
    is_day: bool = False
    """Whether it holds a day."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """List the columns of a kind's sheet: where it stands, then the model's fields."""
    own = [Column(STANDS_AT, help=_STANDS_AT_HELP)]
    if any(parent.record is not About for parent in kind.parents):
        own.append(Column(WITHIN, help=_WITHIN_HELP))
    for name, field in kind.record.model_fields.items():
        if name not in kind.children:
            form = form_of(field.annotation)
            help_ = " ".join((field.description or "").split()) + _HOW[form]
            names = REFERENCES[kind.noun].get(name, "")
            choices = choices_of(field.annotation)
            is_day = form is Form.TEXT and field.annotation is date
            own.append(Column(name, form, help_.strip(), choices, names, is_day))
    return tuple(own)


def field_in(parent: Kind, kind: Kind) -> str:
    """Name the field of a record that holds records of a kind."""
    return next(name for name, child in parent.children.items() if child == kind)
