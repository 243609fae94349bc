"""Where sessions were: declared sites by their ids, or words where none is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import NOT_REPORTED, Session, StudySite, walk_sites
from ...model.base import ID_PATTERN
from ...problems import Problem
from ..draft import Draft
from ..phrases import quoted


def session_sites(draft: Draft) -> Iterator[Problem]:
    """Refuse what was meant as a site and is none; tell of places in words beside declared sites.

    A study that declares no site names places in words.
    """
    sites = walk_sites(draft.about.sites) if draft.about else []
    for session in draft.of(Session) if sites else ():
        if session.site != NOT_REPORTED and not any(site.id == session.site for site in sites):
            yield _problem(draft, session, sites)


def _problem(draft: Draft, session: Session, sites: list[StudySite]) -> Problem:
    where = draft.at(session, "site")
    named = " ".join(session.site.casefold().split())
    meant = next((s.id for s in sites if " ".join(s.label.casefold().split()) == named), None)
    if meant or re.fullmatch(ID_PATTERN, session.site):
        message = f"session {session.id} names site {quoted(session.site)}, which is not declared"
        hint = f"write {meant}, the id" if meant else draft.guess("site", session.site, where)
        hint = hint or "declare it under `sites` in study.yml, or name another"
        return Problem(where, "unknown-site", message, hint)
    message = (
        f"session {session.id} says in words where it was: no filter finds it, and no smallest "
        "cell hides it"
    )
    hint = "declare the place under `sites` in study.yml, and name its id"
    return Problem(where, "site-in-words", message, hint, "notice")
