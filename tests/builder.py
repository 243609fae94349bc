"""A small valid study that a test writes down, altered in the one way it is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import yaml

from study_findings.problems import Problem
from study_findings.reading.load import check_study

# Files by their paths in `themes_data/`; those of None are left out.
Files: TypeAlias = Mapping[str, str | bytes | None]

SMALL = {
    "study.yml": """\
title: A small study
licence: CC-BY-4.0
gist: Little was found.
summary: In plain words, little was found.
attributes:
  - id: age
    label: Age
    levels: [young, old]
    publish: true
groups:
  - id: students
    label: Students
    singular: Student
  - id: faculty
    label: Faculty
    singular: Teacher
""",
    "sessions.yml": """\
- id: fgd-1
  kind: focus-group
  groups: [students]
- id: idi-1
  kind: interview
  groups: [faculty]
""",
    "participants.yml": """\
- id: s01
  group: students
  sessions: [fgd-1]
  attributes: {age: young}
  risk_waived: {why: She has agreed to it., by: EA, on: 2025-12-01}
""",
    "codebook.yml": """\
- id: time
  label: Time
""",
    "implications.yml": """\
- id: more-time
  text: Give more time.
  themes: [having-time]
""",
    "themes/having-time.yml": """\
id: having-time
title: Having time
groups: [students]
codes: [time]
narrative: |
  Time is short.

  [[q001]]
""",
    "quotations/students.yml": """\
- id: q001
  text: There was never enough time for that.
  themes: [having-time]
  participant: s01
  cleared: {by: EA, on: 2025-12-01}
""",
}


def write_study(root: Path, files: Files | None = None) -> Path:
    """Write the small study with some files replaced, added or (None) left out."""
    data_dir = root / "themes_data"
    for name, content in {**SMALL, **(files or {})}.items():
        path = data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_bytes(content.encode())
        elif content is not None:
            path.write_bytes(content)
    return data_dir


def edited(name: str, old: str, new: str) -> Files:
    """Give a file of the small study with one piece of text replaced."""
    assert SMALL[name].count(old) == 1, f"{old!r} stands {SMALL[name].count(old)} times in {name}"
    return {name: SMALL[name].replace(old, new)}


def line_of(problem: Problem) -> str:
    """Write a problem on one line, without the name of the study's folder."""
    place = str(problem.location).removeprefix("themes_data/")
    return f"{place} {problem.level} {problem.rule}: {problem.message}; {problem.hint}"


def problems_of(root: Path, files: Files | None = None) -> list[str]:
    """Write the small study, altered, and list what a check finds."""
    return [line_of(problem) for problem in check_study(write_study(root, files)).problems]


def with_text(text: str | None, **more: object) -> Files:
    """Give the small study's quotation with other words, and more of its fields."""
    record: dict[str, object] = {
        "id": "q001",
        "text": text,
        "themes": ["having-time"],
        "participant": "s01",
        "cleared": {"by": "EA", "on": "2025-12-01"},
        **more,
    }
    kept = {key: value for key, value in record.items() if value is not None}
    lines = yaml.safe_dump([kept], allow_unicode=True, sort_keys=False, width=10_000)
    return {"quotations/students.yml": lines}


def told(root: Path, files: Files) -> list[str]:
    """List what a check finds, places left out."""
    return [line.partition(" ")[2] for line in problems_of(root, files)]
