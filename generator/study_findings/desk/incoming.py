"""A file on its way into the study: a copy outside every repository, what an author said of it,
what it was taken for, and what bringing it in would change.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Final

from ..importers.bringing import Brought, plan_import
from ..importers.looking import Look, look_at
from ..importers.options import Options
from ..problems import Problem, StudyError
from ..workbook.bringing import plan_workbook
from ..workbook.reading import Book, is_workbook, read_workbook
from .workspace import State

NOT_READ: Final = "-"
"""What an author chooses for a column that is not to be read."""
LONGEST_NAME: Final = 150


@dataclass
class Incoming:
    """A file that was given to the desk; the copy goes when it is brought in or put away."""

    name: str
    _folder: tempfile.TemporaryDirectory[str]
    form: str = ""
    """The reader an author chose; empty where it is told from the content."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """What an author chose for a column: a field, or `NOT_READ`."""
    options: Options = field(default_factory=Options)
    look: Look = field(default_factory=lambda: Look(None))
    book: Book | None = None
    """What it says, where it is a workbook that this program wrote."""
    lines: tuple[str, ...] = ()
    """What of it would change the study, for an author."""
    brought: Brought | None = None
    problems: tuple[Problem, ...] = ()
    state: State | None = None
    """The study's files as they were when `brought` was planned."""
    seen: str = ""
    """What a page shows of it, by a name that no other file and no other reading has."""

    @property
    def path(self) -> Path:
        """Say where the copy stands."""
        return Path(self._folder.name, self.name)

    def read(self) -> None:
        """Read the copy as the options say; forget what was planned."""
        columns = {name: column for column, name in self.choices.items() if name != NOT_READ}
        unread = frozenset(column for column, name in self.choices.items() if name == NOT_READ)
        self.options = replace(self.options, columns=columns, unread=unread)
        self.brought, self.state, self.book, self.lines = None, None, None, ()
        if not self.form and is_workbook(self.path):
            self._read_workbook()
        else:
            self.look = look_at(self.path, self.form, self.options)
            self.problems = self.look.problems
        self.seen = token_hex(8)

    def plan(self, root: Path, state: State) -> None:
        """Plan to bring it into the study as its files stand; once, until one of them changes."""
        if (self.look.found is None and self.book is None) or self.state == state:
            return
        self.brought, self.state, self.problems, self.lines = None, state, (), ()
        command = f"findings import {self.name}"
        try:
            if self.book is not None:
                comes = plan_workbook(root, self.book, command)
                self.brought, self.lines = Brought(comes.plan, ()), tuple(comes.lines)
            elif self.look.found is not None:
                found = [(self.name, self.look.found)]
                self.brought = plan_import(root, found, self.options, command)
                reports = self.brought.reports
                self.lines = tuple(line for report in reports for line in report.lines())
        except StudyError as error:
            self.problems = tuple(error.problems)

    def _read_workbook(self) -> None:
        self.look, self.problems = Look(None), ()
        try:
            self.book = read_workbook(self.path)
        except StudyError as error:
            self.problems = tuple(error.problems)

    def put_away(self) -> None:
        """Delete the copy."""
        self._folder.cleanup()


def taken_in(name: str, save: Callable[[Path], None]) -> Incoming:
    """Keep a copy of a file in a folder that only its owner can open, and read it.

    `name` is what a browser calls it, `save` writes it to a path. Raises OSError.
    """
    folder = tempfile.TemporaryDirectory(prefix="findings-")
    incoming = Incoming(_plain(name), folder)
    save(incoming.path)
    incoming.read()
    return incoming


def _plain(name: str) -> str:
    """Give the last part of a file's name, without what a folder could not hold."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(letter for letter in last if letter.isprintable())[-LONGEST_NAME:]
    return kept if kept.strip(". ") else "file"
