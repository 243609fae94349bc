"""Begin a translation: a file a theme, the words to translate as comments beside their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..model import Study
from ..model.base import LANGUAGE_PATTERN
from ..model.editors import schema_line
from ..model.kinds import TRANSLATIONS
from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from . import Plan, make_plan
from .not_begun import not_begun
from .translation_files import (
    codebook_file,
    implications_file,
    methods_file,
    study_file,
    theme_file,
)
from .writing import Change

KIND_OF: Final = {
    "study.yml": "study-translation",
    "methods.yml": "methods-translation",
    "codebook.yml": "code-translation",
    "implications.yml": "implication-translation",
}


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
    missing = [Change(path, text) for path, text in _files(checked.study, folder)]
    missing = [_with_schema(change) for change in missing if not change.path.exists()]
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


def _files(study: Study, folder: Path) -> Iterator[tuple[Path, str]]:
    """Give each file with its text; one for which the study has no words is left out."""
    texts = {
        "study.yml": study_file(study.about),
        "methods.yml": methods_file(study.about),
        "codebook.yml": codebook_file(study),
        "implications.yml": implications_file(study),
        **{f"themes/{theme.id}.yml": theme_file(theme) for theme in study.themes},
    }
    yield from ((folder / name, text) for name, text in texts.items() if text)


def _with_schema(change: Change) -> Change:
    """Name a file's schema at its head, where the study has one for editors."""
    is_theme = change.path.parent.name == "themes"
    kind = "theme-translation" if is_theme else KIND_OF[change.path.name]
    return Change(change.path, schema_line(change.path, kind) + (change.text or ""))
