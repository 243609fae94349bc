"""The words of a Word document, a line a paragraph; what was deleted in it is left out."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from typing import Final

from .unreadable import UnreadableError

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_BODY: Final = "word/document.xml"
_MOST_BYTES: Final = 100_000_000
# Words; what stands for a space or a line; and what is there twice, or was taken out.
_PART: Final = re.compile(
    r"<(?:\w+:)?t(?:\s[^<>]*)?>(?P<words>[^<]*)<"
    r"|<(?:\w+:)?(?P<space>tab|noBreakHyphen|softHyphen)\b[^<>]*>"
    r"|<(?:\w+:)?(?P<line>br|cr)\b[^<>]*>|(?P<end></(?:\w+:)?p>)"
    r"|<(?P<close>/)?(?:\w+:)?(?P<beside>moveFrom|Fallback)(?=[\s>])[^<>]*>"
)
_BROKEN: Final = UnreadableError(
    "is damaged, or no Word document",
    "open it in the program that wrote it, and save it again as .docx or as .txt",
)
_LOCKED: Final = UnreadableError(
    "is locked with a password", "save a copy without one, in private/ too"
)
_OLD: Final = UnreadableError(
    "is in Word's old form", "open it in Word or LibreOffice, and save it as .docx or as .txt"
)
_TOO_LONG: Final = UnreadableError(
    "holds more text than any transcript", "save the words of this session alone, as .txt"
)


def docx_text(data: bytes) -> str:
    """Give the words of a document's body; raises UnreadableError where it is locked or damaged."""
    if data.startswith(_COMPOUND):
        raise _LOCKED if _ENCRYPTED in data else _OLD
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = archive.getinfo(_BODY)
            if member.flag_bits & 1:
                raise _LOCKED
            if member.file_size > _MOST_BYTES:
                raise _TOO_LONG
            markup = archive.read(member).decode("utf-8-sig")
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError) as error:
        raise _BROKEN from error
    except (NotImplementedError, RuntimeError) as error:
        raise _LOCKED from error
    return _words(markup)


def _words(markup: str) -> str:
    found: list[str] = []
    beside = 0
    for part in _PART.finditer(markup):
        if part["beside"]:
            closes = part["close"] or part.group().endswith("/>")
            beside = max(0, beside - 1) if part["close"] else beside + (not closes)
        elif beside:
            continue
        elif part["words"] is not None:
            found.append(html.unescape(part["words"]))
        elif part["space"]:
            found.append({"tab": "\t", "noBreakHyphen": "-"}.get(part["space"], ""))
        else:
            found.append("\n")
    return "".join(found)
