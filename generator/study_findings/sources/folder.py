"""The files of a study's folder: which there are, which should not be, and what each holds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..problems import Level, Location, Problem
from .characters import decode, find_forbidden, split_lines
from .nodes import Node
from .reader import read_nodes

FileKind = Literal[
    "study", "sessions", "participants", "codebook", "implications", "theme", "quotations"
]

FILES: dict[str, FileKind] = {
    "study.yml": "study",
    "sessions.yml": "sessions",
    "participants.yml": "participants",
    "codebook.yml": "codebook",
    "implications.yml": "implications",
}
FOLDERS: dict[str, FileKind] = {"themes": "theme", "quotations": "quotations"}
MOST_BYTES = 20_000_000
CONFLICT = re.compile(r"(<{7}|>{7})( |$)")
ID_LINE = re.compile(r"^[ \t-]*id:[ \t]*[\"']?([a-z0-9][a-z0-9/-]*)", re.MULTILINE)
NOT_PUBLISHED = "move it out of this folder: all in it is public"


@dataclass(frozen=True)
class Source:
    """Hold what one file says: its tree, or None where it could not be read."""

    kind: FileKind
    file: str
    stem: str
    root: Node | None = None
    lines: tuple[str, ...] = ()
    flawed: bool = False
    """Whether reading it gave a problem; only then may there be a Hole in its tree."""

    def seeming_ids(self) -> frozenset[str]:
        """List what look like ids in a file whose tree is of no use."""
        return frozenset(ID_LINE.findall("\n".join(self.lines)))


def read_sources(data_dir: Path, shown_as: str) -> tuple[list[Source], list[Problem]]:
    """Read every file of a study's folder, in order of kind and name."""
    folder = _Folder(data_dir, shown_as)
    try:
        sources = list(folder.sources())
    except OSError as error:
        folder.report(data_dir, "unreadable-file", _reason(error), "check its permissions")
        sources = []
    return sources, folder.problems


def _reason(error: OSError) -> str:
    return f"cannot be read: {error.strerror or 'unknown reason'}"


class _Folder:
    def __init__(self, data_dir: Path, shown_as: str) -> None:
        self.data_dir = data_dir
        self.shown_as = shown_as
        self.problems: list[Problem] = []

    def report(
        self, path: Path, rule: str, message: str, hint: str, level: Level = "error"
    ) -> None:
        self.problems.append(Problem(Location(self.shown(path)), rule, message, hint, level))

    def shown(self, path: Path) -> str:
        """Name a path as problems show it; characters that cannot be printed are escaped."""
        inside = path.relative_to(self.data_dir).as_posix()
        name = self.shown_as if inside == "." else f"{self.shown_as}/{inside}"
        return "".join(
            char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
        )

    def sources(self) -> Iterator[Source]:
        if not self.data_dir.is_dir():
            hint = "name the study's folder with `--study`, or begin one with `findings init`"
            self.report(self.data_dir, "missing-folder", "there is no such folder", hint)
            return
        if not (self.data_dir / "study.yml").exists():
            hint = "add study.yml with at least title, licence, gist, summary and groups"
            self.report(self.data_dir / "study.yml", "missing-file", "the file is missing", hint)
        entries = {entry.name: entry for entry in self.entries(self.data_dir)}
        for name, kind in FILES.items():
            if name in entries:
                yield from self.source(entries[name], kind)
        for name, kind in FOLDERS.items():
            if name in entries:
                yield from self.inside(entries[name], kind)
        for name, entry in entries.items():
            if name not in FILES and name not in FOLDERS:
                self.refuse(entry, (*FILES, *FOLDERS))

    def entries(self, folder: Path) -> list[Path]:
        """List what stands in a folder, by name; hidden files and READMEs are nobody's business."""
        return sorted(
            path
            for path in folder.iterdir()
            if not path.name.startswith(".") and path.stem.upper() != "README"
        )

    def inside(self, folder: Path, kind: FileKind) -> Iterator[Source]:
        if not self.stands_inside(folder):
            return
        if not folder.is_dir():
            hint = f"make {folder.name} a folder of YAML files"
            self.report(folder, "not-a-folder", "this has to be a folder", hint)
            return
        for path in self.entries(folder):
            if path.suffix == ".yml":
                yield from self.source(path, kind)
            else:
                self.refuse(path, ())

    def refuse(self, path: Path, expected: tuple[str, ...]) -> None:
        if path.is_dir():
            hint = _guess(path.name, expected) or NOT_PUBLISHED
            self.report(path, "unknown-folder", "no such folder belongs to a study", hint)
        elif path.suffix.lower() in (".yaml", ".yml"):
            hint = f"rename it to {path.stem}.yml"
            if path.suffix == ".yml":
                hint = _guess(path.name, expected) or "move it to themes/ or quotations/"
            self.report(path, "unknown-file", "the file would not be published", hint)
        else:
            message = "the file is no part of a study"
            self.report(path, "stray-file", message, NOT_PUBLISHED, "warning")

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

    def source(self, path: Path, kind: FileKind) -> Iterator[Source]:
        """Read one file; give nothing where it is certain that it holds no records."""
        if not self.stands_inside(path):
            yield Source(kind, self.shown(path), path.stem)
            return
        if not path.is_file():
            hint = "make it a YAML file, or remove it"
            self.report(path, "not-a-file", "this has to be a file", hint)
            return
        data = self.data(path)
        if data is None:
            yield Source(kind, self.shown(path), path.stem)
        else:
            yield self.parsed(path, kind, data)

    def data(self, path: Path) -> bytes | None:
        try:
            if path.stat().st_size > MOST_BYTES:
                message = f"the file is larger than {MOST_BYTES // 1_000_000} MB"
                self.report(path, "too-large", message, "split it into several files")
                return None
            return path.read_bytes()
        except OSError as error:
            self.report(path, "unreadable-file", _reason(error), "check its permissions")
            return None

    def parsed(self, path: Path, kind: FileKind, data: bytes) -> Source:
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
            message = "git left a merge conflict here"
            hint = "keep one of the two versions, and remove the marker lines"
            self.problems.append(Problem(Location(file, conflict), "merge-conflict", message, hint))
            return Source(kind, file, path.stem, None, lines)
        root, problems = read_nodes(file, text)
        self.problems += problems
        return Source(kind, file, path.stem, root, lines, flawed=bool(problems))


def _guess(name: str, expected: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(name.lower(), expected, n=1, cutoff=0.75)
    return f"did you mean {close[0]}?" if close else ""
