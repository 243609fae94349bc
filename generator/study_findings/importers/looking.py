"""A file looked at before anything is made of it: what it was taken for, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem, StudyError
from .found import Found, FoundColumn
from .opening import read_file
from .options import Options
from .tables import UnknownColumnsError


@dataclass(frozen=True)
class Look:
    """What was found in a file, or what is wrong with it; a table's columns in either case."""

    found: Found | None
    problems: tuple[Problem, ...] = ()
    columns: tuple[FoundColumn, ...] = ()


def look_at(path: Path, form: str, options: Options) -> Look:
    """Read a file as `findings import` would; where that fails, say why and what its columns are.

    `form` names a reader, and is empty where it is to be told from the content.
    """
    try:
        found = read_file(path, form, options)
    except StudyError as error:
        cause = error.__cause__
        columns = cause.columns if isinstance(cause, UnknownColumnsError) else ()
        return Look(None, tuple(error.problems), columns)
    return Look(found, (), found.columns)
