"""What MkDocs printed -> problems at the line that each is about.

As in `engines/failure`, only what is known to hold no words of a study is passed on: a hook or an
extension prints what it likes, and the logs of a public repository are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from ..engines.failure import explain
from ..engines.mkdocs_output import (
    COLOUR,
    LINK,
    NAV,
    PAGE,
    SETTING,
    dead_entry,
    dead_link,
    messages,
)
from ..problems import Location, Problem, StudyError
from ..project import Project
from ..project.configuration import compose_inherited, compose_root

USAGE: Final = re.compile(r"^Error: (.*(?:\n(?!Traceback ).*)*)", re.MULTILINE)
RAISED: Final = re.compile(
    r"^(?!\s)([\w.]+(?:Error|Exception|NotFound|Exit|Warning)?): (.*)", re.MULTILINE
)
NOISE: Final = re.compile(
    r"^\s+File \".*\n.*|^\s*[~^]+\s*$|in search paths: .*|^Traceback.*"
    r"|in \".*\", line \d+, column \d+",
    re.MULTILINE,
)
MOST_LETTERS: Final = 300
CONFIGURATION_ERROR: Final = "MkDocs encountered an error parsing the configuration file"
WHOLE_TEXT: Final = (
    "`findings build` writes all that is printed into .findings/failure.log, on this computer only"
)


def engine_problems(
    printed: str,
    code: int,
    project: Project,
    pages: Mapping[str, Path],
    own: tuple[str, ...] = (),
) -> list[Problem]:
    """Turn what a failed MkDocs printed into problems.

    `pages` are hand-written files by source path. `code` is how it ended. `own` are names that only
    we know of, which no message shows. There is always at least one problem.
    """
    text = COLOUR.sub("", printed)
    for name in own:
        text = text.replace(name, project.configuration.name)
    text = text.replace(f"{project.root}/", "")
    said = messages(text)
    said = said or [usage[1].strip() for usage in USAGE.finditer(text)]
    said = said or [f"{name}: {what}" for name, what in RAISED.findall(text)[-1:]]
    words = _Words(project, pages, explain("MkDocs", code, text, project.root))
    return list(dict.fromkeys(words.problem(message) for message in said or [""]))


class _Words:
    def __init__(self, project: Project, pages: Mapping[str, Path], why: str) -> None:
        self.project = project
        self.pages = pages
        self.why, _, self.remedy = why.partition("; ")
        self.file = project.shown(project.configuration)

    def problem(self, message: str) -> Problem:
        if found := LINK.match(message):
            return self.link(found)
        if found := NAV.match(message):
            return self.nav(found)
        if found := SETTING.match(message):
            return self.setting(found["name"], found["what"])
        if found := PAGE.match(message):
            return self.page(found["page"], found["what"])
        place = self.named_in(message, ())
        if message.startswith(CONFIGURATION_ERROR):
            hint = "see the documentation of MkDocs, or of the plugin that says so"
            return Problem(place, "engine", f"MkDocs cannot build the site: {_line(message)}", hint)
        return self.unexplained(place)

    def unexplained(self, place: Location) -> Problem:
        """Tell only the known cause of what cannot be passed on, and where to read it."""
        return Problem(place, "engine", self.why, f"{self.remedy}; {WHOLE_TEXT}")

    def link(self, found: re.Match[str]) -> Problem:
        target, guess = found["target"], found["guess"]
        hint = f'did you mean "{guess}"?' if guess else "correct the link, or add the file"
        message = f"this page {dead_link(found)}"
        return Problem(self.in_page(found["page"], target), "dead-link", message, hint)

    def nav(self, found: re.Match[str]) -> Problem:
        hint = "correct the path, which begins inside content/, or take it out"
        place = self.named_in(f"'{found['target']}'", ("nav",))
        return Problem(place, "dead-link", dead_entry(found), hint)

    def setting(self, name: str, what: str) -> Problem:
        said = _line(what)
        if said.startswith("Unrecognised configuration name"):
            message = f'MkDocs knows no setting "{name}"'
            return Problem(
                self.named_in("", (name,)), "configuration", message, "correct or remove it"
            )
        message = f'the setting "{name}" cannot be used: {said}'
        hint = "see https://www.mkdocs.org/user-guide/configuration/"
        if "not installed" in said or "Failed to load extension" in said:
            hint = (
                "correct its name and options; if it is not installed, add it to requirements.txt"
            )
        return Problem(self.named_in(what, (name,)), "configuration", message, hint)

    def page(self, page: str, what: str) -> Problem:
        quoted = re.findall(r"'([^'\n]+)'", what)
        return self.unexplained(self.in_page(page, *quoted))

    def in_page(self, page: str, *targets: str) -> Location:
        """Locate the first of some words that stands in a hand-written page."""
        path = self.pages.get(page)
        if path is None:
            return Location(self.file)
        return place_of(path, self.project.shown(path), *targets)

    def named_in(self, message: str, setting: tuple[str, ...]) -> Location:
        """Locate the part of a setting that a message quotes, else the setting itself."""
        try:
            root = compose_root(self.project.configuration)
            compose_inherited(self.project.configuration)
        except StudyError:
            return Location(self.file)
        quoted = set(re.findall(r"['\"]([^'\"\n]+)['\"]", message))
        for key, value in root.value:
            if setting and key.value not in setting:
                continue
            nodes = [node for node in _nodes(value) if _says(node, quoted)]
            if nodes or setting:
                mark = (nodes or [key])[0].start_mark
                return Location(self.file, mark.line + 1, mark.column + 1)
        return Location(self.file)


def place_of(path: Path, shown: str, *targets: str) -> Location:
    """Locate the first of some words that stands in a text file; its beginning where none does."""
    text = path.read_text("utf-8", "replace")
    for target in targets:
        at = text.find(target) if target else -1
        if at >= 0:
            return Location(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return Location(shown)


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for item in pair:
                yield from _nodes(item)


def _says(node: yaml.Node, words: set[str]) -> bool:
    tag = str(node.tag).rpartition(":")[2]
    return (isinstance(node.value, str) and node.value in words) or any(
        tag == word or tag.startswith(f"{word}.") for word in words
    )


def _line(message: str) -> str:
    """Write a message on one line, without Python's stack and search paths, and not without end."""
    flat = " ".join(NOISE.sub(" ", message).split()).rstrip(".")
    return flat if len(flat) <= MOST_LETTERS else f"{flat[: MOST_LETTERS - 1]}…"
