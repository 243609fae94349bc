"""The desk as a web application, for a browser on this computer alone."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from flask import Blueprint, Flask, Response, abort, request, send_from_directory
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from ..problems.output import unforeseen
from . import (
    bringing_in_pages,
    overview_pages,
    published_pages,
    reading_back_pages,
    waiting_pages,
    writing_pages,
)
from .guard import guard
from .state import Desk

MOST_SENT: Final = 8_000_000
"""The most bytes a form may send that brings no file in: a file of answers is the largest."""
STYLES: Final = Path(__file__).parent.parent / "render" / "assets"
ASSETS: Final = Path(__file__).parent / "assets"
PAGES: Final = (
    waiting_pages.PAGES,
    overview_pages.PAGES,
    bringing_in_pages.PAGES,
    writing_pages.PAGES,
    published_pages.PAGES,
    reading_back_pages.PAGES,
)
SECTIONS: Final = (
    ("waiting.start", "Waiting"),
    ("overview.start", "Overview"),
    ("bringing_in.start", "Bring in"),
    ("writing.start", "Write"),
    ("reading_back.start", "Read back"),
)
"""What the desk's navigation lists: the endpoint of each section, and its name."""


def make_app(desk: Desk, secret: str, port: int) -> Flask:
    """Make the application; its pages stand below `/SECRET/`, at 127.0.0.1 and this port only."""
    app = Flask(__name__, static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=MOST_SENT, MAX_FORM_MEMORY_SIZE=2_000_000)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["desk_sections"] = SECTIONS
    app.extensions["desk"] = desk
    guard(app, secret, port)
    app.before_request(_refuse_zero_bytes)
    for pages in PAGES:
        app.register_blueprint(pages, url_prefix=f"/{secret}{pages.url_prefix or ''}")
    app.register_blueprint(_files(), url_prefix=f"/{secret}")
    app.register_error_handler(HTTPException, _in_words)
    app.register_error_handler(Exception, _unforeseen)
    return app


def _files() -> Blueprint:
    files = Blueprint("files", __name__)

    @files.get("/assets/<name>")
    def asset(name: str) -> Response:
        return send_from_directory(STYLES if name == "findings.css" else ASSETS, name)

    return files


def _refuse_zero_bytes() -> None:
    """Refuse a form with what no text holds, and no path on a disk."""
    if any("\0" in value for value in request.form.values()):
        abort(400, "Nothing was done: what was sent holds zero bytes. Type it again.")


def _unforeseen(error: Exception) -> Response:
    """Name a failure of this program by its kind and place alone, here and in the terminal."""
    sentence = f"{unforeseen(error)}."
    logging.getLogger(__name__).error(sentence)
    return Response(f"{sentence}\n", 500, mimetype="text/plain")


def _in_words(error: HTTPException) -> Response:
    """Answer what cannot be answered with a sentence, and no more of the desk than that."""
    return Response(f"{error.description}\n", error.code or 500, mimetype="text/plain")
