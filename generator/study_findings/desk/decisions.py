"""What an author decides about one quotation that waits, as a plan of changes to the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ..editing import Plan, Step, make_plan
from ..editing.all_or_none import Change
from ..editing.clear import as_cleared
from ..editing.layout import detach
from ..editing.moving import in_lists, target_of
from ..editing.record_lines import FieldValue, with_fields
from ..editing.reviewed import in_one_line, plan_reviewed, reasons_missing, reviewer_missing
from ..editing.taken_back import taken_back
from ..editing.waiting_people import LISTED, joining
from ..model import Clearance
from ..model.base import FieldPath
from ..privacy.gate_checks import GATE, may_be_waived
from ..problems import Location, Problem, StudyError
from ..study_folder import DATA
from .open_lists import OpenList, open_list
from .review import recognised
from .workspace import Waiting, Workspace

PEOPLE: Final = LISTED.path()


@dataclass(frozen=True)
class Decision:
    """A plan, and the list as it is once the plan is carried out."""

    plan: Plan
    after: OpenList | None = None


def change(
    space: Workspace, item: Waiting, edits: Mapping[FieldPath, FieldValue], says: str
) -> Decision:
    """Change fields of a record in its list; `says` is what an author would call that.

    Raises StudyError where the record's layout does not allow it.
    """
    found = item.list.found(item.slip)
    try:
        lines = with_fields(item.slip.lines, edits)
    except StudyError as error:
        moved = [replace(p, location=item.list.location(item.slip)) for p in error.problems]
        raise StudyError(moved) from error
    after = item.list.with_lines(item.slip, lines)
    changes = [Change(item.list.path, after.file.text)]
    step = Step(item.id, lines, found.file.shown, found.file.shown)
    plan = make_plan(space.project.root, says, changes, (step,))
    return Decision(item.list.written_over(plan), after)


def allow(space: Workspace, word: str, why: str, by: str, on: date) -> Decision:
    """Record that a word which the gate asked about identifies nobody."""
    return Decision(plan_reviewed(space.project.root, word, why, by, on))


def accept_risk(space: Workspace, id_: str, why: str, by: str, on: date) -> Decision:
    """Record why a participant is quoted who could be recognised; raises StudyError as `change`.

    Of somebody listed in `private/` alone it is recorded there, and comes along.
    """
    problems = reasons_missing(PEOPLE, why, by)
    folder = space.project.private_dir if id_ in space.public.people else space.project.data_dir
    path = folder / LISTED.file
    opened = open_list(path, LISTED.path(folder=folder.name)) if path.is_file() else None
    slip = next((slip for slip in opened.slips if slip.id == id_), None) if opened else None
    if opened is None or slip is None:
        message = f"participant {id_} is not in {PEOPLE}"
        problems.append(
            Problem(Location(PEOPLE), "not-done", message, "list the participant there")
        )
    if problems or opened is None or slip is None:
        raise StudyError(problems)
    waiver = {"why": in_one_line(why), "by": in_one_line(by), "on": on.isoformat()}
    after = opened.with_lines(slip, with_fields(slip.lines, {("risk_waived",): waiver}))
    change_ = Change(path, after.file.text)
    plan = make_plan(space.project.root, f"accept the risk of {id_}", [change_])
    return Decision(opened.written_over(plan))


def undecided(space: Workspace, item: Waiting, waive: str = "") -> list[Problem]:
    """List what keeps a quotation from being cleared: errors, and what the gate still asks about.

    `waive` says why words may stand that the gate asks about; it does not help against the names on
    the team's own lists.
    """
    return left_open(space.placed(item).problems, waive)


def left_open(problems: Iterable[Problem], waive: str) -> list[Problem]:
    """Give those of a quotation's problems that keep it from being published."""
    return [
        problem
        for problem in problems
        if (problem.level == "error" or problem.rule in GATE)
        and not (waive.strip() and may_be_waived(problem))
    ]


def clear(space: Workspace, item: Waiting, by: str, on: date, waive: str = "") -> Decision:
    """Move a quotation to the study, marked as reviewed; comments in its lines stay in `private/`.

    Who says it and is listed in `private/` alone comes too, by id, group and sessions. Raises
    StudyError where something is undecided or wrong, as `findings clear` does.
    """
    told = space.placed(item).problems
    by, waive = in_one_line(by), in_one_line(waive)
    problems = [
        *reviewer_missing(item.list.file.shown, by),
        *space.public.unread_lists,
        *left_open(told, waive),
    ]
    by_sum = recognised(space, item.slip.quotation)
    if by_sum is not None and by_sum.level == "error":
        problems.append(by_sum)
    found = item.list.found(item.slip)
    place = item.list.location(item.slip)
    problems += taken_back(space.project.root, {item.id: (found.record.data, place)})
    if problems:
        raise StudyError(problems)
    asked = any(may_be_waived(problem) for problem in told)
    waived = waive if asked else ""
    review = Clearance(by=by, on=on, waived=waived or None)
    moved = as_cleared(found, review)
    # The gate was asked above: it does not ask about what a reviewer has waived.
    wrong = [p for p in space.placed(item, moved.lines).problems if p.level == "error"]
    if wrong:
        raise StudyError(wrong)
    added = in_lists(space.project.root, DATA, [replace(moved, is_spaced=item.list.is_spaced)])
    comments = detach(found.file, found.record).comments
    # What is added first and taken out after can be there twice after a crash, but never not at
    # all.
    taken, left = item.list.without(item.slip, comments)
    quotation, known = item.slip.quotation, space.public.people
    who = (quotation.participant or "") if quotation else ""
    people, named = joining(space.project.root, [known[who]] if who in known else [])
    changes = [*people, *(one.change for one in added), taken]
    step = Step(item.id, moved.lines, found.file.shown, target_of(DATA, found))
    command = f"findings clear {item.id} --by {by}"
    plan = make_plan(space.project.root, command, changes, (step, *named))
    return Decision(item.list.written_over(plan), left)
