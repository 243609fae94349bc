"""One file of what is publishable, made as a build makes it, put in place only free of leaks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from .build import load_project_study
from .exporters.all_formats import FORMATS
from .findings.views import Findings
from .model import Study
from .privacy.leak import find_leaks
from .privacy.publishable import publishable
from .problems import Location, Problem, StudyError, has_failed
from .project import Project
from .whole_files import write_whole

FOLDER: Final = "exports"
"""Where files go that nobody names another place for; git leaves it out, by a file of its own."""
MADE: Final = "export-"


@dataclass(frozen=True)
class Exported:
    """Hold a file's bytes, and the warnings of the study they are of."""

    content: bytes
    problems: tuple[Problem, ...]


def export(project: Project, name: str, language: str = "") -> Exported:
    """Make the file of a format; in the study's own language, or in one it is translated into.

    Raises StudyError where the study has errors or nothing to make the file of, where there is no
    such translation, and where private words would stand in the file.
    """
    study, warnings = load_project_study(project)
    findings = _findings(project, study, language)
    if lacking := FORMATS[name].lacking(findings):
        raise _refused(project, f"there is nothing to make {name} of: {lacking}")
    content = FORMATS[name].write(findings, project.settings.url)
    found = leaks_in(project, study, name, content)
    if has_failed(found):
        raise StudyError(found)
    return Exported(content, (*warnings, *found))


def place(project: Project, name: str, content: bytes, file: Path | None) -> Path:
    """Write a file whole or not at all, into the folder for such where no other is named."""
    if file is None:
        folder = project.root / FOLDER
        write_whole(folder / ".gitignore", b"*\n", to_disk=False)
        file = folder / name
    write_whole(file, content)
    return file


def _findings(project: Project, study: Study, language: str) -> Findings:
    public = publishable(study)
    if language in ("", study.about.language):
        return Findings(public)
    translation = next((t for t in public.translations if t.language == language), None)
    if translation is None:
        known = ", ".join([study.about.language, *(t.language for t in public.translations)])
        message = f'the study is not translated into "{language}"; there is: {known}'
        raise _refused(project, message, f"begin one with `findings translate {language}`")
    return Findings(public, translation)


def leaks_in(project: Project, study: Study, name: str, content: bytes) -> list[Problem]:
    """Compare a file that would be written with `private/`, as a built site is."""
    with _folder(project) as folder:
        (folder / name).write_bytes(content)
        found = find_leaks(project.private_dir, folder, study, project.data_dir)
    return [_of_a_file(project.placed(problem), folder.name) for problem in found]


@contextmanager
def _folder(project: Project) -> Iterator[Path]:
    folder = project.work_dir / f"{MADE}{uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _of_a_file(problem: Problem, folder: str) -> Problem:
    """Say of a leak that it would be one, in a file that was not written."""
    message = problem.message.replace("stand in the built site", "would stand in the file")
    message = message.replace("stands in the built site", "would stand in the file")
    place = replace(problem.location, file=problem.location.file.replace(f"{folder}/", ""))
    return replace(
        problem,
        location=place,
        message=message.replace(f"{folder}/", ""),
        hint=problem.hint.partition("; delete the built site")[0],
    )


def _refused(project: Project, message: str, hint: str = "") -> StudyError:
    place = Location(project.shown(project.data_dir))
    return StudyError([Problem(place, "nothing-to-export", message, hint)])
