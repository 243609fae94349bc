"""Files as bytes to texts: compressed ones opened, encodings guessed."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_PAGEFIND: Final = b"pagefind_dcd"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_DEEPEST: Final = 4
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


def unpack(data: bytes, name: str = "", depth: int = 0) -> Iterator[tuple[str, bytes | None]]:
    """Give the parts of a file: itself, or what its compression holds, by member name.

    None stands for a part that cannot be opened: broken, encrypted, or packed too deep.
    """
    if depth > _DEEPEST:
        yield name, None
    elif data.startswith(_GZIP):
        yield from _gunzipped(data, name, depth)
    elif data.startswith(_ZIP):
        yield from _unzipped(data, name, depth)
    else:
        yield name, data.removeprefix(_PAGEFIND)


def _gunzipped(data: bytes, name: str, depth: int) -> Iterator[tuple[str, bytes | None]]:
    try:
        inner = gzip.decompress(data)
    except _BROKEN:
        yield name, None
        return
    yield from unpack(inner, name, depth + 1)


def _unzipped(data: bytes, name: str, depth: int) -> Iterator[tuple[str, bytes | None]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        yield name, None
        return
    with archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            inside = f"{name}/{member.filename}" if name else member.filename
            try:
                inner = archive.read(member)
            except _BROKEN:
                yield inside, None
                continue
            yield from unpack(inner, inside, depth + 1)


def strict_text(data: bytes) -> str | None:
    """Decode a text file (UTF-8, UTF-16, else Windows-1252), or give None where it is none."""
    if data.startswith(_UTF16):
        return _decoded(data, "utf-16")
    if b"\0" in data:
        return _unmarked_utf16(data)
    text = _decoded(data, "utf-8-sig")
    if text is None:
        text = _decoded(data, "cp1252")
    return None if text is None or data.startswith(b"%PDF") or _has_controls(text) else text


def lenient_texts(data: bytes) -> Iterator[str]:
    """Give whatever text bytes may hold, with what does not decode left out."""
    if not data.startswith(_UTF16):
        yield data.decode("utf-8", "ignore")
    if data.startswith(_UTF16) or data.count(b"\0", 0, 4096) * 20 > min(len(data), 4096):
        yield data.decode("utf-16-le", "ignore")
        yield data.decode("utf-16-be", "ignore")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text is not None and not _has_controls(text) and text.count(" ") * 40 > len(text):
            return text
    return None


def _has_controls(text: str) -> bool:
    return any(char < " " and char not in "\t\n\r\f\v\x1b" for char in set(text))
