"""What a command would change, to be shown before it is done, and kept so that it can be undone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..problems import Location, Problem, StudyError
from .all_or_none import Change, write_changes
from .journal import finished, keep


@dataclass(frozen=True)
class Step:
    """One record that moves or goes: its id, its lines, the file it is in, the one it comes to."""

    id: str
    lines: str
    source: str
    target: str


@dataclass(frozen=True)
class Plan:
    """Hold what a command would change below a study's root; nothing of it is done yet."""

    root: Path
    command: str
    changes: tuple[Change, ...] = ()
    steps: tuple[Step, ...] = ()
    before: tuple[bytes | None, ...] = ()
    left: tuple[Problem, ...] = ()
    """What it leaves as it is, for somebody to look at."""

    @property
    def ids(self) -> list[str]:
        """List the ids of the records it is about."""
        return list(dict.fromkeys(step.id for step in self.steps))

    def at(self, root: Path) -> Plan:
        """Give the plan for a study that stands elsewhere, and whose files hold the same."""
        changes = tuple(
            Change(root / change.path.relative_to(self.root), change.content)
            for change in self.changes
        )
        return replace(self, root=root, changes=changes)


def make_plan(
    root: Path, command: str, changes: list[Change], steps: tuple[Step, ...] = ()
) -> Plan:
    """Plan changes; `command` is what an author would type to make them."""
    before = tuple(_bytes(change.path) for change in changes)
    return Plan(root, command, tuple(changes), steps, before)


def carry_out(plan: Plan) -> None:
    """Make the changes of a plan, all or none, and keep what they replaced for `undo`.

    Raises StudyError, nothing written, where a file has changed since the plan was made, or where
    one cannot be written.
    """
    if not plan.changes:
        return
    problems = list(_changed(plan))
    if problems:
        raise StudyError(problems)
    try:
        keep(plan.root, plan.command, plan.changes)
        write_changes(plan.changes)
        finished(plan.root)
    except OSError as error:
        named = f" ({Path(error.filename).name})" if error.filename else ""
        message = f"nothing was changed: {error.strerror or error}{named}"
        hint = "see that you may write in the study's folder, and that the disk has room"
        raise StudyError([Problem(Location("."), "cannot-write", message, hint)]) from error


def _changed(plan: Plan) -> Iterator[Problem]:
    for change, before in zip(plan.changes, plan.before, strict=True):
        if _bytes(change.path) != before:
            shown = Path(os.path.relpath(change.path, plan.root)).as_posix()
            message = "this file was changed in the meantime, so nothing was done"
            yield Problem(Location(shown), "changed-since", message, "give the command again")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
