"""A citation as a RIS record, for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .cited import Entry
from .names import one_line

TYPES: Final = {"article": "JOUR", "report": "RPRT", "thesis": "THES", "webpage": "ELEC"}


def ris(entry: Entry) -> str:
    """Write an entry as a RIS record: a tag a line, each line ended by CR and LF."""
    lines = [f"{tag}  - {text}" for tag, value in _tags(entry) if (text := one_line(value))]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))


def first_and_last(pages: str) -> tuple[str, str]:
    """Split a range of pages, `pp.` before it left out; anything else is all first page."""
    match = re.fullmatch(r"\s*(?:pp?\.\s*)?(\w+)\s*[-\u2010-\u2015\u2212]+\s*(\w+)\s*", pages)
    return (match[1], match[2]) if match else (pages, "")


def _tags(entry: Entry) -> Iterator[tuple[str, str]]:
    first, last = first_and_last(entry.pages)
    yield "TY", TYPES[entry.kind]
    yield "ID", entry.key
    for name in entry.authors:
        yield "AU", name.by_commas
    yield "PY", str(entry.year or "")
    yield "TI", entry.title
    yield "T2", entry.container
    yield "M3", entry.genre
    yield "VL", entry.volume
    yield "IS", entry.issue
    yield "SP", first
    yield "EP", last
    yield "PB", entry.publisher
    yield "DO", entry.doi
    yield "UR", entry.url
    yield "LA", entry.language
    for keyword in entry.keywords:
        yield "KW", keyword
    yield "N1", entry.note
