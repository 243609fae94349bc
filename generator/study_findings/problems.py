"""What is wrong with a study, as values: a problem, its place, and the error that carries them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
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

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Order problems by place, then rule, then message."""
        return (self.location, self.rule, self.message)


class StudyError(Exception):
    """Carry every problem of a study that cannot be published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda problem: problem.sort_key)
        super().__init__(f"{len(self.problems)} problems")


class BuildError(Exception):
    """Say that a tool the build runs has failed; carries what the tool printed."""
