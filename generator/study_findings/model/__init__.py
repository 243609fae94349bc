"""The records of a study: the schema, and the only place that knows the fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import ConfigDict

from .about import (
    About,
    Attribute,
    Citation,
    CodebookVersion,
    Group,
    Publication,
    ReadBack,
    Release,
    Sampling,
    WithheldTheme,
)
from .authors import Affiliation, Author
from .base import NOT_REPORTED, Memo, Record, Waiver, is_id
from .claims import Claim, KeyMessage
from .fingerprints import (
    Marked,
    Originals,
    Translatable,
    current_source,
    is_outdated,
    marked_within,
    originals,
    theme_fingerprint,
)
from .guide import GuideQuestion
from .people import Participant, Session
from .quotations import (
    INTERVIEWERS,
    Clearance,
    Original,
    Quotation,
    Role,
    Turn,
    Wish,
    Withdrawal,
    role_by_name,
)
from .relations import Relation, RelationTranslation
from .reviewed import ReviewedWord
from .sites import StudySite, sites_around, walk_sites
from .themes import PLACEMENT, Code, FrameworkFacet, Implication, ReportedCount, Theme
from .translated_parts import (
    CodeTranslation,
    ImplicationTranslation,
    MethodsTranslation,
    SamplingTranslation,
)
from .translated_people import (
    AttributeTranslation,
    GroupTranslation,
    LevelTranslation,
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
from .translations import (
    FileTranslation,
    PartTranslation,
    StudyTranslation,
    Translation,
    translated_fields,
    walk_translations,
    words_in,
)

__all__ = [
    "INTERVIEWERS",
    "NOT_REPORTED",
    "PLACEMENT",
    "About",
    "Affiliation",
    "Attribute",
    "AttributeTranslation",
    "Author",
    "Citation",
    "Claim",
    "ClaimTranslation",
    "Clearance",
    "Code",
    "CodeTranslation",
    "CodebookVersion",
    "FileTranslation",
    "FrameworkFacet",
    "Group",
    "GroupTranslation",
    "GuideQuestion",
    "Implication",
    "ImplicationTranslation",
    "KeyMessage",
    "KeyMessageTranslation",
    "LevelTranslation",
    "Marked",
    "Memo",
    "MethodsTranslation",
    "Original",
    "Originals",
    "PartTranslation",
    "Participant",
    "Publication",
    "QuestionTranslation",
    "Quotation",
    "ReadBack",
    "Record",
    "Relation",
    "RelationTranslation",
    "Release",
    "ReportedCount",
    "ReviewedWord",
    "Role",
    "Sampling",
    "SamplingTranslation",
    "Session",
    "SessionTranslation",
    "SiteTranslation",
    "Study",
    "StudySite",
    "StudyTranslation",
    "Theme",
    "ThemeTranslation",
    "Translatable",
    "Translation",
    "Turn",
    "Waiver",
    "Wish",
    "Withdrawal",
    "WithheldTheme",
    "WithheldTranslation",
    "current_source",
    "is_id",
    "is_outdated",
    "marked_within",
    "originals",
    "role_by_name",
    "sites_around",
    "theme_fingerprint",
    "themes_within",
    "told_elsewhere",
    "translated_fields",
    "walk_codes",
    "walk_sites",
    "walk_themes",
    "walk_translations",
    "words_in",
]


def walk_themes(themes: tuple[Theme, ...]) -> list[Theme]:
    """List themes with all their subthemes, depth first, in order."""
    return [node for theme in themes for node in (theme, *walk_themes(theme.subthemes))]


def told_elsewhere(themes: tuple[Theme, ...]) -> dict[str, tuple[Theme, ...]]:
    """Map themes' ids to the themes that stand under them too, though told elsewhere."""
    found: dict[str, list[Theme]] = {}
    for theme in walk_themes(themes):
        for around in dict.fromkeys(theme.also_under):
            found.setdefault(around, []).append(theme)
    return {around: tuple(inner) for around, inner in found.items()}


def themes_within(theme: Theme, elsewhere: Mapping[str, tuple[Theme, ...]]) -> list[Theme]:
    """List a theme with all themes under it, those told elsewhere too, each once."""
    found: dict[str, Theme] = {}
    left = [theme]
    while left:
        node = left.pop(0)
        if node.id not in found:
            found[node.id] = node
            left = [*node.subthemes, *elsewhere.get(node.id, ()), *left]
    return list(found.values())


def walk_codes(codes: tuple[Code, ...]) -> list[Code]:
    """List codes with all codes inside them, depth first, in order."""
    return [node for code in codes for node in (code, *walk_codes(code.codes))]


class Study(Record):
    """The whole: all that the files of a study say."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    about: About
    """`study.yml`."""
    sessions: tuple[Session, ...] = ()
    """`sessions.yml`, in order."""
    participants: tuple[Participant, ...] = ()
    """`participants.yml`, in order."""
    codebook: tuple[Code, ...] = ()
    """`codebook.yml`, in order."""
    reviewed_words: tuple[ReviewedWord, ...] = ()
    """`reviewed-words.yml`, in order."""
    themes: tuple[Theme, ...] = ()
    """`themes/*.yml`, by label where they have one, else by file name."""
    quotations: tuple[Quotation, ...] = ()
    """`quotations/*.yml`, by file name, in order; withdrawn ones included."""
    implications: tuple[Implication, ...] = ()
    """`implications.yml`, in order."""
    translations: tuple[Translation, ...] = ()
    """`translations/LANG/`, by language tag."""

    @cached_property
    def groups_by_id(self) -> dict[str, Group]:
        """Find a group by its id."""
        return {group.id: group for group in self.about.groups}

    @cached_property
    def questions_by_id(self) -> dict[str, GuideQuestion]:
        """Find a question of the guide by its id."""
        return {question.id: question for question in self.about.guide}

    @cached_property
    def sites_by_id(self) -> dict[str, StudySite]:
        """Find a declared site, or one inside another, by its id."""
        return {site.id: site for site in walk_sites(self.about.sites)}

    @cached_property
    def sites_around(self) -> Mapping[str, tuple[StudySite, ...]]:
        """Map each declared site's id to the sites around it, outermost first."""
        return sites_around(self.about.sites)

    @cached_property
    def sessions_by_id(self) -> dict[str, Session]:
        """Find a session by its id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def participants_by_id(self) -> dict[str, Participant]:
        """Find a participant by its id."""
        return {participant.id: participant for participant in self.participants}

    def group_of(self, quotation: Quotation) -> Group | None:
        """Find the group whose words a quotation holds: by participant, own group, or session."""
        person = self.participants_by_id.get(quotation.participant or "")
        session = self.sessions_by_id.get(quotation.named_session or "")
        if person:
            return self.groups_by_id.get(person.group)
        if quotation.group is None and session and len(session.groups) == 1:
            return self.groups_by_id.get(session.groups[0])
        return self.groups_by_id.get(quotation.group or "")

    @cached_property
    def themes_by_id(self) -> dict[str, Theme]:
        """Find a theme or subtheme by its id."""
        return {theme.id: theme for theme in walk_themes(self.themes)}

    @cached_property
    def published(self) -> tuple[Quotation, ...]:
        """List the quotations whose words may be shown, in order."""
        return tuple(quotation for quotation in self.quotations if quotation.is_published)
