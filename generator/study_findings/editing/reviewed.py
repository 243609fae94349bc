"""Words that the privacy gate asked about, and that a person found to identify nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..model import ReviewedWord
from ..model.editors import schema_line
from ..model.kinds import BY_RECORD
from ..problems import Location, Problem, StudyError
from .all_or_none import Change
from .layout import quoted, with_added, word
from .moving import list_to_add_to
from .plan import Plan, Step, make_plan
from .record_texts import holds


def plan_reviewed(root: Path, said: str, why: str, by: str, on: date) -> Plan:
    """Plan to record a word as one that identifies nobody, at the end of `reviewed-words.yml`.

    Raises StudyError where the reason or who decided is missing, or where the file is no list.
    """
    kind = BY_RECORD[ReviewedWord]
    shown = kind.path()
    if problems := reasons_missing(shown, why, by):
        raise StudyError(problems)
    path = root / shown
    fields = {
        "word": in_one_line(said),
        "why": in_one_line(why),
        "by": in_one_line(by),
        "on": on.isoformat(),
    }
    lines = (
        f"- word: {quoted(fields['word'])}\n  why: {quoted(fields['why'])}\n"
        f"  by: {word(fields['by'])}\n  on: {fields['on']}\n"
    )
    target = list_to_add_to(path, shown)
    text = with_added(target, [(lines, 0)], is_spaced=True)
    if not path.exists():
        text = schema_line(path, kind.name) + text
    if not holds(text, [*(record.data for record in target.records), fields]):
        hint = "run `findings check` and mend the file first"
        raise StudyError([Problem(Location(shown), "layout", "nothing can be added here", hint)])
    # The word itself stays out of what is told of the change.
    step = Step("", lines, shown, shown)
    return make_plan(root, "allow a word", [Change(path, text)], (step,))


def reasons_missing(shown: str, why: str, by: str) -> list[Problem]:
    """Say what a decision lacks: why, and by whom."""
    place, rule = Location(shown), "no-reason"
    found = []
    if not why.strip():
        message, hint = "no reason is given", "say in a few words what the decision rests on"
        found.append(Problem(place, rule, message, hint))
    return [*found, *reviewer_missing(shown, by)]


def reviewer_missing(shown: str, by: str) -> list[Problem]:
    """Say that nobody is named as reviewer, where nobody is."""
    if by.strip():
        return []
    message, hint = "nobody is named as reviewer", "give the initials of whoever decided"
    return [Problem(Location(shown), "no-reviewer", message, hint)]


def in_one_line(text: str) -> str:
    """Give a reason or initials as they are recorded, though they were typed in several lines."""
    return " ".join(text.split())
