"""The words a PNG carries beside its pixels."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
ZLIB_MARKS: Final = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda")
"""How a zlib stream begins, by how hard it was packed (RFC 1950, section 2.2)."""
_ZLIB: Final = re.compile(b"|".join(map(re.escape, ZLIB_MARKS)))
_MOST_BYTES: Final = 16_000_000


def texts_in_png(data: bytes) -> Iterator[bytes]:
    """Give the contents of a PNG's packed text chunks, unpacked: `zTXt`, `iTXt` and color profiles.

    Plain ones (`tEXt`, `eXIf`) can be read as the file stands.
    """
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield from _unpacked(data[at + 8 : at + 8 + length])
        at += length + 12


def _unpacked(chunk: bytes) -> Iterator[bytes]:
    """Unpack what follows the keyword and the fields before the text, wherever that begins."""
    for mark in _ZLIB.finditer(chunk):
        try:
            yield zlib.decompressobj().decompress(chunk[mark.start() :], _MOST_BYTES)
        except zlib.error:
            continue
        return
