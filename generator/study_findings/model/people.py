"""Who was heard, and when: sessions and participants."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import (
    NOT_REPORTED,
    AttributeLevel,
    Count,
    Id,
    Memo,
    Record,
    Reported,
    ScopedId,
    Text,
    Waiver,
    taken_apart,
)

SessionKind = Literal[
    "focus-group", "interview", "survey", "document", "observation", "diary", "workshop"
]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]


class Session(Record):
    """A data-collection event, or several of a kind that are described together."""

    id: Id
    """Permanent id."""
    kind: SessionKind
    """What kind of event it was."""
    number: Annotated[int, Field(ge=1)] = 1
    """How many events this record stands for: 142, where 142 interviews are described as one."""
    groups: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Whose session it was: ids of groups."""
    label: Text | None = None
    """What readers see: `Focus group 2`; made from the kind and the order where it is left out."""
    site: Reported[Text] = NOT_REPORTED
    """Where it took place, no finer than protects people: the id of a site that `study.yml`
    declares, or words.
    """
    participants: Reported[Count] = NOT_REPORTED
    """How many people took part."""
    duration: Reported[Count] = NOT_REPORTED
    """How long it took, in minutes."""
    when: Reported[Month] = NOT_REPORTED
    """When it took place, as `2026` or `2026-11`, no finer than a month."""
    wave: Text | None = None
    """Which wave of a longitudinal study."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on the session."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""


class Participant(Record):
    """A pseudonym with declared attributes [REFI-QDA Case]."""

    id: ScopedId
    """Permanent pseudonymous id; `fgd-1/p3` where it holds within one session only."""
    group: Id
    """Which group the person belongs to."""
    sessions: tuple[Id, ...] = ()
    """Which sessions the person took part in; a scoped id names its session already."""
    pseudonym: Text | None = None
    """A name to show in place of the id."""
    attributes: dict[Id, AttributeLevel] = {}
    """Attribute ids and levels, both declared in `study.yml`."""
    risk_waived: Waiver | None = None
    """Why the person is quoted though few are alike; only where `findings check` asks."""

    @property
    def all_sessions(self) -> set[str]:
        """List the sessions the person took part in, that of a scoped id included."""
        session, _ = taken_apart(self.id)
        return {*self.sessions, *([session] if session else [])}
