"""Who was heard: groups with their sessions, and attributes where no cell is too small."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model import Attribute, Group, Session, Study
from . import words
from .views import Findings


@dataclass(frozen=True)
class SessionView:
    """Hold a session as readers see it."""

    session: Session
    label: str
    kind: str
    quotations: int


@dataclass(frozen=True)
class GroupView:
    """Hold a group with its sessions and colour."""

    group: Group
    css: str
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
        GroupView(
            group,
            f"sf-strand-{index % 6 + 1}",
            tuple(
                SessionView(
                    session,
                    words.session_label(study, session),
                    words.SESSION_KINDS[session.kind][0],
                    quoted[session.id],
                )
                for session in study.sessions
                if group.id in session.groups
            ),
        )
        for index, group in enumerate(study.about.groups)
    ]


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
