"""What every page of the desk begins and ends with: the desk as it stands, and its frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeAlias, TypeVar, cast

from flask import current_app, render_template
from werkzeug.wrappers import Response

from .state import Desk

P = ParamSpec("P")
R = TypeVar("R")
Reply: TypeAlias = Response | str | tuple[str, int]
"""A page, with its status where that is not that all went well, or where to look instead."""


def the_desk() -> Desk:
    """Give the desk that this application serves."""
    return cast("Desk", current_app.extensions["desk"])


def at_the_desk(page: Callable[P, R]) -> Callable[P, R]:
    """Have a page made alone, from the files as they stand now."""

    @wraps(page)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        desk = the_desk()
        with desk.lock:
            desk.space.refresh()
            return page(*args, **kwargs)

    return made


def framed(template: str, **values: object) -> str:
    """Render a page in the desk's frame; what was said of the last step is said once."""
    desk = the_desk()
    said, desk.said = desk.said, ""
    study = desk.space.public.study
    return render_template(
        template,
        desk=desk,
        said=said,
        study_title=study.about.title if study else desk.space.project.root.name,
        **values,
    )


def with_status(page: Response | str, status: int) -> Reply:
    """Answer a page with a status; where it leads elsewhere, as it is."""
    return (page, status) if isinstance(page, str) else page
