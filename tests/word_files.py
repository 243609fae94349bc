"""Word documents made for tests: the words are invented, and said by nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

NS = nsdecls("w")


def saved(path: Path, build: Callable[[Document], None]) -> Path:
    document = docx.Document()
    build(document)
    document.save(str(path))
    return path


def paragraph(document: Document, words: str) -> None:
    document.add_paragraph(words)


def italic(document: Document, words: str, behind: str = "") -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(words).italic = True
    paragraph.add_run(behind)


def indented(document: Document, words: str) -> None:
    document.add_paragraph(words).paragraph_format.left_indent = Inches(0.5)


def bold(document: Document, words: str) -> None:
    document.add_paragraph().add_run(words).bold = True


def raw(document: Document, inside: str) -> None:
    """Add a paragraph of which the XML is given."""
    paragraph: Any = parse_xml(f"<w:p {NS}>{inside}</w:p>")
    section = document.element.body.sectPr
    section.addprevious(paragraph)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def changed(path: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """Rewrite one member of a packed file."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = change(members[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path
