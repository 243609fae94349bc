"""Those who were heard, in another language: attributes with their values, and sessions."""

from __future__ import annotations

from .base import Fingerprint, Id, Level, Record, Text


class LevelTranslation(Record):
    """A value that participants may have, in another language."""

    level: Level
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
