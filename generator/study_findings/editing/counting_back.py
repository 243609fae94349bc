"""How many people read their words back, written into `study.yml`: two numbers, never who."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..model import About
from ..model.base import FieldPath
from ..model.kinds import BY_RECORD
from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from ..study_folder import DATA
from .all_or_none import Change
from .amendments import Amendment, amended
from .emitted import emitted_in_line
from .folders import check_changed
from .plan import Plan, Step, make_plan
from .record_texts import plain, record_node
from .register import read_register

FILE: Final = BY_RECORD[About].path()


def plan_count(root: Path) -> Plan:
    """Plan to write `publication.read_back` as the register has it; all else keeps its bytes.

    Raises StudyError where nobody was given a page, where so few were that the numbers could tell
    of one of them, or where `study.yml` cannot be edited.
    """
    checked = check_study(root / DATA, DATA)
    if checked.study is None:
        raise StudyError(problem for problem in checked.problems if problem.level == "error")
    register = read_register(root)
    invited, answered = len(register.people), register.answered
    own = checked.study.about.publication
    if not own.is_enough(invited):
        message = (
            f"{invited} of {own.minimum_cell} people whom it takes were asked to read their "
            "words back"
        )
        hint = "the numbers of so few would tell what one of them did: say it in no public file"
        raise StudyError([Problem(Location(FILE), "read-back-few", message, hint)])
    path = root / FILE
    text = path.read_bytes().decode("utf-8")
    counts = {"read_back": {"invited": invited, "answered": answered}}
    top = record_node(text)
    if top is not None and "publication" in plain(top):
        amendments: dict[FieldPath, Amendment] = {("publication",): Amendment(counts)}
    else:
        amendments = {(): Amendment({"publication": counts})}
    try:
        changed = amended(text, FILE, amendments)
    except StudyError as error:
        message = "the numbers cannot be written into this file as it is laid out"
        hint = "write `read_back: {invited: 0, answered: 0}` under `publication`, and try again"
        raise StudyError([Problem(Location(FILE), "layout", message, hint)]) from error
    if changed == text:
        return make_plan(root, "findings read-back --count", [])
    change = Change(path, changed)
    _, errors = check_changed(root, [change])
    if errors:
        raise StudyError(errors)
    step = Step("publication", f"read_back: {emitted_in_line(counts['read_back'])}", FILE, FILE)
    return make_plan(root, "findings read-back --count", [change], (step,))
