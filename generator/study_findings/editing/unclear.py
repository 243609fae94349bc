"""Move published quotations back to `private/`, their clearance taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..model import Wish
from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from ..reading.phrases import did_you_mean
from ..study_folder import DATA, PRIVATE
from .all_or_none import Change
from .folders import QUOTATIONS, FoundRecord, check_changed, find_records, seeming_ids
from .moving import Moving, bracketed, in_lists, moving, taken_out, target_of
from .placing import FIRST, broken_pages
from .plan import Plan, Step, make_plan
from .record_marks import with_wish, without_field
from .record_texts import parse_records

# What names a quotation breaks these once it is not published.
NAMED: Final = frozenset({"unknown-quotation", "template"})
NO_WISHES: Final[Mapping[str, Wish]] = {}
SEVERAL: Final = re.compile(r"[0-9]+ places ")


def plan_unclearing(
    root: Path, content_dir: Path, ids: Sequence[str], wishes: Mapping[str, Wish] = NO_WISHES
) -> Plan:
    """Plan to move quotations to a file of that name in `private/quotations/`, without `cleared`.

    Beside one whose id is among the `wishes`, what whoever said it wants changed is written. All
    else keeps its bytes; comments inside a record stay where it was, as `plan_clearance` has
    it. Raises StudyError with every problem where an id is unknown, waits already or is withdrawn,
    where a narrative or a page in `content_dir` names the quotation, or the study would have errors
    it has not yet.
    """
    wanted = list(dict.fromkeys(ids))
    found, unread = find_records(root, root / DATA / QUOTATIONS, wanted)
    here = {item.record.id for item in found}
    missing = [id_ for id_ in wanted if id_ not in here]
    problems = [*(unread if missing else []), *_unknown(root, missing)]
    problems += [*_withdrawn(found), *bracketed(found), *_waiting(root, found)]
    if problems:
        raise StudyError(problems)
    found.sort(key=lambda item: wanted.index(item.record.id))
    moved = [_uncleared(item, wishes.get(item.record.id)) for item in found]
    taken = [_still_a_list(change) for change in taken_out(found)]
    after, errors = check_changed(root, taken)
    before = check_study(root / DATA, DATA).study
    errors += broken_pages(content_dir, before, after.study, wanted)
    if errors:
        raise StudyError(map(_to_take_out, errors))
    # What is added first and taken out after can be there twice after a crash, but never not at
    # all.
    changes = [*(item.change for item in in_lists(root, PRIVATE, moved)), *taken]
    steps = tuple(
        Step(
            item.found.record.id, item.lines, item.found.file.shown, target_of(PRIVATE, item.found)
        )
        for item in moved
    )
    return make_plan(root, f"findings unclear {' '.join(wanted)}", changes, steps)


def _to_take_out(error: Problem) -> Problem:
    """Ask for what names a quotation to be taken out; of several places, all are listed."""
    if error.rule not in NAMED:
        return error
    _, colon, places = error.hint.rpartition(": ") if SEVERAL.match(error.message) else ("", "", "")
    return replace(error, hint=f"{FIRST}{colon}{places}")


def _uncleared(item: FoundRecord, wish: Wish | None) -> Moving:
    data = {name: value for name, value in item.record.data.items() if name != "cleared"}
    if wish is None:
        return moving(item, lambda lines: without_field(lines, "cleared"), data)
    data = {**data, "wish": wish.model_dump(mode="json")}
    return moving(item, lambda lines: with_wish(without_field(lines, "cleared"), wish), data)


def _still_a_list(change: Change) -> Change:
    """Write an empty list where only comments are left: one of nothing is an error in public."""
    if change.text is None or parse_records(change.text, "").records:
        return change
    newline = "\r\n" if "\r\n" in change.text else "\n"
    return Change(change.path, f"{change.text}[]{newline}")


def _unknown(root: Path, ids: list[str]) -> Iterator[Problem]:
    private = seeming_ids(root / PRIVATE) if ids else set()
    public = seeming_ids(root / DATA / QUOTATIONS) if ids else set()
    for id_ in ids:
        if id_ in private:
            hint = f"it stands in {PRIVATE}/ already"
        else:
            hint = did_you_mean(id_, public) or f"see the ids in {DATA}/{QUOTATIONS}/"
        message = f'no quotation "{id_}" is in {DATA}/{QUOTATIONS}/'
        yield Problem(Location(f"{DATA}/{QUOTATIONS}"), "unknown-quotation", message, hint)


def _withdrawn(found: list[FoundRecord]) -> Iterator[Problem]:
    for item in found:
        if "withdrawn" in item.record.data:
            message = f'quotation "{item.record.id}" is withdrawn: its words are gone'
            yield Problem(item.location, "already-withdrawn", message, "leave it as it is")


def _waiting(root: Path, found: list[FoundRecord]) -> Iterator[Problem]:
    """Refuse what stands in `private/` as well, as a power cut between two files may leave it."""
    private, _ = find_records(root, root / PRIVATE, [item.record.id for item in found])
    places = {item.record.id: item.location for item in found}
    for item in private:
        id_ = item.record.id
        message = f"quotation {id_} has the id of the quotation at {places[id_]}"
        hint = "give this one another id, or delete it if it is the same quotation"
        yield Problem(item.location, "duplicate-id", message, hint)
