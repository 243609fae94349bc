"""Who answers for the study: people by the parts of their names, organisations by whole names."""

from __future__ import annotations

from typing import Literal

from .base import Record, Text
from .identifiers import Orcid, Ror

CreditRole = Literal[
    "conceptualization",
    "data-curation",
    "formal-analysis",
    "funding-acquisition",
    "investigation",
    "methodology",
    "project-administration",
    "resources",
    "software",
    "supervision",
    "validation",
    "visualization",
    "writing-original-draft",
    "writing-review-editing",
]


class Affiliation(Record):
    """An institution an author belongs to."""

    name: Text
    """The institution's name."""
    ror: Ror | None = None
    """Its identifier in the Research Organization Registry: nine characters, or its address."""


class Author(Record):
    """One who answers for the study, in the order of the citation.

    A person has `family` and `given`, or only `family` where one name is all there is; an
    organisation has `organisation`.
    """

    family: Text | None = None
    """A person's family name or names, or the only name: `Wali Khan`."""
    given: Text | None = None
    """A person's given names or initials: `Sana`, `J. P.`"""
    particle: Text | None = None
    """What stands before the family name wherever that is cited: `van der`, `de`, `al-`."""
    suffix: Text | None = None
    """What follows a person's name: `Jr.`, `III`."""
    organisation: Text | None = None
    """An organisation's name, which is never taken apart."""
    name: Text | None = None
    """A name in one string, where it cannot be doubted: `Khan S.`; else its parts are asked for."""
    orcid: Orcid | None = None
    """A person's ORCID iD: sixteen digits in four blocks, or its address."""
    affiliations: tuple[Affiliation, ...] = ()
    """Where the author works."""
    roles: tuple[CreditRole, ...] = ()
    """Contributions, in CRediT's fourteen roles."""
    corresponding: bool = False
    """Whether this is the author to write to."""

    @property
    def as_written(self) -> str:
        """Give the name as it stands in the file: its parts in the order said, or whole."""
        parts = (self.given, self.particle, self.family, self.suffix)
        return self.organisation or self.name or " ".join(part for part in parts if part)
