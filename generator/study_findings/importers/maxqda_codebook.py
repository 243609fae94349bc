"""MAXQDA's codebook for Word: the code system with its numbers, then each code with its memo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from ..documents.unreadable import UnreadableError
from .archive import opened
from .found import Found, FoundCode, TitlePath
from .word_document import is_word, open_document

FORM: Final = "a codebook of MAXQDA"
_HEADING: Final = "MQ_Header"
_STYLES: Final = "word/styles.xml"
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*\s+")
_PARTS: Final = re.compile(r"\s*>>\s*")
_NOTHING: Final = UnreadableError(
    "is a codebook of MAXQDA without a code", "choose the codes in MAXQDA, and export it again"
)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is the codebook that MAXQDA writes for Word, by its styles."""
    if not is_word(path, head):
        return None
    try:
        with opened(path) as archive:
            if _STYLES not in archive.names:
                return None
            with archive.open(_STYLES) as member:
                return FORM if _HEADING.encode() in member.read() else None
    except UnreadableError:
        return None


def read(path: Path) -> Found:
    """Read its codes; how often each was given, the project's name and the day stay there."""
    document = open_document(path)
    codes = {code.path: code for code in _told(document)}
    found = {path: FoundCode(path, at) for path, at in _listed(document)}
    found = {**found, **codes} if codes else found
    if not found:
        raise _NOTHING
    return Found(FORM, codes=tuple(found.values()))


def _listed(document: Document) -> Iterator[tuple[TitlePath, str]]:
    """Give the codes of the code system, each further in inside the one above it."""
    for table in document.tables[:1]:
        above: list[tuple[int, str]] = []
        names = [row.cells[0].text.rstrip() for row in table.rows]
        is_numbered = all(_NUMBER.match(name.lstrip()) for name in names if name.strip())
        for number, name in enumerate(names, 1):
            depth = len(name) - len(name.lstrip())
            title = _NUMBER.sub("", name.lstrip(), count=1) if is_numbered else name.strip()
            if title:
                above = [one for one in above if one[0] < depth]
                above.append((depth, title))
                yield tuple(one for _, one in above), f"table 1, row {number}"


def _told(document: Document) -> Iterator[FoundCode]:
    """Give the codes below the code system, each with the paragraphs of its memo."""
    headings: list[tuple[str, str, list[str]]] = []
    is_below = False
    for number, block in enumerate(document.element.body, 1):
        if block.tag == qn("w:tbl"):
            is_below = is_below or bool(Table(block, document).rows)
        elif block.tag == qn("w:p") and is_below:
            paragraph = Paragraph(block, document)
            words = paragraph.text.strip()
            style = paragraph.style.name if paragraph.style is not None else ""
            if words and (style or "").startswith(_HEADING):
                headings.append((f"paragraph {number}", words, []))
            elif words and headings:
                headings[-1][2].append(words)
    is_numbered = all(_NUMBER.match(name) for _, name, _ in headings)
    for at, name, memo in headings:
        bare = _NUMBER.sub("", name, count=1) if is_numbered else name
        path = tuple(part for part in _PARTS.split(bare) if part)
        yield FoundCode(path, at, definition="\n\n".join(memo))
