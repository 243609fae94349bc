"""The engine on hand-written pages and the outline of all others: what would fail in a build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..content import TEMPLATE, clean_site, public_files
from ..engines import try_mkdocs
from ..engines.derive import derived_configuration
from ..engines.write import write_site
from ..model import Study
from ..privacy.leak import find_leaks
from ..problems import Location, Problem, StudyError
from ..project import Project
from ..project.site import Site, output_of
from .engine_problems import engine_problems
from .links import follow_links

# All that is published of a study, and what the settings say on every page.
PUBLISHED: Final = frozenset({"data/findings.json", "index.html"})
# What of the site could not be compared; what of private/ could not is the team's own business.
UNREAD: Final = "site-unread"


def try_engine(
    project: Project, study: Study, site: Site, content: Mapping[str, Path]
) -> list[Problem]:
    """Have MkDocs build an outline of the site in a folder that is thrown away; judge the outcome.

    Gives what MkDocs complains of, else the links of hand-written pages that lead nowhere, what a
    theme or a plugin puts into the site and no site is made of, and private words in what would be
    published.
    """
    pages = handwritten_pages(project)
    with tempfile.TemporaryDirectory(prefix="findings-") as folder:
        docs, made = Path(folder, "docs"), Path(folder, "site")
        write_site(site, content, docs)
        text = derived_configuration(project, site, content, str(docs), str(made), "mkdocs")
        with _beside(project, text) as derived:
            code, printed = try_mkdocs(derived, project.root)
        failed: list[Problem] = []
        if code:
            failed = engine_problems(printed, code, project, pages, (derived.name, str(docs)))
        places = {problem.location for problem in failed}
        dead = [link for link in follow_links(made, pages, project) if link.location not in places]
        if failed:
            return [*failed, *dead]
        unclean = clean_site(made, project.publish)
        leaks = _leaks(project, study, made, {*map(output_of, pages), *content})
        return [*dead, *unclean, *leaks]


def _leaks(project: Project, study: Study, made: Path, handwritten: set[str]) -> list[Problem]:
    """Compare what would be published with `private/`: all words once, not page by page."""
    for path in [path for path in made.rglob("*") if path.is_file()]:
        if path.relative_to(made).as_posix() not in handwritten | PUBLISHED:
            path.unlink()
    found = find_leaks(project.private_dir, made, study, project.data_dir)
    return [_not_yet(leak) for leak in found if leak.level == "error" or leak.rule == UNREAD]


def handwritten_pages(project: Project) -> dict[str, Path]:
    """Give the file of each hand-written page by the path an engine sees: `about.md`."""
    return {
        path.removesuffix(".j2"): project.content_dir / path
        for path in public_files(project.content_dir)
        if path.endswith((".md", TEMPLATE))
    }


@contextmanager
def _beside(project: Project, text: str) -> Iterator[Path]:
    """Have a configuration beside `mkdocs.yml` for a moment: engines read paths from there."""
    folder = project.configuration.parent
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=".findings.", suffix=".yml")
    except OSError as error:
        place = Location(project.shown(project.configuration))
        message = f"the check has to write beside this file for a moment: {error.strerror}"
        hint = "see that you may write in the study's folder, and that the disk has room"
        raise StudyError([Problem(place, "cannot-write", message, hint)]) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _not_yet(problem: Problem) -> Problem:
    """Say of a leak that it would be one: a check leaves no site behind."""
    message = problem.message.replace("stand in the built site", "would stand in the built site")
    return replace(
        problem, message=message, hint=problem.hint.partition("; delete the built site")[0]
    )
