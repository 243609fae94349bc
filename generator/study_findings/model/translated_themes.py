"""What was found, in another language: themes with their claims, and key messages."""

from __future__ import annotations

from .base import Fingerprint, Id, Prose, Record, Text
from .themes import placed_in


class ClaimTranslation(Record):
    """A claim in another language."""

    id: Id
    """The claim's id."""
    says: Text | None = None
    """The claim."""
    note: Prose | None = None
    """How it follows from the voices, in Markdown."""


class KeyMessageTranslation(Record):
    """A key message in another language."""

    id: Id
    """The message's id."""
    says: Text | None = None
    """The message."""


class ThemeTranslation(Record):
    """A theme's words in another language: `translations/LANG/themes/ID.yml`;
    a subtheme's stand inside.
    """

    id: Id
    """The theme's or subtheme's id."""
    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    title: Text | None = None
    """The title; what is left out is shown in the study's language."""
    gist: Prose | None = None
    """The theme in a sentence, in Markdown."""
    narrative: Prose | None = None
    """The account, in Markdown; it places the same quotations by `[[q014]]`."""
    boundary: Prose | None = None
    """What belongs here and what does not, in Markdown."""
    withheld: Text | None = None
    """Why no quotation of it is published."""
    also: tuple[Text, ...] = ()
    """Words that readers of this language may look for it by."""
    claims: tuple[ClaimTranslation, ...] = ()
    """What the study claims here."""
    subthemes: tuple[ThemeTranslation, ...] = ()
    """The words of themes inside this one."""

    @property
    def placed(self) -> tuple[str, ...]:
        """List the ids of the quotations its narrative places, in order."""
        return placed_in(self.narrative)


class WithheldTranslation(Record):
    """Why a theme is not published, in another language."""

    id: Id
    """The withheld theme's id."""
    why: Text | None = None
    """Why it is not published."""
