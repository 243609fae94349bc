"""Names of files: which of them some disk takes for one, or cannot hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..model.base import RESERVED_NAMES

NOT_ON_WINDOWS = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def disk_name(path: str) -> str:
    """Give a path as disks of macOS and Windows compare it: no capitals, composed letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def merged(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each path that such a disk takes for an earlier one, and that one."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(disk_name(path), path)
        if other != path:
            yield path, other


def obstacle(path: str) -> str:
    """Say why a file of this path cannot be copied to Windows; nothing where it can."""
    for part in PurePosixPath(path).parts:
        if bad := NOT_ON_WINDOWS.search(part):
            return f"Windows cannot hold a name with {bad.group()!r}"
        if part.endswith((" ", ".")):
            return "Windows cannot hold a name that ends in a space or a full stop"
        if part.partition(".")[0].casefold() in RESERVED_NAMES:
            return f'"{part.partition(".")[0]}" is a name Windows keeps for itself'
    return ""
