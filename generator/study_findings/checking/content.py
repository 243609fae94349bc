"""What is wrong with hand-written pages before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from ..content import TEMPLATE, public_files
from ..documents.filenames import obstacle
from ..engines.write import not_utf8
from ..problems import Location, Problem
from ..project import Project
from ..reading.sources.files import CONFLICT, merge_conflict

PAGES: Final = (".md", TEMPLATE)
FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?\n?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
SETTING: Final = re.compile(r"^[a-z_]+:(?:[ \t]|$)", re.MULTILINE)
BEGINS_LIKE_ONE: Final = re.compile(r"---[ \t]*\n[a-z_]+:(?:[ \t]|\n)")
COMPONENT: Final = re.compile(r"\{\{-? *(?:quotation|any_quotation|illustrative_notice|about)\b")
IN_CODE: Final = re.compile(r"(`+).+?\1")
FENCED: Final = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


def check_content(project: Project) -> Iterator[Problem]:
    """Find names that cannot be copied everywhere, broken front matter, conflicts git left."""
    folder = project.content_dir
    for path in public_files(folder):
        shown = project.shown(folder / path)
        if why := obstacle(path):
            yield Problem(Location(shown), "bad-file-name", why, "rename it")
        if path.endswith(PAGES):
            yield from _page(shown, (folder / path).read_bytes())


def _page(shown: str, data: bytes) -> Iterator[Problem]:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        yield not_utf8(shown, error)
        return
    yield from _front_matter(shown, text)
    outside = FENCED.sub(lambda fence: "\n" * fence[0].count("\n"), text)
    if not shown.endswith(TEMPLATE):
        yield from _unfilled(shown, outside)
    if conflict := CONFLICT.search(outside):
        line = outside.count("\n", 0, conflict.start()) + 1
        yield merge_conflict(Location(shown, line))


def _unfilled(shown: str, text: str) -> Iterator[Problem]:
    """Warn of what only a template fills in, on a page that would show it as it stands."""
    for number, line in enumerate(text.split("\n"), 1):
        words = IN_CODE.sub(lambda code: " " * len(code[0]), line)
        if component := COMPONENT.search(words):
            message = (
                f"`{component[0]} …` is filled in only where the file's name ends in {TEMPLATE}"
            )
            hint = f"rename this file to {Path(shown).name.removesuffix('.md')}{TEMPLATE}"
            where = Location(shown, number, component.start() + 1)
            yield Problem(where, "unfilled-template", message, hint, "warning")
            return


def _front_matter(shown: str, text: str) -> Iterator[Problem]:
    """Refuse front matter that an engine would take for a page's text."""
    found = FRONT_MATTER.match(text)
    if found is None:
        if BEGINS_LIKE_ONE.match(text):
            message = "the front matter that opens here is never closed"
            hint = "write a line `---` below its last setting"
            yield Problem(Location(shown), "front-matter", message, hint)
        return
    if not SETTING.search(found["yaml"]):
        return
    line, column = 1, 1
    try:
        yaml.safe_load(found["yaml"])
        return
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            line, column = mark.line + 2, mark.column + 1
        what = " ".join(str(getattr(error, "problem", None) or "it is no YAML").split())
    message = f"the front matter of this page cannot be read: {what}"
    hint = "put what stands after the colon in double quotes, or mend the line above"
    yield Problem(Location(shown, line, column), "front-matter", message, hint)
