"""How far a study is, as the desk shows it: counts, who could be recognised, what was cleared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from ..editing import Plan
from ..editing.differences import plan_difference
from ..model import Quotation, Study
from ..privacy.coarsening import Coarsening, least_coarsening
from ..privacy.in_words import how_many, reason
from ..privacy.risk import risks
from ..problems import Problem, StudyError
from ..project import Project
from ..reading.load import check_study
from ..standing import Standing, read_standing

WIDTH, HEIGHT = 600, 120


@dataclass(frozen=True)
class AtRisk:
    """A participant who could be recognised, by what, and whether that was accepted."""

    id: str
    why: str
    is_waived: bool


@dataclass(frozen=True)
class Progress:
    """How many quotations were cleared by each day, and a line that shows it."""

    days: tuple[tuple[date, int], ...]
    total: int
    """Those that are published and those that wait, together."""

    @property
    def points(self) -> str:
        """Write the line as an SVG polyline takes it, a step at each day."""
        if not self.days:
            return ""
        first, last = self.days[0][0], self.days[-1][0]
        span = max((last - first).days, 1)
        found = [(0.0, float(HEIGHT))]
        for day, number in self.days:
            across = (day - first).days / span * WIDTH
            found += [(across, found[-1][1]), (across, HEIGHT * (1 - number / self.total))]
        found.append((float(WIDTH), found[-1][1]))
        return " ".join(f"{across:.1f},{down:.1f}" for across, down in found)


@dataclass(frozen=True)
class Overview:
    """All that the overview shows; `problems` instead of a standing where the study has errors."""

    standing: Standing | None
    problems: tuple[Problem, ...]
    at_risk: tuple[AtRisk, ...] = ()
    unverified: tuple[str, ...] = ()
    """Published quotations whose words were not found in a transcript, or not looked for."""
    progress: Progress | None = None


def overview(project: Project) -> Overview:
    """Read how far a project's study is."""
    checked = check_study(project.data_dir, project.data_dir.name)
    if checked.study is None:
        return Overview(None, tuple(p for p in checked.problems if p.level == "error"))
    study, standing = checked.study, read_standing(project)
    waiting = standing.waiting.number
    return Overview(
        standing,
        (),
        tuple(_at_risk(study)),
        tuple(q.id for q in study.published if q.words_said is not None and not q.is_compared),
        progress_of(study.quotations, waiting),
    )


def progress_of(quotations: tuple[Quotation, ...], waiting: int) -> Progress:
    """Count the quotations cleared by each day; composed ones need no clearance."""
    days = sorted(q.cleared.on for q in quotations if q.cleared is not None)
    numbers = dict(zip(days, accumulate(1 for _ in days), strict=True))
    return Progress(tuple(numbers.items()), len(days) + waiting)


def _at_risk(study: Study) -> Iterator[AtRisk]:
    for risk in risks(study):
        person = study.participants_by_id[risk.person.id]
        why = f"{how_many(risk.alike)}: {reason(study, risk)}"
        yield AtRisk(person.id, why, person.risk_waived is not None)


def mending(project: Project, id_: str) -> tuple[Coarsening, Plan] | None:
    """Find the least that could be told less finely of a participant, and the edits that do it.

    None where nothing that is tried is enough. Raises StudyError where the study has errors, or
    where an edit cannot be made.
    """
    checked = check_study(project.data_dir, project.data_dir.name)
    if checked.study is None:
        raise StudyError(problem for problem in checked.problems if problem.level == "error")
    if id_ not in checked.study.participants_by_id:
        return None
    found = least_coarsening(checked.study, id_)
    if found is None:
        return None
    command = f"tell less of {id_}"
    return found, plan_difference(project.root, checked.study, found.after, command)
