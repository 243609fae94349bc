"""A site to a folder an engine can build: changed files only, stale ones removed."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from .markup import character_references
from .problems import Location, Problem, StudyError
from .project import CONFIGURATION, PLUGIN, Project, compose, compose_root, named_items
from .site import Site, nav_configuration, output_of

TEMPLATE: Final = ".md.j2"
OWN_KEYS: Final = ("docs_dir", "site_dir", "nav", "plugins", "use_directory_urls")
COMMENTS_AFTER: Final = re.compile(r"(?:^[ \t]*(?:#.*)?\n)*\Z", re.MULTILINE)


def handwritten_templates(content_dir: Path) -> dict[str, str]:
    """Read the texts of `content/**/*.md.j2` by path.

    Raises StudyError for a file that is not UTF-8.
    """
    texts, problems = {}, []
    for path in _files(content_dir):
        if path.endswith(TEMPLATE):
            try:
                texts[path] = (content_dir / path).read_text("utf-8")
            except UnicodeDecodeError:
                place = Location(f"{content_dir.name}/{path}")
                problems.append(
                    Problem(place, "bad-encoding", "the file is not UTF-8", "save it as UTF-8")
                )
    if problems:
        raise StudyError(problems)
    return texts


def handwritten_files(content_dir: Path, site: Site) -> dict[str, Path]:
    """List the plain files of `content/` by path.

    Raises StudyError for a file that would stand where another does.
    """
    taken = {output_of(path): path for path in site.files}
    found, problems = {}, []
    for path in _files(content_dir):
        if path.endswith(TEMPLATE):
            continue
        found[path] = content_dir / path
        other = taken.setdefault(output_of(path), path)
        if other != path or path in site.files:
            whose = ", which is made from the study" if other in site.files else ""
            problems.append(
                Problem(
                    Location(f"{content_dir.name}/{path}"),
                    "path-taken",
                    f"this file would stand at the address of {other}{whose}",
                    "give the file another name",
                )
            )
    if problems:
        raise StudyError(problems)
    return found


def write_site(site: Site, content: Mapping[str, Path], target: Path) -> None:
    """Write a site and the plain files of `content/` to `target`.

    A file whose bytes are there already keeps its time stamp; a file of an earlier build goes.
    """
    wanted = {path: source.read_bytes() for path, source in content.items()}
    wanted.update(site.files)
    for path in set(_files(target)) - set(wanted):
        (target / path).unlink()
    for folder, _, _ in os.walk(target, topdown=False):
        if folder != str(target) and not os.listdir(folder):  # noqa: PTH208
            Path(folder).rmdir()
    for path, content_bytes in wanted.items():
        write_if_changed(target / path, content_bytes)


def write_if_changed(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and not when it holds these bytes already."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def derived_configuration(
    project: Project,
    site: Site,
    content: Mapping[str, Path],
    docs_dir: str,
    site_dir: str,
    engine: str,
) -> str:
    """Write the engine's configuration: `mkdocs.yml` with only our own top-level keys replaced.

    All else stays to the letter, so that `!ENV` and other tags keep their meaning. Raises StudyError
    where the settings stand in braces, since there is no telling them apart by line.
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
    return (
        _without_own_keys(text, root)
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
    pages = sorted(p for p in {*content, *site.files} if p.endswith(".md"))
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
    """Write the author's other plugins as they stand; Zensical's own search must be named to be off.

    Each stands below its dash at its own column, so that the lines it goes on with need no change.
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


def _files(folder: Path) -> list[str]:
    """List the files in a folder and below, as sorted paths with slashes, hidden ones left out."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )
