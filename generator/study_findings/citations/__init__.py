"""Citations of the study, its themes and its quotations; a module a format, each `Entry -> str`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .apa import apa
from .bibtex import bibtex
from .cited import Entry, claim_entry, quotation_entry, study_address, study_entry, theme_entry
from .csl import csl_json
from .highwire import highwire_tags
from .ris import ris

__all__ = [
    "FORMATS",
    "Cited",
    "Entry",
    "Written",
    "apa",
    "citation_files",
    "cited",
    "claim_entry",
    "highwire_tags",
    "quotation_entry",
    "study_address",
    "study_entry",
    "theme_entry",
]


@dataclass(frozen=True)
class CitationFormat:
    """Name a format that reference managers read, the ending of its files, and what writes it."""

    label: str
    ending: str
    write: Callable[[Entry], str]


FORMATS: Final = {
    "bibtex": CitationFormat("BibTeX", "bib", bibtex),
    "ris": CitationFormat("RIS", "ris", ris),
    "csl": CitationFormat("CSL-JSON", "csl.json", csl_json),
}


@dataclass(frozen=True)
class Written:
    """Hold an entry in one format, as a page shows it."""

    format: str
    label: str
    text: str
    download: str


@dataclass(frozen=True)
class Cited:
    """Hold an entry as text and in every format."""

    text: str
    formats: tuple[Written, ...]


def cited(entry: Entry) -> Cited:
    """Write an entry in every format, to be shown on a page."""
    return Cited(
        apa(entry),
        tuple(
            Written(
                name,
                format_.label,
                "\n".join(format_.write(entry).splitlines()),
                f"data/citation.{format_.ending}",
            )
            for name, format_ in FORMATS.items()
        ),
    )


def citation_files(entry: Entry) -> dict[str, bytes]:
    """Write an entry as a file in each format, by path."""
    return {
        f"data/citation.{format_.ending}": format_.write(entry).encode()
        for format_ in FORMATS.values()
    }
