"""Problems as text for people, JSON for programs, annotations for GitHub; nothing prints here."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Final

from .problems import Problem, count_levels

WORKFLOW_FAILS: Final = (
    "Warnings stop the workflow that publishes the site: it runs `findings check --strict`."
)


def one_line(problem: Problem) -> str:
    """Write a problem as `file:line:column: level rule: message; hint`."""
    return f"{problem.location}: {problem.level} {problem.rule}: {_sentence(problem)}"


def summary(problems: Sequence[Problem]) -> str:
    """Count errors, warnings and notices in words."""
    if not problems:
        return "No problems."
    files = len({problem.location.file for problem in problems})
    counts = [_count(number, level) for level, number in count_levels(problems).items() if number]
    listed = " and ".join(filter(None, [", ".join(counts[:-1]), counts[-1]]))
    return f"{listed} in {_count(files, 'file')}."


def as_text(problems: Sequence[Problem]) -> str:
    """Write a line for each problem, then the summary."""
    return "\n".join([*(one_line(problem) for problem in problems), summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """Write a JSON object: `problems` with file, line, column, level, rule, message, hint; counts."""
    listed = [
        {
            "file": problem.location.file,
            "line": problem.location.line,
            "column": problem.location.column,
            "level": problem.level,
            "rule": problem.rule,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    counts = {f"{level}s": number for level, number in count_levels(problems).items()}
    return json.dumps({"problems": listed, **counts}, ensure_ascii=False, indent=1)


def as_github(problems: Sequence[Problem]) -> str:
    """Write workflow commands that GitHub shows as annotations, then the summary."""
    lines = [
        f"::{p.level} file={_property(p.location.file)},line={p.location.line},"
        f"col={p.location.column},title={_property(p.rule)}::{_data(_sentence(p))}"
        for p in problems
    ]
    return "\n".join([*lines, summary(problems)])


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _sentence(problem: Problem) -> str:
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
