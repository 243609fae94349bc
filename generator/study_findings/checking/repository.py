"""What git publishes though no page shows it: private files, and their words in public ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..content.file_types import file_type_of
from ..documents.yaml_texts import YAML
from ..model import Study
from ..privacy.files_in_git import find_in_files, text_files
from ..privacy.private_texts import Private
from ..privacy.unpublished import cleared_texts
from ..problems import Location, Problem
from ..project import Project
from ..repository import find_repository
from ..repository.git import HEAD, MOST_BYTES
from ..repository.never_public import kind_by_content, kind_by_name, packages_among

# What keeps an empty folder in git, and tells it what to leave out.
PLACEHOLDERS: Final = frozenset({".gitkeep", ".gitignore"})


def private_files_in_git(project: Project) -> list[Problem]:
    """Report private folders of which git has files, or would take them with the next commit.

    Copies count as well (`private.bak/`, `Private/`, `private copy.zip`): `.gitignore` and the leak
    check know one name. Nothing where the folder is in no repository, or git is not installed.
    """
    counts: Counter[str] = Counter()
    for path in known_to_git(project):
        top = private_top(project, path)
        if top and path.name not in PLACEHOLDERS:
            counts[top] += 1
    return [_in_git(project, top, number) for top, number in sorted(counts.items())]


def files_kept_out_of_git(project: Project) -> list[Problem]:
    """Report files that git has in the repository, or would take, and that belong in `private/`.

    Recordings, transcripts, tables, projects of analysis programs, lists of names, keys, by name or
    by content. Not told again is what `content/` is checked for; what `publish` names may stay.
    """
    paths = list(known_to_git(project))
    packages = packages_among([path.as_posix() for path in paths])
    problems = []
    for path in paths:
        is_elsewhere = private_top(project, path) or _is_told_already(project, path)
        if is_elsewhere or may_stay(project, path):
            continue
        name = path.as_posix()
        if kind := kind_by_name(name, packages) or _kind_on_disk(path):
            problems.append(_kept_out(project, path, kind))
    return problems


def known_to_git(project: Project) -> Iterator[Path]:
    """Give the files that git has, and those of the study's folder it would add, by their paths."""
    repository = find_repository(project.root)
    for name in repository.files(project.root) if repository else ():
        yield repository.top / name if repository else Path(name)


def private_top(project: Project, path: Path) -> str:
    """Name the topmost folder or file where a path is in `private/` or a copy of it."""
    name = project.private_dir.name
    try:
        top = path.relative_to(project.root.resolve()).parts[0]
    except (ValueError, IndexError):
        return ""
    return top if re.match(rf"{re.escape(name)}(?![^\W_])", top, re.IGNORECASE) else ""


def may_stay(project: Project, path: Path) -> bool:
    """Tell whether a file is of the study itself, or `publish` in `mkdocs.yml` names it."""
    content, data = project.content_dir.resolve(), project.data_dir.resolve()
    if path.is_relative_to(data):
        return path.suffix.casefold() in YAML
    return path.is_relative_to(content) and path.relative_to(content).as_posix() in project.publish


def _is_told_already(project: Project, path: Path) -> bool:
    """Tell whether a file is no kind that may stand in `content/`, which a check says anyway."""
    content = project.content_dir.resolve()
    if not path.is_relative_to(content):
        return False
    name = path.relative_to(content).as_posix()
    return file_type_of(name) is None and not any(part.startswith(".") for part in name.split("/"))


def _kind_on_disk(path: Path) -> str | None:
    try:
        if path.is_symlink() or not path.is_file():
            return None
        is_whole = path.stat().st_size <= MOST_BYTES
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES if is_whole else HEAD)
    except OSError:
        return None
    return kind_by_content(path.as_posix(), data, is_whole)


def _kept_out(project: Project, path: Path, kind: str) -> Problem:
    shown = project.shown(path)
    message = f"git has {kind} here, or takes it with the next commit, and publishes what it has"
    hint = (
        f'move it to {project.private_dir.name}/, and run `git rm --cached "{shown}"` if git has it'
        " already; if it is meant for readers, put it into"
        f" {project.content_dir.name}/ and name it in mkdocs.yml, under `publish`"
    )
    return Problem(Location(shown), "file-in-git", message, hint)


def _in_git(project: Project, top: str, number: int) -> Problem:
    what = "a file" if number == 1 else f"{number} files"
    message = f"git has {what} here, or takes them with the next commit, and publishes what it has"
    usual = project.private_dir.name
    if top == usual:
        hint = (
            f"see that .gitignore has the line {usual}/, and run `git rm -r --cached {usual}`;"
            " what was pushed already has to go from git's history too"
        )
    else:
        hint = (
            f"move it to {usual}/, the only folder that is left out of git and compared"
            f' with the site, and run `git rm -r --cached "{top}"` if it was committed'
        )
    return Problem(Location(project.shown(project.root / top)), "private-in-git", message, hint)


def private_words_in_files(
    project: Project, private: Private, study: Study | None
) -> Iterator[Problem]:
    """Report words of `private/` in public files: comments, notes, what a page leaves out.

    Compared are what was said and running text, six words in a row: not values of other fields, nor
    comments, which the files of `private/` share with those of the study.
    """
    texts = [text for text in private.texts if not text.may_be_name]
    cleared = cleared_texts(study) if study else ()
    files = text_files(
        (folder, project.shown(folder)) for folder in (project.data_dir, project.content_dir)
    )
    for place in find_in_files(texts, cleared, files):
        owner = f" ({place.text.owner})" if place.text.owner else ""
        yield Problem(
            Location(place.file, place.line),
            "private-words",
            f"words of {place.text.file}{owner} stand in this file, which is as public as the site",
            "take them out, comments too, or clear the quotation that holds them with "
            "`findings clear`",
        )
