"""Who was heard: groups with their sessions, and attributes where no cell is too small."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..language import Interface
from ..model import NOT_REPORTED, Attribute, Group, Session, StudySite, walk_sites
from ..privacy.publishable import PublicStudy
from . import labels
from .cards import Card, colour_of
from .figures import number_of
from .views import Findings

FACTS: Final = ("participants", "duration", "when", "site", "wave")


class Fact(NamedTuple):
    """Hold what is known of a session under its heading, and whether in the study's own words.

    Else it is a number, or in the site's words. Its own words are a field of `record`: of the
    session, or of a declared site.
    """

    heading: str
    text: str
    is_own: bool
    record: StudySite | Session
    field: str


@dataclass(frozen=True)
class SessionView:
    """Hold a session in the list of a group, with those facts that some session there reports.

    `quotations` are those of the group, whoever else was there. `is_home`: the group is the
    session's first, so that its anchor is here.
    """

    session: Session
    label: str
    kind: str
    facts: tuple[Fact, ...]
    quotations: int
    is_home: bool

    @property
    def has_own_name(self) -> bool:
        """Tell whether its kind is to be told beside its name, which is not made of it alone."""
        return bool(self.session.label) or self.session.number > 1


@dataclass(frozen=True)
class GroupView:
    """Hold a group with its sessions; what no session reports is named once, not for each.

    `quotations` counts all of the group's, `unplaced` those of them that name no session,
    `illustrative` those that were composed. `is_untold`: it is too small for its sessions to be
    told apart by more than their kind.
    """

    group: Group
    colour: int
    unreported: tuple[str, ...]
    sessions: tuple[SessionView, ...]
    quotations: int
    unplaced: int
    illustrative: int
    is_untold: bool

    @property
    def is_all_unplaced(self) -> bool:
        """Tell whether none of several quotations names a session."""
        return self.unplaced > 1 and self.unplaced == self.quotations


@dataclass(frozen=True)
class AttributeTable:
    """Hold how many participants of each group have each level; no rows if a cell is too small.

    A row is a level, what readers see of it, and a number for each group.
    """

    attribute: Attribute
    groups: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class SiteView:
    """Hold a site as it is told; what is counted takes in the sites inside it.

    `depth` counts the sites around it; `illustrative` are those quotations that were composed.
    """

    site: StudySite
    depth: int
    sessions: int
    quotations: int
    illustrative: int


def site_views(findings: Findings) -> list[SiteView]:
    """List the declared sites that are told, with how many were heard there, in order."""
    study = findings.study
    return [
        _site_view(findings, site, {inner.id for inner in walk_sites((site,))})
        for site in study.sites_by_id.values()
    ]


def _site_view(findings: Findings, site: StudySite, within: set[str]) -> SiteView:
    study = findings.study
    cards = [card for card in findings.cards if card.session and card.session.site in within]
    return SiteView(
        site,
        len(study.sites_around[site.id]),
        number_of(session for session in study.sessions if session.site in within),
        len(cards),
        sum(card.quotation.is_illustrative for card in cards),
    )


def group_views(findings: Findings) -> list[GroupView]:
    """List groups with their sessions in order; quotations count where their own group is known."""
    return [
        _group_view(
            findings.say,
            findings.study,
            group,
            colour_of(findings.study, group),
            [card for card in findings.cards if card.group and card.group.id == group.id],
        )
        for group in findings.about.groups
    ]


def without_group(findings: Findings) -> int:
    """Count the quotations whose group cannot be told, as from a session of several groups."""
    return sum(card.group is None for card in findings.cards)


def _group_view(
    say: Interface, study: PublicStudy, group: Group, colour: int, cards: list[Card]
) -> GroupView:
    quoted = Counter(card.session.id for card in cards if card.session)
    sessions = [session for session in study.sessions if group.id in session.groups]
    known = [
        fact
        for fact in FACTS
        if any(getattr(session, fact) not in (None, NOT_REPORTED) for session in sessions)
    ]
    nouns = _nouns(say)
    views = tuple(
        SessionView(
            session,
            labels.session_label(say, study, session),
            _kind(say, session),
            tuple(_fact(say, study, session, fact, nouns[fact]) for fact in known),
            quoted[session.id],
            session.groups[0] == group.id,
        )
        for session in sessions
    )
    return GroupView(
        group,
        colour,
        tuple(nouns[fact] for fact in FACTS if fact not in known and fact != "wave"),
        views,
        quotations=len(cards),
        unplaced=len(cards) - quoted.total(),
        illustrative=sum(card.quotation.is_illustrative for card in cards),
        is_untold=any(session.id in study.untold for session in sessions),
    )


def _fact(say: Interface, study: PublicStudy, session: Session, name: str, noun: str) -> Fact:
    heading = labels.capitalised(noun)
    if name == "site" and (site := labels.site_of(study, session)):
        return Fact(heading, site.label, True, site, "label")
    value = getattr(session, name)
    is_own = name in ("site", "wave") and value not in (None, NOT_REPORTED)
    return Fact(heading, labels.reported(say, value), is_own, session, name)


def _kind(say: Interface, session: Session) -> str:
    """Name a session's kind, with how many a record stands for: `142 interviews`."""
    kind = labels.session_kind(say, session.kind, session.number)
    return kind if session.number == 1 else f"{say.number(session.number)} {kind}"


def _nouns(say: Interface) -> dict[str, str]:
    return {
        "participants": say.gettext("participants"),
        "duration": say.gettext("minutes"),
        "when": say.pgettext("date of a session", "when"),
        "site": say.pgettext("place of a session", "where"),
        "wave": say.gettext("wave"),
    }


def attribute_tables(findings: Findings) -> list[AttributeTable]:
    """Count participants by published attribute and group; no rows where a cell is too small."""
    return [_table(findings, attribute) for attribute in findings.about.attributes]


def _table(findings: Findings, attribute: Attribute) -> AttributeTable:
    groups = findings.about.groups
    cells = findings.study.cells[attribute.id]
    rows = tuple(
        (
            level,
            findings.level(attribute.id, level),
            tuple(cells.get((group.id, level), 0) for group in groups),
        )
        for level in attribute.levels
    )
    return AttributeTable(attribute, tuple(group.label for group in groups), rows if cells else ())
