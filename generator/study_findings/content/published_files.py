"""The files of `content/` that are published, and a problem for each that is not."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from ..documents.pdf import document_problems
from ..problems import Location, Problem
from ..study_folder import CONFIGURATION
from .drawings import DrawingError, cleaned_drawing
from .file_types import (
    ALLOWED,
    PICTURES,
    UNCLEANED,
    FileType,
    described,
    file_type_of,
    is_what_it_says,
    leftover,
)
from .pictures import PictureError, check_picture

_KEEP: Final = (
    "move it to private/, or out of the study's folder; if it is meant for readers, name it in"
    " mkdocs.yml, under the plugin: `- study-findings: {{publish: [{path}]}}`"
)
_DELETE: Final = "delete it, or move it out of the study's folder"
_LINK: Final = "put a copy of what is meant for readers there instead, or remove the link"


def content_problems(content_dir: Path, publish: Collection[str] = ()) -> list[Problem]:
    """Check every file of `content/`: its kind, that it is of that kind, and what it carries.

    `publish` are files of other kinds to publish as they are, by their paths below the folder with
    slashes. Hidden files are nobody's business: they are not published. Nothing is changed.
    """
    if not content_dir.is_dir():
        return []
    problems: list[Problem] = []
    found: set[str] = set()
    for path, file, link in _walk(content_dir):
        found.add(path)
        shown = f"{content_dir.name}/{path}"
        if link:
            problems.append(Problem(Location(shown), "link-out-of-content", link, _LINK))
        elif (file_type := file_type_of(path)) is None or leftover(path):
            may_be_named = described(path) != UNCLEANED
            problems += [] if path in publish and may_be_named else [_stray(shown, path)]
        else:
            problems += _unfit(shown, file, file_type)
    missing = sorted(set(publish) - found)
    return problems + [_missing(content_dir.name, path) for path in missing]


def public_files(content_dir: Path) -> list[str]:
    """List the paths of all files below `content/`, sorted, without hidden ones and links out."""
    if not content_dir.is_dir():
        return []
    return sorted(path for path, _, link in _walk(content_dir) if not link)


def _walk(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Give each file with its path and, for a link that cannot be published, why."""
    root = Path(os.path.realpath(folder))
    waiting = [folder]
    while waiting:
        for entry in sorted(waiting.pop().iterdir()):
            path = entry.relative_to(folder).as_posix()
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and (why := _why_not(entry, root)):
                yield path, entry, why
            elif entry.is_dir():
                waiting.append(entry)
            elif entry.is_file():
                yield path, entry, ""


def _why_not(link: Path, root: Path) -> str:
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(root):
        return "this link leads out of the folder, and would publish what it points to"
    if not target.exists():
        return "this link leads nowhere"
    is_hidden = any(part.startswith(".") for part in target.relative_to(root).parts)
    return "this link leads to a folder or a hidden file" if target.is_dir() or is_hidden else ""


def _stray(shown: str, path: str) -> Problem:
    if what := leftover(path):
        message = f"this file looks like {what}, and would be published"
        return Problem(Location(shown), "leftover-file", message, _DELETE)
    message = f"{described(path)} is not published from here unless it is named; {ALLOWED} are"
    hint = _KEEP.format(path=path)
    if path.endswith((".markdown", ".mdown", ".mkd", ".mkdn", ".MD")):
        hint = "rename it to end in .md"
    elif described(path) == UNCLEANED:
        hint = "save it as JPEG, PNG or WebP"
    elif path.endswith(".j2"):
        hint = "a page that is a template ends in .md.j2"
    return Problem(Location(shown), "stray-content", message, hint)


def _missing(folder: str, path: str) -> Problem:
    message = f'there is no file "{path}" in {folder}/, though mkdocs.yml says to publish it'
    hint = f"correct its path below {folder}/, or take it out of `publish`"
    return Problem(Location(CONFIGURATION), "publish-missing", message, hint)


def _unfit(shown: str, file: Path, file_type: FileType) -> list[Problem]:
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return [Problem(Location(shown), "unreadable-file", message, "check its permissions")]
    if not is_what_it_says(file_type, data):
        message = (
            f"this is no {file_type}, whatever its name says, or something else hangs on behind"
        )
        return [Problem(Location(shown), "false-ending", message, _DELETE)]
    try:
        if file_type == "picture":
            check_picture(data, file.suffix.casefold())
        elif file_type == "drawing":
            cleaned_drawing(data)
    except PictureError as error:
        hint = (
            f"save it anew as {PICTURES[file.suffix.casefold()]} in a picture program, or remove it"
        )
        return [Problem(Location(shown), "picture-unreadable", f"the picture {error}", hint)]
    except DrawingError as error:
        return [Problem(Location(shown, error.line), "drawing-unsafe", str(error), error.remedy)]
    return list(document_problems(shown, data)) if file_type == "document" else []
