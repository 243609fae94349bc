"""How far a study is: what waits and what is asked about it, whose voice is missing. No word of it.

Counts are of the study as its authors have it, not of what readers may see, and stay with them.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .model import (
    MethodsTranslation,
    Quotation,
    Record,
    Study,
    Theme,
    marked_within,
    themes_within,
    told_elsewhere,
    walk_themes,
)
from .privacy.disclosure import counted, told_of_groups
from .privacy.gate_checks import GATE, gate_checks
from .privacy.private_texts import read_private
from .privacy.told_translations import mark_of, outdated_translations
from .problems import Problem, StudyError
from .project import Project
from .reading.load import check_study
from .reading.sources import read_private_sources
from .reading.typed_records import make_draft
from .reading.waiting import check_private

ABOUT: Final = "study"
"""Names the study's own words among the ids of what has an outdated translation."""
METHODS: Final = "methods"
"""Names what the study says of its methods there."""


@dataclass(frozen=True)
class WaitingCounts:
    """Count the quotations that wait in `private/`, and those that the privacy gate asks about.

    `asked` counts quotations by rule; one may break several. `unread` are too broken to be asked
    about. `kept_out` are in `private/` for good, and do not wait; `wishes` are those that wait for
    a decision on what whoever said them wants changed.
    """

    number: int = 0
    unread: int = 0
    kept_out: int = 0
    wishes: int = 0
    asked_about: int = 0
    asked: Mapping[str, int] | None = None


@dataclass(frozen=True)
class Standing:
    """Hold how far a study is, in counts and ids."""

    waiting: WaitingCounts
    cleared: int
    waived: int
    composed: int
    withdrawn: int
    without_voice: tuple[str, ...]
    """Themes to which no published quotation speaks, nor to any inside them; not those withheld."""
    without_diverging: tuple[str, ...]
    """Themes with a page and voices of which none diverges."""
    smallest_cells: Mapping[str, int]
    """By published attribute, how few participants of a group share a level; 0 where none has one.
    """
    untold_cells: Mapping[str, str]
    """By attribute of which no table tells how many have a level, why not."""
    outdated: Mapping[str, tuple[str, ...]]
    """By language, the ids of what changed since it was translated; `ABOUT` and `METHODS` first."""


def read_standing(project: Project) -> Standing:
    """Read how far a project's study is; raises StudyError with its errors where it has any."""
    checked = check_study(project.data_dir, project.shown(project.data_dir))
    if checked.study is None:
        raise StudyError(problem for problem in checked.problems if problem.level == "error")
    return standing_of(checked.study, _waiting(project))


def standing_of(study: Study, waiting: WaitingCounts) -> Standing:
    """Count how far a study is."""
    statuses = Counter(quotation.status for quotation in study.quotations)
    return Standing(
        waiting,
        cleared=statuses["cleared"],
        waived=sum(bool(q.cleared and q.cleared.waived) for q in study.published),
        composed=statuses["composed"],
        withdrawn=statuses["withdrawn"],
        without_voice=tuple(_without_voice(study)),
        without_diverging=tuple(
            theme.id
            for theme in study.themes
            if (stances := _stances(study, theme)) and "diverges" not in stances
        ),
        smallest_cells={a.id: _smallest(study, a.id) for a in study.about.attributes if a.publish},
        untold_cells=dict(_untold(study)),
        outdated=dict(_outdated(study)),
    )


def _stances(study: Study, theme: Theme) -> list[str | None]:
    """List the stances of the published quotations of a theme, and of those inside it."""
    within = {inner.id for inner in themes_within(theme, told_elsewhere(study.themes))}
    return [q.stance for q in study.published if not within.isdisjoint(q.themes)]


def _without_voice(study: Study) -> Iterator[str]:
    every = walk_themes(study.themes)
    elsewhere = told_elsewhere(study.themes)
    withheld = {n.id for theme in every if theme.withheld for n in themes_within(theme, elsewhere)}
    for theme in every:
        within = {node.id for node in themes_within(theme, elsewhere)}
        left = within - withheld
        only_holds_withheld = len(within) > 1 and left == {theme.id}
        if left and not only_holds_withheld and not _stances(study, theme):
            yield theme.id


def _smallest(study: Study, attribute: str) -> int:
    return min(counted(study, attribute).values(), default=0)


def _untold(study: Study) -> Iterator[tuple[str, str]]:
    policy = study.about.publication
    few = f"fewer than {policy.minimum_cell}"
    for attribute, cells in told_of_groups(study).items():
        if not cells and policy.is_enough(_smallest(study, attribute)):
            yield attribute, f"in no table, since {few} of a group would be left over"
        elif not cells:
            yield attribute, f"{few}, so that no table tells it"


def _outdated(study: Study) -> Iterator[tuple[str, tuple[str, ...]]]:
    found = outdated_translations(study)
    for translation in study.translations:
        all_ = [own for top in translation.of_files for own in marked_within(top)]
        ids = tuple(_name(own) for own in all_ if mark_of(translation.language, own) in found)
        if ids:
            yield translation.language, ids


def _name(translation: Record) -> str:
    """Name what a translation is of, by its id where it has one."""
    own = METHODS if isinstance(translation, MethodsTranslation) else ABOUT
    return getattr(translation, "id", own)


def _waiting(project: Project) -> WaitingCounts:
    private = project.private_dir
    sources, _ = read_private_sources(private, private.name)
    draft, _ = make_draft(sources)
    number = sum(declared.kind == "quotation" for declared in draft.declared)
    typed = draft.of(Quotation)
    kept_out = sum(quotation.kept_out for quotation in typed)
    problems = check_private(
        private, private.name, project.data_dir, "", gate_checks(read_private(private))
    )
    places = sorted(
        (place.file, place.line) for place in (draft.at(quotation) for quotation in typed)
    )
    asked = _asked(problems, places)
    return WaitingCounts(
        number - kept_out,
        unread=max(number - len(typed), 0),
        kept_out=kept_out,
        wishes=sum(q.wish is not None and not q.kept_out for q in typed),
        asked_about=len({place for _, place in asked}),
        asked=Counter(rule for rule, _ in sorted(asked)),
    )


def _asked(
    problems: Sequence[Problem], places: Sequence[tuple[str, int]]
) -> set[tuple[str, tuple[str, int]]]:
    """Give each rule of the gate with the beginning of the quotation that it asks about."""
    found = set()
    for problem in problems:
        where = (problem.location.file, problem.location.line)
        if problem.rule in GATE and (before := bisect(places, where)):
            found.add((problem.rule, places[before - 1]))
    return found
