"""The whole check of a project: the study, and all else that could keep it from being built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..content import content_problems
from ..engines.site_folder import refusal
from ..engines.write import handwritten_files, handwritten_templates
from ..model import Study
from ..privacy.gate_checks import GATE, gate_checks
from ..privacy.private_texts import Private, read_private
from ..privacy.publishable import publishable
from ..problems import Problem, StudyError, has_failed
from ..project import Project
from ..reading.load import check_study
from ..reading.waiting import check_private
from ..render import outline_site
from .content import check_content
from .cut_off import check_cut_off
from .recognition import check_recognition
from .repository import files_kept_out_of_git, private_files_in_git, private_words_in_files
from .settings import check_settings
from .trial import try_engine
from .words_said import check_words_said


@dataclass(frozen=True)
class CheckedProject:
    """Hold what a check found, sorted; there is a study only where no public problem is an error.

    `private` are the problems of `private/`: they are the team's own, and stop no build.
    """

    study: Study | None
    problems: tuple[Problem, ...]
    private: tuple[Problem, ...] = ()

    @property
    def all(self) -> tuple[Problem, ...]:
        """Give all problems, those of `private/` among them."""
        return _ordered([*self.problems, *self.private])


def check_project(project: Project) -> CheckedProject:
    """Check a project without building it; what passes without an error, a build builds.

    Beyond what `check_publication` tries: what waits in `private/`, and what git publishes though
    no page shows it.
    """
    private = read_private(project.private_dir)
    study, found = _publication(project, private)
    waiting = check_private(
        project.private_dir,
        project.shown(project.private_dir),
        project.data_dir,
        project.shown(project.data_dir),
        gate_checks(private),
    )
    waiting = tuple(map(_to_decide, waiting))
    beyond = _words_beyond_the_site(project, private, study, found)
    in_git = (*private_files_in_git(project), *files_kept_out_of_git(project))
    return _checked(study, found, (*waiting, *in_git, *beyond))


def _to_decide(problem: Problem) -> Problem:
    """Tell of a question of the gate about words that wait as what it is: nothing is wrong yet."""
    return replace(problem, level="notice") if problem.rule in GATE else problem


def _words_beyond_the_site(
    project: Project, private: Private, study: Study | None, found: Iterable[Problem]
) -> list[Problem]:
    """Give private words in public files, unless the site would show them: that is told already."""
    if any(problem.rule == "leak" for problem in found):
        return []
    return list(private_words_in_files(project, private, study))


def check_publication(project: Project) -> CheckedProject:
    """Check all that would be published, without building it: what a strict build asks for.

    Beyond what `check_sources` reads: hand-written pages are rendered and go through the engine,
    their links are followed, and what would be published is compared with `private/`. Nothing is
    written but for a moment.
    """
    return _checked(*_publication(project, read_private(project.private_dir)))


def check_sources(project: Project) -> CheckedProject:
    """Check what each build reads: the study, the settings of `mkdocs.yml`, hand-written pages."""
    return _checked(*_sources(project, read_private(project.private_dir)))


def _publication(project: Project, private: Private) -> tuple[Study | None, list[Problem]]:
    study, found = _sources(project, private)
    if refused := refusal(project.site_dir, project):
        found.append(refused)
    if study is not None:
        found += _tried(project, study, is_sound=not has_failed(found))
    return study, found


def _sources(project: Project, private: Private) -> tuple[Study | None, list[Problem]]:
    data_dir = project.data_dir
    checked = check_study(data_dir, project.shown(data_dir), gate_checks(private))
    language = checked.study.about.language if checked.study else ""
    around = [
        *check_cut_off(project),
        *check_settings(project, language),
        *check_content(project),
        *map(project.placed, content_problems(project.content_dir, project.publish)),
        *(check_words_said(project, checked.study) if checked.study else ()),
    ]
    recognised = check_recognition(checked.study, checked.at) if checked.study else ()
    return checked.study, [*checked.problems, *recognised, *around]


def _tried(project: Project, study: Study, is_sound: bool) -> list[Problem]:
    """Try what a build does after reading: all of it where nothing is wrong yet."""
    try:
        site = outline_site(
            publishable(study), project.settings, handwritten_templates(project.content_dir)
        )
        content = handwritten_files(project.content_dir, site)
        found = try_engine(project, study, site, content) if is_sound else []
    except StudyError as error:
        found = error.problems
    return [project.placed(problem) for problem in found]


def _checked(
    study: Study | None, problems: Iterable[Problem], private: tuple[Problem, ...] = ()
) -> CheckedProject:
    ordered = _ordered(problems)
    return CheckedProject(None if has_failed(ordered) else study, ordered, private)


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
