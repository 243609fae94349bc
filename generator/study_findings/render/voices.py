"""Who was heard: groups with their sessions, and attributes where no cell is too small."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from ..model import NOT_REPORTED, Attribute, Group, Session, Study
from . import words
from .cards import STRAND_COLOURS
from .views import Findings

FACTS: Final = {
    "Participants": "participants",
    "Minutes": "duration",
    "When": "when",
    "Where": "site",
    "Wave": "wave",
}


@dataclass(frozen=True)
class SessionView:
    """Hold a session as readers see it; `facts` are in the order of its group's columns."""

    session: Session
    label: str
    kind: str
    facts: tuple[str, ...]
    quotations: int


@dataclass(frozen=True)
class GroupView:
    """Hold a group with its sessions; what no session reports is named once, not in a column."""

    group: Group
    css: str
    columns: tuple[str, ...]
    unreported: tuple[str, ...]
    sessions: tuple[SessionView, ...]


@dataclass(frozen=True)
class AttributeTable:
    """Hold how many participants of each group have each level; no rows where a cell is too small."""

    attribute: Attribute
    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def group_views(findings: Findings) -> list[GroupView]:
    """List groups with their sessions, in order."""
    study = findings.study
    quoted: Counter[str] = Counter()
    for card in findings.cards:
        if session := words.session_of(study, card.quotation):
            quoted[session.id] += 1
    return [
        _group_view(study, group, f"sf-strand-{index % STRAND_COLOURS + 1}", quoted)
        for index, group in enumerate(study.about.groups)
    ]


def _group_view(study: Study, group: Group, css: str, quoted: Counter[str]) -> GroupView:
    sessions = [session for session in study.sessions if group.id in session.groups]
    columns = {
        name: field
        for name, field in FACTS.items()
        if any(getattr(session, field) not in (None, NOT_REPORTED) for session in sessions)
    }
    views = tuple(
        SessionView(
            session,
            words.session_label(study, session),
            words.SESSION_KINDS[session.kind][0],
            tuple(words.reported(getattr(session, field)) for field in columns.values()),
            quoted[session.id],
        )
        for session in sessions
    )
    unreported = tuple(name for name in FACTS if name not in columns and name != "Wave")
    return GroupView(group, css, tuple(columns), unreported, views)


def attribute_tables(study: Study) -> list[AttributeTable]:
    """Count participants by published attribute and group.

    A table whose smallest cell, zero apart, is below `minimum_cell` is left without rows: hiding
    one cell would let it be told from the total.
    """
    return [_table(study, a) for a in study.about.attributes if a.publish]


def _table(study: Study, attribute: Attribute) -> AttributeTable:
    groups = study.about.groups
    cells = Counter(
        (participant.group, participant.attributes[attribute.id])
        for participant in study.participants
        if attribute.id in participant.attributes
    )
    labels = tuple(group.label for group in groups)
    if any(count < study.about.publication.minimum_cell for count in cells.values()):
        return AttributeTable(attribute, labels, ())
    rows = tuple(
        (level, tuple(cells[(group.id, level)] for group in groups)) for level in attribute.levels
    )
    return AttributeTable(attribute, labels, rows if cells else ())
