"""An index of Pagefind's in one order: its lists of filters, values and sorts sorted by name.

Pagefind lists them as a hash table with random seeds yields them, and names files by their content,
so that two indexes of the same pages differ in nothing but this. Its files are CBOR (RFC 8949) of
three kinds of item only: whole numbers, texts and lists.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

HEAD: Final = b"pagefind_dcd"
ENTRY: Final = "pagefind-entry.json"
FILTER: Final = "filter/{}.pf_filter"
NUMBER, TEXT, LIST = 0, 3, 4
# The first byte of an item says in five bits how long it is, or in how many bytes that is said.
SHORT: Final = 24
LENGTHS: Final = {24: 1, 25: 2, 26: 4, 27: 8}

Item = int | str | list["Item"]


def put_in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give an index's files by path with all their lists in order, under names of their content."""
    files = dict(files)
    entry = json.loads(files[ENTRY])
    for language, about in entry["languages"].items():
        packed = files.pop(f"pagefind.{about['hash']}.pf_meta")
        version, pages, chunks, filters, sorts, *more = _unpack(packed)
        renamed = [[name, _put_filter_in_order(files, language, key)] for name, key in filters]
        listed = encode([version, pages, chunks, sorted(renamed), sorted(sorts), *more])
        about["hash"] = f"{language}_{_digest(listed)}"
        files[f"pagefind.{about['hash']}.pf_meta"] = _pack(listed)
    files[ENTRY] = json.dumps(entry, separators=(",", ":")).encode()
    return files


def _put_filter_in_order(files: dict[str, bytes], language: str, key: str) -> str:
    """Sort the values of one filter; give the key that it has then."""
    name, values = _unpack(files.pop(FILTER.format(key)))
    listed = encode([name, sorted(values)])
    new_key = f"{language}_{_digest(listed)}"
    files[FILTER.format(new_key)] = _pack(listed)
    return new_key


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _unpack(packed: bytes) -> Any:
    return decode(gzip.decompress(packed).removeprefix(HEAD))


def _pack(content: bytes) -> bytes:
    return gzip.compress(HEAD + content, mtime=0)


def decode(data: bytes) -> Any:
    """Read one CBOR item that fills `data`.

    Raises ValueError for a kind that Pagefind has no use for.
    """
    item, end = _read(data, 0)
    if end != len(data):
        raise ValueError("more than one item")
    return item


def _read(data: bytes, at: int) -> tuple[Any, int]:
    kind, length = divmod(data[at], 32)
    at += 1
    if length in LENGTHS:
        size = LENGTHS[length]
        length = int.from_bytes(data[at : at + size])
        at += size
    elif length > SHORT:
        raise ValueError("an item of no given length")
    if kind == NUMBER:
        return length, at
    if kind == TEXT:
        return data[at : at + length].decode(), at + length
    if kind != LIST:
        raise ValueError("an item of another kind")
    items = []
    for _ in range(length):
        item, at = _read(data, at)
        items.append(item)
    return items, at


def encode(item: Item) -> bytes:
    """Write whole numbers, texts and lists as CBOR, each length in the fewest bytes."""
    if isinstance(item, int):
        return _head(NUMBER, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(TEXT, len(text)) + text
    return _head(LIST, len(item)) + b"".join(map(encode, item))


def _head(kind: int, length: int) -> bytes:
    if length < SHORT:
        return bytes([kind * 32 + length])
    code, size = next((code, size) for code, size in LENGTHS.items() if length < 256**size)
    return bytes([kind * 32 + code]) + length.to_bytes(size)
