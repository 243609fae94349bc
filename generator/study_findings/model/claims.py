"""What a study claims: claims of a theme with the voices they rest on, and its key messages."""

from __future__ import annotations

from .base import Id, Prose, Text
from .provenance import MayBeComposed, ThemeProvenance

MOST_WORDS = 30
"""The most words of a claim or key message."""
VOICES = ("rests_on", "against")
"""The fields of a claim that name quotations."""
MOST_MESSAGES = 3
"""The most key messages of a study."""


class Claim(MayBeComposed):
    """What a theme claims, in a sentence, and the quotations for and against it."""

    id: Id
    """Permanent id, in the claim's address."""
    says: Text
    """The claim: one sentence of at most 30 words."""
    rests_on: tuple[Id, ...] = ()
    """Ids of the quotations it rests on, of this theme or of themes inside it; one at least."""
    against: tuple[Id, ...] = ()
    """Ids of the quotations of this theme that speak against it."""
    note: Prose | None = None
    """How the claim follows from the voices, and what becomes of those against it, in Markdown."""
    provenance: ThemeProvenance = "reported"
    """Whether the study makes this claim, or it is composed to show the site."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""

    @property
    def named(self) -> tuple[str, ...]:
        """List the ids of the quotations it names, those it rests on first."""
        return (*self.rests_on, *self.against)


class KeyMessage(MayBeComposed):
    """What readers should take away first, tied to the claims or themes it sums up."""

    id: Id
    """Permanent id."""
    says: Text
    """The message: one sentence of at most 30 words."""
    claims: tuple[Id, ...] = ()
    """Ids of the claims that it sums up."""
    themes: tuple[Id, ...] = ()
    """Ids of the themes that it sums up; without claims, one at least."""
    provenance: ThemeProvenance = "reported"
    """Whether the study says so, or it is composed to show the site."""
