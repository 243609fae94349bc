"""Files as bytes to texts: packed ones opened, mails and PDFs read, encodings guessed."""

from __future__ import annotations

import bz2
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from .chunks import PNG, ZLIB_MARKS, texts_in_png, without_pixels
from .mail import is_mail, mail_parts
from .pdf import PDF, DocumentError, read_document
from .table_rows import may_be_workbook

ZIP: Final = b"PK\x03\x04"
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_TAIL: Final = 66_000
_PAGEFIND: Final = b"pagefind_dcd"
_GZIP_FORMAT: Final = 31
# Each packing by its mark, with what unpacks it.
_PACKED: Final[dict[bytes, Callable[[], Any]]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(_GZIP_FORMAT),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\0": lzma.LZMADecompressor,
    b"]\0\0": lzma.LZMADecompressor,
}
_MAY_BE_TEXT: Final = (b"BZh", b"]\0\0")
# 7-Zip, RAR, Zstandard: nothing here opens them.
_CLOSED: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF32: Final = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_CONTROLS: Final = re.compile(rb"[\0-\x08\x0e-\x1a]")
_DEEPEST: Final = 6
_MOST_BYTES: Final = 512_000_000
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)

Member = tuple[str, bytes | None]


def unpack(data: bytes, name: str = "", depth: int = 0, whole: bool = False) -> Iterator[Member]:
    """Give the parts of a file: itself, or what its packing holds, by member name.

    None stands for a part that cannot be opened: broken, encrypted, packed too deep or of a kind
    that nothing here opens. What may be a workbook is given as it is, then its members, for its
    rows are in no one of them. `whole` gives all that a PDF or picture holds, drawing commands too,
    and no workbook as it is.
    """
    if depth > _DEEPEST or data.startswith(_CLOSED):
        yield name, None
        return
    for mark, opener in _PACKED.items():
        if data.startswith(mark):
            inner = _inflated(data, opener)
            if inner is not None:
                yield from unpack(inner, name, depth + 1, whole)
            else:
                yield name, data if mark in _MAY_BE_TEXT else None
            return
    if data.startswith(ZIP):
        if not whole and may_be_workbook(data):
            yield name, data
        yield from _unzipped(data, name, depth, whole)
        return
    yield from _opened(data, name, depth, whole)


def _opened(data: bytes, name: str, depth: int, whole: bool) -> Iterator[Member]:
    """Give what a file holds that is no archive: a PDF, mail, picture, zlib stream, or itself."""
    if data.startswith(PDF):
        yield from _read(data, name, depth, whole)
        return
    # Whole, a mail is a text like any other, read with whatever is encoded in it.
    if not whole and is_mail(data):
        yield from _posted(data, name, depth)
        return
    if data.startswith(ZLIB_MARKS):
        inner = _inflated(data, zlib.decompressobj)
        if inner is not None:
            yield from unpack(inner, name, depth + 1, whole)
            return
    if whole and data.startswith(PNG):
        for text in texts_in_png(data):
            yield name, text
    # An archive may hang on behind anything.
    if whole and _ZIP_END in data[-_ZIP_TAIL:]:
        yield from _unzipped(data, name, depth, whole)
    if data.startswith(PNG):
        data = without_pixels(data)
    yield name, data.removeprefix(_PAGEFIND)


def _inflated(data: bytes, opener: Callable[[], Any]) -> bytes | None:
    """Unpack one stream after another, up to 512 MB; None where that fails."""
    parts, size = [], 0
    try:
        while data:
            stream = opener()
            part = stream.decompress(data, _MOST_BYTES - size)
            size += len(part)
            if not stream.eof or size >= _MOST_BYTES:
                return None
            parts.append(part)
            rest = stream.unused_data
            data = rest if rest[:2] == data[:2] else b""
    except _BROKEN:
        return b"".join(parts) if parts else None
    return b"".join(parts)


def _unzipped(data: bytes, name: str, depth: int, whole: bool) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        yield name, None
        return
    with archive:
        if archive.comment:
            yield name, archive.comment
        for member in archive.infolist():
            inside = f"{name}/{member.filename}" if name else member.filename
            if member.is_dir():
                continue
            try:
                inner = archive.read(member) if member.file_size <= _MOST_BYTES else None
            except _BROKEN:
                inner = None
            if inner is None:
                yield inside, None
            else:
                yield from unpack(inner, inside, depth + 1, whole)


def _read(data: bytes, name: str, depth: int, whole: bool) -> Iterator[Member]:
    try:
        document = read_document(data)
    except DocumentError:
        yield name, None
        return
    yield name, "\n\n".join(document.texts).encode("utf-8", "replace")
    for stream in (*document.files, *(document.streams if whole else ())):
        yield from unpack(stream, name, depth + 1, whole)
    if whole:
        yield name, data


def _posted(data: bytes, name: str, depth: int) -> Iterator[Member]:
    for part, inner in mail_parts(data, _DEEPEST - depth):
        inside = f"{name}/{part}" if name else part
        if inner is None:
            yield inside, None
        else:
            yield from unpack(inner, inside, depth + 1)


def strict_text(data: bytes) -> str | None:
    """Decode a text file (UTF-8, UTF-16, else Windows-1252), or give None where it is none."""
    if data.startswith(_UTF32):
        return _decoded(data, "utf-32")
    if data.startswith(_UTF16):
        return _decoded(data, "utf-16")
    if b"\0" in data:
        return _unmarked_wide(data)
    text = _decoded(data, "utf-8-sig")
    if text is None:
        text = _decoded(data, "cp1252")
    return None if text is None or data.startswith(PDF) or _has_controls(text) else text


def lenient_texts(data: bytes) -> Iterator[str]:
    """Give whatever text bytes may hold, with what does not decode left out."""
    is_wide = data.startswith(_UTF16)
    if not is_wide:
        text = data.decode("utf-8", "ignore")
        yield text
        # Older files of one byte a letter; their letters beyond ASCII are what was left out.
        if len(text.encode()) < len(data) and not _CONTROLS.search(data[:4096]):
            yield data.decode("cp1252", "ignore")
            yield data.decode("cp1256", "ignore")
    zeros, looked_at = data.count(b"\0", 0, 4096), min(len(data), 4096)
    if data.startswith(_UTF32) or zeros * 2 > looked_at:
        yield data.decode("utf-32-le", "ignore")
        yield data.decode("utf-32-be", "ignore")
    if is_wide or zeros * 20 > looked_at:
        yield data.decode("utf-16-le", "ignore")
        yield data.decode("utf-16-be", "ignore")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_wide(data: bytes) -> str | None:
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text is not None and not _has_controls(text) and text.count(" ") * 40 > len(text):
            return text
    return None


def _has_controls(text: str) -> bool:
    return any(char < " " and char not in "\t\n\r\f\v\x1b" for char in set(text))
