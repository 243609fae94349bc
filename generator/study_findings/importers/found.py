"""What a reader found in a file, before anything is made of it: values in the source's own words.

A reader knows one format and nothing of a study: it makes no ids, decides nothing that is
uncertain, and says of each value where it stood. `Paths` are titles from the top down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from ..model import Role

TitlePath: TypeAlias = tuple[str, ...]
"""Titles of a theme or code and of all it stands inside, the outermost first."""
AnomalyKind: TypeAlias = Literal[
    "uncertain", "look-alike", "unknown-code", "no-session", "speaker", "moderator", "mojibake",
    "tracked-change", "offset", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme as a source names it, with what is said of it."""

    path: TitlePath
    at: str
    """Where it stands, as an author finds it: `sheet Themes, row 12`, `paragraph 40`."""
    label: str = ""
    gist: str = ""
    narrative: str = ""
    boundary: str = ""
    memos: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    """Frameworks with the theme's place in each: `("COM-B", "Capability")`."""
    groups: tuple[str, ...] = ()
    also_under: tuple[TitlePath, ...] = ()
    key: str = ""
    """What names it in its source for good, a GUID or a number; its path where left out."""
    provenance: str = ""
    id: str = ""
    """Its id in the study that the file was taken from; it keeps it where nothing else has it."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code of a codebook."""

    path: TitlePath
    at: str
    definition: str = ""
    inclusion: str = ""
    exclusion: str = ""
    example: str = ""
    memos: tuple[str, ...] = ()
    key: str = ""
    id: str = ""
    """Its id in the study that the file was taken from; it keeps it where nothing else has it."""
    is_named_again: bool = False
    """Whether it stands beside further words of somebody, and no more is said of it there."""


class FoundTurn(NamedTuple):
    """A turn of a dialogue: who speaks, and what is said."""

    speaker: str
    text: str
    role: Role | None = None
    """Whether the team speaks, where the source says so."""


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A stretch of what was said, with all that its row, paragraph or coding tells of it."""

    at: str
    text: str = ""
    turns: tuple[FoundTurn, ...] = ()
    """Speakers and what each says, in order; instead of `text`."""
    themes: tuple[TitlePath, ...] = ()
    codes: tuple[TitlePath, ...] = ()
    participant: str = ""
    session: str = ""
    group: str = ""
    as_printed: str = ""
    language: str = ""
    original: str = ""
    original_turns: tuple[FoundTurn, ...] = ()
    original_language: str = ""
    """Where nothing else is told of an original, that there is one."""
    stance: str = ""
    note: str = ""
    memos: tuple[str, ...] = ()
    asked: str = ""
    page: str = ""
    lines: str = ""
    coded_by: str = ""
    key: str = ""
    """What names it in its source for good; its words and source where left out."""
    provenance: str = ""
    """How it came to be, in the words of the model; where left out, somebody said it."""
    polarity: str = ""
    kind: str = ""
    translator: str = ""
    exemplar: bool = False
    id: str = ""
    """Its id in the study that the file was taken from; it keeps it where nothing else has it."""


@dataclass(frozen=True, slots=True)
class FoundParticipant:
    """A person or case as a source names it, with its attributes' values by their names."""

    label: str
    at: str
    group: str = ""
    sessions: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    id: str = ""
    """Its id in the study that the file was taken from; it keeps it where nothing else has it."""


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session, interview or document as a source names it."""

    label: str
    at: str
    kind: str = ""
    groups: tuple[str, ...] = ()
    site: str = ""
    participants: str = ""
    duration: str = ""
    when: str = ""
    key: str = ""
    id: str = ""
    """Its id in the study that the file was taken from; it keeps it where nothing else has it."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something a person should look at: what it is, where, and what was made of it."""

    kind: AnomalyKind
    at: str
    says: str
    of: str = field(default="", compare=False)
    """What it is said of, where the same may be so of many, which are told in one line then."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row or part that was not read, and why."""

    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """What was made to stand for a name; it is kept outside the repository, and nowhere else."""

    name: str
    pseudonym: str
    kind: Literal["participant", "session"]
    key: str = ""
    """What names the same person or document in its source, without a name."""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of a table: its header, the field it was taken for, and a cell of it."""

    name: str
    field: str
    """`text`, `level 2`, `attribute`; empty where it was not read."""
    example: str
    """The first cell below the header that is not empty, in the source's own words."""


@dataclass(frozen=True, slots=True)
class Found:
    """All that a reader found in one file."""

    format: str
    """What the file was taken for, in words: `a table of quotations (CSV)`."""
    themes: tuple[FoundTheme, ...] = ()
    codes: tuple[FoundCode, ...] = ()
    quotations: tuple[FoundQuotation, ...] = ()
    participants: tuple[FoundParticipant, ...] = ()
    sessions: tuple[FoundSession, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    pseudonyms: tuple[Pseudonym, ...] = ()
    """What the reader made because `pseudonymise` said so, for the author's own table."""
    columns: tuple[FoundColumn, ...] = ()
    """The columns of a table, so that an author can correct what they were taken for."""
    has_codebook: bool = True
    """Whether its codes are a codebook's, and not those that quotations carry alone."""

    @property
    def has_codes_of_quotations_alone(self) -> bool:
        """Tell whether nothing in the file says which codes there are but its quotations."""
        return not (self.has_codebook and self.codes)
