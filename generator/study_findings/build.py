"""The whole build, once, for both doors: check, render, write, run the engine, index, leak check."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .checking import check_project, check_sources
from .derive import derived_configuration
from .index import index_site
from .model import Study
from .privacy.leak import find_leaks
from .problems import BuildError, Location, Problem, StudyError, has_failed
from .project import Project
from .render import render_site
from .site import Site
from .write import handwritten_files, handwritten_templates, write_if_changed, write_site

DERIVED: Final = ".findings.mkdocs.yml"
# Zensical copies a theme's own files along with what they are for.
THEME_FILES: Final = ("__init__.py", "__pycache__", "mkdocs_theme.yml")
COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
STACK: Final = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n)*", re.MULTILINE)


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

    `strict` makes the whole check of `findings check`, and takes a warning for an error.
    """
    checked = check_project(project) if strict else check_sources(project)
    if checked.study is None or has_failed(checked.problems, strict):
        raise StudyError(checked.problems)
    return checked.study, checked.problems


def render_project(project: Project, study: Study) -> Site:
    """Render a study together with the templates of its `content/`."""
    return render_site(study, project.settings, handwritten_templates(project.content_dir))


def build(
    project: Project,
    engine: str = "mkdocs",
    site_dir: Path | None = None,
    strict: bool = False,
) -> Built:
    """Build a study's site with an engine, `mkdocs` or `zensical`; `strict` stops at warnings.

    The site reaches `site_dir` only whole, indexed, and free of leaks; until then the former one
    stays. Raises StudyError for problems of the study, BuildError where a tool fails.
    """
    started = time.perf_counter()
    target = (site_dir or project.root / "site").resolve()
    _refuse_foreign_folder(target, project)
    study, warnings = load_project_study(project, strict)
    site = render_project(project, study)
    made = project.work_dir / "site"
    shutil.rmtree(made, ignore_errors=True)
    try:
        _run_engine(project, site, engine, made)
        found = finish_site(project, study, made)
        _replace(made, target, project.work_dir / "former")
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Built(
        site_dir=target,
        themes=len(study.themes),
        quotations=len(study.published),
        tombstones=sum(q.status == "withdrawn" for q in study.quotations),
        pages=sum(1 for _ in target.rglob("*.html")),
        seconds=time.perf_counter() - started,
        problems=(*warnings, *found),
    )


def finish_site(project: Project, study: Study, site_dir: Path) -> list[Problem]:
    """Index a built site, then compare all of it with what must not be published.

    Gives the warnings. Raises StudyError where the site holds something private; the site is
    removed then, lest it be published all the same.
    """
    index_site(site_dir, study.about.language)
    found = find_leaks(project.private_dir, site_dir, study, project.data_dir)
    if any(problem.level == "error" for problem in found):
        shutil.rmtree(site_dir)
        raise StudyError(found)
    return found


def _run_engine(project: Project, site: Site, engine: str, made: Path) -> None:
    docs = project.work_dir / "docs"
    content = handwritten_files(project.content_dir, site)
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
    write_if_changed(derived, text.encode())
    ENGINES[engine](derived, made)


def _run_mkdocs(configuration: Path, made: Path) -> None:
    _run("MkDocs", [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(configuration)])


def _run_zensical(configuration: Path, made: Path) -> None:
    if importlib.util.find_spec("zensical") is None:
        raise BuildError(
            "Zensical is not installed. Install it with: pip install 'study-findings[zensical]'"
        )
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    _run("Zensical", [*command, "-f", str(configuration)])
    for name in THEME_FILES:
        path = made / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def engine_environment() -> dict[str, str]:
    """Give the environment for running an engine: this one, without Material's notice on MkDocs 2."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _run(engine: str, command: list[str]) -> None:
    done = subprocess.run(
        command,
        capture_output=True,
        env=engine_environment(),
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise BuildError(f"{engine} could not build the site:\n{_words(done.stderr + done.stdout)}")


def _words(printed: str) -> str:
    """Give what an engine printed without colours, progress and Python's stack."""
    text = STACK.sub("", COLOUR.sub("", printed))
    return "\n".join(line for line in text.splitlines() if line and not line.startswith("INFO "))


ENGINES: Final[dict[str, Callable[[Path, Path], None]]] = {
    "mkdocs": _run_mkdocs,
    "zensical": _run_zensical,
}


def _refuse_foreign_folder(target: Path, project: Project) -> None:
    """Refuse to replace a folder that is not an earlier build, or to build inside the study's own."""
    own = (project.data_dir, project.content_dir, project.private_dir, project.work_dir)
    inside = any(target.is_relative_to(folder.resolve()) for folder in own)
    holds_study = project.root.resolve().is_relative_to(target)
    foreign = target.exists() and (
        not target.is_dir() or (any(target.iterdir()) and not (target / "index.html").is_file())
    )
    if inside or holds_study or foreign:
        what = "is one of the study's own" if inside else "holds something that is not a built site"
        problem = Problem(
            Location(project.shown(target)),
            "site-dir",
            f"this folder {what}",
            "name another folder with --site-dir",
        )
        raise StudyError([problem])


def _replace(made: Path, target: Path, former: Path) -> None:
    """Put a folder in another's place, and only then delete the other."""
    shutil.rmtree(former, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        shutil.move(target, former)
    shutil.move(made, target)
    shutil.rmtree(former, ignore_errors=True)
