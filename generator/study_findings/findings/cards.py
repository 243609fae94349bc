"""A quotation as it is shown: its words in pieces, and all that stands beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..language import Interface
from ..language.directions import direction
from ..model import Group, GuideQuestion, Quotation, Session, Theme, Turn
from ..model.quotations import flat
from ..privacy.publishable import PublicStudy
from . import labels

COLOURS: Final = 6


@dataclass(frozen=True)
class Line:
    """Hold one turn, or the whole of a quotation without turns, in pieces."""

    pieces: tuple[labels.Piece, ...]
    speaker: str = ""
    by_interviewer: bool = False


@dataclass(frozen=True)
class Passage:
    """Hold words in one language with their direction."""

    language: str
    direction: str
    lines: tuple[Line, ...]

    @property
    def plain_text(self) -> str:
        """Give the words alone, speakers included, turns joined by a space."""
        return flat((line.speaker, "".join(p.text for p in line.pieces)) for line in self.lines)


@dataclass(frozen=True)
class Card:
    """Hold all that a quotation shows."""

    quotation: Quotation
    colour: int
    group: Group | None
    who: str
    where: str
    session: Session | None
    session_label: str | None
    provenance: str
    pills: tuple[str, ...]
    passage: Passage
    original: Passage | None
    translated_from: str
    themes: tuple[Theme, ...]
    asked: GuideQuestion | None = None

    @property
    def id(self) -> str:
        """Give the quotation's id."""
        return self.quotation.id

    @property
    def plain_text(self) -> str:
        """Give the words alone, speakers included, on one line."""
        return self.passage.plain_text

    @property
    def original_text(self) -> str:
        """Give the original's words alone, speakers included, on one line."""
        return self.original.plain_text if self.original else ""


def colour_of(study: PublicStudy, group: Group | None) -> int:
    """Number the colour of a group, the same wherever it stands; 0 for what is no one group's."""
    return tuple(study.groups_by_id).index(group.id) % COLOURS + 1 if group else 0


def card_of(say: Interface, study: PublicStudy, quotation: Quotation) -> Card:
    """Make the card of a quotation that is published, or as it will look once it is."""
    group = labels.group_of(study, quotation)
    session = labels.session_of(study, quotation)
    original = quotation.original
    provenance = labels.provenance_to_note(say, quotation)
    stance = labels.stance_in_words(say, quotation.stance) if quotation.stance else ""
    return Card(
        quotation=quotation,
        colour=colour_of(study, group),
        group=group,
        who=labels.who(say, study, quotation),
        where=labels.where(say, study, quotation),
        session=session,
        session_label=labels.session_label(say, study, session) if session else None,
        provenance=provenance,
        pills=tuple(word for word in (provenance, stance) if word),
        passage=_passage(
            quotation.text, quotation.turns, quotation.language or study.about.language
        ),
        original=_passage(original.text, original.turns, original.language)
        if original and (original.text or original.turns)
        else None,
        translated_from=say.language_name(original.language) if original else "",
        themes=tuple(study.themes_by_id[theme_id] for theme_id in quotation.themes),
        asked=study.questions_by_id.get(quotation.asked or ""),
    )


def _passage(text: str | None, turns: Iterable[Turn], language: str) -> Passage:
    lines = tuple(
        Line(tuple(labels.pieces(turn.text)), turn.speaker, turn.by_interviewer) for turn in turns
    )
    if text:
        lines = (Line(tuple(labels.pieces(text))), *lines)
    return Passage(language, direction(language), lines)
