"""The examples of the rules are true: the wrong one breaks its rule, the right one none.

What is said of each wrong one is in `tests/golden/problems.txt`, whole, as an author reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from builder import SMALL, line_of
from loading import load_study

from study_findings.build import render_project
from study_findings.checking.recognition import check_recognition
from study_findings.model import theme_fingerprint
from study_findings.privacy.gate_checks import gate_checks
from study_findings.privacy.private_texts import Private
from study_findings.problems import Problem, StudyError
from study_findings.problems.rules import RULES, Rule
from study_findings.project import read_project
from study_findings.reading.load import check_study

# What the examples stand beside: the small study, and what some of them name.
BASE = {
    **{f"themes_data/{name}": text for name, text in SMALL.items()},
    "themes_data/themes/teaching.yml": (
        "id: teaching\ntitle: Teaching\nsubthemes:\n  - id: by-example\n    title: By example\n"
        "related:\n  - {theme: having-time, relation: takes time of}\n"
    ),
    "themes_data/quotations/faculty.yml": (
        "- id: q002\n  text: Watch me, and ask.\n  themes: [by-example]\n  group: faculty\n"
        "  cleared: {by: EA, on: 2025-12-01}\n"
        "- id: q003\n  withdrawn: {on: 2025-12-02}\n"
    ),
    "themes_data/implications.yml": (
        "- {id: more-time, text: Give mentors time., themes: [teaching]}\n"
    ),
    "mkdocs.yml": "site_name: A small study\ndocs_dir: content\n",
    "content/about.md.j2": "# About\n",
}
BASE["themes_data/study.yml"] = BASE["themes_data/study.yml"].replace(
    "attributes:\n",
    "questions: [Who has time?]\n"
    "key_messages:\n  - {id: no-time, says: Mentors have no time., themes: [teaching]}\n"
    "withheld_themes:\n  - {id: withheld-1, why: They asked us not to.}\n"
    "sites:\n  - {id: harbour, label: The harbour}\n"
    "guide:\n  - {id: first-day, question: How was the first day?}\n"
    "  - {id: first-student, question: Who was the first student?, groups: [faculty]}\n"
    "attributes:\n  - id: town\n    label: Town\n    levels: [Upper valley, Harbour]\n",
)
# What the first teacher says, where an example declares one.
QUOTED = (
    "- id: q004\n  text: I had no mentor.\n  themes: [by-example]\n  participant: t01\n"
    "  cleared: {by: EA, on: 2025-12-01}\n"
)
SOURCE = "1a2b3c4d"
NO_LISTS = Private([], [], [], is_there=False)
SAID = Path(__file__).parents[1] / "golden/problems.txt"
SHOWN = ("themes_data/", "content/", "mkdocs.yml")


def with_lines(file: str, lines: str) -> str:
    """Add an example's lines to what the file holds; fields replace those of their name."""
    text = BASE.get(file, "")
    for name in re.findall(r"^(\w+):", lines, re.MULTILINE) if file.endswith(".yml") else ():
        text = re.sub(rf"^{name}:.*\n(?:[ ].*\n|\n)*", "", text, flags=re.MULTILINE)
    return f"{text}{lines}\n"


def write_example(root: Path, file: str, lines: str) -> None:
    quoted = {"themes_data/quotations/t01.yml": QUOTED} if "id: t01" in lines else {}
    for path, text in {**BASE, **quoted, file: with_lines(file, lines)}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def all_problems(root: Path, has_pages: bool) -> Sequence[Problem]:
    """List what a check, `mkdocs.yml` and, where they matter, hand-written pages have to say."""
    checked = check_study(root / "themes_data", more=gate_checks(NO_LISTS))
    problems = list(checked.problems)
    if checked.study is not None:
        problems += check_recognition(checked.study, checked.at)
    try:
        project = read_project(root / "mkdocs.yml")
        if has_pages:
            render_project(project, load_study(root / "themes_data"))
    except StudyError as error:
        problems += error.problems
    return problems


@pytest.fixture(scope="module")
def fingerprint(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the fingerprint of the theme that the examples of translations translate."""
    root = tmp_path_factory.mktemp("base")
    write_example(root, "content/about.md.j2", "")
    return theme_fingerprint(load_study(root / "themes_data").themes_by_id["having-time"])


@pytest.fixture(scope="module")
def said(pytestconfig: pytest.Config) -> Iterator[dict[str, list[str]]]:
    """Give what the golden file has under each rule, and write it where that is asked for."""
    sections = SAID.read_text("utf-8").split("\n\n") if SAID.exists() else []
    by_rule = {name: lines for name, *lines in map(str.splitlines, sections)}
    yield by_rule
    if pytestconfig.getoption("update_golden"):
        SAID.write_text(
            "\n\n".join("\n".join([n, *by_rule[n]]) for n in sorted(by_rule)) + "\n", "utf-8"
        )


SHOWABLE = [rule for rule in RULES.values() if rule.file.startswith(SHOWN)]


@pytest.mark.parametrize("rule", SHOWABLE, ids=lambda rule: rule.name)
class TestExample:
    def test_the_wrong_one_breaks_the_rule(self, rule: Rule, tmp_path: Path) -> None:
        write_example(tmp_path, rule.file, rule.wrong)
        found = [
            p
            for p in all_problems(tmp_path, rule.file.startswith("content/"))
            if p.rule == rule.name
        ]
        assert found
        assert all(rule.file.startswith(problem.location.file) for problem in found)

    def test_what_is_said_of_the_wrong_one_is_what_was_read(
        self, rule: Rule, tmp_path: Path, said: dict[str, list[str]], pytestconfig: pytest.Config
    ) -> None:
        write_example(tmp_path, rule.file, rule.wrong)
        found = all_problems(tmp_path, rule.file.startswith("content/"))
        lines = [line_of(problem) for problem in found if problem.rule == rule.name]
        if pytestconfig.getoption("update_golden"):
            said[rule.name] = lines
        assert lines == said[rule.name]

    def test_the_right_one_breaks_none(self, rule: Rule, tmp_path: Path, fingerprint: str) -> None:
        right = rule.right.replace(SOURCE, fingerprint)
        write_example(tmp_path / "study", rule.home, right)
        found = all_problems(tmp_path / "study", rule.home.startswith("content/"))
        assert not [p for p in found if p.rule == rule.name or p.level == "error"]


def test_most_rules_of_a_study_are_shown_by_an_example_that_was_tried() -> None:
    assert len(SHOWABLE) > len(RULES) / 2
