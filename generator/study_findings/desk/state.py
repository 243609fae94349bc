"""The desk as it stands: the study's files, the steps taken, and who reviews in this session."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import RLock

from ..checking.cut_off import check_cut_off
from ..editing.answers import Answers
from ..editing.reviewed import in_one_line
from ..project import Project
from .decisions import Decision
from .incoming import Incoming
from .steps import Steps, StepTaken
from .workspace import Waiting, Workspace


@dataclass(frozen=True)
class Choice:
    """Which of the quotations that wait are listed: by theme, session, and whether flagged."""

    theme: str = ""
    session: str = ""
    flagged: str = ""
    """`yes`: those the gate asks about; `no`: those it does not."""
    kept_out: bool = False


@dataclass
class TakenIn:
    """Answers that were read in, as they came, and those that were carried out."""

    answers: Answers
    content: bytes
    done: set[str] = field(default_factory=set)


@dataclass
class Desk:
    """Hold what the desk's pages are made from; one request at a time uses it, under `lock`."""

    space: Workspace
    steps: Steps
    lock: RLock = field(default_factory=RLock)
    reviewer: str = ""
    """The initials given in this session."""
    later: list[str] = field(default_factory=list)
    """What was put off in this session, in order."""
    taken_in: TakenIn | None = None
    """What was read in last of somebody who read their words back."""
    incoming: Incoming | None = None
    """The file that was given to be brought in."""
    said: str = ""
    """What the next page says of the last step."""

    def reviewed_by(self, given: str) -> str:
        """Give the initials of whoever decides: those given now, or earlier in this session."""
        self.reviewer = in_one_line(given) or self.reviewer
        return self.reviewer

    def take(self, decision: Decision, says: str) -> None:
        """Carry a decision out; raises StudyError, nothing written, where a file has changed."""
        self.steps.take(decision.plan, says)
        if decision.after is not None:
            self.space.adopt(decision.after)
        self.said = f"{says}."

    def hold(self, incoming: Incoming) -> None:
        """Keep a file that was given, in the place of one before it."""
        self.let_go()
        self.incoming = incoming

    def let_go(self) -> None:
        """Put the file away that was given, if one was."""
        if self.incoming is not None:
            self.incoming.put_away()
        self.incoming = None

    def undo(self) -> StepTaken | None:
        """Take the last step back, if there is one."""
        return self.steps.undo() if self.steps.taken else None

    def redo(self) -> StepTaken | None:
        """Take the step again that was undone last, if there is one."""
        return self.steps.redo() if self.steps.undone else None

    def listed(self, choice: Choice) -> list[Waiting]:
        """List what waits and was chosen, what was put off last."""
        chosen = [item for item in self.space.addressed() if self._is_chosen(item, choice)]
        put_off = {id_: place for place, id_ in enumerate(self.later, 1)}
        return sorted(chosen, key=lambda item: put_off.get(item.id, 0))

    def _is_chosen(self, item: Waiting, choice: Choice) -> bool:
        quotation = item.slip.quotation
        if quotation is None:
            return choice == Choice()
        if quotation.kept_out != choice.kept_out:
            return False
        if choice.theme and choice.theme not in quotation.themes:
            return False
        if choice.session and choice.session != quotation.named_session:
            return False
        return not choice.flagged or bool(self.space.flags(item)) == (choice.flagged == "yes")


def open_desk(project: Project) -> Desk:
    """Open the desk of a project; its first page says where the last change was cut off."""
    told = (f"{problem.message}; {problem.hint}." for problem in check_cut_off(project))
    return Desk(Workspace(project), Steps(project.root), said=" ".join(told))
