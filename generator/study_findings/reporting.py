"""Problems as text for people, JSON for programs, annotations for GitHub; nothing prints here."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from .problems import Problem, count_levels

REMEDIES: Final = {
    errno.ENOSPC: "make room on the disk, then try again",
    errno.EDQUOT: "make room on the disk, then try again",
    errno.EACCES: "give yourself the right to read and write it, then try again",
    errno.EPERM: "give yourself the right to read and write it, then try again",
    errno.EROFS: "use a disk that can be written to",
}


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


def system_error(error: OSError) -> str:
    """Write what the system refused as a sentence; of what is private, only the folder is named."""
    reason = error.strerror or "the reason is not known"
    remedy = f"; {REMEDIES[error.errno]}" if error.errno in REMEDIES else ""
    return f"{_refused(error)} cannot be read or written: {reason}{remedy}."


def _refused(error: OSError) -> str:
    if not isinstance(error.filename, str | bytes | os.PathLike):
        return "A file"
    path = Path(os.path.relpath(os.fsdecode(error.filename)))
    names = path.parts[: path.parts.index("private") + 1] if "private" in path.parts else path.parts
    return Path(*names).as_posix()
