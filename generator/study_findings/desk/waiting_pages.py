"""The pages on which quotations that wait are decided about, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeAlias

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..editing.fields import Path, Value
from ..problems import Location, Problem, StudyError
from .decisions import Decision, accept_risk, allow, change, clear
from .doors import at_the_desk, framed, the_desk
from .forms import details, texts, typed
from .review import (
    first_words,
    participant_options,
    review,
    session_options,
    theme_options,
)
from .state import Choice
from .steps import StepTaken
from .workspace import Waiting

PAGES: Final = Blueprint("waiting", __name__)
Answer: TypeAlias = Response | str | tuple[str, int]
A_PAGE: Final = 40
"""How many quotations the list beside the open one names at once."""


def _choice() -> Choice:
    asked = request.args
    flagged = asked.get("flagged", "")
    return Choice(
        asked.get("theme", ""),
        asked.get("session", ""),
        flagged if flagged in ("yes", "no") else "",
        asked.get("kept-out") == "yes",
    )


def _query(choice: Choice) -> dict[str, Any]:
    """Write what was chosen as an address does."""
    kept = "yes" if choice.kept_out else ""
    named = {
        "theme": choice.theme,
        "session": choice.session,
        "flagged": choice.flagged,
        "kept-out": kept,
    }
    return {name: value for name, value in named.items() if value}


@PAGES.get("/")
@at_the_desk
def start() -> Response | str:
    """Open the first quotation of those chosen, or say that none waits."""
    choice = _choice()
    listed = the_desk().listed(choice)
    if not listed:
        return framed("nothing_waits.html", choice=choice, options=_options(), query=_query(choice))
    return redirect(_address(listed[0].id, choice))


@PAGES.get("/waiting/<id_>")
@at_the_desk
def one(id_: str) -> Response | str:
    """Show one quotation that waits, with what is to be decided."""
    return _page(id_, ())


@PAGES.post("/waiting/<id_>/<decision>")
@at_the_desk
def decide(id_: str, decision: str) -> Answer:
    """Carry out what was decided about a quotation, and go on."""
    desk, choice = the_desk(), _choice()
    item = desk.space.find(id_)
    act = ACTS.get(decision)
    if item is None:
        desk.said = f"{id_} does not wait any more, so nothing was done about it."
    if act is None or item is None:
        return redirect(url_for("waiting.start", **_query(choice)))
    following = _following(id_, choice)
    if request.form.get("seen") != item.slip.fingerprint:
        return _answered(_page(id_, (CHANGED,)), 409)
    try:
        leaves = act(item)
    except StudyError as error:
        desk.space.refresh()
        return _answered(_page(id_, tuple(error.problems)), 422)
    return redirect(_address(following if leaves else id_, choice))


def _answered(page: Response | str, status: int) -> Answer:
    return (page, status) if isinstance(page, str) else page


CHANGED: Final = Problem(
    Location("."),
    "changed-since",
    "this quotation was changed meanwhile, in another tab or an editor, so nothing was done",
    "look at it as it stands now, and decide again",
)


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


@PAGES.post("/undo")
@at_the_desk
def undo() -> Response:
    """Take the last step back, and show what it was about."""
    return _again(the_desk().undo, "Took back")


@PAGES.post("/redo")
@at_the_desk
def redo() -> Response:
    """Take the step again that was taken back last."""
    return _again(the_desk().redo, "Did again")


def _again(move: Callable[[], StepTaken | None], says: str) -> Response:
    desk = the_desk()
    try:
        step = move()
    except StudyError as error:
        desk.said = " ".join(f"{problem.message}; {problem.hint}." for problem in error.problems)
        return redirect(url_for("waiting.start"))
    desk.space.refresh()
    if step is None:
        desk.said = "There is nothing to take back or to do again."
        return redirect(url_for("waiting.start"))
    desk.said = f"{says}: {step.says}."
    about = desk.space.find(step.about) if step.about else None
    return redirect(_address(about.id if about else "", _choice()))


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


def _following(id_: str, choice: Choice) -> str:
    """Name the quotation after one in the list, the first after the last."""
    ids = [item.id for item in the_desk().listed(choice)]
    at = ids.index(id_) if id_ in ids else -1
    after = [*ids[at + 1 :], *ids[: max(at, 0)]]
    return after[0] if after else ""


def _address(id_: str, choice: Choice) -> str:
    if not id_:
        return url_for("waiting.start", **_query(choice))
    return url_for("waiting.one", id_=id_, **_query(choice))


def _page(id_: str, problems: tuple[Problem, ...]) -> Response | str:
    desk, choice = the_desk(), _choice()
    item = desk.space.find(id_)
    if item is None:
        desk.said = desk.said or f"No quotation {id_} waits."
        return redirect(url_for("waiting.start", **_query(choice)))
    listed = desk.listed(choice)
    ids = [other.id for other in listed]
    at = ids.index(id_) if id_ in ids else 0
    first = at // A_PAGE * A_PAGE
    return framed(
        "waiting.html",
        review=review(desk.space, item),
        refused=problems,
        typed=typed(request.form) if problems else (),
        listed=[(other, first_words(other)) for other in listed[first : first + A_PAGE]],
        first=first,
        number=len(listed),
        place=at + 1,
        before=ids[at - 1] if at else "",
        after=ids[at + 1] if at + 1 < len(ids) else "",
        earlier=ids[first - 1] if first else "",
        further=ids[first + A_PAGE] if first + A_PAGE < len(ids) else "",
        choice=choice,
        query=_query(choice),
        options=_options(),
    )


def _options() -> dict[str, object]:
    space = the_desk().space
    return {
        "themes": theme_options(space),
        "sessions": session_options(space),
        "people": participant_options(space),
    }
