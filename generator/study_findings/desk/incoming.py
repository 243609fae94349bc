"""A file on its way into the study: a copy outside every repository, what an author said of it,
what it was taken for, and what bringing it in would change.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Final

from ..documents.unreadable import UnreadableError
from ..editing import Plan
from ..editing.folders import check_changed
from ..importers.bringing import Brought, plan_import
from ..importers.found import Pseudonym
from ..importers.looking import Look, look_at
from ..importers.opening import unreadable
from ..importers.options import Options
from ..importers.pseudonym_table import joined, place_of_table
from ..problems import Problem, StudyError
from ..reading.checks import Check
from ..study_folder import DATA
from ..workbook.bringing import plan_workbook
from ..workbook.filled_in import Book, is_workbook, read_workbook
from .option_words import in_words_of_the_desk, told_at_the_desk
from .workspace import SeenFiles

NOT_READ: Final = "-"
"""What an author chooses for a column that is not to be read."""
LONGEST_NAME: Final = 150
TABLE: Final = "pseudonyms"
"""The folder beside the copy in which a table of pseudonyms stands."""


@dataclass
class Incoming:
    """A file that was given to the desk; the copy goes when it is brought in or put away."""

    name: str
    _folder: tempfile.TemporaryDirectory[str]
    root: Path
    """The study it is to come into."""
    form: str = ""
    """The reader an author chose; empty where it is told from the content."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """What an author chose for a column: a field, or `NOT_READ`."""
    options: Options = field(default_factory=Options)
    table: str = ""
    """The name of the table of pseudonyms that was given with it."""
    look: Look = field(default_factory=lambda: Look(None))
    book: Book | None = None
    """What it says, where it is a workbook that this program wrote."""
    lines: tuple[str, ...] = ()
    """What of it would change the study, for an author."""
    brought: Brought | None = None
    problems: tuple[Problem, ...] = ()
    to_decide: tuple[Problem, ...] = ()
    """What would stand in public files, and keep them from being published."""
    state: SeenFiles | None = None
    """The study's files as they were when `brought` was planned."""
    seen: str = ""
    """What a page shows of it, by a name that no other file and no other reading has."""

    @property
    def path(self) -> Path:
        """Say where the copy stands."""
        return Path(self._folder.name, self.name)

    @property
    def made(self) -> tuple[Pseudonym, ...]:
        """Give the pseudonyms that were made for those whom no table names."""
        return self.look.found.pseudonyms if self.look.found else ()

    def give_table(self, name: str, save: Callable[[Path], None]) -> None:
        """Keep a copy of a table of pseudonyms, in the place of one before it; raises OSError."""
        folder = Path(self._folder.name, TABLE)
        folder.mkdir(exist_ok=True)
        save(folder / "given.csv")
        self.table = _plain(name)

    def leave_table_out(self) -> None:
        """Forget the table of pseudonyms that was given."""
        self.table = ""

    def _tables(self) -> Path | None:
        """Give the tables that are to be read as one: the given one, then the study's own.

        The study's own is read where neutral ids are to be made. Raises UnreadableError.
        """
        folder = Path(self._folder.name, TABLE)
        own = place_of_table(self.root)
        tables = [folder / "given.csv"] if self.table else []
        tables += [own] if self.options.pseudonymise and own.is_file() else []
        if not tables:
            return None
        folder.mkdir(exist_ok=True)
        (folder / "read.csv").write_text(joined(tables), "utf-8", newline="")
        return folder / "read.csv"

    def read(self) -> None:
        """Read the copy as the options say; forget what was planned."""
        columns = {name: column for column, name in self.choices.items() if name != NOT_READ}
        unread = frozenset(column for column, name in self.choices.items() if name == NOT_READ)
        self.options = replace(self.options, columns=columns, unread=unread)
        self.brought, self.state, self.book, self.lines = None, None, None, ()
        if not self.form and is_workbook(self.path):
            self._read_workbook()
        else:
            self._read_file()
        self.seen = token_hex(8)

    def plan(self, state: SeenFiles, checks: Sequence[Check]) -> None:
        """Plan to bring it into the study as its files stand; once, until one of them changes.

        `checks` are those of what is published, beside the checks of reading.
        """
        if (self.look.found is None and self.book is None) or self.state == state:
            return
        self.brought, self.state, self.problems, self.lines = None, state, (), ()
        self.to_decide = ()
        command = f"findings import {self.name}"
        try:
            if self.book is not None:
                comes = plan_workbook(self.root, self.book, command)
                self.brought, self.lines = Brought(comes.plan, ()), tuple(comes.lines)
            elif self.look.found is not None:
                found = [(self.name, self.look.found)]
                self.brought = plan_import(self.root, found, self.options, command)
                reports = self.brought.reports
                lines = (line for report in reports for line in report.lines())
                self.lines = tuple(map(in_words_of_the_desk, lines))
            if self.brought is not None:
                self.to_decide = _to_decide(self.brought.plan, checks)
        except StudyError as error:
            self.problems = tuple(map(told_at_the_desk, error.problems))

    def _read_file(self) -> None:
        try:
            self.options = replace(self.options, pseudonyms=self._tables())
        except UnreadableError as error:
            self.look, problems = Look(None), unreadable(self.path, error).problems
            self.problems = tuple(map(told_at_the_desk, problems))
            return
        self.look = look_at(self.path, self.form, self.options)
        self.problems = tuple(map(told_at_the_desk, self.look.problems))

    def _read_workbook(self) -> None:
        self.look, self.problems = Look(None), ()
        try:
            self.book = read_workbook(self.path)
        except StudyError as error:
            self.problems = tuple(error.problems)

    def put_away(self) -> None:
        """Delete the copy."""
        self._folder.cleanup()


def taken_in(root: Path, name: str, save: Callable[[Path], None]) -> Incoming:
    """Keep a copy of a file in a folder that only its owner can open, and read it.

    `root` is the study it is for, `name` what a browser calls it, `save` writes it to a path.
    Raises OSError.
    """
    folder = tempfile.TemporaryDirectory(prefix="findings-")
    incoming = Incoming(_plain(name), folder, root)
    save(incoming.path)
    incoming.read()
    return incoming


def _to_decide(plan: Plan, checks: Sequence[Check]) -> tuple[Problem, ...]:
    """Give what the checks find in public files that a plan writes, and not as they stand."""
    data = plan.root / DATA
    public = [change for change in plan.changes if change.path.is_relative_to(data)]
    return tuple(check_changed(plan.root, public, more=checks)[1]) if public else ()


def _plain(name: str) -> str:
    """Give the last part of a file's name, without what a folder could not hold."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(letter for letter in last if letter.isprintable())[-LONGEST_NAME:]
    return kept if kept.strip(". ") else "file"
