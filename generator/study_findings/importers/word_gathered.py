"""Paragraphs that make one quotation: of several paragraphs within marks, or an exchange."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from .attributions import without_trailing
from .exchanges import leading_speaker
from .found import Dropped
from .people_labels import is_moderator
from .quotation_marks import has_marks
from .word_said import TakenFor, closes

_MOST: Final = 8


@dataclass
class Gathered:
    """What was read and may go on in the next paragraph, each with where it stands."""

    is_opened: bool = False
    """Whether quotation marks were opened that are still to be closed."""
    _readings: list[tuple[str, TakenFor]] = field(default_factory=list)

    def open(self, at: str, reading: TakenFor) -> None:
        """Begin a quotation of several paragraphs."""
        self._readings, self.is_opened = [(at, reading)], True

    def add(self, at: str, reading: TakenFor) -> None:
        """Add a turn of an exchange."""
        self._readings.append((at, reading))

    def ends_with(self, at: str, reading: TakenFor, text: str) -> bool:
        """Add a paragraph of an opened quotation, and tell by its text whether it is the last."""
        self.add(at, reading)
        return closes(text) or len(self._readings) > _MOST

    def take(self) -> tuple[str, TakenFor] | Dropped | None:
        """Give what was gathered as one quotation, or why it is none, and begin anew."""
        readings, was_opened = self._readings, self.is_opened
        self._readings, self.is_opened = [], False
        if not readings:
            return None
        at, first = readings[0]
        texts = [reading.text for _, reading in readings]
        if was_opened:
            return _as_one(at, texts)
        if len(texts) == 1:
            if is_moderator(leading_speaker(first.text)[0]):
                return Dropped(at, "the research team speaks, and nobody answers")
            return at, first
        doubt = f"{len(texts)} paragraphs with a speaker each: taken for one exchange"
        return at, TakenFor("quotation", "\n".join(texts), doubt)


def _as_one(at: str, texts: list[str]) -> tuple[str, TakenFor] | Dropped:
    if not closes(texts[-1]):
        why = "not read: it opens quotation marks that are not closed"
        return Dropped(f"{at} and {len(texts) - 1} more", why)
    opening = texts[0][0]
    lines = [texts[0], *(text.removeprefix(opening) for text in texts[1:])]
    return at, TakenFor("quotation", "\n\n".join(lines))


def is_turn(text: str) -> bool:
    """Tell whether a speaker's label stands before words without marks of their own."""
    speaker, said = leading_speaker(text)
    return bool(speaker) and not has_marks(without_trailing(said)[0])
