"""What is wrong with the settings of `mkdocs.yml`, as far as it shows without an engine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import yaml

from ..exporters.all_formats import ALL, FORMATS
from ..problems import Location, Problem, StudyError
from ..project import Project
from ..project.configuration import compose_inherited, compose_root, option_node, scalar
from ..reading.phrases import did_you_mean

WEB: Final = ("http", "https")


def check_settings(project: Project, language: str = "") -> list[Problem]:
    """Find settings that no build could use, or that it would quietly replace.

    `language` is the study's, empty where it is not known.
    """
    try:
        root = compose_root(project.configuration)
        top = compose_inherited(project.configuration)
    except StudyError as error:
        return list(error.problems)
    settings = _Settings(project.shown(project.configuration), root, top)
    return [
        *settings.given_twice(),
        *settings.in_braces(),
        *settings.bad_address(),
        *settings.replaced(language),
        *settings.missing_folder(project.content_dir),
        *settings.unknown_downloads(),
    ]


class _Settings:
    def __init__(self, file: str, root: yaml.MappingNode, top: dict[str, yaml.Node]) -> None:
        self.file = file
        self.root = root
        self.top = top
        self.own = {key.value for key, _ in root.value}

    def at(self, node: yaml.Node, name: str = "") -> Location:
        """Locate a node; one of a file that this one inherits is located at the file's start."""
        if name and name not in self.own:
            return Location(self.file)
        return Location(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def given_twice(self) -> Iterator[Problem]:
        first: dict[str, int] = {}
        for key, _ in self.root.value:
            line = first.setdefault(key.value, key.start_mark.line + 1)
            if line != key.start_mark.line + 1:
                message = (
                    f'the setting "{key.value}" stands here a second time; first in line {line}'
                )
                yield Problem(self.at(key), "duplicate-key", message, "keep one of the two")

    def in_braces(self) -> Iterator[Problem]:
        if self.root.flow_style:
            hint = "write each setting on a line of its own, as `name: value`, without the braces"
            message = "the settings stand in braces"
            yield Problem(self.at(self.root), "configuration", message, hint)

    def bad_address(self) -> Iterator[Problem]:
        node = self.top.get("site_url")
        address = scalar(node)
        if node is None or not address:
            return
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in WEB or not parts.hostname or re.search(r"\s", address):
            variable = _variable(node)
            whence = f" from the environment variable {variable}" if variable else ""
            message = f'site_url is no web address: "{address}"{whence}'
            hint = "write the whole address, such as https://example.org/my-study/"
            yield Problem(self.at(node, "site_url"), "bad-site-url", message, hint)

    def replaced(self, language: str) -> Iterator[Problem]:
        node = self.top.get("use_directory_urls")
        if node is not None and (scalar(node) or "").casefold() in ("false", "no", "off"):
            message = "use_directory_urls has no effect: pages keep addresses that end in a slash"
            place = self.at(node, "use_directory_urls")
            yield Problem(place, "ignored-setting", message, "remove it", "warning")
        theme = self.top.get("theme")
        for key, value in theme.value if isinstance(theme, yaml.MappingNode) else ():
            if key.value == "language" and language and scalar(value) != language:
                message = (
                    "the theme's language has no effect: the site speaks the study's, "
                    f'"{language}"'
                )
                hint = "remove it, or say `language` in study.yml"
                place = self.at(value, "theme")
                yield Problem(place, "ignored-setting", message, hint, "warning")

    def missing_folder(self, content_dir: Path) -> Iterator[Problem]:
        node = self.top.get("docs_dir")
        if node is not None and not content_dir.is_dir() and content_dir.exists():
            message = f'docs_dir is "{scalar(node)}", which is no folder'
            hint = "name the folder of your hand-written pages"
            yield Problem(self.at(node, "docs_dir"), "configuration", message, hint)

    def unknown_downloads(self) -> Iterator[Problem]:
        """Find downloads of our plugin's entry that no format has the name of."""
        node = option_node(self.top, "downloads")
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            name = scalar(item)
            if item is not None and name not in (*FORMATS, ALL):
                message = f'there is no download "{name}"'
                hint = did_you_mean(name or "", FORMATS) or f"there is: {', '.join(FORMATS)}, {ALL}"
                yield Problem(self.at(item, "plugins"), "unknown-download", message, hint)


def _variable(node: yaml.Node) -> str:
    """Name the environment variable that a setting's value came from, if one did."""
    if node.tag != "!ENV":
        return ""
    names = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return next((n.value for n in names if isinstance(n.value, str) and n.value in os.environ), "")
