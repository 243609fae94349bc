"""PDF documents: all the text they hold, and what an author should know before publishing one."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, PdfObject, StreamObject, TextStringObject

from ..problems import Location, Problem

PDF: Final = b"%PDF-"
_END: Final = re.compile(rb"%%EOF[\r\n]*")
_MOST_VERSIONS: Final = 30
_DEEPEST: Final = 200
_TELLING: Final = ("/Author", "/Creator", "/Title", "/Subject", "/Keywords")
_PICTURE: Final = "/Image"


class DocumentError(Exception):
    """Say why a PDF cannot be read, in words that follow on "the PDF"."""


@dataclass
class Document:
    """All that a PDF holds: texts, attached files, other streams, and what else is to be known.

    `texts` are those of pages, notes, forms, bookmarks, properties and earlier versions.
    `unread_pages` are numbers of pages that hold pictures and no text.
    """

    texts: list[str] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)
    streams: list[bytes] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    unread_pages: list[int] = field(default_factory=list)
    has_files: bool = False
    has_script: bool = False
    versions: int = 1


def read_document(data: bytes) -> Document:
    """Read a PDF, every version of it that was saved into the file; raises DocumentError.

    Text is what pypdf finds; text that is drawn as lines or pictures cannot be read.
    """
    ends = [match.end() for match in _END.finditer(data)]
    # A PDF made for the web says where it ends twice, the first time near its beginning.
    is_linear = b"/Linearized" in data[:2048]
    earlier = ends[1 if is_linear else 0 : -1]
    if len(earlier) > _MOST_VERSIONS:
        raise DocumentError("holds more than 30 earlier versions of itself")
    document = Document(versions=1 + len(earlier))
    _read(data, document, is_newest=True)
    for end in earlier:
        try:
            _read(data[:end], document, is_newest=False)
        except DocumentError:
            continue
    return document


def _read(data: bytes, document: Document, is_newest: bool) -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise DocumentError("is locked by a password or by permissions")
        for number, page in enumerate(reader.pages, start=1):
            text = page.extract_text()
            document.texts.append(text)
            if is_newest and not text.strip() and _has_pictures(page.get("/Resources")):
                document.unread_pages.append(number)
        if is_newest:
            named = reader.metadata
            document.properties = [name for name in _TELLING if named and named.get(name)]
        for item in _objects(reader):
            _collect(item, document)
    except DocumentError:
        raise
    # A damaged PDF fails in as many ways as it can be damaged.
    except Exception:
        raise DocumentError("is damaged and cannot be read") from None


def _has_pictures(resources: object) -> bool:
    resources = getattr(resources, "get_object", lambda: resources)()
    found = resources.get("/XObject") if isinstance(resources, dict) else None
    return bool(found)


def _objects(reader: PdfReader) -> Iterator[PdfObject | None]:
    """Give every object that the document's tables list, whether or not anything refers to it."""
    numbers = {number for numbers in reader.xref.values() for number in numbers}
    numbers |= set(reader.xref_objStm)
    yield reader.trailer
    for number in sorted(numbers):
        yield reader.get_object(number)


def _collect(item: object, document: Document, depth: int = 0) -> None:
    """Collect the strings and the unpacked streams of an object.

    What it refers to is listed itself.
    """
    if depth > _DEEPEST:
        raise DocumentError("is nested too deep to be read")
    if isinstance(item, StreamObject) and item.get("/Subtype") != _PICTURE:
        is_file = item.get("/Type") == "/EmbeddedFile"
        (document.files if is_file else document.streams).append(item.get_data())
    if isinstance(item, dict):
        document.has_files |= (
            "/EmbeddedFile" in (item.get("/Type"), item.get("/S")) or "/EF" in item
        )
        document.has_script |= "/JS" in item or item.get("/S") == "/Launch"
        for value in item.values():
            _collect(value, document, depth + 1)
    elif isinstance(item, list):
        for value in item:
            _collect(value, document, depth + 1)
    elif isinstance(item, TextStringObject):
        document.texts.append(str(item))
    elif isinstance(item, ByteStringObject):
        document.streams.append(bytes(item))


def document_problems(shown: str, data: bytes) -> Iterator[Problem]:
    """Refuse a PDF that cannot be compared with private words; warn of what is beside its pages."""
    place = Location(shown)
    try:
        document = read_document(data)
    except DocumentError as error:
        message = f"the PDF {error}, so that nothing tells what it would publish"
        hint = "export it anew without a password, or remove it"
        yield Problem(place, "document-unreadable", message, hint)
        return
    if document.has_script:
        message = "the PDF holds a script or starts a program"
        yield Problem(place, "document-unreadable", message, "print it to a new PDF")
    if document.versions > 1:
        earlier = document.versions - 1
        held = "an earlier version" if earlier == 1 else f"{earlier} earlier versions"
        message = f"the PDF holds {held} of itself"
        hint = "print it to a new PDF, lest what was taken out stay readable"
        yield Problem(place, "document-properties", message, hint, "warning")
    if document.has_files:
        message = "the PDF has other files attached to it"
        yield Problem(place, "document-properties", message, "export it without them", "warning")
    if document.properties:
        named = ", ".join(name.removeprefix("/").lower() for name in document.properties)
        message = (
            f"the PDF's properties say more than its pages ({named}), and are published with it"
        )
        hint = "look at them in File, Properties; empty them, and export it anew"
        yield Problem(place, "document-properties", message, hint, "warning")
    if document.unread_pages:
        pages = ", ".join(map(str, document.unread_pages[:5]))
        message = (
            f"pages of the PDF are pictures without text ({pages}), so nothing is compared there"
        )
        hint = "read them yourself for what must not be published, or make the text recognised"
        yield Problem(place, "document-pictures", message, hint, "warning")
