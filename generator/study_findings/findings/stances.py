"""How quotations stand to a theme, and which of them speak for it and against it first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, dropwhile
from typing import Final, Literal
from weakref import WeakKeyDictionary

from ..model import Theme, walk_themes
from ..model.quotations import Stance
from ..text.beginnings import first_words
from .cards import Card, Passage
from .claims import claims_of, claims_within
from .views import Findings

Mark = Literal["for", "reservation", "against", ""]
"""What is said over a quotation; nothing where nobody said how it stands."""

NONE: Final[Mark] = ""
MARKS: Final[dict[Stance | None, Mark]] = {
    None: NONE,
    "confirms": "for",
    "nuances": "reservation",
    "diverges": "against",
}
# What a claim rests on is for it where nobody said how it stands, and never against it.
MARKS_OF_CLAIMS: Final[dict[Stance | None, Mark]] = {**MARKS, None: "for", "diverges": NONE}
BEGINNING: Final = 90
"""The most letters of a quotation that is pointed to."""


@dataclass(frozen=True)
class Voice:
    """Hold a quotation beside a theme, and how it stands to it."""

    card: Card
    mark: Mark


@dataclass(frozen=True)
class OpposedPair:
    """Hold the voice that stands for a theme and one against it; each may be missing.

    Where nothing speaks against it, `against` is one with a reservation, if any has.
    """

    voice: Voice | None
    against: Voice | None


def marks(findings: Findings, theme: Theme) -> dict[str, Mark]:
    """Tell of each quotation of a theme and the themes in it how it stands to the theme, by id.

    What a claim of the theme says of a quotation goes before the quotation's own stance, which is
    to the theme it names first, and to those around that one.
    """
    return _known(findings, theme).marks


@dataclass(frozen=True)
class _Known:
    """Hold what was found out of a theme, which thousands of pages ask for."""

    marks: dict[str, Mark]
    by_strength: tuple[Card, ...]


_all_known: Final[WeakKeyDictionary[Findings, dict[str, _Known]]] = WeakKeyDictionary()


def _known(findings: Findings, theme: Theme) -> _Known:
    known = _all_known.setdefault(findings, {})
    if theme.id not in known:
        known[theme.id] = _Known(_marks(findings, theme), _by_strength(findings, theme))
    return known[theme.id]


def _marks(findings: Findings, theme: Theme) -> dict[str, Mark]:
    views = claims_within(findings, theme)
    resting = {card.id for view in views for card in view.rests_on}
    against = {card.id for view in views for card in view.against}
    within = {node.id for node in findings.within(theme)}
    found: dict[str, Mark] = {}
    for card in findings.cards_within(theme):
        named = (card.id in resting, card.id in against)
        if named == (True, False):
            found[card.id] = mark_for(card)
        elif named == (False, True):
            found[card.id] = "against"
        else:
            is_here = card.themes[0].id in within
            found[card.id] = MARKS[card.quotation.stance] if is_here else NONE
    return found


def mark_for(card: Card) -> Mark:
    """Tell how a quotation that a claim rests on stands to it: for it, or with a reservation.

    One that goes against its theme bears no mark.
    """
    return MARKS_OF_CLAIMS[card.quotation.stance]


def pair_of(findings: Findings, theme: Theme, language: str = "", beside: str = "") -> OpposedPair:
    """Choose the voice that stands for a theme, and one against it.

    They are those of its first claim, else exemplars, else the first that a narrative places, else
    the first of all; in each case what somebody said before what was composed. With a language,
    only those that can be read in it; `beside` is the id of one that is left out.
    """
    standing = marks(findings, theme)
    usable = [
        card
        for card in _known(findings, theme).by_strength
        if card.id != beside and (not language or passage_in(card, language))
    ]
    claim = next(iter(claims_of(findings, theme)), None)

    def first(*wanted: Mark) -> Voice | None:
        named = () if claim is None else claim.against if "against" in wanted else claim.rests_on
        order = chain((c for c in usable if c in named), usable)
        return next((Voice(c, standing[c.id]) for c in order if standing[c.id] in wanted), None)

    voice = first("for", "") or first("reservation")
    against = first("against") or first("reservation")
    is_same = voice is not None and against is not None and voice.card is against.card
    return OpposedPair(voice, None if is_same else against)


def passage_in(card: Card, language: str) -> Passage | None:
    """Give a quotation's words in a language, translated or as they were said; None without any."""
    both = (passage for passage in (card.passage, card.original) if passage)
    return next((p for p in both if p.language.split("-")[0] == language.split("-")[0]), None)


def _by_strength(findings: Findings, theme: Theme) -> tuple[Card, ...]:
    """List a theme's quotations: exemplars, those a narrative places, the others; in order each.

    What was composed comes after all that somebody said.
    """
    cards = findings.cards_within(theme)
    placed = {id_: None for node in walk_themes((theme,)) for id_ in node.placed}
    exemplars = [card for card in cards if card.quotation.exemplar]
    here = [findings.cards_by_id[id_] for id_ in placed if id_ in findings.cards_by_id]
    within = {card.id for card in cards}
    ordered = (*exemplars, *(card for card in here if card.id in within), *cards)
    each = {card.id: card for card in ordered}.values()
    return tuple(sorted(each, key=lambda card: card.quotation.is_illustrative))


def beginning(card: Card) -> str:
    """Give the first words of who answers, with an ellipsis where more follow."""
    return first_words(_answer(card).plain_text, BEGINNING)


def _answer(card: Card) -> Passage:
    """Give the words from where the first participant speaks."""
    lines = list(dropwhile(lambda line: line.by_interviewer, card.passage.lines))
    return replace(card.passage, lines=tuple(lines))
