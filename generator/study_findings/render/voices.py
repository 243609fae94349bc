"""Who was heard: groups with their sessions, and attributes where no cell is too small."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from ..interface import Interface
from ..model import NOT_REPORTED, Attribute, Group, Session, Study
from . import words
from .cards import STRAND_COLOURS
from .views import Findings

FACTS: Final = ("participants", "duration", "when", "site", "wave")


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
        _group_view(findings.say, study, group, f"sf-strand-{index % STRAND_COLOURS + 1}", quoted)
        for index, group in enumerate(study.about.groups)
    ]


def _group_view(
    say: Interface, study: Study, group: Group, css: str, quoted: Counter[str]
) -> GroupView:
    sessions = [session for session in study.sessions if group.id in session.groups]
    columns = [
        fact
        for fact in FACTS
        if any(getattr(session, fact) not in (None, NOT_REPORTED) for session in sessions)
    ]
    views = tuple(
        SessionView(
            session,
            words.session_label(say, study, session),
            words.session_kind(say, session.kind),
            tuple(words.reported(say, getattr(session, fact)) for fact in columns),
            quoted[session.id],
        )
        for session in sessions
    )
    nouns = _nouns(say)
    headings = tuple(words.capitalised(nouns[fact]) for fact in columns)
    unreported = tuple(nouns[fact] for fact in FACTS if fact not in columns and fact != "wave")
    return GroupView(group, css, headings, unreported, views)


def _nouns(say: Interface) -> dict[str, str]:
    return {
        "participants": say.gettext("participants"),
        "duration": say.gettext("minutes"),
        "when": say.pgettext("date of a session", "when"),
        "site": say.pgettext("place of a session", "where"),
        "wave": say.gettext("wave"),
    }


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
