"""Who was heard, where, and what they were asked, in another language."""

from __future__ import annotations

from .base import AttributeLevel, Fingerprint, Id, Prose, Record, Text


class GroupTranslation(Record):
    """A group's names in another language."""

    id: Id
    """The group's id."""
    label: Text | None = None
    """The group in the plural."""
    singular: Text | None = None
    """One of them, for attributions."""
    description: Prose | None = None
    """Who they are, in Markdown."""


class SiteTranslation(Record):
    """A site in another language; one inside another stands beside it here."""

    id: Id
    """The site's id."""
    label: Text | None = None
    """What readers see."""
    level: Text | None = None
    """What kind of place it is."""
    description: Prose | None = None
    """What readers should know of it, in Markdown."""


class QuestionTranslation(Record):
    """A question of the guide in another language."""

    id: Id
    """The question's id."""
    question: Text | None = None
    """The question."""
    probes: Prose | None = None
    """What was asked after it, in Markdown."""


class LevelTranslation(Record):
    """A value that participants may have, in another language."""

    level: AttributeLevel
    """The value in the study's language, as `levels` of the attribute has it."""
    label: Text | None = None
    """What readers see."""


class AttributeTranslation(Record):
    """An attribute of participants in another language; what is not published needs none."""

    id: Id
    """The attribute's id."""
    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    label: Text | None = None
    """The attribute's name; what is left out is shown in the study's language."""
    levels: tuple[LevelTranslation, ...] = ()
    """Its values, in any order."""


class SessionTranslation(Record):
    """A session in another language: `translations/LANG/sessions.yml`.

    One without words of its own is named by the site, and needs none.
    """

    id: Id
    """The session's id."""
    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    label: Text | None = None
    """What readers see; what is left out is shown in the study's language."""
    site: Text | None = None
    """Where it took place, if words say so; a declared site is translated in `study.yml`."""
    wave: Text | None = None
    """Which wave of a longitudinal study."""
