"""The MkDocs door: the same site as `findings build`, with the files in memory."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from .build import finish_site, load_project_study, render_project
from .derive import navigation
from .model import Study
from .problems import BuildError, Problem, StudyError
from .project import Project, read_project, settings_of
from .reporting import as_text, one_line
from .site import Site
from .write import handwritten_files

log = logging.getLogger("mkdocs.plugins.study-findings")


class Options(Config):
    """The plugin's entry in `mkdocs.yml`."""

    data_dir = config_options.Type(str, default="themes_data")
    """Folder of the study's YAML, relative to `mkdocs.yml`."""
    private_dir = config_options.Type(str, default="private")
    """Folder of what is not cleared, relative to `mkdocs.yml`; only the leak check reads it."""
    publish = config_options.ListOfItems(config_options.Type(str), default=[])
    """Files of `docs_dir` that are published although their kind is not."""


class Made(NamedTuple):
    """Hold a study that has no problem, its site, and the pages beside it."""

    study: Study
    site: Site
    content: Mapping[str, Path]


class StudyFindingsPlugin(BasePlugin[Options]):
    """Hand a study's pages to MkDocs, then index what it built and look for leaks."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.made: Made | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Have MkDocs keep this plugin, and with it the last good site, between rebuilds.

        It makes a new one for each rebuild of a plugin that has no such method.
        """

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and render the study, and set the navigation.

        In a live preview a broken study is reported, and the last good one stays.
        """
        try:
            self.project, self.made = self._render(config)
        except StudyError as error:
            report = "The study has problems.\n" + as_text(error.problems)
            if self.made is None:
                raise PluginError(report) from None
            log.error("%s\nThe preview shows the last good state.", report)
        config.use_directory_urls = True
        config.theme["language"] = self._made.site.language
        config.nav = navigation(self._made.site, self._made.content, config.nav)
        return config

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
            raise PluginError(str(error)) from None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild when the study's YAML changes."""
        server.watch(str(self._project.data_dir))
        return server

    def _render(self, config: MkDocsConfig) -> tuple[Project, Made]:
        root = Path(config.config_file_path).parent
        read = read_project(Path(config.config_file_path))
        project = Project(
            root=root,
            configuration=read.configuration,
            data_dir=root / self.config.data_dir,
            content_dir=Path(config.docs_dir),
            private_dir=root / self.config.private_dir,
            settings=settings_of(config.site_name, config.site_url, Path(config.docs_dir)),
            publish=tuple(self.config.publish),
        )
        study, warnings = load_project_study(project)
        for problem in warnings:
            self._log(problem)
        site = render_project(project, study)
        return project, Made(study, site, handwritten_files(project.content_dir, site))

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
