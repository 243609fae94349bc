"""Files written whole or not at all, and several of them all or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """A file and what it is to hold; None: the file goes."""

    path: Path
    text: str | None


def write_changes(changes: Iterable[Change]) -> None:
    """Make changes in the order given, each atomically; where one fails, take back those made.

    A process that is killed between two leaves whole files, some of them changed. Raises OSError.
    """
    former: list[tuple[Path, bytes | None]] = []
    made: list[Path] = []
    try:
        for change in changes:
            path = change.path.resolve()
            before = path.read_bytes() if path.exists() else None
            made += missing_folders(path)
            former.append((path, before))
            _put(path, None if change.text is None else change.text.encode())
    except BaseException:
        for path, before in reversed(former):
            _put(path, before)
        remove_empty(made)
        raise


def missing_folders(path: Path) -> list[Path]:
    """List the folders above a path that are not there yet, the innermost first."""
    return [folder for folder in path.parents if not folder.exists()]


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of the folders that hold nothing, the innermost first."""
    for folder in sorted(set(folders), key=lambda folder: -len(folder.parts)):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != data:
        _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
