"""Files that stand inside a text, in the letters of Base64 or hexadecimal: data URIs, messages."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from .chunks import ZLIB_MARKS

# Shorter ones are mostly words of a text, and hold a few at most; messages break their lines.
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{24,}(?:(?:\\[rn]|\s){1,4}[A-Za-z0-9+/_-]{4,})*={0,2}")
_HEX: Final = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_ESCAPED: Final = re.compile(r"%(?:2B|2F|3D)", re.IGNORECASE)
_SPACE: Final = re.compile(r"\\[rn]|\s")
_PACKED: Final = (
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"BZh",
    b"\xfd7zXZ\0",
    b"]\0\0",
    b"%PDF-",
    b"\x89PNG",
    *ZLIB_MARKS,
)
_LOOKED_AT: Final = 200
_TEXT_SHARE: Final = 0.85
_WORD_BYTES: Final = frozenset(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \t\r\n"
    b".,;:'\"!?()<>/=-_&{}[]%\\#@+*"
)


def embedded(text: str) -> Iterator[bytes]:
    """Give what Base64 or hexadecimal in a text stands for, where that is text or a packed file.

    Character references are undone already.
    """
    text = text.replace("\\/", "/")
    for written in (text, unquote(text)) if "%" in text and _ESCAPED.search(text) else (text,):
        for match in _BASE64.finditer(written):
            yield from _from_hex(match[0]) if _HEX.fullmatch(match[0]) else ()
            yield from _from_base64(match[0])


def _from_hex(written: str) -> Iterator[bytes]:
    data = bytes.fromhex(written)
    if _may_tell(data):
        yield data


def _from_base64(written: str) -> Iterator[bytes]:
    """Decode Base64 of either alphabet, from its first letter on, whatever stands before it."""
    letters = _SPACE.sub("", written).rstrip("=").replace("-", "+").replace("_", "/")
    # A path or a word may stand right before the data, without its padding.
    for begin in dict.fromkeys((0, letters.rfind("/", 0, 40) + 1)):
        part = letters[begin:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        try:
            data = base64.b64decode(part + "=" * (-len(part) % 4))
        except (binascii.Error, ValueError):
            continue
        if _may_tell(data):
            yield data


def _may_tell(data: bytes) -> bool:
    """Tell whether bytes look like text of any encoding or a packed file, not like chance."""
    if data.startswith(_PACKED):
        return True
    head = data[:_LOOKED_AT].replace(b"\0", b"")
    plain = sum(byte in _WORD_BYTES for byte in head)
    if not head or plain >= _TEXT_SHARE * len(head):
        return bool(head)
    try:
        decoded = head[: len(head) - 3].decode("utf-8", "strict") if len(head) > 12 else ""
    except UnicodeDecodeError as error:
        return error.start > len(head) - 8 and len(head) > 12
    return bool(decoded) and "".join(decoded.split()).isprintable()
