"""What all records share: the frozen base, the id types, and `not_reported`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias, TypeVar

from babel import Locale
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from ..text.spelling import has_visible, normal_form

NOT_REPORTED: Final = "not_reported"

ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]*$"
SCOPED_ID_PATTERN: Final = r"^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
FINGERPRINT_PATTERN: Final = r"^[0-9a-f]{8}$"
COUNTRY_PATTERN: Final = r"^[A-Z]{2}$"

FieldPath: TypeAlias = tuple[str | int, ...]
"""Where a field stands within a record: names of fields, and places in lists, from 0."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
ScopedId = Annotated[str, StringConstraints(pattern=SCOPED_ID_PATTERN, max_length=161)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
# What CLDR names beside countries: unions, tests, nowhere.
_NO_COUNTRIES: Final = frozenset("EU EZ QO UN XA XB ZZ".split())


def _is_country(value: str) -> str:
    if value in _NO_COUNTRIES or value not in Locale("en").territories:
        raise PydanticCustomError(
            "string_pattern_mismatch", "is no country", {"pattern": COUNTRY_PATTERN}
        )
    return value


Country = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN), AfterValidator(_is_country)]
Fingerprint = Annotated[str, StringConstraints(pattern=FINGERPRINT_PATTERN)]


@dataclass(frozen=True)
class Words:
    """Mark a field that holds words for readers: as they stand, or in Markdown."""

    in_markdown: bool


def _visible(value: str) -> str:
    if not has_visible(value):
        raise PydanticCustomError("invisible", "holds nothing that can be seen")
    return value


Visible = AfterValidator(_visible)
Text = Annotated[str, StringConstraints(pattern=r"\S"), Visible, Words(in_markdown=False)]
Prose = Annotated[str, StringConstraints(pattern=r"\S"), Visible, Words(in_markdown=True)]

T = TypeVar("T")
Reported: TypeAlias = T | Literal["not_reported"]
Count = Annotated[int, Field(ge=0)]


def _written_as_day(value: object) -> object:
    """Refuse the seconds and times of day that Pydantic would take for a date."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("day", "is not a day")
    return value


Day = Annotated[date, BeforeValidator(_written_as_day)]
# A word that is chosen from a list looks the same in every spelling of it, and is the same.
AttributeLevel = Annotated[
    str,
    StringConstraints(pattern=r"\S"),
    Visible,
    AfterValidator(normal_form),
    Words(in_markdown=False),
]

# Windows reserves these names with any ending, and a site is cloned there too.
RESERVED_NAMES: Final = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"com{n}" for n in range(1, 10)]
    + [f"lpt{n}" for n in range(1, 10)]
)
# The site's own lists stand at this name.
SITE_NAMES: Final = frozenset({"index"})


def is_id(value: str) -> bool:
    """Tell whether a text may serve as an id: `[a-z0-9][a-z0-9-]*`, and no reserved name."""
    return re.fullmatch(ID_PATTERN, value) is not None and value not in RESERVED_NAMES | SITE_NAMES


def id_of(record: Record) -> str:
    """Give a record's id; of what a study has one of, nothing."""
    return str(getattr(record, "id", ""))


def taken_apart(id_: str) -> tuple[str | None, str]:
    """Take a scoped id apart: the session it holds within, if any, and the name it has there."""
    session, slash, name = id_.rpartition("/")
    return session if slash else None, name


class Record(BaseModel):
    """Refuse unknown fields and later change; read each field's docstring as its description."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Waiver(Record):
    """A decision to publish though somebody could be recognised; no page shows it."""

    why: Text
    """Why that is accepted: `She has read what the site tells of her, and agreed.`"""
    by: Text
    """Initials or role of whoever decided it."""
    on: Day
    """The day it was decided, as `2026-11-01`."""


class Memo(Record):
    """An analysts' own note [REFI-QDA Note]; published only where it says `publish: true`."""

    text: Prose
    """The memo, in Markdown."""
    by: str | None = None
    """Who wrote it: initials or a role, never a participant."""
    on: Day | None = None
    """When it was written, as `2026-11-01`."""
    publish: bool = False
    """Whether the memo may appear on the site. An unpublished memo belongs in `private/`."""
