"""The whole of a study, and what names what in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import ConfigDict

from .about import About, Group
from .base import Record
from .guide import GuideQuestion
from .people import Participant, Session
from .quotations import Quotation
from .reviewed import ReviewedWord
from .sites import StudySite, sites_around, walk_sites
from .themes import Code, Implication, Theme, walk_themes
from .translations import Translation


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
