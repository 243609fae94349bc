"""Words that look as if they could identify somebody, and were found not to."""

from __future__ import annotations

from .base import Day, Record, Text


class ReviewedWord(Record):
    """A word that the privacy gate asked about and that identifies nobody, as a person decided."""

    word: Text
    """The word or phrase as it stands in the texts, in whatever case."""
    why: Text
    """Why it identifies nobody: `a sea`, `the brand of a pump`."""
    by: Text
    """Initials or role of whoever decided."""
    on: Day
    """The day of the decision, as `2026-11-01`."""
