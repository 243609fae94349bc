"""What git publishes though no page shows it: private files, and their words in public ones."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..model import Study
from ..privacy.files_in_git import find_in_files, text_files
from ..privacy.private_texts import Private
from ..privacy.unpublished import cleared_texts
from ..problems import Location, Problem
from ..project import Project

PATIENCE: Final = 10
# What keeps an empty folder in git, and tells it what to leave out.
PLACEHOLDERS: Final = frozenset({".gitkeep", ".gitignore"})


def private_files_in_git(project: Project) -> list[Problem]:
    """Report private folders of which git has files, or would take them with the next commit.

    Copies count as well (`private.bak/`, `Private/`, `private copy.zip`): `.gitignore` and the leak
    check know one name. Nothing where the folder is in no repository, or git is not installed.
    """
    name = project.private_dir.name
    is_copy = re.compile(rf"{re.escape(name)}(?![^\W_])", re.IGNORECASE)
    counts: Counter[str] = Counter()
    for path in _known_to_git(project.root, f":(icase){name}*"):
        top = path.partition("/")[0]
        if is_copy.match(top) and path.rpartition("/")[2] not in PLACEHOLDERS:
            counts[top] += 1
    return [_in_git(project, top, number) for top, number in sorted(counts.items())]


def _known_to_git(root: Path, pattern: str) -> list[str]:
    """List the files that git has in its index, and those it would add."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others"]
    try:
        done = subprocess.run(
            [*command, "--exclude-standard", "--", pattern],
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    names = done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
    return sorted({name for name in names.split("\0") if name})


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
