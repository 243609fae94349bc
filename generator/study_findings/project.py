"""Where a study's folders are, and what its `mkdocs.yml` says, read without any engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from .problems import Location, Problem, StudyError
from .site import Settings

CONFIGURATION: Final = "mkdocs.yml"
PLUGIN: Final = "study-findings"
# These pull other files or code into pages, so a study's site does without them.
REFUSED: Final = {
    "markdown_extensions": ("pymdownx.snippets",),
    "plugins": ("macros", "include-markdown", "markdown-exec"),
}


@dataclass(frozen=True)
class Project:
    """Name the folders of a study and its site."""

    root: Path
    configuration: Path
    data_dir: Path
    content_dir: Path
    private_dir: Path
    settings: Settings

    @property
    def work_dir(self) -> Path:
        """Name the folder in which a build prepares the engine's files; git ignores it."""
        return self.root / ".findings"

    def shown(self, path: Path) -> str:
        """Write a path as it is clicked from where the command runs."""
        relative = os.path.relpath(path)
        return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def find_project(study: Path | None = None) -> Project:
    """Find the project in a folder or above: the one with `mkdocs.yml`.

    Raises StudyError where there is none, or where `mkdocs.yml` cannot be read.
    """
    start = (study or Path()).resolve()
    for folder in [start] if study and (start / CONFIGURATION).is_file() else [start, *start.parents]:
        if (folder / CONFIGURATION).is_file():
            return read_project(folder / CONFIGURATION, start if study and folder != start else None)
    raise StudyError(
        [
            Problem(
                Location(CONFIGURATION),
                "no-study",
                f"there is no {CONFIGURATION} in {start} or above it",
                "run the command inside a study's folder, name it with --study DIR, "
                "or begin one with `findings init DIR`",
            )
        ]
    )


def read_project(configuration: Path, data_dir: Path | None = None) -> Project:
    """Read the folders and the site's name and address from a `mkdocs.yml`."""
    root = configuration.parent
    top = compose(configuration)
    options = plugin_options(top)

    def folder(name: str, default: str) -> Path:
        return root / (options.get(name) or default)

    content = scalar(top.get("docs_dir")) or "docs"
    return Project(
        root=root,
        configuration=configuration,
        data_dir=data_dir or folder("data_dir", "themes_data"),
        content_dir=root / content,
        private_dir=folder("private_dir", "private"),
        settings=settings_of(scalar(top.get("site_name")), scalar(top.get("site_url"))),
    )


def settings_of(name: str | None, url: str | None) -> Settings:
    """Make settings of a site's name and address; the address ends with a slash."""
    return Settings(name or "Findings", f"{url.rstrip('/')}/" if url else "")


def compose(configuration: Path) -> dict[str, yaml.Node]:
    """Read a configuration's top-level keys as YAML nodes, whatever tags they carry."""
    try:
        text = configuration.read_text("utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(configuration.name, *((mark.line + 1, mark.column + 1) if mark else ()))
        what = getattr(error, "problem", None) or str(error)
        problem = Problem(place, "configuration", f"the file cannot be read: {what}")
        raise StudyError([problem]) from error
    if not isinstance(node, yaml.MappingNode):
        problem = Problem(
            Location(configuration.name), "configuration", "the file has no settings", "add site_name"
        )
        raise StudyError([problem])
    found = {key.value: value for key, value in node.value}
    if problems := list(_refused(found, configuration.name)):
        raise StudyError(problems)
    return found


def _refused(top: dict[str, yaml.Node], file: str) -> Iterator[Problem]:
    for setting, names in REFUSED.items():
        for name, node in named_items(top.get(setting)):
            if name in names:
                mark = node.start_mark
                yield Problem(
                    Location(file, mark.line + 1, mark.column + 1),
                    "refused-extension",
                    f"{name} is not used on a study's site: it can pull other files into a page",
                    f"remove it from {setting}",
                )


def named_items(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """List the entries of a `plugins` or `markdown_extensions` setting with their names."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if isinstance(item, yaml.MappingNode) and item.value:
                yield item.value[0][0].value, item
            elif isinstance(item, yaml.ScalarNode):
                yield item.value, item
    elif isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            yield key.value, key


def plugin_options(top: dict[str, yaml.Node]) -> dict[str, str]:
    """Read the options of our plugin's entry: `data_dir`, `private_dir`."""
    plugins = top.get("plugins")
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        if not isinstance(entry, yaml.MappingNode):
            continue
        for key, value in entry.value:
            if key.value == PLUGIN and isinstance(value, yaml.MappingNode):
                return {k.value: scalar(v) or "" for k, v in value.value}
    return {}


def scalar(node: yaml.Node | None) -> str | None:
    """Read a scalar setting; `!ENV NAME` and `!ENV [NAME, default]` come from the environment."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "!ENV":
            return os.environ.get(node.value)
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV":
        names = [item.value for item in node.value]
        given = (os.environ[name] for name in names[:-1] or names if name in os.environ)
        return next(given, names[-1] if len(names) > 1 else None)
    return None
