"""Which folder a site may be built into: a new or empty one, or one an earlier build marked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ..documents.filenames import disk_name
from ..problems import Location, Problem
from ..project import Project

MARKER: Final = ".study-findings"
BEGINNING: Final = "study-findings built this folder"
MARK: Final = (
    f"{BEGINNING} and replaces all of it with the next build; keep nothing of yours in it.\n"
)
REPOSITORY: Final = ".git"
ELSEWHERE: Final = "name a new folder with --site-dir, or as site_dir in mkdocs.yml"

IN_FULL: Final = "write its path in full, or from the study's folder on"


def mark(site_dir: Path) -> None:
    """Mark a folder as built by us, so that the next build may replace it."""
    site_dir.mkdir(parents=True, exist_ok=True)
    (site_dir / MARKER).write_text(MARK, encoding="utf-8")


def is_replaceable(folder: Path) -> bool:
    """Tell whether a folder is empty or bears the mark of an earlier build."""
    marker = folder / MARKER
    try:
        if marker.is_file() and not marker.is_symlink():
            return marker.read_text("utf-8").startswith(BEGINNING)
    except UnicodeDecodeError:
        return False
    return not any(folder.iterdir())


def placed(site_dir: Path) -> Path:
    """Give the full path of a folder; a link at its end is kept, since a link is refused."""
    full = Path.cwd() / site_dir
    return full.resolve() if full.name == ".." else full.parent.resolve() / full.name


def refusal(site_dir: Path, project: Project) -> Problem | None:
    """Say why a site may not be built into a folder, or nothing where it may.

    Relative paths start where the command runs. No file is changed.
    """
    target = placed(site_dir)
    try:
        found = _obstacle(target, project)
    except OSError as error:
        found = (f"cannot be looked into ({error.strerror})", ELSEWHERE)
    if found is None:
        return None
    what, hint = found
    return Problem(Location(project.shown(target)), "site-dir", f"this folder {what}", hint)


def _obstacle(target: Path, project: Project) -> tuple[str, str] | None:
    for own in _own_folders(project):
        if _is_within(target, own):
            return f"is the study's own {own.name}/, or in it", ELSEWHERE
    if _is_within(project.root, target):
        return "holds the study itself", ELSEWHERE
    for own in _own_folders(project):
        if _is_within(own, target):
            return f"holds the study's own {own.name}/", ELSEWHERE
    if target.is_symlink():
        return "is a link, and a build replaces the folder itself", ELSEWHERE
    if any(part == "~" or part.startswith("$") for part in target.parts):
        return "has ~ or $ in its name, which only a shell takes for a folder of yours", IN_FULL
    if not os.path.lexists(target):
        return _above(target)
    return _unlike_a_site(target) if target.is_dir() else ("is a file", ELSEWHERE)


def _above(target: Path) -> tuple[str, str] | None:
    """Say why a folder cannot come to be where it is named."""
    above = next((parent for parent in target.parents if os.path.lexists(parent)), target)
    return None if above.is_dir() else (f"cannot be made: {above.name} is no folder", ELSEWHERE)


def _unlike_a_site(target: Path) -> tuple[str, str] | None:
    if target.is_mount():
        return "is a disk of its own, which cannot be replaced", "name a new folder on that disk"
    if not is_replaceable(target):
        return (
            "holds something, and no mark of a build of study-findings",
            f"{ELSEWHERE}; if it is a site that an earlier version built, delete it yourself first",
        )
    for folder, folders, files in os.walk(target):
        if REPOSITORY in (*folders, *files):
            where = "" if folder == str(target) else f" in {Path(folder).name}/"
            return f"holds a git repository ({REPOSITORY}{where})", ELSEWHERE
    return None


def _own_folders(project: Project) -> tuple[Path, ...]:
    return (
        project.data_dir,
        project.content_dir,
        project.private_dir,
        project.work_dir,
        project.root / REPOSITORY,
    )


def _is_within(path: Path, folder: Path) -> bool:
    """Tell whether a path is a folder or in it, by names in any case, or by what stands there."""
    names = {disk_name(str(folder.absolute())), disk_name(str(folder.resolve()))}
    parents = {p for way in (path.absolute(), path.resolve()) for p in (way, *way.parents)}
    return any(disk_name(str(parent)) in names or _is_same(parent, folder) for parent in parents)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
