"""One file of a study's folder -> what it holds, or why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ...model.kinds import Kind
from ...problems import Level, Location, Problem
from .characters import decode, find_forbidden, split_lines
from .nodes import Node
from .reader import read_nodes

MOST_BYTES = 20_000_000
CONFLICT: Final = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)
"""A line that git writes where two versions cannot be merged."""
ID_LINE = re.compile(r"^[ \t-]*id:[ \t]*[\"']?([a-z0-9][a-z0-9/-]*)", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """Hold what one file says: its tree, or None where it could not be read."""

    kind: Kind
    file: str
    stem: str
    root: Node | None = None
    lines: tuple[str, ...] = ()
    flawed: bool = False
    """Whether reading it gave a problem; only then may there be a Hole in its tree."""
    language: str = ""
    """The folder of translations it stands in."""

    def seeming_ids(self) -> frozenset[str]:
        """List what look like ids in a file whose tree is of no use."""
        return frozenset(ID_LINE.findall("\n".join(self.lines)))


def reason(error: OSError) -> str:
    """Say why the system refused to read something."""
    return f"cannot be read: {error.strerror or 'unknown reason'}"


def merge_conflict(place: Location) -> Problem:
    """Say that git left two versions of a file in it."""
    message = "git left a merge conflict here"
    hint = "keep one of the two versions, and remove the marker lines"
    return Problem(place, "merge-conflict", message, hint)


class FileReader:
    """Read the files of a folder, and note what is wrong with each."""

    def __init__(self, data_dir: Path, shown_as: str) -> None:
        self.data_dir = data_dir
        self.shown_as = shown_as
        self.problems: list[Problem] = []

    def report(
        self, path: Path, rule: str, message: str, hint: str, level: Level = "error"
    ) -> None:
        """Note what is wrong with a file or folder as a whole."""
        self.problems.append(Problem(Location(self.shown(path)), rule, message, hint, level))

    def shown(self, path: Path) -> str:
        """Name a path as problems show it; characters that cannot be printed are escaped."""
        inside = path.relative_to(self.data_dir).as_posix()
        name = self.shown_as if inside == "." else f"{self.shown_as}/{inside}"
        return "".join(
            char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
        )

    def stands_inside(self, path: Path) -> bool:
        """Report a link that leads out of the folder, or nowhere."""
        try:
            inside = path.resolve(strict=True).is_relative_to(self.data_dir.resolve())
        except (OSError, RuntimeError):
            self.report(path, "unreadable-file", "the link leads nowhere", "remove it")
            return False
        if not inside:
            hint = "put the file itself here, or remove the link"
            self.report(path, "outside-file", "the link leads out of the study's folder", hint)
        return inside

    def source(self, path: Path, kind: Kind, language: str = "") -> Iterator[Source]:
        """Read one file; give nothing where it is certain that it holds no records."""
        if not self.stands_inside(path):
            yield Source(kind, self.shown(path), path.stem, language=language)
            return
        if not path.is_file():
            hint = "make it a YAML file, or remove it"
            self.report(path, "not-a-file", "this has to be a file", hint)
            return
        data = self.data(path)
        if data is None:
            yield Source(kind, self.shown(path), path.stem, language=language)
        else:
            yield replace(self.parsed(path, kind, data), language=language)

    def data(self, path: Path) -> bytes | None:
        """Give a file's bytes, or None where they cannot be had."""
        try:
            if path.stat().st_size > MOST_BYTES:
                message = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
                self.report(path, "too-large", message, "split it into several files")
                return None
            return path.read_bytes()
        except OSError as error:
            self.report(path, "unreadable-file", reason(error), "check its permissions")
            return None

    def parsed(self, path: Path, kind: Kind, data: bytes) -> Source:
        """Read a file's bytes as far as they can be read."""
        file = self.shown(path)
        text, problems = decode(file, data)
        self.problems += problems
        if text is None:
            guessed = data.decode("utf-8", "replace")
            return Source(kind, file, path.stem, lines=tuple(split_lines(guessed)))
        text, problems = find_forbidden(file, text)
        self.problems += problems
        lines = tuple(split_lines(text))
        conflict = next((n for n, line in enumerate(lines, 1) if CONFLICT.match(line)), None)
        if conflict is not None:
            self.problems.append(merge_conflict(Location(file, conflict)))
            return Source(kind, file, path.stem, None, lines)
        root, problems = read_nodes(file, text)
        self.problems += problems
        return Source(kind, file, path.stem, root, lines, flawed=bool(problems))
