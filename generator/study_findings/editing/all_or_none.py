"""Several files written all or none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..whole_files import sweep, write_whole


@dataclass(frozen=True, init=False)
class Change:
    """A file and what it is to hold; None: the file goes.

    It is kept as the bytes that are written: as text, one emoji makes four of each.
    """

    path: Path
    content: bytes | None

    def __init__(self, path: Path, holds: str | bytes | None) -> None:
        content = holds.encode("utf-8", "surrogateescape") if isinstance(holds, str) else holds
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "content", content)

    @property
    def text(self) -> str | None:
        """Give it as text; bytes that are no UTF-8 come back when it is written."""
        return None if self.content is None else self.content.decode("utf-8", "surrogateescape")


def as_it_stands(path: Path) -> Change:
    """Give a file as it is, so that it can be put back."""
    return Change(path, path.read_bytes() if path.exists() else None)


def write_changes(changes: Iterable[Change]) -> None:
    """Make changes in the order given, each atomically; where one fails, take back those made.

    A process that is killed between two leaves whole files, some of them changed. Raises OSError.
    """
    former: list[Change] = []
    made: list[Path] = []
    try:
        for change in changes:
            path = change.path.resolve()
            sweep(path.parent)
            made += missing_folders(path)
            former.append(as_it_stands(path))
            _put(path, change.content)
    except BaseException:
        for before in reversed(former):
            _put(before.path, before.content)
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
    else:
        write_whole(path, data)


def shown_from(root: Path, path: Path) -> str:
    """Write a path as messages print it, from the folder of the study, wherever it stands."""
    return Path(os.path.relpath(path, root)).as_posix()
