"""Public records changed at the desk: nothing that the gate asks about, or that tells who somebody
is, comes in with a change; words that were reviewed are reviewed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from ..checking.recognition import check_recognition
from ..editing import Plan
from ..editing.amend import RecordAt, plan_amendment
from ..editing.record_lines import FieldValue, with_fields
from ..editing.record_texts import plain, record_node
from ..editing.taken_back import taken_back
from ..model import Clearance, Quotation
from ..model.base import FieldPath
from ..privacy.gate_checks import flagged, may_be_waived
from ..problems import Location, Problem, StudyError
from ..reading.checks import Check
from ..reading.draft import Draft
from ..reading.load import study_of
from .decisions import left_open
from .workspace import Workspace

CODING: Final = frozenset(
    {"themes", "codes", "asked", "stance", "polarity", "exemplar", "coded_by", "confidence"}
)
"""Fields that say how a quotation is read; all else is what a reviewer cleared."""


def plan_change(
    space: Workspace, found: RecordAt, noun: str, id_: str, edits: dict[FieldPath, FieldValue]
) -> Plan:
    """Plan to change fields of a public record; raises StudyError where the study would have
    errors it has not yet, the gate's and those of recognition among them.
    """
    return plan_amendment(space.project.root, found, noun, id_, edits, checks_of(space))


def plan_recleared(
    space: Workspace,
    found: RecordAt,
    id_: str,
    edits: dict[FieldPath, FieldValue],
    by: str,
    on: date,
    waive: str = "",
) -> Plan:
    """Plan to change a published quotation.

    What a reviewer cleared, which is all but how it is coded, is cleared anew: the gate is asked
    as it is by `clear`, an earlier waiver does not count, and what a comparison with the transcript
    found goes, until `findings verify` finds it again. Raises StudyError where it is withdrawn,
    nobody is named as reviewer, something is undecided, or as `plan_change` does.
    """
    place = Location(found.shown, found.text.count("\n", 0, found.begin) + 1)
    if "withdrawn" in found.data:
        message = f"quotation {id_} is withdrawn: there are no words to change"
        raise StudyError([Problem(place, "already-withdrawn", message, "leave it as it is")])
    if all(path[0] in CODING for path in edits):
        return plan_change(space, found, "quotation", id_, edits)
    lines = with_fields(found.lines, {**edits, ("cleared",): None})
    placed = space.republished(id_, lines, found.shown, place.line)
    problems = left_open(placed.problems, waive)
    if not by.strip():
        hint = "give the initials or the role of whoever reviewed these words"
        problems.append(Problem(place, "no-reviewer", "nobody is named as reviewer", hint))
    if (record := record_node(lines)) is not None:
        problems += taken_back(space.project.root, {id_: (plain(record), place)})
    if problems:
        raise StudyError(problems)
    edits = {**edits, ("cleared",): None}
    if placed.quotation is None or not placed.quotation.is_illustrative:
        asked = any(may_be_waived(problem) for problem in placed.problems)
        review = Clearance(by=by.strip(), on=on, waived=waive.strip() or None if asked else None)
        edits["cleared",] = review.model_dump(mode="json", exclude_none=True)
    plan = plan_change(space, found, "quotation", id_, edits)
    return replace(plan, command=f"change quotation {id_}, cleared by {by.strip()}")


def checks_of(space: Workspace) -> tuple[Check, ...]:
    """Give what a public record has to pass beside the checks of reading: gate and recognition."""
    names = space.public.setting.names

    def gate(draft: Draft) -> Iterator[Problem]:
        # The words of the one quotation that changes are asked about apart.
        return flagged(names, draft.without(Quotation))

    def recognition(draft: Draft) -> Iterator[Problem]:
        study = study_of(draft)
        if study is not None:
            yield from check_recognition(study, draft.at)

    return gate, recognition
