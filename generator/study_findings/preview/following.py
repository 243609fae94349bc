"""Follow an author's edits: after each, build again, and show the last site that could be built.

What must not be published is looked for once the author pauses, so that an edit shows at once:
nobody but them sees the preview.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..build import clean_and_index, make_site
from ..engines.stages import TellStage, unreported
from ..model import Study
from ..privacy.leak import find_leaks
from ..problems import BuildError, Location, Problem, StudyError, has_failed
from ..problems.output import system_error
from ..project import USUAL_SITE, Project, read_project
from ..study_folder import PRIVATE
from .banner import banner
from .events import Changed, Leaked, Rebuilt
from .serving import Server, Showing
from .watching import (
    FileChanges,
    Snapshot,
    changes_between,
    in_words,
    is_private,
    settled_snapshot,
    take_snapshot,
    watched_paths,
)

PAUSE: Final = 0.4
"""Seconds between two looks at the files."""
LEISURE: Final = 10
"""How many times longer than a look the pause after it is, at least."""


@dataclass(frozen=True)
class Good:
    """Hold a site that could be built, its number, study and warnings, and what it is made from.

    `mount` is the path it stands at.
    """

    site: Path
    number: int
    mount: str
    study: Study
    problems: tuple[Problem, ...]
    seen: Snapshot


class Preview:
    """Hold what a preview shows, and what it was made from.

    `data_dir` is the study's folder where it is not the one `mkdocs.yml` names; sites are kept in
    the folder `kept`.
    """

    def __init__(
        self, configuration: Path, data_dir: Path | None, kept: Path, server: Server
    ) -> None:
        self.configuration, self.data_dir = configuration, data_dir
        self.kept, self.server = kept, server
        self.project: Project | None = None
        self._stands_in = Path.cwd()
        self._seen: Snapshot = {}
        self._latest: Rebuilt | None = None
        self._builds = 0
        self._good: Good | None = None
        """The newest site that could be built; `_clean`: the newest known to hold no leak."""
        self._clean: Good | None = None
        self._warned: frozenset[Problem] = frozenset()

    def rebuild(self, report: TellStage = unreported, reload: bool = True) -> Rebuilt:
        """Build the site from what is there now, and show it, or the problems over the last one.

        Browsers load their page again where `reload` says so. Nothing that is wrong with the study
        or with a tool is raised.
        """
        started = time.perf_counter()
        problems: tuple[Problem, ...] = ()
        failure = ""
        try:
            self._good = self._make(report, reload)
            problems = self._good.problems
        except StudyError as error:
            problems = tuple(error.problems)
        except BuildError as error:
            failure = str(error)
        except OSError as error:
            failure = system_error(error)
        except Exception as error:
            # A preview goes on whatever a build meets, and says so.
            failure = f"study-findings failed, which is its own fault: {error!r}"
        return self._show(problems, failure, time.perf_counter() - started)

    def follow(self) -> Iterator[Changed | Rebuilt | Leaked]:
        """Wait for changes, and build after each; goes on until it is interrupted."""
        while True:
            began = time.monotonic()
            is_quiet = take_snapshot(self._paths()) == self._seen
            looked = time.monotonic() - began
            if is_quiet:
                if leaked := self.look_for_leaks():
                    yield leaked
                time.sleep(max(PAUSE, LEISURE * looked))
                continue
            latest = settled_snapshot(self._paths())
            changes = changes_between(self._seen, latest)
            if changes:
                yield Changed(self._words(changes))
                yield self._restored(latest) or self.rebuild(reload=not self._is_private(changes))

    def look_for_leaks(self) -> Leaked | Rebuilt | None:
        """Compare the newest site with what must not be published.

        It is shown no more where it holds that, nor where it could not be compared.
        """
        made = self._good
        if made is None or made is self._clean or self.project is None:
            return None
        try:
            found = find_leaks(
                self.project.private_dir, made.site, made.study, self.project.data_dir
            )
        except StudyError as error:
            found = error.problems
        except OSError as error:
            found = [_unreadable(error, self.project)]
        except Exception as error:
            # What it says may quote private words, and the browser is told.
            self._good = self._clean
            kind = type(error).__name__
            return self._show((), f"the leak check failed, which is its own fault: {kind}", None)
        found = [self.project.placed(problem) for problem in found]
        if take_snapshot(self._paths()) != self._seen:
            return None
        if has_failed(found):
            self._good = self._clean
            self._show(tuple(found), "", None)
            return Leaked(tuple(found), is_withdrawn=True)
        self._clean = made
        new = tuple(problem for problem in found if problem not in self._warned)
        self._warned = frozenset(found)
        return Leaked(new, is_withdrawn=False) if new else None

    def _restored(self, latest: Snapshot) -> Rebuilt | None:
        """Show the last site again where all it was made from is back as it was."""
        if self._good is None or latest != self._good.seen:
            return None
        self._seen = latest
        return self._show(self._good.problems, "", None)

    def _make(self, report: TellStage, reload: bool) -> Good:
        """Build, clean and index a site, and put it among those that are kept."""
        project = self._read()
        self._builds += 1
        workplace = project.work_dir / f"preview-{self.server.server_port}"
        # Messages name files of a site by its folder.
        made, target = workplace / USUAL_SITE, self.kept / str(self._builds) / USUAL_SITE
        try:
            study, warnings = make_site(project, "mkdocs", made, report)
            found = clean_and_index(project, made, report)
            if has_failed(found):
                raise StudyError(map(project.placed, found))
            target.parent.mkdir()
            shutil.move(made, target)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
        number = self._builds if reload or self._good is None else self._good.number
        mount = urlsplit(project.settings.url).path or "/"
        return Good(target, number, mount, study, (*warnings, *found), self._seen)

    def _read(self) -> Project:
        """Read `mkdocs.yml` and note the state of all it names, as a build now finds it."""
        with contextlib.suppress(OSError):
            # A folder that was replaced by another of its name has left this process behind.
            os.chdir(self._stands_in)
        self._seen = take_snapshot(self._paths())
        self.project = read_project(self.configuration, self.data_dir)
        self._seen = take_snapshot(self._paths())
        return self.project

    def _paths(self) -> list[Path]:
        return watched_paths(self.project) if self.project else [self.configuration]

    def _show(self, problems: tuple[Problem, ...], failure: str, seconds: float | None) -> Rebuilt:
        """Have the server show the last good site with what there is to say; forget older sites."""
        good = self._good
        before = replace(self._latest, before=None) if self._latest else None
        self._latest = Rebuilt(problems, failure, seconds, good is not None, before)
        private = self.project.shown(self.project.private_dir) if self.project else PRIVATE
        said = banner(problems, failure, private, good is not None)
        self.server.showing = (
            Showing(good.site, good.mount, good.number, said) if good else Showing(banner=said)
        )
        in_use = {made.site.parent for made in (self._good, self._clean) if made}
        for former in set(self.kept.iterdir()) - in_use:
            shutil.rmtree(former, ignore_errors=True)
        return self._latest

    def _is_private(self, changes: FileChanges) -> bool:
        paths = (*changes.added, *changes.changed, *changes.removed)
        return self.project is not None and all(is_private(path, self.project) for path in paths)

    def _words(self, changes: FileChanges) -> str:
        if self.project is not None:
            return in_words(changes, self.project)
        return f"{self.configuration.name} changed"


def _unreadable(error: OSError, project: Project) -> Problem:
    place = Location(project.shown(Path(error.filename or project.private_dir)))
    message = f"the site was not compared with it: {error.strerror or error}"
    return Problem(place, "unreadable-file", message, "check its permissions")
