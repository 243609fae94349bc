"""Two states of a study, each from a folder or from git, loaded as readers see it and compared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..changes.change import Comparison
from ..changes.comparing import compare
from ..changes.diff_formats import as_json, as_text
from ..exporting import leaks_in
from ..privacy.withdrawn import read_withdrawn
from ..problems import Problem, StudyError, has_failed
from ..project import Project, find_project
from .states import LATEST, Version, read_folder, read_version, read_working

__all__ = ["LATEST", "Compared", "compare_versions"]

_SAID: Final = "changes.txt"


@dataclass(frozen=True)
class Compared:
    """Hold what changed, what the two states are called, and warnings."""

    comparison: Comparison
    old: str
    new: str
    warnings: tuple[Problem, ...] = ()
    """What of `private/` could not be compared."""


def compare_versions(
    old: str = LATEST, new: str | None = None, study: Path | None = None
) -> Compared:
    """Tell what changed between two states: revisions of git, or folders of a study.

    `new` is the study in the working folder where left out. What that study does not publish any
    more is not repeated; and what would be said is compared with `private/`, as a built site is.
    Raises StudyError where one of them is not there or has errors.
    """
    project = _project(old, new, study)
    if project is None:
        first, second = read_folder(old), read_folder(new or "")
        return Compared(compare(first.public, second.public), first.name, second.name)
    today = read_working(project)
    first = read_version(old, project)
    second = today if new is None else read_version(new, project)
    if second.data_dir.resolve() == today.data_dir.resolve():
        second = today
    comparison, warnings = _compared(project, today, first, second)
    return Compared(comparison, first.name, second.name, warnings)


def _compared(
    project: Project, today: Version, old: Version, new: Version
) -> tuple[Comparison, tuple[Problem, ...]]:
    """Compare two states, without former sentences where those are private now or were withdrawn.

    Raises StudyError where something else of it is private.
    """
    public = today.public
    states = (old.public, public if new is today else new.public, public)
    leaks: list[Problem] = []
    for with_former in (True, False):
        found = compare(*states, with_former=with_former)
        content = f"{as_text(found, '', '')}\n{as_json(found, '', '')}\n"
        leaks = leaks_in(project, today.study, _SAID, content.encode())
        if not has_failed(leaks) and not (with_former and _holds_withdrawn(project, content)):
            return found, tuple(leaks)
    raise StudyError(leaks)


def _holds_withdrawn(project: Project, text: str) -> bool:
    """Tell whether a text holds words that were withdrawn at any time; also if that is not known.

    What holds them and is public today is told by a check.
    """
    try:
        withdrawn = read_withdrawn(project.private_dir)
    except ValueError:
        return True
    return withdrawn is not None and bool(withdrawn.finder().find([text]))


def _project(old: str, new: str | None, study: Path | None) -> Project | None:
    """Find the study in the working folder, else that of the new state.

    Two folders can be compared without one.
    """
    try:
        return find_project(study)
    except StudyError:
        if study is not None or new is None or not (Path(old).is_dir() and Path(new).is_dir()):
            raise
    try:
        return find_project(Path(new))
    except StudyError:
        return None
