"""A file to be read: what it is, told from what it holds, and why some cannot be read at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..documents.unreadable import UnreadableError
from ..problems import Location, Problem, StudyError
from .found import Found
from .options import Options
from .registry import HEAD_BYTES, READERS, Reader
from .word_document import is_for_readers, is_word, open_document

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_SHEET_STREAMS: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_MOST_LOOKED_AT: Final = 4_000_000
_HOW_TO_EXPORT: Final = {
    ".nvp": ("an NVivo project", "in NVivo: Share > Export Project > REFI-QDA (.qdpx)"),
    ".nvpx": ("an NVivo project", "in NVivo: Share > Export Project > REFI-QDA (.qdpx)"),
    ".mx": (
        "a MAXQDA project",
        "in MAXQDA: Reports > Export > Coded segments, or REFI-QDA Project",
    ),
    ".mex": (
        "an exchange file of MAXQDA",
        "open it in MAXQDA, and there: Reports > Export > Coded segments, or REFI-QDA Project",
    ),
    ".atlproj": ("an ATLAS.ti project", "in ATLAS.ti: File > Export > QDPX Project Bundle"),
    ".atlcb": ("an ATLAS.ti codebook", "in ATLAS.ti: Codes > Export > REFI-QDA Codebook"),
    ".hpr": ("an ATLAS.ti project", "in ATLAS.ti: File > Export > QDPX Project Bundle"),
    ".qrk": ("a Quirkos project", "in Quirkos: Export > REFI-QDA project (.qdpx)"),
    ".f4": ("an f4analyse project", "in f4analyse: Export > REFI-QDA project (.qdpx)"),
    ".dedoose": ("a Dedoose project", "in Dedoose: Excerpts > Export > Excel"),
}
_OPEN_DOCUMENTS: Final = {
    b"opendocument.text": ("an OpenDocument text (.odt)", ".docx"),
    b"opendocument.spreadsheet": ("an OpenDocument spreadsheet (.ods)", ".xlsx"),
}
_PDF: Final = UnreadableError(
    "is a PDF", "save the table or text behind it as .docx, .xlsx or .csv"
)
_PAGE: Final = UnreadableError(
    "is a web page (HTML)",
    "what Taguette writes as one it exports as CSV or Excel too: Highlights > Export this view; "
    "of any other, save the table or text as .xlsx or .docx",
)
_FOR_READERS: Final = UnreadableError(
    "is a document that study-findings exported for readers, which tells too little of ids, people "
    "and dialogues to come back the same",
    "bring in quotations.csv or findings.qdpx of the same study, or its workbook; what was written "
    "anew in the document comes in by --format word",
)
_REPORT_OF_ATLAS: Final = UnreadableError(
    "is a report of ATLAS.ti as text, which tells too little of where a quotation ends",
    "in ATLAS.ti: Quotation Manager > Export to Excel",
)


def read_file(path: Path, form: str, options: Options) -> Found:
    """Read a file; `form` names a reader where it is not to be told from the content.

    Raises StudyError with one problem, which says what to do, where it cannot be read.
    """
    try:
        return _reader(path, form).read(path, options)
    except UnreadableError as error:
        raise unreadable(path, error) from error
    except (OSError, RecursionError, MemoryError) as error:
        why = getattr(error, "strerror", None) or "too large or too deep"
        raise unreadable(
            path, UnreadableError(f"cannot be read: {why}", "see that it is whole")
        ) from error


def unreadable(path: Path, error: UnreadableError) -> StudyError:
    """State that a file cannot be brought in, and what to do."""
    return StudyError(
        [Problem(Location(path.name), "not-imported", f"this file {error.why}", error.hint)]
    )


def _reader(path: Path, form: str) -> Reader:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableError("is empty", "export it again, and see that something stands in it")
    _refuse_closed(path, head)
    if form:
        return READERS[form]
    if is_word(path, head) and is_for_readers(open_document(path)):
        raise _FOR_READERS
    for reader in READERS.values():
        if reader.recognises(path, head):
            return reader
    raise _unknown(head)


def _unknown(head: bytes) -> UnreadableError:
    """Say of a file that nothing here reads what could be brought in in its place."""
    if head.startswith(b"SQLite format 3\0"):
        return UnreadableError(
            "is a database (SQLite) that is damaged, or of a program that is not known here",
            "close the program, copy its project anew, or export from it as CSV or REFI-QDA",
        )
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begins.startswith((b"<!doctype html", b"<html")):
        return _PAGE
    if begins.startswith(b"atlas.ti"):
        return _REPORT_OF_ATLAS
    if begins.startswith(b"{\\rtf"):
        return UnreadableError("is Rich Text (.rtf)", "open it in Word, and save it as .docx")
    for kind, (what, form) in _OPEN_DOCUMENTS.items():
        if head.startswith(b"PK") and kind in head[:200]:
            return UnreadableError(f"is {what}", f"open it in LibreOffice, and save it as {form}")
    known = ", ".join(READERS)
    hint = f"say what it is by --format ({known}), or save it as .csv, .xlsx or .docx"
    return UnreadableError("is of no form that is known here", hint)


def _refuse_closed(path: Path, head: bytes) -> None:
    """Refuse what only its own program opens, and say how to export from there."""
    ending = path.suffix.lower()
    bare = ending.rstrip("0123456789")
    for own, (what, how) in _HOW_TO_EXPORT.items():
        if own in (ending, bare) or (
            own == ".mx" and ending.startswith(".mx") and ending != ".mxl"
        ):
            raise UnreadableError(f"is {what}, which only its own program opens", how)
    if head.startswith(b"%PDF"):
        raise _PDF
    if head.startswith(_COMPOUND):
        with path.open("rb") as file:
            raise _compound(file.read(_MOST_LOOKED_AT))


def _compound(data: bytes) -> UnreadableError:
    if _ENCRYPTED in data:
        return UnreadableError("is locked with a password", "save a copy without one")
    if _WORD_STREAM in data:
        return UnreadableError(
            "is in Word's old form (.doc)", "open it in Word or LibreOffice, and save it as .docx"
        )
    if any(stream in data for stream in _SHEET_STREAMS):
        return UnreadableError(
            "is in Excel's old form (.xls)", "open it in Excel or LibreOffice, and save it as .xlsx"
        )
    return UnreadableError("is in an old form that is not read", "save it as .docx, .xlsx or .csv")
