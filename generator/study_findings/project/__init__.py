"""Where a study's folders are, and what its `mkdocs.yml` says, read without any engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import yaml

from ..problems import Location, Problem, StudyError
from ..study_folder import CONFIGURATION, DATA, PRIVATE, WORK
from .configuration import (
    compose_inherited,
    has_own_frame,
    listed_option,
    plugin_options,
    scalar,
)
from .site import NASTALIQ, Settings

USUAL_SITE: Final = "site"


@dataclass(frozen=True)
class Project:
    """Name the folders of a study and its site."""

    root: Path
    configuration: Path
    data_dir: Path
    content_dir: Path
    private_dir: Path
    settings: Settings
    site_dir: Path
    publish: tuple[str, ...] = ()
    """Files of other kinds to publish as they are, by their paths below `content_dir`."""

    @property
    def work_dir(self) -> Path:
        """Name the folder in which a build prepares the engine's files; git ignores it."""
        return self.root / WORK

    def shown(self, path: Path) -> str:
        """Write a path as it is clicked from where the command runs."""
        try:
            relative = os.path.relpath(path)
        except (OSError, ValueError):
            # The folder it runs in is gone, or on another drive.
            return path.as_posix()
        return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()

    def placed(self, problem: Problem) -> Problem:
        """Name the file of a problem as `shown` does, where it begins with the name of a folder.

        So is `mkdocs.yml`.
        """
        folder, slash, path = problem.location.file.partition("/")
        if problem.location.file == self.configuration.name:
            location = replace(problem.location, file=self.shown(self.configuration))
            return replace(problem, location=location)
        for own in (self.content_dir, self.private_dir, self.data_dir):
            if slash and folder == own.name:
                location = replace(problem.location, file=self.shown(own / path))
                return replace(problem, location=location)
        return problem


@contextmanager
def problems_placed(project: Project) -> Iterator[None]:
    """Name the files of problems that are raised as they are found from where the command runs."""
    try:
        yield
    except StudyError as error:
        raise StudyError(map(project.placed, error.problems)) from None


def find_project(study: Path | None = None) -> Project:
    """Find the project in a folder or above: the one with `mkdocs.yml`.

    Raises StudyError where there is none, or where `mkdocs.yml` cannot be read.
    """
    return read_project(*find_configuration(study))


def find_configuration(study: Path | None = None) -> tuple[Path, Path | None]:
    """Find the `mkdocs.yml` in a folder or above, and the data folder where that is what was named.

    Raises StudyError where there is none.
    """
    start = (study or Path()).resolve()
    for folder in (
        [start] if study and (start / CONFIGURATION).is_file() else [start, *start.parents]
    ):
        if (folder / CONFIGURATION).is_file():
            return folder / CONFIGURATION, start if study and folder != start else None
    raise StudyError(
        [
            Problem(
                Location(CONFIGURATION),
                "no-study",
                f"there is no {CONFIGURATION} in {start} or above it",
                "run the command inside a study's folder, name it with --study DIR, "
                "or begin one with `findings init FOLDER`",
            )
        ]
    )


def require_usual_folders(project: Project) -> None:
    """Raise StudyError unless the study stands in `themes_data/` and `private/`.

    Edits are made there only.
    """
    usual = (project.root / DATA, project.root / PRIVATE)
    if (project.data_dir, project.private_dir) != usual:
        problem = Problem(
            Location(CONFIGURATION),
            "folders",
            f"quotations are cleared and withdrawn in {DATA}/ and {PRIVATE}/ only",
            f"take data_dir and private_dir out of {CONFIGURATION}, and rename the folders",
        )
        raise StudyError([problem])


def read_project(configuration: Path, data_dir: Path | None = None) -> Project:
    """Read the folders and the site's name and address from a `mkdocs.yml`."""
    root = configuration.parent
    top = compose_inherited(configuration)
    options = plugin_options(top)

    def folder(name: str, default: str) -> Path:
        return root / (options.get(name) or default)

    content = scalar(top.get("docs_dir")) or "docs"
    return Project(
        root=root,
        configuration=configuration,
        data_dir=data_dir or folder("data_dir", DATA),
        content_dir=root / content,
        private_dir=folder("private_dir", PRIVATE),
        settings=settings_of(
            scalar(top.get("site_name")),
            scalar(top.get("site_url")),
            root / content,
            listed_option(top, "downloads"),
            has_own_frame(configuration, top),
        ),
        site_dir=root / _site_dir(top.get("site_dir")),
        publish=listed_option(top, "publish"),
    )


def _site_dir(node: yaml.Node | None) -> str:
    """Read where the site goes; raises StudyError for what is no path, lest it go elsewhere."""
    named = scalar(node)
    if named is None and isinstance(node, yaml.CollectionNode) and node.tag != "!ENV":
        place = Location(CONFIGURATION, node.start_mark.line + 1, node.start_mark.column + 1)
        message = "site_dir has to be one folder"
        raise StudyError([Problem(place, "configuration", message, "write `site_dir: site`")])
    return named or USUAL_SITE


def settings_of(
    name: str | None,
    url: str | None,
    content_dir: Path,
    downloads: tuple[str, ...] = (),
    own_frame: bool = True,
) -> Settings:
    """Make settings of a site's name and address, which ends with a slash, and its own files."""
    address = f"{url.rstrip('/')}/" if url else ""
    return Settings(
        name or "Findings", address, (content_dir / NASTALIQ).is_file(), downloads, own_frame
    )
