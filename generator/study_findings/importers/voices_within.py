"""Whose words stand within what a source gives as one quotation, told by labels before lines."""

from __future__ import annotations

from functools import lru_cache

from .exchanges import leading_speaker
from .found import AnomalyKind
from .people_labels import is_moderator


def is_of_the_team_alone(text: str) -> bool:
    """Tell whether each line begins with a label of the team; one without a label may answer it."""
    labels = _labels(text)
    return bool(labels) and all(is_moderator(label, sure=True) for label in labels)


def speakers_within(text: str) -> tuple[AnomalyKind, str] | None:
    """Say of words taken for one person's that labels stand in them; None where none does."""
    labels = _labels(text)
    if any(is_moderator(label, sure=True) for label in labels):
        says = "the research team speaks within these words: make turns of them, or cut them"
        return "moderator", says
    if any(labels):
        return "speaker", "a speaker's label stands within these words: see whose they are"
    return None


@lru_cache(1)
def _labels(text: str) -> list[str]:
    """Give the label at the head of each line that is not empty; nothing where it has none."""
    # Both questions are asked of one text, one after the other.
    return [leading_speaker(line.strip())[0] for line in text.split("\n") if line.strip()]
