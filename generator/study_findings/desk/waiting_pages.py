"""The pages on which quotations that wait are decided about, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..model.quotations import PROVENANCES, STANCES
from ..problems import Location, Problem, StudyError
from .acts import ACTS, LEAVING
from .choices import all_participant_options, first_words, session_options, theme_options
from .doors import Reply, at_the_desk, framed, the_desk, with_status
from .forms import typed
from .review import review
from .state import Choice
from .steps import StepTaken

PAGES: Final = Blueprint("waiting", __name__)
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
def decide(id_: str, decision: str) -> Reply:
    """Carry out what was decided about a quotation, and go on."""
    desk, choice = the_desk(), _choice()
    item = desk.space.find(id_)
    act = ACTS.get(decision)
    if item is None:
        desk.said = f"{id_} does not wait any more, so nothing was done about it."
    if act is None or item is None:
        return redirect(url_for("waiting.start", **_query(choice)))
    if request.form.get("seen") != item.slip.fingerprint:
        return with_status(_page(id_, (CHANGED,)), 409)
    following = _following(id_, choice) if decision in LEAVING else id_
    try:
        act(item)
    except StudyError as error:
        desk.space.refresh()
        return with_status(_page(id_, tuple(error.problems)), 422)
    return redirect(_address(following, choice))


CHANGED: Final = Problem(
    Location("."),
    "changed-since",
    "this quotation was changed meanwhile, in another tab or an editor, so nothing was done",
    "look at it as it stands now, and decide again",
)


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
        "people": all_participant_options(space),
        "stances": STANCES,
        "provenances": PROVENANCES,
    }
