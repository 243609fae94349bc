"""What the study says in another language: which fields are translated, and how they are found."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeAlias

from pydantic import ConfigDict

from .base import Fingerprint, Language, Prose, Record, Text, Words
from .readable import marked_fields
from .relations import RelationTranslation, squeezed
from .translated_parts import CodeTranslation, ImplicationTranslation, MethodsTranslation
from .translated_people import (
    AttributeTranslation,
    GroupTranslation,
    QuestionTranslation,
    SessionTranslation,
    SiteTranslation,
)
from .translated_themes import (
    ClaimTranslation,
    KeyMessageTranslation,
    ThemeTranslation,
    WithheldTranslation,
)


class StudyTranslation(Record):
    """The study's own words in another language: `translations/LANG/study.yml`."""

    source: Fingerprint | None = None
    """Which wording was translated: eight digits that `findings check` tells."""
    translator: Text | None = None
    """Who translated it: initials or a role."""
    eyebrow: Text | None = None
    """A few words above the heading; what is left out is shown in the study's language."""
    headline: Text | None = None
    """The heading of the home page."""
    gist: Prose | None = None
    """What was found, in two sentences, in Markdown."""
    summary: Prose | None = None
    """Plain-language summary in Markdown, 300 words at most."""
    groups: tuple[GroupTranslation, ...] = ()
    """The groups' names."""
    attributes: tuple[AttributeTranslation, ...] = ()
    """The names of participants' attributes, and of their values."""
    sites: tuple[SiteTranslation, ...] = ()
    """The sites' names, those of sites inside others too, in one list."""
    guide: tuple[QuestionTranslation, ...] = ()
    """The questions of the guide."""
    key_messages: tuple[KeyMessageTranslation, ...] = ()
    """The key messages."""
    withheld_themes: tuple[WithheldTranslation, ...] = ()
    """Why themes are not published."""
    relations: tuple[RelationTranslation, ...] = ()
    """How themes relate to one another, each wording once."""

    @property
    def parts(self) -> tuple[PartTranslation, ...]:
        """List the translations of what the study declares, each by its id."""
        return (
            *self.groups,
            *self.attributes,
            *self.sites,
            *self.guide,
            *self.withheld_themes,
            *self.key_messages,
        )


PartTranslation: TypeAlias = (
    GroupTranslation
    | AttributeTranslation
    | SiteTranslation
    | QuestionTranslation
    | WithheldTranslation
    | KeyMessageTranslation
)
"""The translation of a record that `study.yml` declares."""


FileTranslation: TypeAlias = (
    StudyTranslation
    | MethodsTranslation
    | ThemeTranslation
    | CodeTranslation
    | ImplicationTranslation
    | SessionTranslation
)
"""A translation that stands in a file of its own, or in a list of such."""


class Translation(Record):
    """All that is translated into one language."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    language: Language
    """The language's tag, the name of its folder."""
    about: StudyTranslation | None = None
    """`study.yml`."""
    methods: MethodsTranslation | None = None
    """`methods.yml`."""
    themes: tuple[ThemeTranslation, ...] = ()
    """`themes/*.yml`, by file name."""
    codes: tuple[CodeTranslation, ...] = ()
    """`codebook.yml`, in order."""
    implications: tuple[ImplicationTranslation, ...] = ()
    """`implications.yml`, in order."""
    sessions: tuple[SessionTranslation, ...] = ()
    """`sessions.yml`, in order."""

    @property
    def of_files(self) -> tuple[FileTranslation, ...]:
        """List the records that its files hold, those inside others apart."""
        about = (self.about,) if self.about else ()
        methods = (self.methods,) if self.methods else ()
        lists = (*self.themes, *self.codes, *self.implications, *self.sessions)
        return (*about, *methods, *lists)

    @cached_property
    def themes_by_id(self) -> dict[str, ThemeTranslation]:
        """Find the translation of a theme or subtheme by its id."""
        return {theme.id: theme for theme in walk_translations(self.themes)}

    @cached_property
    def claims_by_id(self) -> dict[str, ClaimTranslation]:
        """Find the translation of a claim by its id."""
        return {claim.id: claim for theme in self.themes_by_id.values() for claim in theme.claims}

    @cached_property
    def relations(self) -> dict[str, RelationTranslation]:
        """Find the translation of a relation by its words in the study's language."""
        told = self.about.relations if self.about else ()
        return {squeezed(own.relation): own for own in told if own.says}

    @cached_property
    def parts_by_id(self) -> dict[str, PartTranslation]:
        """Find the translation of what the study declares, such as a group, by its id."""
        return {part.id: part for part in self.about.parts} if self.about else {}

    @cached_property
    def levels(self) -> dict[tuple[str, str], str]:
        """Find the translation of a value by its attribute's id and the study's own words."""
        return {
            (attribute.id, level.level): level.label
            for attribute in (self.about.attributes if self.about else ())
            for level in attribute.levels
            if level.label
        }

    @cached_property
    def codes_by_id(self) -> dict[str, CodeTranslation]:
        """Find the translation of a code by its id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def implications_by_id(self) -> dict[str, ImplicationTranslation]:
        """Find the translation of a recommendation by its id."""
        return {implication.id: implication for implication in self.implications}

    @cached_property
    def sessions_by_id(self) -> dict[str, SessionTranslation]:
        """Find the translation of a session by its id."""
        return {session.id: session for session in self.sessions}


def walk_translations(themes: tuple[ThemeTranslation, ...]) -> list[ThemeTranslation]:
    """List translations with those of all subthemes, depth first, in order."""
    return [node for theme in themes for node in (theme, *walk_translations(theme.subthemes))]


def translated_fields(translation: type[Record]) -> dict[str, Words]:
    """Find which fields of a theme, a group or the study are translated: those its translation has.

    They are in the order of the model; `translator` is a name, and stands beside the words.
    """
    marked = marked_fields(translation)
    return {name: words for name, words in marked.items() if words and name != "translator"}


def words_in(translation: Record) -> dict[str, Any]:
    """Give the words that a translation has, by field, without those of its parts.

    Each is a text, or a tuple of texts where the field is a list.
    """
    fields = {name: getattr(translation, name) for name in translated_fields(type(translation))}
    return {name: words for name, words in fields.items() if words}
