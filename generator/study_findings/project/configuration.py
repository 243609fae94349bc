"""What a `mkdocs.yml` says, as YAML nodes: read without any engine, whatever tags it carries."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from ..problems import Location, Problem, StudyError

CONFIGURATION: Final = "mkdocs.yml"
PLUGIN: Final = "study-findings"
THEME: Final = "study-findings"
# The files of the theme without which a page shows no frame.
FRAME: Final = (
    "base.html",
    "main.html",
    "partials/findings-header.html",
    "partials/language.html",
)
# These pull other files or code into pages, so a study's site does without them.
REFUSED: Final = {
    "markdown_extensions": ("pymdownx.snippets",),
    "plugins": ("macros", "include-markdown", "markdown-exec"),
}


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
    hint = "write each setting as `name: value`, and what belongs to it indented below"
    if isinstance(error, UnicodeDecodeError):
        what, hint = "it is not UTF-8", "save it as UTF-8"
    elif isinstance(error, OSError):
        hint = "see that it is there, and that you may read it"
    message = f"the file cannot be read: {' '.join(what.split())}"
    return StudyError([Problem(place, "configuration", message, hint)])


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
    """Read the options of our plugin's entry that are words: `data_dir`, `private_dir`."""
    return {name: scalar(setting) or "" for name, setting in _own_options(top)}


def listed_option(top: dict[str, yaml.Node], option: str) -> tuple[str, ...]:
    """Read an option of our plugin that is a list, or one word.

    `publish` has paths below `content/` of files published as they are, `downloads` the files that
    `/data/` offers beside the usual ones.
    """
    node = option_node(top, option)
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(filter(None, map(scalar, nodes)))


def option_node(top: dict[str, yaml.Node], option: str) -> yaml.Node | None:
    """Find an option of our plugin's entry as it stands in `mkdocs.yml`."""
    return dict(_own_options(top)).get(option)


def _own_options(top: dict[str, yaml.Node]) -> list[tuple[str, yaml.Node]]:
    """List the options of our plugin's entry, which stands in a list or as a field of its own."""
    plugins = top.get("plugins")
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        for key, value in entry.value if isinstance(entry, yaml.MappingNode) else []:
            if key.value == PLUGIN and isinstance(value, yaml.MappingNode):
                return [
                    (option.value, setting)
                    for option, setting in value.value
                    if isinstance(option, yaml.ScalarNode)
                ]
    return []


def scalar(node: yaml.Node | None) -> str | None:
    """Read a scalar setting; `!ENV NAME` and `!ENV [NAME, default]` come from the environment."""
    if isinstance(node, yaml.SequenceNode) and node.tag == "!ENV":
        *names, default = node.value if len(node.value) > 1 else (*node.value, None)
        given = (os.environ.get(name.value) for name in names if isinstance(name, yaml.ScalarNode))
        return next((value for value in given if value is not None), scalar(default))
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return None
    return os.environ.get(node.value) if node.tag == "!ENV" else str(node.value)


def configuration_files(configuration: Path) -> list[Path]:
    """List a configuration and those it inherits, as far as they can be read."""
    found: list[Path] = []
    while configuration not in found:
        found.append(configuration)
        try:
            parent = scalar(compose(configuration).get("INHERIT"))
        except StudyError:
            break
        if parent is None:
            break
        configuration = configuration.parent / parent
    return found


def has_own_frame(configuration: Path, top: Mapping[str, yaml.Node]) -> bool:
    """Tell whether what stands around pages is ours: our theme, with no file of it replaced.

    Only then may pages leave it to the frame to say what was composed.
    """
    theme = top.get("theme")
    settings = theme.value if isinstance(theme, yaml.MappingNode) else []
    named = {key.value: scalar(value) for key, value in settings}
    name = named.get("name") if settings else scalar(theme)
    if name != THEME:
        return False
    folder = named.get("custom_dir")
    return not folder or not any((configuration.parent / folder / file).exists() for file in FRAME)


def author_files(configuration: Path) -> list[Path]:
    """List what else a configuration makes pages from: a theme's files, hooks, what it watches."""
    top = compose_inherited(configuration)
    theme = top.get("theme")
    settings = theme.value if isinstance(theme, yaml.MappingNode) else []
    nodes = [value for key, value in settings if key.value == "custom_dir"]
    for name in ("hooks", "watch"):
        node = top.get(name)
        nodes += node.value if isinstance(node, yaml.SequenceNode) else []
    return [configuration.parent / path for path in map(scalar, nodes) if path]
