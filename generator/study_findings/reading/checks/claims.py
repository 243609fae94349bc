"""Claims: what they rest on, and what they may not rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model import (
    Claim,
    KeyMessage,
    Participant,
    Quotation,
    Theme,
    themes_within,
    told_elsewhere,
    walk_themes,
)
from ...model.claims import MOST_WORDS, VOICES
from ...problems import Problem
from ..draft import Draft


def _quotations(draft: Draft) -> dict[str, Quotation]:
    return {quotation.id: quotation for quotation in draft.of(Quotation)}


def claims_of(draft: Draft) -> Iterator[tuple[Theme, Claim]]:
    """Give each claim with the theme that makes it."""
    for theme in walk_themes(draft.of(Theme)):
        for claim in theme.claims:
            yield theme, claim


def without_ground(draft: Draft) -> Iterator[Problem]:
    """Refuse a claim that rests on no quotation."""
    for _, claim in claims_of(draft):
        if not claim.rests_on:
            message = f"claim {claim.id} rests on no quotation"
            hint = "name the quotations that carry it: `rests_on: [ID]`; or take the claim out"
            yield Problem(draft.at(claim), "claim-without-ground", message, hint)


def on_withdrawn(draft: Draft) -> Iterator[Problem]:
    """Refuse a claim that names a withdrawn quotation, and say what is left of its ground."""
    known = _quotations(draft)
    for _, claim in claims_of(draft):
        rest = [id_ for id_ in claim.rests_on if (q := known.get(id_)) and not q.withdrawn]
        for field in VOICES:
            for index, id_ in enumerate(getattr(claim, field)):
                quotation = known.get(id_)
                if quotation is None or quotation.withdrawn is None:
                    continue
                message = f"claim {claim.id} names quotation {id_}, which is withdrawn"
                if field == "against":
                    hint = "take it out of `against`"
                elif rest:
                    carry = f"{' and '.join(rest)} {'carries' if len(rest) == 1 else 'carry'}"
                    hint = f"take it out of `rests_on`, and see that {carry} it"
                else:
                    hint = "it rests on nothing else: name other quotations, or take the claim out"
                where = draft.at(claim, field, index)
                yield Problem(where, "claim-on-withdrawn", message, hint)


def on_other_themes(draft: Draft) -> Iterator[Problem]:
    """Refuse a claim that names a quotation of another theme."""
    known, elsewhere = _quotations(draft), told_elsewhere(draft.of(Theme))
    for theme, claim in claims_of(draft):
        within = {node.id for node in themes_within(theme, elsewhere)}
        for field in VOICES:
            for index, id_ in enumerate(getattr(claim, field)):
                quotation = known.get(id_)
                if quotation is None or quotation.withdrawn or within & {*quotation.themes}:
                    continue
                # Of a theme that is misspelt, only the spelling is wrong.
                if all(draft.has("theme", named) for named in quotation.themes):
                    message = (
                        f"claim {claim.id} of theme {theme.id} names quotation {id_}, which speaks "
                        f"to {', '.join(quotation.themes) or 'no theme'}"
                    )
                    hint = f"name a quotation of {theme.id}, or add it to the quotation's themes"
                    where = draft.at(claim, field, index)
                    yield Problem(where, "claim-on-other-theme", message, hint)


def on_both_sides(draft: Draft) -> Iterator[Problem]:
    """Refuse a quotation for and against one claim."""
    for _, claim in claims_of(draft):
        for index, id_ in enumerate(claim.against):
            if id_ in claim.rests_on:
                message = f"claim {claim.id} names quotation {id_} for it and against it"
                where = draft.at(claim, "against", index)
                hint = "keep it on one side; a note can say what it holds for the other"
                yield Problem(where, "claim-for-and-against", message, hint)


def on_composed(draft: Draft) -> Iterator[Problem]:
    """Refuse what is said to be found and rests on words, or on a theme, that were composed."""
    known = _quotations(draft)
    for theme, claim in claims_of(draft):
        if claim.is_illustrative:
            continue
        composed = [id_ for id_ in claim.named if (q := known.get(id_)) and q.is_illustrative]
        if composed or theme.is_illustrative:
            what = f"quotation {composed[0]}" if composed else f"its theme {theme.id}"
            message = f"claim {claim.id} is said to be found, and {what} was composed"
            hint = "say `provenance: illustrative` of the claim, or name words that were said"
            yield Problem(draft.at(claim), "claim-on-composed", message, hint)


def too_long(draft: Draft) -> Iterator[Problem]:
    """Hold claims to a sentence one can keep."""
    for _, claim in claims_of(draft):
        if problem := long_sentence(draft, "claim", claim):
            yield problem


def long_sentence(draft: Draft, noun: str, record: Claim | KeyMessage) -> Problem | None:
    """Tell of a claim or key message of more words than one can keep."""
    words = len(record.says.split())
    if words <= MOST_WORDS:
        return None
    message = f"{noun} {record.id} has {words} words"
    where = draft.at(record, "says")
    return Problem(where, "long-claim", message, f"shorten it to {MOST_WORDS}")


def on_one(draft: Draft) -> Iterator[Problem]:
    """Warn of a claim that rests on one session or on one person alone."""
    known = _quotations(draft)
    taking_part: dict[str | None, Sequence[str]] = {
        person.id: person.sessions for person in draft.of(Participant)
    }
    for _, claim in claims_of(draft):
        if claim.is_illustrative:
            continue
        found = [known[id_] for id_ in claim.rests_on if id_ in known]
        if len(found) < len(claim.rests_on) or "quotation" in draft.unread_kinds:
            continue
        said = [q for q in found if not q.withdrawn]
        people = {quotation.participant for quotation in said}
        sessions = {_session_of(quotation, taking_part) for quotation in said}
        if len(said) == 1:
            what = f"quotation {said[0].id} alone"
        elif len(people) == 1 and None not in people:
            what = "the words of one person"
        elif len(sessions) == 1 and None not in sessions:
            what = f"session {min(filter(None, sessions))} alone"
        else:
            continue
        message = f"claim {claim.id} rests on {what}"
        hint = "name others who say so, or word the claim so that it says how few it rests on"
        yield Problem(draft.at(claim, "rests_on"), "claim-on-one", message, hint, "warning")


def _session_of(
    quotation: Quotation, taking_part: Mapping[str | None, Sequence[str]]
) -> str | None:
    """Name the session it is from: of who took part in one alone, that one."""
    sessions = taking_part.get(quotation.participant, ())
    return quotation.named_session or (sessions[0] if len(sessions) == 1 else None)


def unanswered(draft: Draft) -> Iterator[Problem]:
    """Tell of a voice against a theme that none of the theme's claims answers."""
    elsewhere = told_elsewhere(draft.of(Theme))
    answered: dict[str, set[str]] = {}
    for theme, claim in claims_of(draft):
        for node in themes_within(theme, elsewhere):
            answered.setdefault(node.id, set()).update(claim.named)
    for quotation in draft.of(Quotation):
        if quotation.stance != "diverges" or quotation.withdrawn:
            continue
        claimed = [theme for theme in quotation.themes if theme in answered]
        if claimed and not any(quotation.id in answered[theme] for theme in claimed):
            message = f"quotation {quotation.id} speaks against {claimed[0]}, and no claim names it"
            hint = "name it under `against` of the claim that it speaks to"
            where = draft.at(quotation, "stance")
            yield Problem(where, "unanswered-divergence", message, hint, "notice")
