"""The last change that a command made, kept in `.findings/undo/` so that it can be undone.

The folder is never published. Git leaves it out, by a file of its own, for it may hold words that
were withdrawn: one change is kept, until the next one takes its place or it is forgotten.
"""

from __future__ import annotations

import json
import shutil
from codecs import iterdecode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ..problems import Location, Problem, StudyError
from ..study_folder import WORK
from ..whole_files import sweep, write_parts, write_whole
from .all_or_none import (
    Change,
    as_it_stands,
    missing_folders,
    remove_empty,
    shown_from,
    write_changes,
)

FOLDER: Final = f"{WORK}/undo"
FILE: Final = "change.json"
UNDER_WAY: Final = "under-way"
"""Stands beside it from before the first file is changed until the last one is."""
_PART: Final = 1_000_000
"""How many bytes are written at a time."""


@dataclass(frozen=True)
class Kept:
    """Hold a change that was made: the command, each file before and after, the folders it made."""

    root: Path
    command: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]
    folders: tuple[str, ...] = ()

    @property
    def effects(self) -> list[str]:
        """Say of each file what undoing does to it."""
        return [
            f"{_effect(old, new)} {shown_from(self.root, old.path)}"
            for old, new in zip(self.before, self.after, strict=True)
            if as_it_stands(old.path) != old
        ]


def keep(root: Path, command: str, changes: Sequence[Change]) -> None:
    """Keep what files hold before changes are made to them; what was kept before goes."""
    before = tuple(as_it_stands(change.path) for change in changes)
    made = {
        shown_from(root, folder)
        for change in changes
        if change.content is not None
        for folder in missing_folders(change.path)
    }
    _write(Kept(root, command, before, tuple(changes), tuple(sorted(made))))
    write_whole(root / FOLDER / UNDER_WAY, b"")


def finished(root: Path) -> None:
    """Note that all files of the change that was kept last are changed."""
    (root / FOLDER / UNDER_WAY).unlink(missing_ok=True)


def cut_off(root: Path) -> tuple[Kept, list[Path]] | None:
    """Give the last change, with the files it has not changed, where the power went in its middle.

    None where it is whole, or nothing of it is there.
    """
    if not (root / FOLDER / UNDER_WAY).is_file():
        return None
    try:
        kept = _read(root)
    except StudyError:
        return None
    changed = [old for old, new in zip(kept.before, kept.after, strict=True) if old != new]
    left = [old.path for old in changed if as_it_stands(old.path) == old]
    return (kept, left) if 0 < len(left) < len(changed) else None


def last_change(root: Path) -> Kept:
    """Give the change that can be undone.

    Raises StudyError where there is none, or where a file it is about was changed since.
    """
    kept = _read(root)
    problems = list(_changed(kept))
    if problems:
        raise StudyError(problems)
    if not kept.effects:
        raise _nothing("the files are as they were before the last command")
    return kept


def undo(kept: Kept) -> None:
    """Put files back as they were before a change, and keep the change, to undo this too."""
    write_whole(kept.root / FOLDER / UNDER_WAY, b"")
    write_changes(kept.before)
    remove_empty(kept.root / folder for folder in kept.folders)
    _write(Kept(kept.root, "findings undo", kept.after, kept.before))
    finished(kept.root)


def forget(root: Path) -> bool:
    """Delete what is kept for undoing; tell whether there was anything."""
    folder = root / FOLDER
    was_there = (folder / FILE).is_file()
    if folder.is_dir():
        shutil.rmtree(folder)
    return was_there


def _effect(old: Change, new: Change) -> str:
    if old.content is None:
        return "deletes"
    return "restores" if new.content is None else "puts back"


def _changed(kept: Kept) -> Iterator[Problem]:
    for old, new in zip(kept.before, kept.after, strict=True):
        if as_it_stands(old.path) not in (old, new):
            message = f"this file was changed after `{kept.command}`, so that cannot be undone"
            hint = "take back by hand what you want to take back"
            yield Problem(Location(shown_from(kept.root, old.path)), "changed-since", message, hint)


def _read(root: Path) -> Kept:
    try:
        found: dict[str, Any] = json.loads((root / FOLDER / FILE).read_text("utf-8"))
        return Kept(
            root,
            found["command"],
            tuple(Change(root / file["path"], file["before"]) for file in found["files"]),
            tuple(Change(root / file["path"], file["after"]) for file in found["files"]),
            tuple(found["folders"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise _nothing("no command has changed a file here") from None


def _write(kept: Kept) -> None:
    folder = kept.root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    sweep(folder)
    write_whole(folder / ".gitignore", b"*\n")
    write_parts(folder / FILE, (part.encode() for part in _as_json(kept)))


def _as_json(kept: Kept) -> Iterator[str]:
    """Write what is kept file by file: all of a large import together would be as large again."""
    yield f'{{"command": {json.dumps(kept.command)},\n"folders": {json.dumps(kept.folders)},\n'
    yield '"files": ['
    for number, (old, new) in enumerate(zip(kept.before, kept.after, strict=True)):
        yield f"{',' * (number > 0)}\n{{"
        yield f'"path": {json.dumps(shown_from(kept.root, old.path))}'
        for name, change in (("before", old), ("after", new)):
            yield f', "{name}": '
            yield from _quoted(change.content)
        yield "}"
    yield "\n]}\n"


def _quoted(content: bytes | None) -> Iterator[str]:
    """Write a file's text as JSON, part by part."""
    if content is None:
        yield "null"
        return
    yield '"'
    parts = (content[begin : begin + _PART] for begin in range(0, len(content), _PART))
    for text in iterdecode(parts, "utf-8", "surrogateescape"):
        yield json.dumps(text)[1:-1]
    yield '"'


def _nothing(why: str) -> StudyError:
    hint = "one command can be undone: the last that changed files"
    message = f"there is nothing to undo: {why}"
    return StudyError([Problem(Location("."), "nothing-to-undo", message, hint)])
