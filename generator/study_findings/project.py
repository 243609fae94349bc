"""Where a study's folders are, and what its `mkdocs.yml` says, read without any engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from .problems import Location, Problem, StudyError
from .site import NASTALIQ, Settings

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
    for folder in (
        [start] if study and (start / CONFIGURATION).is_file() else [start, *start.parents]
    ):
        if (folder / CONFIGURATION).is_file():
            return read_project(
                folder / CONFIGURATION, start if study and folder != start else None
            )
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
    """Raise StudyError unless the study stands in `themes_data/` and `private/`, where edits are made."""
    usual = (project.root / "themes_data", project.root / "private")
    if (project.data_dir, project.private_dir) != usual:
        problem = Problem(
            Location(CONFIGURATION),
            "folders",
            "quotations are cleared and withdrawn in themes_data/ and private/ only",
            "take data_dir and private_dir out of mkdocs.yml, and rename the folders",
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
        data_dir=data_dir or folder("data_dir", "themes_data"),
        content_dir=root / content,
        private_dir=folder("private_dir", "private"),
        settings=settings_of(
            scalar(top.get("site_name")), scalar(top.get("site_url")), root / content
        ),
    )


def settings_of(name: str | None, url: str | None, content_dir: Path) -> Settings:
    """Make settings of a site's name and address, which ends with a slash, and its own files."""
    address = f"{url.rstrip('/')}/" if url else ""
    return Settings(name or "Findings", address, (content_dir / NASTALIQ).is_file())


def compose(configuration: Path) -> dict[str, yaml.Node]:
    """Read a configuration's top-level keys as YAML nodes, whatever tags they carry."""
    found = {key.value: value for key, value in compose_root(configuration).value}
    if problems := list(_refused(found, configuration.name)):
        raise StudyError(problems)
    return found


def compose_inherited(configuration: Path) -> dict[str, yaml.Node]:
    """Read the top-level keys of a configuration and of those it inherits; its own come first."""
    found: dict[str, yaml.Node] = {}
    seen: set[Path] = set()
    while configuration.resolve() not in seen:
        seen.add(configuration.resolve())
        top = compose(configuration)
        found = {**top, **found}
        parent = scalar(top.get("INHERIT"))
        if parent is None:
            break
        configuration = configuration.parent / parent
    return found


def compose_root(configuration: Path) -> yaml.MappingNode:
    """Read a configuration as one YAML node, whose settings have words for names."""
    try:
        node = yaml.compose(configuration.read_text("utf-8"), Loader=yaml.SafeLoader)
    # An escape that names no character gives ValueError or OverflowError.
    except (OSError, ValueError, OverflowError, yaml.YAMLError, RecursionError) as error:
        raise _unreadable(configuration, error) from error
    file = configuration.name
    if not isinstance(node, yaml.MappingNode):
        message = "the file has no settings"
        raise StudyError([Problem(Location(file), "configuration", message, "add site_name")])
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            message = "a setting's name has to be a word"
            hint = "write it as `name: value`"
            raise StudyError(
                [Problem(_place(file, key.start_mark), "configuration", message, hint)]
            )
    return node


def _unreadable(configuration: Path, error: Exception) -> StudyError:
    place = _place(configuration.name, getattr(error, "problem_mark", None))
    what = getattr(error, "problem", None) or getattr(error, "strerror", None) or str(error)
    if isinstance(error, UnicodeDecodeError):
        what = "it is not UTF-8"
    message = f"the file cannot be read: {' '.join(what.split())}"
    return StudyError([Problem(place, "configuration", message)])


def _place(file: str, mark: yaml.Mark | None) -> Location:
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


def _refused(top: dict[str, yaml.Node], file: str) -> Iterator[Problem]:
    for setting, names in REFUSED.items():
        for name, node in named_items(top.get(setting)):
            if name in names:
                yield Problem(
                    _place(file, node.start_mark),
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
        for key, value in entry.value if isinstance(entry, yaml.MappingNode) else []:
            if key.value == PLUGIN and isinstance(value, yaml.MappingNode):
                return {
                    option.value: scalar(setting) or ""
                    for option, setting in value.value
                    if isinstance(option, yaml.ScalarNode)
                }
    return {}


def scalar(node: yaml.Node | None) -> str | None:
    """Read a scalar setting; `!ENV NAME` and `!ENV [NAME, default]` come from the environment."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV":
        *names, default = node.value if len(node.value) > 1 else (*node.value, None)
        given = (os.environ.get(name.value) for name in names if isinstance(name, yaml.ScalarNode))
        return next((value for value in given if value is not None), scalar(default))
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return None
    return os.environ.get(node.value) if node.tag == "!ENV" else str(node.value)
