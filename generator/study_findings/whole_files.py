"""A file written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

BEGUN: Final = ".writing-"
"""What the name of a file begins with that is not yet in its place."""
LONGEST: Final = 600
"""How many seconds a file may take to be written, on a slow disk."""


def write_whole(path: Path, content: bytes, to_disk: bool = True) -> None:
    """Write a file whole or not at all, and not when it holds these bytes already.

    A new file has the rights that the system gives new files, an old one keeps its own. `to_disk`
    waits until the bytes are safe from a power failure. Raises OSError.
    """
    if not (path.is_file() and path.read_bytes() == content):
        write_parts(path, [content], to_disk)


def write_parts(path: Path, parts: Iterable[bytes], to_disk: bool = True) -> None:
    """Write a file whole or not at all, part by part: no more than one of them is held at a time.

    Rights and `to_disk` are as in `write_whole`. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f"{BEGUN}{secrets.token_hex(8)}")
    try:
        with begun.open("xb") as file:
            file.writelines(parts)
            if to_disk:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, begun)
        begun.replace(path)
    except BaseException:
        begun.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Delete what was begun in a folder and cut off by the power; it may hold words."""
    for path in folder.glob(f"{BEGUN}*"):
        try:
            if time.time() - path.stat().st_mtime > LONGEST:
                path.unlink()
        except OSError:
            # Another process was quicker, or it stays for the next time.
            continue
