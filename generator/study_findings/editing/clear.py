"""Move reviewed quotations from `private/` to the study."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from ..model import Clearance, Quotation
from ..model.provenance import is_composed
from ..privacy.gate_checks import GATE, gate_checks, may_be_waived
from ..privacy.private_texts import UNREAD_LIST, read_private
from ..problems import Location, Problem, StudyError
from ..reading.phrases import did_you_mean
from ..reading.sources import read_private_sources
from ..reading.waiting import check_private
from ..study_folder import DATA, PRIVATE
from .folders import QUOTATIONS, FoundRecord, check_changed, find_records, seeming_ids
from .moving import Moving, at_home, bracketed, in_lists, moving, taken_out, target_of
from .plan import Plan, Step, make_plan
from .record_marks import with_clearance
from .reviewed import in_one_line, reviewer_missing
from .taken_back import taken_back
from .waiting_people import waiting_people

# A file that is not read may hold what was to be cleared.
SKIPPED: Final = "unread-file"
# What the model takes for true in a file.
TRUE: Final = frozenset({"true", "yes", "on", "y", "t", "1"})


def plan_clearance(
    root: Path, ids: Sequence[str] | None, by: str, on: date, waive: str = ""
) -> Plan:
    """Plan to move quotations from `private/` to a file of that name in `themes_data/quotations/`.

    Each gets `cleared: {by, on}`, composed ones apart, which need no clearance. Who said it and is
    listed in `private/` alone comes too, by id, group and sessions and nothing else. All else keeps
    its bytes; comments inside a record stay in `private/`, for nobody read them for the public.
    `ids` None moves all but what is kept out. Where the privacy gate asks about words, `waive` says
    why they may stand, and is recorded beside each such quotation's clearance. Raises StudyError
    with every problem where an id is unknown, `findings check` finds something wrong with what is
    to move (with anything in `private/`, where that is all), the gate still asks about words, or
    the study would have errors it has not yet.
    """
    wanted = None if ids is None else list(dict.fromkeys(ids))
    by, waive = in_one_line(by), in_one_line(waive)
    found, problems = _found(root, wanted)
    waived = [problem for problem in problems if waive and may_be_waived(problem)]
    problems = [problem for problem in problems if problem not in waived]
    problems += _unfit(found, by)
    said = {item.record.id: (item.record.data, item.location) for item in found}
    problems += taken_back(root, said)
    if waive and not waived and not problems:
        problems.append(_nothing_to_waive())
    if problems:
        raise StudyError(problems)
    order = {id_: place for place, id_ in enumerate(wanted or [])}
    found.sort(key=lambda item: order.get(item.record.id, 0))
    clearance = Clearance(by=by, on=on)
    with_waiver = Clearance(by=by, on=on, waived=waive or None)
    moved = [
        as_cleared(item, with_waiver if any(_concerns(p, [item]) for p in waived) else clearance)
        for item in found
    ]
    added = in_lists(root, DATA, moved)
    people, named_people = waiting_people(root, [item.record.data for item in found])
    _, errors = check_changed(root, [*(item.change for item in added), *people])
    if errors:
        raise StudyError(at_home(error, added) for error in errors)
    # What is added first and taken out after can be there twice after a crash, but never not at
    # all.
    changes = [*people, *(item.change for item in added), *taken_out(found)]
    steps = named_people + tuple(
        Step(item.found.record.id, item.lines, item.found.file.shown, target_of(DATA, item.found))
        for item in moved
    )
    named = "--all" if wanted is None else " ".join(wanted)
    waiver = f" --waive {shlex.quote(waive)}" if waived else ""
    return make_plan(root, f"findings clear {named} --by {by}{waiver}", changes, steps)


def _found(root: Path, wanted: list[str] | None) -> tuple[list[FoundRecord], list[Problem]]:
    """Find what is to move, and what is wrong with it.

    What is wrong with anything is given where that may be why it is not found.
    """
    sources, _ = read_private_sources(root / PRIVATE, PRIVATE)
    lists = {source.file for source in sources if source.kind.record is Quotation}
    found, unread = find_records(root, root / PRIVATE, wanted)
    found = [item for item in found if item.file.shown in lists]
    staying = [item for item in found if wanted is None and _is_kept_out(item)]
    found = [item for item in found if item not in staying]
    missing = [id_ for id_ in wanted or () if id_ not in {item.record.id for item in found}]
    private = read_private(root / PRIVATE)
    wrong = check_private(root / PRIVATE, PRIVATE, root / DATA, DATA, gate_checks(private))
    stopping = [
        problem
        for problem in wrong
        if problem.rule == SKIPPED
        or (_stops(problem) and problem.location.file in lists and not _concerns(problem, staying))
    ]
    if wanted is not None and not missing:
        stopping = [problem for problem in stopping if _concerns(problem, found)]
    # Without its list the gate knows too little to let anything pass.
    stopping += [problem for problem in private.problems if problem.rule == UNREAD_LIST]
    problems = [replace(problem, level="error") for problem in stopping]
    if not problems and (missing or wanted is None):
        problems = [problem for problem in unread if problem.location.file in lists]
    return found, [*problems, *_unknown(root, missing)]


def kept_out_ids(root: Path) -> list[str]:
    """List the waiting quotations that are to stay in `private/`, in the order of their files."""
    found, _ = find_records(root, root / PRIVATE, None)
    return [item.record.id for item in found if _is_kept_out(item)]


def _is_kept_out(item: FoundRecord) -> bool:
    return str(item.record.data.get("kept_out", "")).casefold() in TRUE


def _stops(problem: Problem) -> bool:
    """Tell whether a problem is an error, or a question of the gate that nobody has answered."""
    return problem.level == "error" or problem.rule in GATE


def _concerns(problem: Problem, found: list[FoundRecord]) -> bool:
    """Tell whether a problem stands within one of the records."""
    return any(item.holds(problem.location) for item in found)


def _unknown(root: Path, ids: list[str]) -> Iterator[Problem]:
    private = seeming_ids(root / PRIVATE) if ids else set()
    public = seeming_ids(root / DATA / QUOTATIONS) if ids else set()
    for id_ in ids:
        if id_ in public:
            hint = f"it stands in {DATA}/ already"
        else:
            hint = did_you_mean(id_, private) or f"see the ids in {PRIVATE}/"
        message = f'no quotation "{id_}" is in {PRIVATE}/'
        yield Problem(Location(PRIVATE), "unknown-quotation", message, hint)


def _nothing_to_waive() -> Problem:
    message = "there is nothing to waive: the privacy gate asks about none of these words"
    hint = "give the command again without --waive"
    return Problem(Location(PRIVATE), "nothing-to-waive", message, hint)


def _unfit(found: list[FoundRecord], by: str) -> Iterator[Problem]:
    yield from reviewer_missing(PRIVATE, by)
    yield from bracketed(found)


def as_cleared(item: FoundRecord, review: Clearance) -> Moving:
    """Give a record as it moves to the study: marked as reviewed, unless it is composed.

    Raises StudyError where its layout does not allow the mark.
    """
    if is_composed(item.record.data.get("provenance")):
        return moving(item, str)
    said = review.model_dump(mode="json", exclude_none=True)
    return moving(
        item, lambda text: with_clearance(text, review), {**item.record.data, "cleared": said}
    )
