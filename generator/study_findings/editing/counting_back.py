"""How many people read their words back, written into `study.yml`: two numbers, never who."""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml import MappingNode, Node

from ..problems import Location, Problem, StudyError
from ..reading.load import check_study
from .folders import DATA, check_changed
from .plan import Plan, Step, make_plan
from .records import content_end, line_end, line_start, plain
from .register import read_register
from .writing import Change

FILE = f"{DATA}/study.yml"


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
    value = f"{{invited: {invited}, answered: {answered}}}"
    changed = _with_counts(text, value)
    expected = _read(text)
    policy = expected.setdefault("publication", {})
    if not isinstance(policy, dict) or changed is None:
        raise StudyError([_layout()])
    policy["read_back"] = {"invited": str(invited), "answered": str(answered)}
    if _read(changed) != expected:
        raise StudyError([_layout()])
    if changed == text:
        return make_plan(root, "findings read-back --count", [])
    change = Change(path, changed)
    _, errors = check_changed(root, [change])
    if errors:
        raise StudyError(errors)
    step = Step("publication", f"read_back: {value}", FILE, FILE)
    return make_plan(root, "findings read-back --count", [change], (step,))


def _with_counts(text: str, value: str) -> str | None:
    """Put the numbers in the place of others, or under `publication`; None where that fails."""
    newline = "\r\n" if "\r\n" in text else "\n"
    top = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(top, MappingNode) or top.flow_style:
        return None
    policy = _value(top, "publication")
    if policy is None:
        ended = text if text.endswith("\n") else text + newline
        return f"{ended}publication:{newline}  read_back: {value}{newline}"
    if not isinstance(policy, MappingNode) or not policy.value:
        return None
    former = _value(policy, "read_back")
    if former is not None:
        return f"{text[: former.start_mark.index]}{value}{text[content_end(text, former) :]}"
    last = content_end(text, policy.value[-1][1])
    if policy.flow_style:
        return f"{text[:last]}, read_back: {value}{text[last:]}"
    first = policy.value[0][0].start_mark
    indent = text[line_start(text, first.index) : first.index]
    end = line_end(text, last)
    before = "" if text[:end].endswith("\n") else newline
    return f"{text[:end]}{before}{indent}read_back: {value}{newline}{text[end:]}"


def _value(mapping: MappingNode, name: str) -> Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


def _read(text: str) -> dict[str, object]:
    """Give what a file says; nothing where it is no mapping."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    found = plain(node) if node is not None else None
    return found if isinstance(found, dict) else {}


def _layout() -> Problem:
    message = "the numbers cannot be written into this file as it is laid out"
    hint = "write `read_back: {invited: 0, answered: 0}` under `publication`, and try again"
    return Problem(Location(FILE), "layout", message, hint)
