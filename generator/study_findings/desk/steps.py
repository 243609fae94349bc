"""The steps taken at the desk since it was opened, to be undone and done again in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from ..editing import Plan, carry_out, make_plan
from ..editing.all_or_none import Change

MOST: Final = 200
"""How many steps are kept: each holds what its files were before and after."""
MOST_BYTES: Final = 50_000_000
"""How many bytes the files of all steps may have together; the oldest steps go first."""


@dataclass(frozen=True)
class StepTaken:
    """One step: what an author would call it, the quotation it is about, its files' two states."""

    says: str
    about: str
    before: tuple[Change, ...]
    after: tuple[Change, ...]

    @property
    def size(self) -> int:
        """Count the bytes that it keeps."""
        return sum(len(change.content or b"") for change in (*self.before, *self.after))


@dataclass
class Steps:
    """Take steps, take them back, and take them again; each change is written as one."""

    root: Path
    taken: list[StepTaken] = field(default_factory=list)
    undone: list[StepTaken] = field(default_factory=list)

    def take(self, plan: Plan, says: str) -> None:
        """Carry a plan out and remember it; what was undone before cannot be done again then.

        Raises StudyError, nothing written, where a file has changed since the plan was made.
        """
        before = tuple(
            Change(change.path, data)
            for change, data in zip(plan.changes, plan.before, strict=True)
        )
        carry_out(plan)
        about = plan.steps[0].id if plan.steps else ""
        self.taken = [*self.taken, StepTaken(says, about, before, plan.changes)][-MOST:]
        while len(self.taken) > 1 and sum(step.size for step in self.taken) > MOST_BYTES:
            del self.taken[0]
        self.undone.clear()

    def undo(self) -> StepTaken:
        """Take the last step back.

        Raises StudyError where its files were changed since; the step is then left as it is, and
        those before it can be taken back.
        """
        step = self.taken.pop()
        # Backwards, so that what moved is never in neither of its files.
        self._write("findings undo", step.before[::-1], step.after[::-1])
        self.undone.append(step)
        return step

    def redo(self) -> StepTaken:
        """Take the step again that was undone last; raises StudyError likewise."""
        step = self.undone.pop()
        self._write("findings redo", step.after, step.before)
        self.taken.append(step)
        return step

    def _write(self, command: str, now: tuple[Change, ...], held: tuple[Change, ...]) -> None:
        plan = make_plan(self.root, command, list(now))
        expected = tuple(change.content for change in held)
        # What the files hold has to be what the step left, not what they hold by now.
        carry_out(replace(plan, before=expected))
