"""The same words under two ids, where they may be one passage."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..folding import words_of
from ..model import Quotation
from ..problems import Problem

FEWEST_TELLING_WORDS = 6


def same_text(draft: Draft) -> Iterator[Problem]:
    """Warn where one person, or one session, is given the same words under two ids.

    Two people may well say the same; so may one person in two sessions.
    """
    by_words: dict[str, list[Quotation]] = {}
    for quotation in draft.quotations:
        words = [quotation.text or "", *(turn.text for turn in quotation.turns)]
        folded = words_of(" ".join(words))
        if len(folded) < FEWEST_TELLING_WORDS:
            continue
        key = " ".join(folded)
        alike = by_words.setdefault(key, [])
        other = next((other for other in alike if _may_be_one(quotation, other)), None)
        alike.append(quotation)
        if other is not None:
            message = f"quotation {quotation.id} has the same words as {other.id}, from the same {_shared(quotation)}"
            hint = (
                "if this is one passage, one record can name the themes of both; "
                "if it was said twice, name who said it or in which session"
            )
            yield Problem(draft.at(quotation), "same-text", message, hint, "warning")


def _session(quotation: Quotation) -> str | None:
    scope, slash, _ = (quotation.participant or "").partition("/")
    return quotation.session or (scope if slash else None)


def _may_be_one(quotation: Quotation, other: Quotation) -> bool:
    """Tell whether two records may stand for one passage: nothing tells their speakers apart."""
    people = {quotation.participant, other.participant} - {None}
    sessions = {_session(quotation), _session(other)} - {None}
    if len(people) > 1 or len(sessions) > 1:
        return False
    same_person = quotation.participant is not None and quotation.participant == other.participant
    same_session = _session(quotation) is not None and _session(quotation) == _session(other)
    return same_person or same_session


def _shared(quotation: Quotation) -> str:
    return "participant" if quotation.participant else "session"
