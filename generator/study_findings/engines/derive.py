"""The engine's configuration, derived from `mkdocs.yml`: only our own settings replaced."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from ..language import SOURCE_LANGUAGE
from ..problems import Location, Problem, StudyError
from ..project import Project
from ..project.configuration import (
    PLUGIN,
    compose,
    compose_inherited,
    compose_root,
    named_items,
    scalar,
)
from ..project.site import Site, nav_configuration
from ..render.markup import character_references
from ..study_folder import CONFIGURATION

OWN_KEYS: Final = ("docs_dir", "site_dir", "nav", "plugins", "use_directory_urls")
COMMENTS_AFTER: Final = re.compile(r"(?:^[ \t]*(?:#.*)?\n)*\Z", re.MULTILINE)


def derived_configuration(
    project: Project,
    site: Site,
    content: Mapping[str, Path],
    docs_dir: str,
    site_dir: str,
    engine: str,
) -> str:
    """Write the engine's configuration: `mkdocs.yml` with only our own top-level keys replaced.

    All else stays to the letter, so that `!ENV` and other tags keep their meaning. Raises
    StudyError where the settings stand in braces, since there is no telling them apart by line.
    """
    text = project.configuration.read_text("utf-8")
    root = compose_root(project.configuration)
    if root.flow_style:
        problem = Problem(
            Location(project.configuration.name),
            "configuration",
            "the settings stand in braces",
            "write each setting on a line of its own, as `name: value`, without the braces",
        )
        raise StudyError([problem])
    top = compose(project.configuration)
    own = {
        "docs_dir": docs_dir,
        "site_dir": site_dir,
        "use_directory_urls": True,
        "nav": navigation(site, content, _own_navigation(top.get("nav"))),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in own.items()]
    indent = " " * root.start_mark.column
    own_text = "".join(indent + line for line in lines)
    kept = _without_own_keys(text, root)
    return (
        _in_language(kept, compose_inherited(project.configuration), site.language, indent)
        + own_text
        + _plugins(text, top.get("plugins"), engine, indent)
    )


def navigation(
    site: Site, content: Mapping[str, Path], own: Sequence[object] | None = None
) -> list[object]:
    """Write the whole navigation: the study's, then the author's own, or else the other pages."""
    nav: list[object] = [*nav_configuration(site.nav, character_references)]
    if own:
        return [*nav, *own]
    listed = json.dumps(nav)
    pages = sorted(p for p in {*content, *site.files} - site.unlisted if p.endswith(".md"))
    return [*nav, *(page for page in pages if json.dumps(page) not in listed)]


def _own_navigation(node: yaml.Node | None) -> list[object]:
    try:
        own = _plain(node) if node is not None else []
    except RecursionError:
        message = "nav holds itself"
        raise StudyError([Problem(Location(CONFIGURATION), "configuration", message)]) from None
    return own if isinstance(own, list) else []


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    return node.value


def _without_own_keys(text: str, root: yaml.MappingNode) -> str:
    """Leave out our own settings, each up to the next one; comments above the next one stay."""
    keys = [key for key, _ in root.value]
    starts = [key.start_mark.index - key.start_mark.column for key in keys]
    ends = [*starts[1:], root.end_mark.index]
    kept = [text[: starts[0]]]
    for key, start, end in zip(keys, starts, ends, strict=True):
        setting = text[start:end]
        kept.append(COMMENTS_AFTER.findall(setting)[0] if key.value in OWN_KEYS else setting)
    text = "".join(kept)
    return text if text.endswith("\n") else f"{text}\n"


def _plugins(text: str, node: yaml.Node | None, engine: str, indent: str) -> str:
    """Write the author's other plugins as they stand.

    Each stands below its dash at its own column, so that the lines it goes on with need no change.
    Zensical's own search must be named to be off.
    """
    entries = []
    for name, start, end in _entries(node):
        if name != PLUGIN:
            source = text[start.index : end.index].rstrip()
            margin = " " * max(start.column, len(indent) + 1)
            entries.append(f"{indent}-\n{margin}{source}\n")
    if engine == "zensical":
        entries.append(f"{indent}- search: {{enabled: false}}\n")
    return f"{indent}plugins:\n" + "".join(entries) if entries else f"{indent}plugins: []\n"


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Mark, yaml.Mark]]:
    """List the entries of `plugins` with their names and where they begin and end."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key.start_mark, value.end_mark
    else:
        for name, item in named_items(node):
            yield name, item.start_mark, item.end_mark


def _in_language(text: str, settings: Mapping[str, yaml.Node], language: str, indent: str) -> str:
    """Have the theme speak the site's language, in whatever form its settings stand."""
    if language == SOURCE_LANGUAGE and not _has(settings.get("theme"), "language"):
        return text
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    own = {key.value: value for key, value in root.value} if root else {}
    theme = own.get("theme")
    if isinstance(theme, yaml.MappingNode):
        return _set_in(text, theme, "language", language)
    if theme is not None:
        named = json.dumps({"name": scalar(theme), "language": language})
        return text[: theme.start_mark.index] + named + text[theme.end_mark.index :]
    if "theme" not in settings:
        return text
    inherited = scalar(settings["theme"])
    setting = {"language": language, **({"name": inherited} if inherited else {})}
    return f"{text}{indent}theme: {json.dumps(setting)}\n"


def _has(node: yaml.Node | None, name: str) -> bool:
    return isinstance(node, yaml.MappingNode) and any(key.value == name for key, _ in node.value)


def _set_in(text: str, node: yaml.MappingNode, name: str, value: str) -> str:
    """Set one setting of a mapping that stands in a text, and leave the rest to the letter."""
    for key, old in node.value:
        if key.value == name:
            return text[: old.start_mark.index] + value + text[old.end_mark.index :]
    start = node.start_mark
    if node.flow_style:
        return f"{text[: start.index + 1]}{name}: {value}, {text[start.index + 1 :]}"
    return f"{text[: start.index]}{name}: {value}\n{' ' * start.column}{text[start.index :]}"
