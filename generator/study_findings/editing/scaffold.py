"""A new study's folder, fictional or empty, and what installs this program: whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from ..model.editors import equip
from ..problems import Location, Problem, StudyError
from ..study_folder import PRIVATE
from .origin import VENDOR, Origin, find_origin

# Under their own names, git or the packager would leave these out of the package.
STORED_AS: Final = {
    "gitignore": ".gitignore",
    "gitkeep": ".gitkeep",
    "github": ".github",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "private_": PRIVATE,
}
DEPENDENCIES: Final = "dependencies.txt"
REQUIREMENTS: Final = """\
# What makes the website: the publishing workflow installs it, and so do you. \
`findings init` wrote it.

# study-findings: {described}.
{requirement}

# What it needs, at the versions it was tested with.
--requirement {dependencies}
"""
CHECKSUMS: Final = re.compile(r"[ \t]*\\\n[ \t]+--hash=\S+")


def copy_starter(target: Path, is_empty: bool = False) -> list[Path]:
    """Begin a study, fictional or empty, in a new or empty folder; give the files written.

    Raises StudyError, with nothing written, where the folder holds something or cannot be made, or
    where others could not install this program.
    """
    if problem := _obstacle(target):
        raise StudyError([problem])
    origin = find_origin()
    try:
        _copy_whole(target, origin, is_empty)
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


def _copy_whole(target: Path, origin: Origin, is_empty: bool) -> None:
    """Write the files beside their place, then move them there in one step each."""
    is_new = not target.exists()
    if is_new:
        target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent if is_new else target) as beside:
        study = Path(beside) / "study"
        _lay_out(study, is_empty)
        _write_requirements(study, origin)
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


def _lay_out(study: Path, is_empty: bool) -> None:
    """Copy the fictional study or, in place of what both have, the empty one's."""
    package = files(__package__)
    study.mkdir()
    empty = list((package / "empty").iterdir()) if is_empty else []
    own = {entry.name for entry in empty}
    shared = [entry for entry in (package / "starter").iterdir() if entry.name not in own]
    for entry in (*shared, *empty):
        _copy(entry, study)


def _copy(entry: Traversable, folder: Path) -> None:
    path = folder / STORED_AS.get(entry.name, entry.name)
    if entry.is_dir():
        path.mkdir()
        for inner in entry.iterdir():
            _copy(inner, path)
    else:
        path.write_bytes(entry.read_bytes())


def _write_requirements(study: Path, origin: Origin) -> None:
    """Say what to install; checksums only where all of it has one, as pip asks."""
    requirements = REQUIREMENTS.format(
        described=origin.described, requirement=origin.requirement, dependencies=DEPENDENCIES
    )
    (study / "requirements.txt").write_bytes(requirements.encode())
    if not origin.has_hash:
        dependencies = study / DEPENDENCIES
        dependencies.write_bytes(CHECKSUMS.sub("", dependencies.read_text("utf-8")).encode())
    if origin.wheel is not None:
        name, content = origin.wheel
        (study / VENDOR).mkdir()
        (study / VENDOR / name).write_bytes(content)
