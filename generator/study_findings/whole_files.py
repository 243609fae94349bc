"""A file written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path


def write_whole(path: Path, content: bytes, to_disk: bool = True) -> None:
    """Write a file whole or not at all, and not when it holds these bytes already.

    A new file has the rights that the system gives new files, an old one keeps its own. `to_disk`
    waits until the bytes are safe from a power failure. Raises OSError.
    """
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".writing-{secrets.token_hex(8)}")
    try:
        with begun.open("xb") as file:
            file.write(content)
            if to_disk:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, begun)
        begun.replace(path)
    except BaseException:
        begun.unlink(missing_ok=True)
        raise
