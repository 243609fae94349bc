"""What an author may say of a file before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from .found import Pseudonym

Offsets: TypeAlias = Literal[
    "code-points", "utf-16", "crlf", "utf-16-crlf", "lf-as-two", "utf-16-lf-as-two"
]
"""How a project counts characters: as code points, by the specification, or in UTF-16 units; with
each line end of two characters as one (`crlf`), or each of one as two (`lf-as-two`).
"""
OFFSETS: Final[tuple[Offsets, ...]] = get_args(Offsets)
LINES: Final = "lines"


@dataclass(frozen=True)
class Options:
    """What an author says of a file; what is left out, a reader finds by itself or does without."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Columns by the field they hold, as the header names them: `{"text": "Verbatim"}`."""
    separator: str = ""
    """What parts the levels of a theme or code in one cell: `>`, `::`; none where left out."""
    joined: str = ""
    """What parts several codes, or several themes, in one cell: a text, or `lines`; none where
    left out.
    """
    several: str = ""
    """What parts several quotations in one cell: a text, or `lines`; none where left out."""
    sheets: tuple[str, ...] = ()
    """The sheets to be read; all where left out."""
    offsets: Offsets | None = None
    """How the project counts characters; tried where left out."""
    pseudonyms: Path | None = None
    """A CSV of names in the source and the ids that stand for them."""
    pseudonymise: bool = False
    """Whether neutral ids are made for those whom `pseudonyms` does not name."""
    made: tuple[Pseudonym, ...] = ()
    """What was made for files that come with this one: the same names have the same ids."""
    group: str = ""
    """The group whose words they are, by id or label, where the file does not say."""
    language: str = ""
    """The language of the quotations, as a tag, where it is not the study's."""
    original_language: str = ""
    """The language of the originals, as a tag, where quotations are translated."""
    codes: frozenset[str] = frozenset()
    """Names of codes that are known already, of the study and of files beside this one: where a
    table joins codes by commas, they say where one ends. One inside another is `A: B`.
    """
    unread: frozenset[str] = frozenset()
    """Columns that are not read, as the header names them."""
