"""A study's folder -> the study, or every problem at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..cycles import not_looked_for
from ..model import (
    About,
    CodeTranslation,
    ImplicationTranslation,
    MethodsTranslation,
    Record,
    SessionTranslation,
    Study,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translation,
)
from ..model.kinds import OWN_FILES, TRANSLATED_FILES
from ..problems import Location, Problem, has_failed
from .checks import CHECKS, Check
from .draft import Draft
from .sources import read_sources
from .typed_records import make_draft

NUMBER = re.compile(r"([0-9]{1,18})")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Checked:
    """Hold what a check found; there is a study only where no problem is an error.

    `at` locates a record of the study, or a field within it.
    """

    study: Study | None
    problems: tuple[Problem, ...]
    at: Callable[..., Location]


@not_looked_for()
def check_study(data_dir: Path, shown_as: str | None = None, more: Sequence[Check] = ()) -> Checked:
    """Read and check a study's folder; never raise for anything its files hold.

    `shown_as` is how the folder prints in problems, its own name where left out. `more` are checks
    beside those of reading itself.
    """
    sources, problems = read_sources(data_dir, shown_as or data_dir.resolve().name)
    draft, untyped = make_draft(sources)
    problems += untyped
    for check in (*CHECKS, *more):
        problems += check(draft)
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
    return Checked(None if has_failed(ordered) else study_of(draft), ordered, draft.at)


def study_of(draft: Draft) -> Study | None:
    """Put a study together of what could be typed; None where it does not say what it is."""
    if draft.about is None:
        return None
    records: dict[str, Any] = {
        k.field: draft.of(k.record) for k in OWN_FILES if k.record is not About
    }
    records["themes"] = sorted(draft.of(Theme), key=lambda theme: _order(draft, theme))
    return Study(about=draft.about, translations=tuple(_translations(draft)), **records)


def _translations(draft: Draft) -> Iterator[Translation]:
    records = [record for kind in TRANSLATED_FILES for record in draft.of(kind.record)]
    for language in sorted({draft.source_of(record).language for record in records}):

        def here(of: type[R], language: str = language) -> tuple[R, ...]:
            own = draft.of(of)
            return tuple(record for record in own if draft.source_of(record).language == language)

        yield Translation(
            language=language,
            about=next(iter(here(StudyTranslation)), None),
            methods=next(iter(here(MethodsTranslation)), None),
            themes=here(ThemeTranslation),
            codes=here(CodeTranslation),
            implications=here(ImplicationTranslation),
            sessions=here(SessionTranslation),
        )


def _order(draft: Draft, theme: Theme) -> tuple[object, ...]:
    """Order themes by position, then label with its numbers as numbers, then file name."""
    label = theme.label
    return (
        theme.position is None,
        theme.position or 0,
        label is None,
        natural_key(label or ""),
        draft.source_of(theme).file,
    )


def natural_key(label: str) -> tuple[tuple[int, int, str], ...]:
    """Order labels as people count: `1.2` before `1.10`."""
    return tuple(
        (0, int(part), "") if NUMBER.fullmatch(part) else (1, 0, part)
        for part in NUMBER.split(label)
        if part
    )
