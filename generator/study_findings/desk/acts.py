"""What each form of a quotation's page does when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from flask import request

from ..editing.fields import Path, Value
from ..problems import Location, Problem, StudyError
from .decisions import Decision, accept_risk, allow, change, clear
from .doors import the_desk
from .forms import details, texts
from .workspace import Waiting


def _replace(item: Waiting) -> bool:
    """Put something else in the place of words that the gate asked about."""
    path, text, start, end = _flagged(item)
    instead = request.form.get("instead", "").strip()
    if not instead:
        raise _refused("nothing is given to stand there", "write […], or what was meant")
    edits: dict[Path, Value] = {path: text[:start] + instead + text[end:]}
    _carry_out(change(the_desk().space, item, edits, "replace words"), f"Replaced by {instead}")
    return False


def _allow(item: Waiting) -> bool:
    """Record that words which the gate asked about identify nobody."""
    _, text, start, end = _flagged(item)
    desk = the_desk()
    by, why = _reviewer(), request.form.get("why", "")
    decision = allow(desk.space, text[start:end], why, by, date.today())
    _carry_out(decision, f"“{text[start:end]}” is allowed, here and wherever else it stands")
    return False


def _accept_risk(item: Waiting) -> bool:
    """Record why somebody is quoted who could be recognised."""
    desk, quotation = the_desk(), item.slip.quotation
    who = (quotation.participant if quotation else None) or ""
    why = request.form.get("why", "")
    decision = accept_risk(desk.space, who, why, _reviewer(), date.today())
    _carry_out(decision, f"It is recorded why {who} is quoted")
    return False


def _words(item: Waiting) -> bool:
    """Take over words as they were edited."""
    edits = texts(item.slip.quotation, request.form)
    if edits:
        _carry_out(change(the_desk().space, item, edits, "edit words"), f"Edited {item.id}")
    return False


def _details(item: Waiting) -> bool:
    """Take over what is said of a quotation: themes, speaker, session, stance, language."""
    edits = details(item.slip.quotation, request.form)
    if edits:
        _carry_out(change(the_desk().space, item, edits, "edit details"), f"Changed {item.id}")
    return False


def _clear(item: Waiting) -> bool:
    desk = the_desk()
    decision = clear(desk.space, item, _reviewer(), date.today(), request.form.get("waive", ""))
    _carry_out(decision, f"Cleared {item.id}")
    return True


def _later(item: Waiting) -> bool:
    desk = the_desk()
    desk.later = [*(id_ for id_ in desk.later if id_ != item.id), item.id]
    desk.said = f"{item.id} comes last, for now."
    return True


def _keep_out(item: Waiting) -> bool:
    edits: dict[Path, Value] = {("kept_out",): True}
    decision = change(the_desk().space, item, edits, "keep out")
    _carry_out(decision, f"{item.id} stays in private/ for good")
    return True


def _wish_decided(item: Waiting) -> bool:
    """Take out what whoever spoke wanted changed, once an author has decided on it."""
    edits: dict[Path, Value] = {("wish",): None}
    decision = change(the_desk().space, item, edits, "decide on a wish")
    _carry_out(decision, f"What was wanted of {item.id} is decided")
    return False


def _take_back_in(item: Waiting) -> bool:
    edits: dict[Path, Value] = {("kept_out",): None}
    decision = change(the_desk().space, item, edits, "let it wait again")
    _carry_out(decision, f"{item.id} waits again")
    return True


def _carry_out(decision: Decision, says: str) -> None:
    the_desk().take(decision, says)


def _reviewer() -> str:
    desk = the_desk()
    desk.reviewer = request.form.get("by", "").strip() or desk.reviewer
    return desk.reviewer


def _flagged(item: Waiting) -> tuple[Path, str, int, int]:
    """Find the words that a form is about; raises StudyError where the gate asks about no such."""
    asked = request.form
    for path, flag in the_desk().space.flags(item):
        named = (".".join(map(str, path)), str(flag.start), str(flag.end))
        if named == (asked.get("field"), asked.get("start"), asked.get("end")):
            return path, _text_at(item, path), flag.start, flag.end
    raise _refused("the gate asks about no such words", "look at the quotation as it stands now")


def _text_at(item: Waiting, path: Path) -> str:
    value: Any = item.slip.quotation
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return str(value)


def _refused(message: str, hint: str) -> StudyError:
    return StudyError([Problem(Location("."), "not-done", message, hint)])


ACTS: Final[dict[str, Callable[[Waiting], bool]]] = {
    "replace": _replace,
    "allow": _allow,
    "accept-risk": _accept_risk,
    "words": _words,
    "details": _details,
    "clear": _clear,
    "later": _later,
    "keep-out": _keep_out,
    "take-back-in": _take_back_in,
    "wish-decided": _wish_decided,
}
"""What can be decided, by the last part of the address; each tells whether to go on to the next."""
