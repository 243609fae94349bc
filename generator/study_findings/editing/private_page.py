"""Where a page for one person may be written: where neither the site nor git takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..privacy.packs import is_read_back
from ..problems import Location, Problem, StudyError
from ..repository import find_repository
from ..study_folder import PRIVATE
from .all_or_none import Change
from .register import FOLDER

IGNORE: Final = f"{PRIVATE}/.gitignore"
ENDINGS: Final = frozenset({".html", ".htm"})


def page_path(root: Path, participant: str, target: Path | None) -> Path:
    """Say where somebody's page goes: into `private/read-back/`, or a place outside the study.

    Raises StudyError for a target that the site or git would publish, or that holds anything but
    such a page.
    """
    home = (root / FOLDER).resolve()
    # No two ids come to the same name: none holds a low line.
    path = (target or root / FOLDER / f"{participant.replace('/', '_')}.html").resolve()
    if not home.is_relative_to((root / PRIVATE).resolve()):
        _fail(path, "not-private", f"{FOLDER}/ leads out of {PRIVATE}/", "remove the link")
    if path.is_relative_to(root.resolve()) and not path.is_relative_to(home):
        message = "such a page is private, and this folder of the study is not its place"
        _fail(path, "not-private", message, f"write it into {FOLDER}/, or outside the study")
    if path.suffix.casefold() not in ENDINGS:
        _fail(path, "not-private", "the page is a file of HTML", "let its name end in .html")
    if path.is_dir() or (path.exists() and not is_read_back(path.read_bytes())):
        message = "something else stands here already, and is not overwritten"
        _fail(path, "not-overwritten", message, "name another file, or delete this one")
    if not ignored(root, path):
        _refuse_in_git(path)
    return path


def ignored(root: Path, path: Path) -> list[Change]:
    """Have git leave `private/` out, where nothing does yet and a file is to go there."""
    ignore = root / IGNORE
    is_inside = path.resolve().is_relative_to((root / PRIVATE).resolve())
    repository = find_repository(root) if is_inside and not ignore.exists() else None
    if repository is None or repository.ignores(path):
        return []
    return [Change(ignore, "*\n")]


def _refuse_in_git(path: Path) -> None:
    folder = next(parent for parent in path.parents if parent.is_dir())
    repository = find_repository(folder)
    if repository is not None and repository.takes(path):
        message = "git would publish this file with the next commit"
        hint = "name a folder that is in no repository, or have its .gitignore leave the file out"
        _fail(path, "not-private", message, hint)


def _fail(path: Path, rule: str, message: str, hint: str) -> None:
    raise StudyError([Problem(Location(path.name), rule, message, hint)])
