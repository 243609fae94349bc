"""A Word document opened within bounds, and why some cannot be; no macro, no link is followed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final

import docx
from docx.document import Document

from ..documents.unreadable import UnreadableError
from ..exporters.packing import PROGRAM
from .archive import opened

BODY: Final = "word/document.xml"
_PARTS: Final = re.compile(r"word/[\w-]+\.xml|\[Content_Types\]\.xml")
_MOST_BODY: Final = 200_000_000
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MACROS: Final = (b"document.macroEnabled", b"template.macroEnabled", b"wordprocessingml.template")
_BROKEN: Final = UnreadableError(
    "is damaged, or no Word document", "open it in Word or LibreOffice, and save it as .docx again"
)
_HOSTILE: Final = UnreadableError(
    "declares a document type or entities, which Word never does",
    "do not open it: ask whoever sent it for a copy saved anew in Word",
)
_TOO_LONG: Final = UnreadableError(
    "holds more text than any Results section", "save that section alone as .docx"
)
_IS_STRICT: Final = UnreadableError(
    "is in the form “Strict Open XML”",
    "in Word: File > Save as > Word document (.docx), not the strict one",
)
_IS_TEMPLATE: Final = UnreadableError(
    "is a document with macros, or a template",
    "in Word: File > Save as > Word document (.docx), without macros",
)


def is_word(path: Path, head: bytes) -> bool:
    """Tell whether a file is a Word document, or was one before it was damaged."""
    if not head.startswith(b"PK"):
        return False
    if path.suffix.lower() == ".docx":
        return True
    try:
        with opened(path) as archive:
            # A project of NVivo holds whole documents, whose parts are named in its first bytes.
            return BODY in archive.names
    except UnreadableError:
        return b"word/" in head


def open_document(path: Path) -> Document:
    """Open a document; raises UnreadableError where it is damaged, locked, hostile or too large."""
    with opened(path) as archive:
        if BODY not in archive.names:
            raise _BROKEN
        if archive.size(BODY) > _MOST_BODY:
            raise _TOO_LONG
        for name in archive.names:
            if not _PARTS.fullmatch(name):
                continue
            with archive.open(name) as member:
                data = member.read(_MOST_BODY)
            _refuse(name, data)
    try:
        return docx.Document(io.BytesIO(path.read_bytes()))
    except Exception as error:
        # What python-docx and its parser raise for a damaged document is of no one kind.
        raise _BROKEN from error


def is_for_readers(document: Document) -> bool:
    """Tell whether a document was exported by this program, and saved since or not."""
    return bool(document.core_properties.category == PROGRAM)


def _refuse(name: str, data: bytes) -> None:
    plain = data.replace(b"\0", b"")
    if _DOCTYPE.search(plain[:4096]) or _DOCTYPE.search(plain):
        raise _HOSTILE
    if name == BODY and _STRICT in plain[:8192]:
        raise _IS_STRICT
    if name == "[Content_Types].xml" and any(mark in plain for mark in _MACROS):
        raise _IS_TEMPLATE
