"""The whole build, once for both doors: check, render, write, run the engine, index, leak check."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from .checking import check_publication, check_sources
from .content import clean_site
from .engines import run_engine
from .engines.derive import derived_configuration
from .engines.index import index_site
from .engines.lock import alone
from .engines.replacing import put_in_place, recover
from .engines.site_folder import mark, placed, refusal
from .engines.stages import CHECK, ENGINE, INDEX, LEAKS, PLACE, RENDER, TellStage, unreported
from .engines.write import handwritten_files, handwritten_templates, write_site
from .model import Study
from .privacy.leak import find_leaks
from .privacy.publishable import publishable
from .problems import BuildError, Problem, StudyError, has_failed
from .project import USUAL_SITE, Project, problems_placed
from .project.site import Site
from .render import render_site
from .whole_files import write_whole

DERIVED: Final = ".findings.mkdocs.yml"
FAILURE: Final = "failure.log"
MADE: Final = "site-"


@dataclass(frozen=True)
class Built:
    """Say what a build made, and what it warns of."""

    site_dir: Path
    themes: int
    quotations: int
    tombstones: int
    pages: int
    seconds: float
    problems: tuple[Problem, ...]


def load_project_study(project: Project, strict: bool = False) -> tuple[Study, tuple[Problem, ...]]:
    """Load a project's study, with its warnings; raises StudyError with every problem.

    `strict` makes the check of `findings check` but for `private/`, whose problems stop no build,
    and takes a warning for an error.
    """
    checked = check_publication(project) if strict else check_sources(project)
    if checked.study is None or has_failed(checked.problems, strict):
        raise StudyError(checked.problems)
    return checked.study, checked.problems


def render_project(project: Project, study: Study) -> Site:
    """Render a study together with the templates of its `content/`."""
    return render_site(
        publishable(study), project.settings, handwritten_templates(project.content_dir)
    )


def build(
    project: Project,
    engine: str = "mkdocs",
    site_dir: Path | None = None,
    report: TellStage = unreported,
    waiting: Callable[[], None] = lambda: None,
    strict: bool = False,
) -> Built:
    """Build a study's site with an engine, `mkdocs` or `zensical`; `strict` stops at warnings.

    `report` is told each stage.

    The site reaches `site_dir`, `mkdocs.yml`'s where left out, only whole, indexed, and free of
    leaks; until then the former one stays. `waiting` is called where another build of the study has
    to end first. Raises StudyError for problems of the study, BuildError where a tool fails.
    """
    started = time.perf_counter()
    target = placed(site_dir or project.site_dir)
    refuse(target, project)
    with alone(project.work_dir, waiting):
        recover(target)
        _clear_away(project.work_dir)
        workplace = project.work_dir / f"{MADE}{uuid4().hex[:8]}"
        # Messages name files of a site by its folder.
        made = workplace / USUAL_SITE
        try:
            study, warnings = make_site(project, engine, made, report, strict)
            found = finish_site(project, study, made, report)
            report(PLACE)
            put_in_place(made, target)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
    return Built(
        site_dir=target,
        themes=len(study.themes),
        quotations=len(study.published),
        tombstones=sum(q.status == "withdrawn" for q in study.quotations),
        pages=sum(1 for _ in target.rglob("*.html")),
        seconds=time.perf_counter() - started,
        problems=(*warnings, *found),
    )


def refuse(site_dir: Path, project: Project) -> None:
    """Raise StudyError where a site may not be built into a folder, before anything is touched."""
    if problem := refusal(site_dir, project):
        raise StudyError([problem])


def make_site(
    project: Project,
    engine: str,
    made: Path,
    report: TellStage = unreported,
    strict: bool = False,
) -> tuple[Study, tuple[Problem, ...]]:
    """Check and render a study, and have an engine build `made`, which stands below `work_dir`.

    Gives the study and its warnings; the site has no index yet, and was not compared with what must
    not be published. Raises StudyError, BuildError.
    """
    report(CHECK)
    study, warnings = load_project_study(project, strict)
    report(RENDER)
    with problems_placed(project):
        site = render_project(project, study)
        content = handwritten_files(project.content_dir, site)
    report(ENGINE)
    docs = project.work_dir / "docs"
    with alone(project.work_dir), _details_kept(project):
        write_site(site, content, docs)
        derived = project.root / DERIVED
        text = derived_configuration(
            project,
            site,
            content,
            docs.relative_to(project.root).as_posix(),
            made.relative_to(project.root).as_posix(),
            engine,
        )
        write_whole(derived, text.encode(), to_disk=False)
        run_engine(engine, derived, made)
    mark(made)
    return study, warnings


def finish_site(
    project: Project, study: Study, site_dir: Path, report: TellStage = unreported
) -> list[Problem]:
    """Clean a built site's pictures, index it, then compare it with what must not be published.

    Gives the warnings. Raises StudyError where the site holds something private, BuildError where
    it could not be indexed. Whatever ends it early, Ctrl-C too, the site is removed, lest one be
    published that was not compared.
    """
    try:
        found = clean_and_index(project, site_dir, report)
        report(LEAKS)
        found += find_leaks(project.private_dir, site_dir, study, project.data_dir)
        found = [project.placed(problem) for problem in found]
        if has_failed(found):
            raise StudyError(found)
    except BaseException:
        shutil.rmtree(site_dir)
        raise
    return found


def clean_and_index(
    project: Project, site_dir: Path, report: TellStage = unreported
) -> list[Problem]:
    """Clean a built site's pictures, and index it; gives what is wrong with the pictures.

    Raises BuildError where it could not be indexed.
    """
    found = clean_site(site_dir, project.publish)
    report(INDEX)
    with _details_kept(project):
        index_site(site_dir)
    return found


def _clear_away(work_dir: Path) -> None:
    """Remove sites that killed builds left unfinished."""
    for made in work_dir.glob(f"{MADE}*"):
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _details_kept(project: Project) -> Iterator[None]:
    """Write what a tool printed when it failed into a file that git ignores, and say where."""
    log = project.work_dir / FAILURE
    try:
        log.unlink(missing_ok=True)
        yield
    except BuildError as error:
        if not error.details:
            raise
        write_whole(log, error.details.encode("utf-8", "replace"), to_disk=False)
        message = f"{error}. All that it printed is in {project.shown(log)}"
        raise BuildError(message, error.details) from error
