"""A new study's folder, copied from the starter: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from .editors import equip
from .problems import Location, Problem, StudyError

# Under their own names, git or the packager would leave these out of the package.
STORED_AS: Final = {"gitignore": ".gitignore", "github": ".github", "private_": "private"}


def copy_starter(target: Path) -> list[Path]:
    """Copy the starter into a new or empty folder; give the paths of the files written.

    Raises StudyError, with nothing written, where the folder holds something or cannot be made.
    """
    if problem := _obstacle(target):
        raise StudyError([problem])
    try:
        _copy_whole(target)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror or error}"
        hint = "choose a place where you may write"
        raise StudyError([_problem(target, "cannot-write", message, hint)]) from error
    return sorted(path for path in target.rglob("*") if path.is_file())


def _problem(target: Path, rule: str, message: str, hint: str) -> Problem:
    return Problem(Location(target.as_posix()), rule, message, hint)


def _obstacle(target: Path) -> Problem | None:
    hint = "name a new folder, or one that is empty"
    try:
        if target.is_dir():
            if not any(target.iterdir()):
                return None
            return _problem(target, "not-empty", "the folder already holds something", hint)
        if target.exists() or target.is_symlink():
            return _problem(target, "not-a-folder", "there is something of that name already", hint)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror or error}"
        return _problem(target, "unreadable-folder", message, hint)
    return None


def _copy_whole(target: Path) -> None:
    """Write the files beside their place, then move them there in one step each."""
    is_new = not target.exists()
    if is_new:
        target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent if is_new else target) as beside:
        study = Path(beside) / "study"
        _copy(files(__package__) / "starter", study)
        equip(study)
        if is_new:
            study.rename(target)
        else:
            _move_into(target, study)


def _move_into(target: Path, study: Path) -> None:
    """Move what a folder holds into the empty folder around it, which others may be standing in."""
    moved: list[Path] = []
    try:
        for path in sorted(study.iterdir()):
            moved.append(path.rename(target / path.name))
    except OSError:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir()
    for entry in source.iterdir():
        path = target / STORED_AS.get(entry.name, entry.name)
        if entry.is_dir():
            _copy(entry, path)
        else:
            path.write_bytes(entry.read_bytes())
