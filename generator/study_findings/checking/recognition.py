"""Who could be recognised in what a study publishes, as problems at the lines that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..model import (
    NOT_REPORTED,
    Group,
    Participant,
    Quotation,
    Record,
    Session,
    Study,
    StudySite,
    walk_sites,
)
from ..privacy.disclosure import hidden_values
from ..privacy.in_words import how_many, reason
from ..privacy.risk import FEW, Risk, risks, small_groups, unneeded_waivers
from ..privacy.told_sessions import FACTS, says_of_label, untold_sessions
from ..privacy.told_sites import hidden_sites
from ..problems import Location, Problem
from ..text.folding import words_of

Locating = Callable[..., Location]
"""Locates a record of the study, or a field within it."""

WAIVER: Final = "`risk_waived: {why: …, by: …, on: …}`"
MENDING: Final = (
    f"`findings risk` says what could be told less finely; where it is accepted, write {WAIVER}"
)


def check_recognition(study: Study, at: Locating) -> Iterator[Problem]:
    """Find who could be recognised, waivers nobody needs, attributes that the site will hide."""
    for risk in risks(study):
        person = study.participants_by_id[risk.person.id]
        if person.risk_waived is None:
            yield risk_problem(study, risk, at(person, "id"))
    yield from _small_groups(study, at)
    for participant in unneeded_waivers(study):
        message = f"nothing that is published needs the waiver of participant {participant.id}"
        hint = "take it out, or correct whose it is"
        yield Problem(at(participant, "risk_waived"), "unneeded-waiver", message, hint, "warning")
    yield from _hidden(study, at)
    yield from _untold_sessions(study, at)
    for site in hidden_sites(study):
        yield from _hidden_site(study, site, at)


def risk_problem(study: Study, risk: Risk, where: Location) -> Problem:
    """Say by what a participant can be recognised, and what may be done about it."""
    id_, why = risk.person.id, reason(study, risk)
    if risk.grade == "special-unique":
        message = f"participant {id_} can be recognised by {why}; nobody else shares that"
        return Problem(where, "special-unique", message, MENDING)
    message = f"{how_many(risk.alike)} of participant {id_}; told apart by {why}"
    if risk.grade == "below-minimum-cell":
        message += f". minimum_cell asks for {study.about.publication.minimum_cell}"
        return Problem(where, "below-minimum-cell", message, MENDING)
    message += f". Fewer than {FEW} can often be told apart by somebody who knows them"
    return Problem(where, "below-five", message, MENDING, "warning")


def _small_groups(study: Study, at: Locating) -> Iterator[Problem]:
    for record, number in small_groups(study):
        people = "1 person" if number == 1 else f"{number} people"
        message = (
            f"words of {_named(record)} are published, and whoever knows of it knows "
            f"that they are one of {people}'s"
        )
        hint = (
            "let its quotations name a larger group or no session, tell less of the session, or "
            f"list who spoke in participants.yml, where each may have {WAIVER}"
        )
        yield Problem(at(record, "id"), "small-group", message, hint, "warning")


def _untold_sessions(study: Study, at: Locating) -> Iterator[Problem]:
    for session in untold_sessions(study):
        named = [field for field in FACTS if getattr(session, field)]
        named = [field for field in named if getattr(session, field) != NOT_REPORTED]
        named += ["label"] if says_of_label(session) else []
        if named:
            message = (
                f"{_listed(named)} of {_named(session)} will not be shown: fewer than "
                f"{study.about.publication.minimum_cell} people are in its group"
            )
            hint = "leave it so, or say under `participants` of the group if they are more"
            yield Problem(at(session, named[0]), "untold-session", message, hint, "notice")


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _hidden(study: Study, at: Locating) -> Iterator[Problem]:
    for attribute in study.about.attributes:
        hidden, recorded = hidden_values(study, attribute.id)
        if not hidden:
            continue
        message = (
            f"attribute {attribute.id} is for publication, but {hidden} of its {recorded} values "
            "will not be shown: too few people share them, or the rest would follow"
        )
        hint = "join its levels, publish fewer attributes together, or leave it so"
        where = at(attribute, "publish")
        yield Problem(where, "hidden-attribute", message, hint, "notice")


def _hidden_site(study: Study, site: StudySite, at: Locating) -> Iterator[Problem]:
    """Tell of a site that is too small to be told, and of words that tell it all the same."""
    around = study.sites_around[site.id]
    message = (
        f"site {site.id} will not be told: fewer than {study.about.publication.minimum_cell} "
        "people were heard there, or it would follow from the others"
    )
    hint = f"its sessions are told at {around[-1].id}" if around else "its sessions tell no site"
    within = {inner.id for inner in walk_sites((site,))}
    hidden = [session for session in study.sessions if session.site in within]
    yield Problem(at(hidden[0], "site"), "hidden-site", message, hint, "notice")
    ids = {session.id for session in hidden}
    told: list[tuple[Record, str, str | None]] = [(s, "label", s.label) for s in hidden]
    told += [(q, "as_printed", q.as_printed) for q in study.published if q.named_session in ids]
    for record, field, text in told:
        if _holds(text or "", site.label):
            message = f"these words name site {site.id}, which is too small to be told"
            hint = "take the name of the place out"
            yield Problem(at(record, field), "hidden-site-named", message, hint, "warning")
    for one in _heard_in(study, hidden):
        if _holds(one.id, site.label) or _holds(one.id, site.id):
            message = f"the id of {_named(one)} names site {site.id}, too small to be told"
            hint = f"give it another: `findings rename {one.id} NEW`"
            yield Problem(at(one, "id"), "hidden-site-named", message, hint, "warning")


def _heard_in(study: Study, sessions: list[Session]) -> Iterator[Session | Participant | Quotation]:
    """Give some sessions, who was there, and what is quoted from them."""
    ids = {session.id for session in sessions}
    yield from sessions
    yield from (person for person in study.participants if ids & person.all_sessions)
    yield from (q for q in study.published if q.named_session in ids)


def _holds(text: str, name: str) -> bool:
    return f" {' '.join(words_of(name))} " in f" {' '.join(words_of(text))} "


def _named(record: Group | Session | Participant | Quotation) -> str:
    return f"{type(record).__name__.lower()} {record.id}"
