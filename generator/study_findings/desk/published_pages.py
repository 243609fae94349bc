"""The pages on which published quotations are found, changed through the gate, and moved back."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..editing.amend import RecordAt, find_record
from ..editing.unclear import plan_unclearing
from ..model import Quotation
from ..model.quotations import flat, spoken
from ..problems import Problem, StudyError
from ..text.folding import folded
from .amending import plan_recleared
from .choices import beginning, theme_options
from .doors import Reply, at_the_desk, framed, the_desk, with_status
from .forms import WORDS, texts
from .record_forms import LEFT_OUT, by_field, changed, controls, sent
from .segments import passages
from .writing_pages import SINCE

PAGES: Final = Blueprint("published", __name__, url_prefix="/write")
A_PAGE: Final = 40
"""How many quotations are listed at once."""
# The words stand in fields of their own, one a turn.
ASKED_APART: Final = LEFT_OUT | {"text"}


@PAGES.get("/quotations")
@at_the_desk
def listed() -> str:
    """List the published quotations, or those of a theme that hold some words."""
    space = the_desk().space
    theme, words = request.args.get("theme", ""), request.args.get("words", "").strip()
    chosen = [
        quotation
        for quotation in space.public.frame.quotations
        if (not theme or theme in quotation.themes) and _holds(quotation, words)
    ]
    first = max(request.args.get("from", 0, int), 0)
    return framed(
        "quotations.html",
        listed=[(one, beginning(one)) for one in chosen[first : first + A_PAGE]],
        number=len(chosen),
        earlier=first - A_PAGE if first else None,
        further=first + A_PAGE if first + A_PAGE < len(chosen) else None,
        theme=theme,
        words=words,
        themes=theme_options(space),
    )


def _holds(quotation: Quotation, words: str) -> bool:
    if not words:
        return True
    said = flat((*spoken(quotation), *spoken(quotation.original)))
    return folded(words) in folded(f"{quotation.id} {said}")


@PAGES.get("/quotation/<id_>")
@at_the_desk
def one(id_: str) -> Reply:
    """Show a published quotation in a form."""
    return _shown(id_, ())


@PAGES.post("/quotation/<id_>")
@at_the_desk
def amend(id_: str) -> Reply:
    """Change a published quotation; what a reviewer cleared is cleared anew."""
    desk = the_desk()
    quotation = _quotation(id_)
    try:
        found = find_record(desk.space.project.root, "quotation", id_)
        if found is None or quotation is None:
            return redirect(url_for("published.listed"))
        if request.form.get("seen") != found.fingerprint:
            return with_status(_shown(id_, (SINCE,)), 409)
        edits = texts(quotation, request.form)
        edits |= changed("quotation", found.data, request.form, ASKED_APART)
        if edits:
            by, waive = request.form.get("by", ""), request.form.get("waive", "")
            by, today = desk.reviewed_by(by), date.today()
            plan = plan_recleared(desk.space, found, id_, edits, by, today, waive)
            desk.steps.take(plan, f"Changed quotation {id_}")
            desk.said = f"Changed quotation {id_}."
    except StudyError as error:
        return with_status(_shown(id_, tuple(error.problems)), 422)
    return redirect(url_for("published.one", id_=id_))


@PAGES.post("/quotation/<id_>/move-back")
@at_the_desk
def move_back(id_: str) -> Reply:
    """Move a published quotation to where it waits, as `findings unclear` does."""
    desk = the_desk()
    project = desk.space.project
    try:
        found = find_record(project.root, "quotation", id_)
        if found is not None and request.form.get("seen") != found.fingerprint:
            return with_status(_shown(id_, (SINCE,)), 409)
        plan = plan_unclearing(project.root, project.content_dir, [id_])
        desk.steps.take(plan, f"Moved {id_} back")
    except StudyError as error:
        return with_status(_shown(id_, tuple(error.problems)), 422)
    desk.said = f"{id_} is published no longer, and waits."
    return redirect(url_for("waiting.one", id_=id_))


def _quotation(id_: str) -> Quotation | None:
    quotations = the_desk().space.public.frame.quotations
    return next((quotation for quotation in quotations if quotation.id == id_), None)


def _shown(id_: str, problems: tuple[Problem, ...]) -> Response | str:
    space, quotation = the_desk().space, _quotation(id_)
    try:
        found = find_record(space.project.root, "quotation", id_)
    except StudyError as error:
        found, problems = None, (*problems, *error.problems)
    if not problems and (found is None or quotation is None):
        the_desk().said = f"No quotation {id_} is published, or it cannot be read."
        return redirect(url_for("published.listed"))
    return _form(id_, quotation, found, problems)


def _form(
    id_: str, quotation: Quotation | None, found: RecordAt | None, problems: tuple[Problem, ...]
) -> str:
    space = the_desk().space
    sorted_ = by_field("quotation", problems)
    is_sent = bool(problems) and SINCE not in problems and request.method == "POST"
    values = found.data if found else {}
    written = {name: text for name, text in request.form.items() if name.startswith(WORDS)}
    return framed(
        "published.html",
        noun="quotation",
        id=id_,
        quotation=quotation,
        values={**values, **sent("quotation", request.form)} if is_sent and written else values,
        written=written if is_sent else {},
        waive=request.form.get("waive", ""),
        seen=found.fingerprint if found else "",
        passages=passages(quotation, space.public.frame.draft.language, ()) if quotation else (),
        controls=controls(space, "quotation", (), ASKED_APART),
        found=sorted_,
        others=sorted_.get("", ()),
    )
