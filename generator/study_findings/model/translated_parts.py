"""The methods, a code and a recommendation in another language, each in a file of its own."""

from __future__ import annotations

from .base import Fingerprint, Id, Prose, Record, Text


class SamplingTranslation(Record):
    """How participants were chosen, in another language."""

    strategy: Prose | None = None
    """How participants were selected, in Markdown."""
    approach: Prose | None = None
    """How participants were approached, in Markdown."""
    refusals: Prose | None = None
    """Who declined or dropped out, and why, in Markdown."""
    saturation: Prose | None = None
    """Whether and how data saturation was judged, in Markdown."""


class MethodsTranslation(Record):
    """What `study.yml` says of the methods, in another language: `translations/LANG/methods.yml`.

    What the study does not report has no translation.
    """

    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    questions: tuple[Text, ...] = ()
    """The research questions, all of them, in their order."""
    design: Prose | None = None
    """Methodological orientation, in Markdown; what is left out is shown in the study's language.
    """
    setting: Prose | None = None
    """Where data were collected, in Markdown."""
    sampling: SamplingTranslation = SamplingTranslation()
    """How participants were chosen."""
    collection: Prose | None = None
    """How data were collected, in Markdown."""
    analysis: Prose | None = None
    """How data were analysed, in Markdown."""
    ethics: Prose | None = None
    """Approval and consent, in Markdown."""
    protection: Prose | None = None
    """What was done to protect those who took part, in Markdown, addressed to them."""
    removal: Prose | None = None
    """Whether and how those who took part can have their words taken away, in Markdown."""
    reflexivity: Prose | None = None
    """Who the researchers are to the participants, in Markdown."""
    limitations: Prose | None = None
    """What the findings cannot tell, in Markdown."""
    funding: Prose | None = None
    """Who paid, in Markdown."""
    conflicts: Prose | None = None
    """Conflicts of interest, in Markdown."""
    abstract: Prose | None = None
    """The abstract, in Markdown."""
    contact: Text | None = None
    """Whom a participant or reader may write to."""


class CodeTranslation(Record):
    """A code in another language: `translations/LANG/codebook.yml`.

    One inside another stands beside it here.
    """

    id: Id
    """The code's id."""
    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    label: Text | None = None
    """The code's name; what is left out is shown in the study's language."""
    definition: Prose | None = None
    """What it means, in Markdown."""
    inclusion: Prose | None = None
    """When to apply it, in Markdown."""
    exclusion: Prose | None = None
    """When not to, in Markdown."""


class ImplicationTranslation(Record):
    """A recommendation in another language: `translations/LANG/implications.yml`."""

    id: Id
    """The recommendation's id."""
    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    text: Prose | None = None
    """The recommendation, in Markdown; where it is left out, the study's language is shown."""
    audience: Text | None = None
    """Who might act on it."""
