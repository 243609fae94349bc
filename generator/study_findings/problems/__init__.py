"""What is wrong with a study, as values: a problem, its place, and the error that carries them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "notice"]
"""An error stops a build, a warning a strict one, a notice none."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """Name a place in a file: path relative to the study, 1-based line and column."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """State one thing that is wrong: where, which rule, what, and how to mend it."""

    location: Location
    rule: str
    message: str
    hint: str = ""
    level: Level = "error"
    cause: str = field(default="", compare=False)
    """What problems share that one slip has caused: a report for people tells them together."""

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Order problems by place, then rule, then message."""
        return (self.location, self.rule, self.message)


def count_levels(problems: Iterable[Problem]) -> dict[Level, int]:
    """Count problems by level, the gravest first."""
    counts: dict[Level, int] = {"error": 0, "warning": 0, "notice": 0}
    for problem in problems:
        counts[problem.level] += 1
    return counts


def has_failed(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Tell whether any problem is an error or, where one is strict, a warning."""
    counts = count_levels(problems)
    return counts["error"] > 0 or (strict and counts["warning"] > 0)


class StudyError(Exception):
    """Carry every problem of a study that cannot be published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda problem: problem.sort_key)
        super().__init__(f"{len(self.problems)} problems")


class BuildError(Exception):
    """Say in one sentence that a tool the build runs has failed, and what to do.

    `details` are what the tool printed, for a log on the author's own disk: they may hold words
    that nobody cleared.
    """

    def __init__(self, message: str, details: str = "") -> None:
        self.details = details
        super().__init__(message)
