"""Key messages: what they sum up, and how many there may be."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Claim, KeyMessage, Theme, walk_themes
from ...model.claims import MOST_MESSAGES
from ...problems import Problem
from ..draft import Draft
from .claims import claims_of, long_sentence


def _messages(draft: Draft) -> tuple[KeyMessage, ...]:
    return draft.about.key_messages if draft.about else ()


def sum_up_nothing(draft: Draft) -> Iterator[Problem]:
    """Refuse a message that names no claim and no theme."""
    for told in _messages(draft):
        if not told.claims and not told.themes:
            message = f"key message {told.id} names no claim and no theme"
            hint = "name what it sums up: `claims: [ID]` or `themes: [ID]`"
            yield Problem(draft.at(told), "message-without-ground", message, hint)


def on_composed(draft: Draft) -> Iterator[Problem]:
    """Refuse a message that is said to be found and sums up what was composed."""
    claims: dict[str, Claim] = {claim.id: claim for _, claim in claims_of(draft)}
    themes = {theme.id: theme for theme in walk_themes(draft.of(Theme))}
    for told in _messages(draft):
        named: list[Claim | Theme | None] = [
            *map(claims.get, told.claims),
            *map(themes.get, told.themes),
        ]
        first = next((part for part in named if part and part.is_illustrative), None)
        if first is not None and not told.is_illustrative:
            message = f"key message {told.id} is said to be found, and {first.id} was composed"
            hint = "say `provenance: illustrative` of the message, or name what was found"
            yield Problem(draft.at(told), "claim-on-composed", message, hint)


def too_long(draft: Draft) -> Iterator[Problem]:
    """Hold messages to a sentence one can keep."""
    for told in _messages(draft):
        if problem := long_sentence(draft, "key message", told):
            yield problem


def too_many(draft: Draft) -> Iterator[Problem]:
    """Hold a study to three messages."""
    messages = _messages(draft)
    if len(messages) > MOST_MESSAGES:
        message = f"the study has {len(messages)} key messages"
        hint = f"keep the {MOST_MESSAGES} that readers should take away first"
        where = draft.at(messages[MOST_MESSAGES])
        yield Problem(where, "too-many-messages", message, hint)
