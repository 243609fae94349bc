"""A site to a folder an engine can build: changed files only, stale ones removed."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from .markup import character_references
from .problems import Location, Problem, StudyError
from .project import PLUGIN, Project, compose, named_items
from .site import Site, nav_configuration

TEMPLATE: Final = ".md.j2"
OWN_KEYS: Final = ("docs_dir", "site_dir", "nav", "plugins", "use_directory_urls")


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

    Raises StudyError for a file at the path of a generated one.
    """
    found = {p: content_dir / p for p in _files(content_dir) if not p.endswith(TEMPLATE)}
    taken = sorted(set(found) & set(site.files))
    if taken:
        raise StudyError(
            Problem(
                Location(f"{content_dir.name}/{path}"),
                "path-taken",
                f"this file would overwrite {path}, which is made from the study",
                "give the file another name",
            )
            for path in taken
        )
    return found


def write_site(site: Site, content: Mapping[str, Path], target: Path) -> None:
    """Write a site and the plain files of `content/` to `target`.

    A file whose bytes are there already keeps its time stamp; a file of an earlier build goes.
    """
    wanted = {path: source.read_bytes() for path, source in content.items()}
    wanted.update(site.files)
    for path in set(_files(target)) - set(wanted):
        (target / path).unlink()
    for path, content_bytes in wanted.items():
        write_if_changed(target / path, content_bytes)
    for folder, _, _ in os.walk(target, topdown=False):
        if folder != str(target) and not os.listdir(folder):  # noqa: PTH208
            Path(folder).rmdir()


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
    project: Project, site: Site, content: Mapping[str, Path], docs_dir: str, site_dir: str, engine: str
) -> str:
    """Write the engine's configuration: `mkdocs.yml` with only our own top-level keys replaced.

    All else stays to the letter, so that `!ENV` and other tags keep their meaning.
    """
    text = project.configuration.read_text("utf-8")
    top = compose(project.configuration)
    lines = text.splitlines(keepends=True)
    for key in OWN_KEYS:
        if key in top:
            _blank_out(lines, key, top[key])
    own = {
        "docs_dir": docs_dir,
        "site_dir": site_dir,
        "use_directory_urls": True,
        "nav": navigation(site, content, _own_navigation(top.get("nav"))),
    }
    kept = "".join(lines).rstrip() + "\n"
    written = "".join(f"{key}: {json.dumps(value)}\n" for key, value in own.items())
    return kept + written + _plugins(text, top.get("plugins"), engine)


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
    own = _plain(node) if node is not None else []
    return own if isinstance(own, list) else []


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return node.value


def _blank_out(lines: list[str], key: str, value: yaml.Node) -> None:
    """Empty the lines of a top-level key, from the key to the last line of its value."""
    first = value.start_mark.line
    while not lines[first].lstrip("\ufeff").startswith((key, f'"{key}"', f"'{key}'")):
        first -= 1
    last = value.end_mark.line - (value.end_mark.column == 0 and value.end_mark.line > first)
    for number in range(first, min(last, len(lines) - 1) + 1):
        if number == first or lines[number][:1] in " \t-\r\n}]#":
            lines[number] = "\n"


def _plugins(text: str, node: yaml.Node | None, engine: str) -> str:
    """Write the author's other plugins as they stand; Zensical's own search must be named to be off."""
    entries = []
    for name, item in named_items(node):
        if name == PLUGIN or isinstance(node, yaml.MappingNode):
            continue
        column = item.start_mark.column
        source = text[item.start_mark.index : item.end_mark.index].rstrip()
        entries.append(" " * max(column - 2, 2) + "- " + source + "\n")
    if engine == "zensical":
        entries.append("  - search: {enabled: false}\n")
    return "plugins:\n" + "".join(entries) if entries else "plugins: []\n"


def _files(folder: Path) -> list[str]:
    """List the files in a folder and below, as sorted paths with slashes, hidden ones left out."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )
