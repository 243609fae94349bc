"""What `study.yml` says: the study's own description, its groups and attributes, its policy."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from .authors import Author
from .base import (
    NOT_REPORTED,
    AttributeLevel,
    Count,
    Country,
    Day,
    Id,
    Language,
    Memo,
    Prose,
    Record,
    Reported,
    Text,
)
from .claims import KeyMessage
from .guide import GuideQuestion
from .identifiers import Doi
from .licences import normalised
from .sites import StudySite

Licence = Annotated[Text, AfterValidator(normalised)]


class Citation(Record):
    """Where the study is published, for reference lists."""

    doi: Doi | None = None
    """Digital object identifier, `10.…/…`; its address, `https://doi.org/10.…/…`, will do."""
    journal: str | None = None
    """The journal's full name."""
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    """Year of publication."""
    volume: str | None = None
    """Volume."""
    issue: str | None = None
    """Issue."""
    pages: str | None = None
    """Pages or article number."""
    publisher: str | None = None
    """Publisher, for a report or a thesis."""
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    """Where to read it, when there is no DOI."""
    kind: Literal["article", "report", "thesis"] | None = None
    """What it is published as; told from journal and publisher where left out."""


class Sampling(Record):
    """How participants were chosen (COREQ items 10 to 13, 22)."""

    strategy: Reported[Prose] = NOT_REPORTED
    """How participants were selected: purposive, convenience, snowball …"""
    approach: Reported[Prose] = NOT_REPORTED
    """How participants were approached."""
    refusals: Reported[Prose] = NOT_REPORTED
    """Who declined or dropped out, and why."""
    saturation: Reported[Prose] = NOT_REPORTED
    """Whether and how data saturation was judged."""


class Attribute(Record):
    """A property of participants [REFI-QDA Variable], declared once with its levels."""

    id: Id
    """Permanent id."""
    label: Text
    """What readers see: `Year of study`."""
    levels: Annotated[tuple[AttributeLevel, ...], Field(min_length=1)]
    """Every value a participant may have, in order."""
    publish: bool = False
    """Whether it may appear on the site at all; then still only above the minimum cell."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""


class Group(Record):
    """A kind of participant with its own label; the themes of a group are a strand
    of the findings.
    """

    id: Id
    """Permanent id."""
    label: Text
    """The group in the plural: `Students`."""
    singular: Text
    """One of them, for attributions: `Student`."""
    participants: Reported[Count] = NOT_REPORTED
    """How many people took part."""
    description: Prose | None = None
    """Who they are, in Markdown."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""


class ReadBack(Record):
    """How many people read their own words back (COREQ item 28); never who."""

    invited: Count
    """How many people were given their words to read."""
    answered: Count
    """How many of them answered."""


class Publication(Record):
    """What the study has decided about publishing."""

    minimum_cell: Annotated[int, Field(ge=1)] = 3
    """The fewest people that may share a published attribute or combination of attributes."""
    reporting: Literal["coreq", "srqr", "none"] = "none"
    """Which reporting guideline the methods follow."""
    read_back: ReadBack | None = None
    """How many people read their own words back, written by `findings read-back --count`; the
    methods page tells it.
    """
    standing: Literal["draft", "final"] | None = None
    """How far the findings are; every page says of a draft that it may still change."""
    source_places: bool = False
    """Whether pages and lines of quotations in their sources are published."""

    def is_enough(self, people: int) -> bool:
        """Tell whether so many people hide each other."""
        return people >= self.minimum_cell

    def is_too_few(self, people: int) -> bool:
        """Tell whether there are people, and not enough to hide each other."""
        return people > 0 and not self.is_enough(people)


class Release(Record):
    """A dated state of the published findings, for the page of changes."""

    name: Text
    """What the release is called: `1.0`."""
    on: Day
    """The day it was published, as `2026-11-01`."""
    note: Prose | None = None
    """What changed, in Markdown."""


class WithheldTheme(Record):
    """A theme that was found and is not published: its absence is told, and nothing of it.

    It has no file in `themes/`; what is said of it stays in `private/`.
    """

    id: Id
    """Permanent id, in the address at which its absence is told; one that tells nothing of it."""
    why: Text
    """Why it is not published, as readers see it."""
    groups: tuple[Id, ...] = ()
    """Whose theme it is, where that may be told: ids of groups."""
    under: Id | None = None
    """The theme it stands under, where it is a subtheme and that may be told."""


class CodebookVersion(Record):
    """A state of the codebook that the study worked with."""

    version: Text
    """What it is called: `2`."""
    on: Day
    """The day from which it was used, as `2026-11-01`."""
    changed: Prose
    """What changed from the version before, and why, in Markdown."""


class About(Record):
    """The study's own description: `themes_data/study.yml`."""

    title: Text
    """The title as published."""
    headline: Text | None = None
    """The heading of the home page, in a reader's words; the title, where it is left out."""
    subtitle: str | None = None
    """Subtitle as published."""
    eyebrow: str | None = None
    """A few words above the heading: kind of study, place, year."""
    country: Country | None = None
    """The country the study took place in, as ISO 3166 writes it in two letters: `PK`; the privacy
    gate knows telephone and identity numbers by it.
    """
    language: Language = "en"
    """Language of the site's text, as a BCP 47 tag: `en`, `ur`, `ps`."""
    licence: Licence
    """Licence of the content, as an SPDX id or expression: `CC-BY-4.0`;
    `CC BY 4.0` or its address will do.
    """
    citation: Citation = Citation()
    """Where the study is published."""
    authors: tuple[Author, ...] = ()
    """The authors in the order of the citation."""
    gist: Prose
    """What was found, in two sentences, in Markdown."""
    key_messages: tuple[KeyMessage, ...] = ()
    """What readers should take away first: three at most."""
    summary: Prose
    """Plain-language summary in Markdown, 300 words at most."""
    abstract: Prose | None = None
    """The abstract as published, in Markdown."""
    questions: tuple[Text, ...] = ()
    """The research questions."""
    keywords: tuple[Text, ...] = ()
    """Keywords as published."""
    design: Reported[Prose] = NOT_REPORTED
    """Methodological orientation (COREQ item 9), in Markdown."""
    setting: Reported[Prose] = NOT_REPORTED
    """Where data were collected (COREQ item 14), in Markdown."""
    sampling: Sampling = Sampling()
    """How participants were chosen."""
    collection: Reported[Prose] = NOT_REPORTED
    """How data were collected (COREQ items 17 to 23), in Markdown."""
    analysis: Reported[Prose] = NOT_REPORTED
    """How data were analysed (COREQ items 24 to 28), in Markdown."""
    ethics: Reported[Prose] = NOT_REPORTED
    """Approval and consent, in Markdown."""
    protection: Reported[Prose] = NOT_REPORTED
    """What was done to protect those who took part, in Markdown, addressed to them."""
    removal: Reported[Prose] = NOT_REPORTED
    """Whether and how those who took part can have their words taken away, in Markdown,
    addressed to them.
    """
    reflexivity: Reported[Prose] = NOT_REPORTED
    """Who the researchers are to the participants (COREQ items 1 to 8), in Markdown."""
    limitations: Reported[Prose] = NOT_REPORTED
    """What the findings cannot tell, in Markdown."""
    funding: Reported[Prose] = NOT_REPORTED
    """Who paid, in Markdown."""
    conflicts: Reported[Prose] = NOT_REPORTED
    """Conflicts of interest, in Markdown."""
    contact: str | None = None
    """Whom a participant or reader may write to: a name, address or page."""
    attributes: tuple[Attribute, ...] = ()
    """The participants' attributes."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    """The groups of participants, in the order they are shown."""
    sites: tuple[StudySite, ...] = ()
    """Where people were heard, with the sites inside each; told only above the minimum cell."""
    guide: tuple[GuideQuestion, ...] = ()
    """The questions of the interview guide, in the order they were asked."""
    publication: Publication = Publication()
    """Publication policy."""
    withheld_themes: tuple[WithheldTheme, ...] = ()
    """The themes that are not published, on purpose."""
    codebook_history: tuple[CodebookVersion, ...] = ()
    """The versions of the codebook, for its page."""
    releases: tuple[Release, ...] = ()
    """The releases of the findings, for the page of changes."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on the whole study."""
