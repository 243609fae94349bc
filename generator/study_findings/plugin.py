"""The MkDocs door: the same site as `findings build`, with the files in memory."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from .build import finish_site, load_project_study, refuse, render_project
from .engines.derive import navigation
from .engines.lock import WAITS, alone
from .engines.replacing import recover
from .engines.site_folder import mark
from .engines.source_date import SOURCE_DATE, source_date
from .engines.write import handwritten_files
from .model import Study
from .problems import BuildError, Problem, StudyError
from .problems.output import as_text, one_line, system_error
from .project import Project, read_project, settings_of
from .project.site import Site
from .study_folder import DATA, PRIVATE

log = logging.getLogger("mkdocs.plugins.study-findings")


class PluginOptions(Config):
    """The plugin's entry in `mkdocs.yml`."""

    data_dir = config_options.Type(str, default=DATA)
    """Folder of the study's YAML, relative to `mkdocs.yml`."""
    private_dir = config_options.Type(str, default=PRIVATE)
    """Folder of what is not cleared, relative to `mkdocs.yml`; only the leak check reads it."""
    publish = config_options.ListOfItems(config_options.Type(str), default=[])
    """Files of `docs_dir` that are published although their kind is not."""
    downloads = config_options.Optional(config_options.Type((list, str)))
    """Files that `/data/` offers beside the usual ones, or `all`."""


class Made(NamedTuple):
    """Hold a study that has no problem, its site, and the pages beside it."""

    study: Study
    site: Site
    content: Mapping[str, Path]


class StudyFindingsPlugin(BasePlugin[PluginOptions]):
    """Hand a study's pages to MkDocs, then index what it built and look for leaks."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.made: Made | None = None
        self.is_preview = False
        self.held = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Have MkDocs keep this plugin, and with it the last good site, between rebuilds.

        It makes a new one for each rebuild of a plugin that has no such method.
        """
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and render the study, and set the navigation.

        In a live preview a broken study is reported, and the last good one stays.
        """
        try:
            project = self._read(config)
            refuse(project.site_dir, project)
            self.project, self.made = project, self._render(project)
        except StudyError as error:
            report = "The study has problems.\n" + as_text(error.problems)
            if self.made is None:
                raise PluginError(report) from None
            log.error("%s\nThe preview shows the last good state.", report)
        if date := source_date(self._project.root):
            os.environ[SOURCE_DATE] = date
        config.use_directory_urls = True
        config.theme["language"] = self._made.site.language
        config.nav = navigation(self._made.site, self._made.content, config.nav)
        return config

    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Mark the folder of the site as ours, the last thing before MkDocs cleans it.

        It is looked at once more, since other plugins may have named another. Two builds that write
        to the same folder wait for each other; a preview has one of its own.
        """
        site_dir = Path(config.site_dir)
        try:
            if not self.is_preview:
                self.held.enter_context(alone(self._project.work_dir, self._waiting))
            recover(site_dir)
            refuse(site_dir, self._project)
            mark(site_dir)
        except StudyError as error:
            raise PluginError("Nothing was built.\n" + as_text(error.problems)) from None
        except BuildError as error:
            raise PluginError(str(error)) from None
        except OSError as error:
            raise PluginError(f"No site can be built in {site_dir}: {error.strerror}") from None

    def on_shutdown(self) -> None:
        """Let other builds go on."""
        self.held.close()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the study's files; of `docs_dir`, leave only those that were checked.

        MkDocs follows links to folders, and may be told to take hidden files.
        """
        own = [file for file in files if file.src_dir == config.docs_dir]
        for file in own:
            if file.generated_by is None and file.src_uri not in self._made.content:
                files.remove(file)
        for path, content in self._made.site.files.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the built site and look for leaks in it."""
        try:
            for problem in finish_site(self._project, self._made.study, Path(config.site_dir)):
                self._log(problem)
        except StudyError as error:
            raise PluginError("The site was removed.\n" + as_text(error.problems)) from None
        except BuildError as error:
            raise PluginError(f"The site was removed. {error}") from None
        except OSError as error:
            raise PluginError(f"The site was removed. {system_error(error)}") from None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild when the study's YAML changes."""
        server.watch(str(self._project.data_dir))
        return server

    def _read(self, config: MkDocsConfig) -> Project:
        root = Path(config.config_file_path).parent
        read = read_project(Path(config.config_file_path))
        return replace(
            read,
            data_dir=root / self.config.data_dir,
            content_dir=Path(config.docs_dir),
            private_dir=root / self.config.private_dir,
            settings=settings_of(
                config.site_name,
                config.site_url,
                Path(config.docs_dir),
                read.settings.downloads,
                read.settings.own_frame,
            ),
            site_dir=Path(config.site_dir),
            publish=tuple(self.config.publish),
        )

    def _render(self, project: Project) -> Made:
        study, warnings = load_project_study(project)
        for problem in warnings:
            self._log(problem)
        site = render_project(project, study)
        return Made(study, site, handwritten_files(project.content_dir, site))

    @staticmethod
    def _waiting() -> None:
        log.info(WAITS)

    @staticmethod
    def _log(problem: Problem) -> None:
        """Say what is worth a look; MkDocs counts warnings, and a notice must not stop a build."""
        log.log(logging.INFO if problem.level == "notice" else logging.WARNING, one_line(problem))

    @property
    def _project(self) -> Project:
        if self.project is None:
            raise PluginError("study-findings was asked for a site before its configuration")
        return self.project

    @property
    def _made(self) -> Made:
        if self.made is None:
            raise PluginError("study-findings was asked for a site before its configuration")
        return self.made
