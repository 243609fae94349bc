"""What a check passes, a build builds: small changes of a project, at random and chosen ones."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from builder import SMALL, write_study
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study_findings import build as building
from study_findings.build import build
from study_findings.checking import check_project
from study_findings.problems import StudyError, has_failed
from study_findings.problems.output import as_text
from study_findings.project import Project, read_project

# By hand: EXAMPLES=300 python -m pytest tests/test_check_and_build.py
EXAMPLES: Final = int(os.environ.get("EXAMPLES", "12"))
CONFIGURATION: Final = """\
site_name: A small study
site_url: !ENV [NO_SUCH_SITE_URL, "https://example.org/small/"]
docs_dir: content
theme:
  name: study-findings
markdown_extensions:
  - attr_list
plugins:
  - study-findings
nav:
  - About: about.md
  - more/notes.md
"""
ABOUT: Final = """\
---
title: About
---
# About

{{ quotation("q001") }}

[The themes](themes/index.md), [the notes](more/notes.md#second), ![plan](plan.svg).
"""
NOTES: Final = """\
# Notes

[Back](../about.md)

## Second

<a href="../../q/q001/">A quotation</a>
"""
WAITING: Final = """\
- id: q002
  text: "We waited for the bus, and nobody came for us that night."
  themes: [having-time]
  session: fgd-1
"""
# What a slip of the hand, a paste or another editor puts in.
PIECES: Final = (
    "[x](nope.md)",
    "[x](../nope/)",
    "![x](nope.png)",
    "[x](themes/having-time/index.md#q001)",
    '{{ quotation("q999") }}',
    "{{ about.title }}",
    "{% if %}",
    "{{ 1/0 }}",
    "We waited for the bus, and nobody came for us that night.",
    "---",
    "title: [x",
    "template: nope.html",
    "hide: [navigation]",
    "  - nope",
    "  - nope.md",
    "  - meta",
    "  - search",
    "  - pymdownx.superfences",
    "use_directory_urls: false",
    "strict: maybe",
    "site_dir: site",
    "site_url: user.example/x",
    "extra_css: [nope.css]",
    "hooks: [nope.py]",
    "validation: {anchors: warn}",
    "validation: {links: {unrecognized_links: warn, absolute_links: warn}}",
    "not_in_nav: |",
    "exclude_docs: about.md",
    "draft_docs: about.md",
    "theme: material",
    "INHERIT: nope.yml",
    "copyright: [1]",
    "<script>",
    "<<<<<<< HEAD",
    "\t",
    "\u00e9",
    "\u0000",
    "'",
    '"',
    ":",
    "#",
    "*a",
    "&a",
    "- ",
    "{",
)
NAMES: Final = (
    "index.md",
    "Themes.md",
    "themes/index.md",
    "README.md",
    "about.md",
    "About.md",
    "notes.md.j2",
    "404.md",
    "offline.html",
    "q/q001/index.html",
    "data/findings.json",
    "a b.md",
    "aux.md",
    "\u00fcber.md",
    "assets/nastaliq.woff2",
)

Mutation = Callable[[Path], object]


def make(root: Path) -> Path:
    # An attribute that too few share would be told of.
    people = SMALL["participants.yml"].replace("  attributes: {age: young}\n", "")
    write_study(root, {"participants.yml": people})
    files = {
        "mkdocs.yml": CONFIGURATION,
        "content/about.md.j2": ABOUT,
        "content/more/notes.md": NOTES,
        "content/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "private/quotations/students.yml": WAITING,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def files_of(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".svg")


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """Change one file: a line goes, comes twice or moves, something is put in, its name changes."""
    which, where = draw(st.integers(0, 99)), draw(st.integers(0, 999))
    kind = draw(st.sampled_from(["drop", "twice", "line", "insert", "cut", "rename", "new"]))
    piece, name = draw(st.sampled_from(PIECES)), draw(st.sampled_from(NAMES))

    def mutate(root: Path) -> None:
        if kind == "new":
            path = root / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# New\n", "utf-8")
            return
        # Settings and pages are a few files among many, and what a check is most likely to miss.
        near = [p for p in files_of(root) if p.parent == root or "content" in p.parts]
        path = (near * 3 + files_of(root))[which % (len(near) * 3 + len(files_of(root)))]
        if kind == "rename":
            path.rename(path.with_name(f"{path.name}.txt" if which % 2 else path.name.upper()))
            return
        text = path.read_text("utf-8")
        lines = text.splitlines(keepends=True)
        at = where % max(1, len(lines))
        if kind == "drop":
            del lines[at : at + 1]
        elif kind == "twice":
            lines[at:at] = lines[at : at + 1]
        elif kind == "line":
            lines[at:at] = [f"{piece}\n"]
        elif kind == "insert":
            place = where % (len(text) + 1)
            lines = [text[:place], piece, text[place:]]
        else:
            lines = [text[: where % (len(text) + 1)]]
        path.write_text("".join(lines), "utf-8")

    return mutate


def checks_and_builds(project: Project) -> str:
    """Say what a check finds; where that is no error, a build has to succeed."""
    checked = check_project(project)
    if not has_failed(checked.problems):
        assert checked.study is not None
        built = build(project)
        assert built.pages
    return as_text(checked.all)


@pytest.fixture(autouse=True)
def _without_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the search index: no text can make it fail, and it takes half of a build's time."""
    monkeypatch.setattr(building, "index_site", lambda *_: None)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("sound") / "study")


def test_nothing_is_wrong_to_begin_with(sound: Path) -> None:
    assert check_project(read_project(sound / "mkdocs.yml")).all == ()


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(changes=st.lists(mutations(), min_size=1, max_size=2))
def test_what_a_check_passes_a_build_builds(sound: Path, changes: list[Mutation]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "study"
        shutil.copytree(sound, root)
        try:
            for change in changes:
                change(root)
            project = read_project(root / "mkdocs.yml")
        except (StudyError, OSError, UnicodeDecodeError):
            return
        checks_and_builds(project)
