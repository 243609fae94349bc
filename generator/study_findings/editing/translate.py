"""Begin a translation: those of its files that are missing, and what the others lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import (
    CodeTranslation,
    ImplicationTranslation,
    MethodsTranslation,
    Record,
    SessionTranslation,
    Study,
    StudyTranslation,
    ThemeTranslation,
)
from ..model.base import LANGUAGE_PATTERN
from ..model.editors import schema_line
from ..model.kinds import BY_RECORD, TRANSLATIONS
from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from . import Plan, make_plan
from .all_or_none import Change
from .not_begun import not_begun
from .translation_files import (
    codebook_file,
    implications_file,
    methods_file,
    sessions_file,
    study_file,
    theme_file,
)


@dataclass(frozen=True)
class Begun:
    """Hold the files to write, and what the translation lacks or has outdated."""

    plan: Plan
    problems: tuple[Problem, ...]

    @property
    def written(self) -> tuple[Path, ...]:
        """List the files that are written when the plan is carried out."""
        return tuple(change.path for change in self.plan.changes)


def plan_translation(
    root: Path, data_dir: Path, language: str, shown_as: str | None = None
) -> Begun:
    """Plan to write those files of a translation that are missing.

    `root` is the study's folder, where what is done is kept for undoing. Raises StudyError with
    every problem where the study has errors, or the language is no tag or the study's own.
    """
    shown = shown_as or data_dir.resolve().name
    checked = check_study(data_dir, shown)
    if checked.study is None:
        raise StudyError(checked.problems)
    if problem := _obstacle(checked.study, language, f"{shown}/{TRANSLATIONS}"):
        raise StudyError([problem])
    folder = data_dir / TRANSLATIONS / language
    missing = [change for change in _files(checked.study, folder) if not change.path.exists()]
    here = f"{shown}/{TRANSLATIONS}/{language}/"
    problems = [p for p in checked.problems if p.location.file.startswith(here)]
    problems += not_begun(checked.study, language, here)
    return Begun(make_plan(root, f"findings translate {language}", missing), tuple(problems))


def _obstacle(study: Study, language: str, shown: str) -> Problem | None:
    if not re.fullmatch(LANGUAGE_PATTERN, language):
        message = f'"{language}" is no language tag'
        return Problem(Location(shown), "bad-language", message, "name one such as ur or ps")
    if language.casefold() == study.about.language.casefold():
        message = f"{language} is the study's own language"
        return Problem(Location(shown), "own-language", message, "name another")
    for other in (translation.language for translation in study.translations):
        if other != language and other.casefold() == language.casefold():
            message = f'{language} is the language of the folder "{other}"'
            return Problem(Location(shown), "same-language", message, f"name {other}")
    return None


def _files(study: Study, folder: Path) -> Iterator[Change]:
    """Give each file with its text; one for which the study has no words is left out."""
    texts: list[tuple[type[Record], str, str]] = [
        (StudyTranslation, "", study_file(study)),
        (MethodsTranslation, "", methods_file(study.about)),
        (CodeTranslation, "", codebook_file(study)),
        (ImplicationTranslation, "", implications_file(study)),
        (SessionTranslation, "", sessions_file(study)),
        *((ThemeTranslation, theme.id, theme_file(theme)) for theme in study.themes),
    ]
    for record, id_, text in texts:
        kind = BY_RECORD[record]
        name = kind.below_language(id_)
        file = folder / name
        if text:
            # Its schema stands at its head, where the study has one for editors.
            yield Change(file, schema_line(file, kind.name) + text)
