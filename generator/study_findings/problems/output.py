"""Problems as text for people, JSON for programs, annotations for GitHub; nothing prints here."""

from __future__ import annotations

import errno
import json
import os
import traceback
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..study_folder import PRIVATE
from . import Problem, count_levels

DEBUG: Final = "FINDINGS_DEBUG"
"""The variable of the environment that has a failure of this program printed whole."""
PACKAGE: Final = Path(__file__).resolve().parent.parent
MOST_ALIKE: Final = 3
MOST_PLACES: Final = 5
REMEDIES: Final = {
    errno.ENOSPC: "make room on the disk, then try again",
    errno.EDQUOT: "make room on the disk, then try again",
    errno.EACCES: "give yourself the right to read and write it, then try again",
    errno.EPERM: "give yourself the right to read and write it, then try again",
    errno.EROFS: "use a disk that can be written to",
}
WORKFLOW_FAILS: Final = (
    "Warnings stop the workflow that publishes the site: it runs `findings check --strict`."
)


def one_line(problem: Problem) -> str:
    """Write a problem as `file:line:column: level rule: message; hint`."""
    return f"{problem.location}: {problem.level} {problem.rule}: {_sentence(problem)}"


def gathered(problems: Sequence[Problem]) -> list[Problem]:
    """Tell problems of one cause as one, with how many there are and where the next stand.

    A few stay apart. What is left out here is in the JSON, which lists every one.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.cause:
            alike[problem.rule, problem.level, problem.cause].append(problem)
    told: list[Problem] = []
    for problem in problems:
        same = alike.get((problem.rule, problem.level, problem.cause), [])
        if len(same) <= MOST_ALIKE:
            told.append(problem)
        elif same[0] is problem:
            message = f"{problem.message}, and so in {_places(problem, same[1:])}"
            told.append(replace(problem, message=message))
    return told


def _places(first: Problem, problems: Sequence[Problem]) -> str:
    file = first.location.file
    shown = ", ".join(
        str(problem.location).removeprefix(f"{file}:") for problem in problems[:MOST_PLACES]
    )
    more = f" and {len(problems) - MOST_PLACES:,} more" if len(problems) > MOST_PLACES else ""
    return f"{counted(len(problems), 'other place')} ({shown}{more})"


def summary(problems: Sequence[Problem]) -> str:
    """Count errors, warnings and notices in words."""
    if not problems:
        return "No problems."
    files = len({problem.location.file for problem in problems})
    counts = [counted(number, level) for level, number in count_levels(problems).items() if number]
    listed = " and ".join(filter(None, [", ".join(counts[:-1]), counts[-1]]))
    return f"{listed} in {counted(files, 'file')}."


def as_text(problems: Sequence[Problem]) -> str:
    """Write a line for each problem, then the summary, and where more is told of a rule."""
    told = gathered(problems)
    lines = [*(one_line(problem) for problem in told), summary(told)]
    if told:
        lines.append(f"To learn what a rule means: findings explain {told[0].rule}")
    return "\n".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """Write problems as a JSON object, with counts.

    Each of `problems` has file, line, column, level, rule, message, hint.
    """
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
    told = gathered(problems)
    lines = [
        f"::{p.level} file={_property(p.location.file)},line={p.location.line},"
        f"col={p.location.column},title={_property(p.rule)}::{_data(_sentence(p))}"
        for p in told
    ]
    return "\n".join([*lines, summary(told)])


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _sentence(problem: Problem) -> str:
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 page`, `1,200 pages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
    names = path.parts[: path.parts.index(PRIVATE) + 1] if PRIVATE in path.parts else path.parts
    return Path(*names).as_posix()


def unforeseen(error: Exception) -> str:
    """Name a failure of this program by its kind and place alone: its words may quote a study."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    frame = own[-1]
    place = Path(frame.filename).relative_to(PACKAGE.parent).as_posix()
    return (
        f"findings failed in a way that was not foreseen: {type(error).__name__} at {place},"
        f" line {frame.lineno}. Please report this sentence to its makers; it holds nothing of your"
        f" study. With {DEBUG}=1 set, all of it is printed, which may quote your files"
    )
