"""Begin a translation: a file a theme, the words to translate as comments beside their fields."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from ..model import (
    About,
    Group,
    GroupTranslation,
    GuideQuestion,
    QuestionTranslation,
    Record,
    SiteTranslation,
    Study,
    StudySite,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    WithheldTheme,
    WithheldTranslation,
    study_fingerprint,
    theme_fingerprint,
    translated_fields,
    walk_sites,
    walk_themes,
    walk_translations,
)
from ..model.base import LANGUAGE_PATTERN
from ..model.editors import schema_line
from ..model.kinds import TRANSLATIONS
from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from . import Plan, make_plan
from .writing import Change

LONG: Final = 120
WIDTH: Final = 96
HELP: Final = (
    "To translate, take the `# ` away before a field and write the words after it: between the "
    "quotation marks, or after `>-` and `|` on the next lines, two spaces further in than the "
    "field. What stays a comment is shown in the study's language. Keep `source`: by it, "
    "`findings check` tells when the words below have changed. Keep each line such as [[q014]]: "
    "it places a quotation."
)
# Prose of several paragraphs, which keep their line breaks.
PARAGRAPHS: Final = frozenset({"narrative", "summary", "probes"})
Part: TypeAlias = Group | GuideQuestion | StudySite | WithheldTheme


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
    problems += _not_begun(checked.study, language, here)
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
    yield folder / "study.yml", study_file(study.about)
    for theme in study.themes:
        yield folder / "themes" / f"{theme.id}.yml", theme_file(theme)


def _not_begun(study: Study, language: str, here: str) -> Iterator[Problem]:
    """Tell of subthemes that came after their theme's file was begun."""
    translation = next((t for t in study.translations if t.language == language), None)
    for page in translation.themes if translation else ():
        known = {theme.id for theme in walk_translations((page,))}
        for theme in walk_themes((study.themes_by_id[page.id],)):
            if theme.id not in known:
                where = Location(f"{here}themes/{page.id}.yml")
                message = f"the subtheme {theme.id} is not in this translation"
                hint = (
                    f"add it where it belongs under `subthemes`, with `id: {theme.id}` and `title`"
                )
                yield Problem(where, "not-begun", message, hint, "notice")


def _with_schema(change: Change) -> Change:
    """Name a file's schema at its head, where the study has one for editors."""
    kind = "theme-translation" if change.path.parent.name == "themes" else "study-translation"
    return Change(change.path, schema_line(change.path, kind) + (change.text or ""))


def theme_file(theme: Theme) -> str:
    """Write a file for a theme's translation, in which nothing is translated yet."""
    return _file(theme.title, _theme_lines(theme))


def study_file(about: About) -> str:
    """Write a file for translating a study's own words, in which nothing is translated yet."""
    return _file(about.title, _about_lines(about))


def _file(title: str, lines: Iterable[str]) -> str:
    top = [*_comment(title), "#", *_comment(HELP), "", '# translator: ""']
    return "\n".join([*top, *lines]) + "\n"


def _theme_lines(theme: Theme) -> Iterator[str]:
    yield f"id: {theme.id}"
    yield f"source: {theme_fingerprint(theme)}"
    yield from _fields(theme, ThemeTranslation)
    yield from _list("subthemes", [_theme_lines(inner) for inner in theme.subthemes])


def _about_lines(about: About) -> Iterator[str]:
    yield f"source: {study_fingerprint(about)}"
    yield from _fields(about, StudyTranslation)
    parts: dict[str, tuple[tuple[Part, ...], type[Record]]] = {
        "groups": (about.groups, GroupTranslation),
        "sites": (tuple(walk_sites(about.sites)), SiteTranslation),
        "guide": (about.guide, QuestionTranslation),
        "withheld_themes": (about.withheld_themes, WithheldTranslation),
    }
    for name, (records, translation) in parts.items():
        yield from _list(name, [[f"id: {r.id}", *_fields(r, translation)] for r in records])


def _fields(record: About | Part | Theme, translation: type[Record]) -> Iterator[str]:
    """Write each field that has words as a comment, below the words."""
    for name, words in translated_fields(translation).items():
        value: str | tuple[str, ...] | None = getattr(record, name)
        text = value if isinstance(value, str) else ", ".join(value or ())
        if text.strip():
            start = "|" if name in PARAGRAPHS else ">-" if words.in_markdown else '""'
            start = "[]" if isinstance(value, tuple) else start
            yield ""
            yield from _comment(text, "#   ")
            yield f"# {name}: {start}"


def _list(name: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        yield from ("", f"{name}:") if number == 0 else ("",)
        for index, line in enumerate(entry):
            yield f"{'    ' if index else '  - '}{line}".rstrip()


def _comment(text: str, mark: str = "# ") -> Iterator[str]:
    """Write a text as lines of comment; any line break in it, of whatever kind, begins another."""
    for line in text.strip().splitlines():
        pieces = [line]
        if len(line) > LONG:
            pieces = textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{mark}{piece}".rstrip() for piece in pieces)
