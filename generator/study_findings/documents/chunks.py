"""The words a PNG carries beside its pixels, and all of it but for these."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
ZLIB_MARKS: Final = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda")
"""How a zlib stream begins, by how hard it was packed (RFC 1950, section 2.2)."""
_ZLIB: Final = re.compile(b"|".join(map(re.escape, ZLIB_MARKS)))
_PIXELS: Final = b"IDAT"
# Before and behind what a chunk holds: its length and kind, and a sum (PNG, section 5.3).
_AROUND: Final = 12
_MOST_BYTES: Final = 16_000_000


def without_pixels(data: bytes) -> bytes:
    """Give a PNG without the contents of its chunks of packed pixels, `IDAT`.

    Only those are left out whose sum is right: others may be anything.
    """
    at = len(PNG)
    kept = [data[:at]]
    while at + _AROUND <= len(data):
        end = at + int.from_bytes(data[at : at + 4]) + _AROUND
        chunk = data[at:end]
        is_whole = end <= len(data) and zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:])
        kept.append(_PIXELS if is_whole and chunk[4:8] == _PIXELS else chunk)
        at = end
    return b"".join([*kept, data[at:]])


def texts_in_png(data: bytes) -> Iterator[bytes]:
    """Give the contents of a PNG's packed text chunks, unpacked: `zTXt`, `iTXt` and color profiles.

    Plain ones (`tEXt`, `eXIf`) can be read as the file stands.
    """
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield from _unpacked(data[at + 8 : at + 8 + length])
        at += length + _AROUND


def _unpacked(chunk: bytes) -> Iterator[bytes]:
    """Unpack what follows the keyword and the fields before the text, wherever that begins."""
    for mark in _ZLIB.finditer(chunk):
        try:
            yield zlib.decompressobj().decompress(chunk[mark.start() :], _MOST_BYTES)
        except zlib.error:
            continue
        return
