"""The pages that say how far the study is, and mend what tells too much of somebody."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..problems import StudyError
from ..standing import ABOUT
from .doors import at_the_desk, framed, the_desk
from .overview import mending, overview
from .shown_plan import fingerprint_of, shown_changes

CHANGED: Final = "The files have changed; this is the change as it would be now."
PAGES: Final = Blueprint("overview", __name__, url_prefix="/overview")


@PAGES.get("/")
@at_the_desk
def start() -> str:
    """Show how far the study is."""
    desk = the_desk()
    found = overview(desk.space.project)
    study = desk.space.public.study
    titles = {theme.id: theme.title for theme in study.themes_by_id.values()} if study else {}
    return framed("overview.html", found=found, titles=titles, about_id=ABOUT)


@PAGES.get("/less/<path:id_>")
@at_the_desk
def less(id_: str) -> str:
    """Show the least that could be told less finely of somebody, and every line it changes."""
    return _less(id_, ())


@PAGES.post("/less/<path:id_>")
@at_the_desk
def tell_less(id_: str) -> Response | str | tuple[str, int]:
    """Carry out what was shown, unless the files have changed since."""
    desk = the_desk()
    try:
        found = mending(desk.space.project, id_)
        if found is None or request.form.get("seen") != fingerprint_of(found[1]):
            return _less(id_, (CHANGED,)), 409
        desk.steps.take(found[1], f"Told less of {id_}")
    except StudyError as error:
        said = tuple(f"{p.message}; {p.hint}" for p in error.problems)
        return _less(id_, said), 422
    desk.said = f"Less is told of {id_}."
    return redirect(url_for("overview.start"))


def _less(id_: str, said: tuple[str, ...]) -> str:
    try:
        found = mending(the_desk().space.project, id_)
    except StudyError as error:
        said = (*said, *(f"{p.message}; {p.hint}" for p in error.problems))
        found = None
    changes = shown_changes(found[1]) if found else ()
    seen = fingerprint_of(found[1]) if found else ""
    return framed(
        "less.html",
        id=id_,
        found=found[0] if found else None,
        changes=changes,
        seen=seen,
        refused=said,
    )
