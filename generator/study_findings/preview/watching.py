"""What a study's site is made from, as it stands on disk at one moment, and what changed since.

The folders are looked through anew each time, so a folder that is gone for a while, or whose name
another one takes, is followed like any other change.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..problems import StudyError
from ..project import Project
from ..project.configuration import author_files, configuration_files

FileMark = tuple[int, int, int]
"""A file's time of change in nanoseconds, its size in bytes, and its number on the disk."""
Snapshot = Mapping[str, FileMark]
"""The files below what is watched, by path."""

FOLDER: Final[FileMark] = (0, 0, 0)
"""What a watched folder has: only whether it is there is noted."""
STILL: Final = 0.15
"""Seconds without a change after which an edit, or a switch of branches, counts as done."""
PATIENCE: Final = 5.0
"""Seconds after which a change is taken up although others go on."""
NAMED: Final = 3
"""More files than these are counted, not named."""


@dataclass(frozen=True)
class FileChanges:
    """Name the files that came, went, and hold something else, each in order."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything has changed."""
        return bool(self.added or self.removed or self.changed)


def watched_paths(project: Project) -> list[Path]:
    """List the files and folders that a project's site is made from, or compared with."""
    folders = [project.data_dir, project.content_dir, project.private_dir]
    return [*configuration_files(project.configuration), *folders, *_beside(project)]


def _beside(project: Project) -> list[Path]:
    try:
        return author_files(project.configuration)
    except StudyError:
        return []


def take_snapshot(paths: Iterable[Path]) -> Snapshot:
    """Note every file at or below some paths, hidden ones left out; what is gone has none."""
    return {path: mark for given in paths for path, mark in _marks(given)}


def _marks(path: Path) -> Iterator[tuple[str, FileMark]]:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return
    if not stat.S_ISDIR(status.st_mode):
        yield str(path), (status.st_mtime_ns, status.st_size, status.st_ino)
        return
    yield str(path), FOLDER
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield from _marks(Path(folder, name))


def changes_between(before: Snapshot, after: Snapshot) -> FileChanges:
    """Compare two snapshots."""
    both = before.keys() & after.keys()
    return FileChanges(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(path for path in both if before[path] != after[path])),
    )


def settled_snapshot(paths: list[Path]) -> Snapshot:
    """Take a snapshot once nothing has changed for a moment, or for as long as one may wait."""
    end = time.monotonic() + PATIENCE
    latest = take_snapshot(paths)
    while time.monotonic() < end:
        time.sleep(STILL)
        previous, latest = latest, take_snapshot(paths)
        if previous == latest:
            break
    return latest


def in_words(changes: FileChanges, project: Project) -> str:
    """Say what changed: few files by name, many by number, those of `private/` by neither.

    Of a folder that came or went, only itself is named.
    """
    verbs = {"changed": changes.changed, "added": changes.added, "removed": changes.removed}
    named = [
        (project.shown(Path(path)), verb)
        for verb, paths in verbs.items()
        for path in _outermost(paths)
        if not is_private(path, project)
    ]
    if len(named) > NAMED:
        counted = {verb: sum(1 for _, other in named if other == verb) for verb in verbs}
        files = {1: "file"}
        parts = [f"{n} {files.get(n, 'files')} {verb}" for verb, n in counted.items() if n]
    else:
        parts = [f"{name} {verb}" for name, verb in named]
    if any(is_private(path, project) for paths in verbs.values() for path in paths):
        parts.append(f"{project.shown(project.private_dir)}/ changed")
    return ", ".join(parts)


def _outermost(paths: tuple[str, ...]) -> list[str]:
    within = set(paths)
    return [path for path in paths if within.isdisjoint(map(str, Path(path).parents))]


def is_private(path: str, project: Project) -> bool:
    """Tell whether a path is the folder of what is not cleared, or leads into it."""
    return Path(path).is_relative_to(project.private_dir)
