"""Pages for particular readers: practitioners, participants, those offline, returning ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from ..findings import labels
from ..findings.cards import Card
from ..findings.history import changes
from ..findings.methods import MethodRow
from ..findings.views import Findings
from ..findings.words_said import beside_transcripts
from ..model import Session
from . import accessibility as claims
from .navigation import entries
from .page import Page

MANY_SESSIONS: Final = 6
"""Where more sessions than this are quoted, those who took part are given a list to jump from."""
MOST_SHOWN: Final = 10
"""More quotations of a session than this are folded, so that all sessions can be looked over."""


@dataclass(frozen=True)
class QuotedSession:
    """Hold a session and the quotations that come from it."""

    session: Session
    label: str
    cards: tuple[Card, ...]


def _listed(findings: Findings, path: str, template: str, context: dict[str, Any]) -> Page:
    """Make one of the pages that tell about the study, called and told as where they are listed."""
    (entry,) = (entry for entry in entries(findings) if entry.path == path)
    return Page(path, entry.title, template, entry.says, context)


def study(findings: Findings) -> Page:
    """Lead to all that tells about the study, and say which of its parts were composed."""
    return Page(
        "study/index.md",
        findings.say.gettext("About the study"),
        "study.html",
        findings.say.gettext("How it was done, who was heard, and how to use the findings."),
        {"entries": tuple(entries(findings))},
    )


def practice(findings: Findings) -> Page:
    """List the implications, each tied to its themes, to print on one page."""
    return Page(
        "practice/index.md",
        findings.say.gettext("In practice"),
        "practice.html",
        findings.say.gettext("What follows from the findings."),
    )


def took_part(findings: Findings) -> Page:
    """Tell participants where their words are, and what is said of protecting and removing them."""
    study = findings.study
    sessions = [
        QuotedSession(
            session,
            labels.session_label(findings.say, study, session),
            findings.cards_by_session[session.id],
        )
        for session in study.sessions
        if session.id in findings.cards_by_session
    ]
    unnamed = [card for card in findings.cards if not card.session]
    return _listed(
        findings,
        "took-part/index.md",
        "took_part.html",
        {
            "sessions": sessions,
            "many": MANY_SESSIONS,
            "shown": MOST_SHOWN,
            "unnamed": sum(not card.quotation.is_illustrative for card in unnamed),
            "example": findings.cards[0].id if findings.cards else "",
        },
    )


def changes_page(findings: Findings) -> Page:
    """Show what changed between releases of the findings."""
    return _listed(
        findings,
        "changes/index.md",
        "changes.html",
        {"changes": changes(findings.study)},
    )


def statement(findings: Findings) -> Page:
    """State what of the site's accessibility is tested."""
    return _listed(
        findings,
        "accessibility/index.md",
        "accessibility.html",
        {"claims": claims},
    )


def offline(findings: Findings, citation: str, methods: list[MethodRow], stylesheet: str) -> Page:
    """Put the whole findings in one file that loads nothing."""
    return Page(
        "offline.html",
        findings.about.title,
        "offline.html",
        context={
            "citation": citation,
            "methods": methods,
            "words_said": beside_transcripts(findings),
            "stylesheet": Markup(stylesheet),
            "first": findings.first_under,
        },
    )


def reader_pages(findings: Findings) -> Iterator[Page]:
    """Give the pages; the one on practice only where the study has implications."""
    yield study(findings)
    if findings.study.implications:
        yield practice(findings)
    yield took_part(findings)
    yield changes_page(findings)
    yield statement(findings)
