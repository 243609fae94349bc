"""What each form of a quotation's page does when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from flask import request

from ..editing.record_lines import FieldValue
from ..model.base import FieldPath
from ..privacy.gate import Flag
from ..privacy.gate_checks import LISTED
from ..problems import Location, Problem, StudyError
from .decisions import Decision, accept_risk, allow, change, clear
from .doors import the_desk
from .forms import details, texts
from .workspace import Waiting


def _replace(item: Waiting) -> None:
    """Put something else in the place of words that the gate asked about."""
    path, flag = _flagged(item)
    text = _text_at(item, path)
    instead = request.form.get("instead", "").strip()
    if not instead:
        raise _refused("nothing is given to stand there", "write […], or what was meant")
    edits: dict[FieldPath, FieldValue] = {path: text[: flag.start] + instead + text[flag.end :]}
    _carry_out(change(the_desk().space, item, edits, "replace words"), f"Replaced by {instead}")


def _allow(item: Waiting) -> None:
    """Record that words which the gate asked about identify nobody."""
    desk = the_desk()
    _, flag = _flagged(item)
    if flag.rule == LISTED:
        raise _refused("this is on the team's own list", "replace it; the list is private")
    by, why = desk.reviewed_by(request.form.get("by", "")), request.form.get("why", "")
    decision = allow(desk.space, flag.words, why, by, date.today())
    _carry_out(decision, f"“{flag.words}” is allowed, here and wherever else it stands")


def _accept_risk(item: Waiting) -> None:
    """Record why somebody is quoted who could be recognised."""
    desk, quotation = the_desk(), item.slip.quotation
    who = (quotation.participant if quotation else None) or ""
    by, why = desk.reviewed_by(request.form.get("by", "")), request.form.get("why", "")
    decision = accept_risk(desk.space, who, why, by, date.today())
    _carry_out(decision, f"It is recorded why {who} is quoted")


def _words(item: Waiting) -> None:
    """Take over words as they were edited."""
    edits = texts(item.slip.quotation, request.form)
    if edits:
        _carry_out(change(the_desk().space, item, edits, "edit words"), f"Edited {item.id}")


def _details(item: Waiting) -> None:
    """Take over what is said of a quotation: themes, participant, session, stance, language."""
    edits = details(item.slip.quotation, request.form)
    if edits:
        _carry_out(change(the_desk().space, item, edits, "edit details"), f"Changed {item.id}")


def _clear(item: Waiting) -> None:
    desk = the_desk()
    by = desk.reviewed_by(request.form.get("by", ""))
    decision = clear(desk.space, item, by, date.today(), request.form.get("waive", ""))
    _carry_out(decision, f"Cleared {item.id}")


def _later(item: Waiting) -> None:
    desk = the_desk()
    desk.later = [*(id_ for id_ in desk.later if id_ != item.id), item.id]
    desk.said = f"{item.id} comes last, for now."


def _keep_out(item: Waiting) -> None:
    edits: dict[FieldPath, FieldValue] = {("kept_out",): True}
    decision = change(the_desk().space, item, edits, "keep out")
    _carry_out(decision, f"{item.id} stays in private/ for good")


def _wish_decided(item: Waiting) -> None:
    """Take out what whoever spoke wanted changed, once an author has decided on it."""
    edits: dict[FieldPath, FieldValue] = {("wish",): None}
    decision = change(the_desk().space, item, edits, "decide on a wish")
    _carry_out(decision, f"What was wanted of {item.id} is decided")


def _wait_again(item: Waiting) -> None:
    edits: dict[FieldPath, FieldValue] = {("kept_out",): None}
    decision = change(the_desk().space, item, edits, "let it wait again")
    _carry_out(decision, f"{item.id} waits again")


def _carry_out(decision: Decision, says: str) -> None:
    the_desk().take(decision, says)


def _flagged(item: Waiting) -> tuple[FieldPath, Flag]:
    """Find the words that a form is about; raises StudyError where the gate asks about no such."""
    asked = request.form
    for path, flag in the_desk().space.flags(item):
        named = (".".join(map(str, path)), str(flag.start), str(flag.end))
        if named == (asked.get("field"), asked.get("start"), asked.get("end")):
            return path, flag
    raise _refused("the gate asks about no such words", "look at the quotation as it stands now")


def _text_at(item: Waiting, path: FieldPath) -> str:
    value: Any = item.slip.quotation
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return str(value)


def _refused(message: str, hint: str) -> StudyError:
    return StudyError([Problem(Location("."), "not-done", message, hint)])


ACTS: Final[dict[str, Callable[[Waiting], None]]] = {
    "replace": _replace,
    "allow": _allow,
    "accept-risk": _accept_risk,
    "words": _words,
    "details": _details,
    "clear": _clear,
    "later": _later,
    "keep-out": _keep_out,
    "wait-again": _wait_again,
    "wish-decided": _wish_decided,
}
"""What can be decided, by the last part of the address."""
LEAVING: Final = frozenset({"clear", "later", "keep-out", "wait-again"})
"""After these the next quotation is shown."""
