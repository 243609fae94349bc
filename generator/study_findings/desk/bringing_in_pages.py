"""The pages on which a file is looked at, its columns corrected, and brought into the study."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..importers.column_names import FIELDS
from ..importers.found import FoundQuotation
from ..importers.options import LINES, OFFSETS
from ..importers.pseudonym_table import keep, place_of_table
from ..importers.registry import READERS
from ..problems import Location, Problem, StudyError
from .amending import checks_of
from .choices import Option, group_options
from .doors import Reply, at_the_desk, framed, the_desk, with_status
from .incoming import NOT_READ, Incoming, taken_in
from .writing_pages import SINCE

PAGES: Final = Blueprint("bringing_in", __name__, url_prefix="/bring-in")
MOST_BYTES: Final = 250_000_000
"""The largest file that is taken in: a project with its sources, packed."""
OTHER: Final = Problem(
    Location("."),
    "changed-since",
    "the page that you sent was of another file, or of another reading of it",
    "nothing was done; this is the file as it is read now",
)
CARDS: Final = 6
"""How many of the first quotations are shown as they were read."""
COLUMN: Final = "column:"
LEVELS: Final = 4
PARTED: Final = (
    Option(LINES, "a line each"),
    Option(";", "; between them"),
    Option("|", "| between them"),
)
JOINED: Final = (
    Option(";", "; between them"),
    Option(",", ", between them"),
    Option("|", "| between them"),
    Option(LINES, "a line each"),
)
SEPARATORS: Final = tuple(Option(mark, mark) for mark in (">", ">>", "::", "/", "\\"))


@PAGES.get("/")
@at_the_desk
def start() -> str:
    """Ask for a file."""
    return framed("bring_in.html", problems=(), incoming=the_desk().incoming)


@PAGES.post("/")
@at_the_desk
def take() -> Reply:
    """Take a file in and read it; nothing of the study changes."""
    desk = the_desk()
    request.max_content_length = MOST_BYTES
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return _start(Problem(Location("."), "not-done", "no file was chosen", "choose one")), 422
    try:
        incoming = taken_in(desk.space.project.root, sent.filename, sent.save)
    except OSError as error:
        return _start(_not_kept("file", error)), 422
    desk.hold(incoming)
    return redirect(url_for("bringing_in.one"))


@PAGES.get("/file")
@at_the_desk
def one() -> Reply:
    """Show what the file was taken for, its first quotations, and what would come of it."""
    return _shown(())


@PAGES.post("/file/options")
@at_the_desk
def correct() -> Reply:
    """Read the file again as an author says that it is to be read."""
    incoming = the_desk().incoming
    if incoming is not None and request.form.get("seen") != incoming.seen:
        return with_status(_shown((OTHER,)), 409)
    if incoming is not None:
        form = request.form
        columns = [column.name for column in incoming.look.columns]
        chosen = {name: form.get(f"{COLUMN}{place}", "") for place, name in enumerate(columns)}
        incoming.choices = {name: choice for name, choice in chosen.items() if choice}
        incoming.form = form["format"] if form.get("format") in READERS else ""
        incoming.options = replace(
            incoming.options,
            separator=form.get("separator", ""),
            joined=form.get("joined", ""),
            several=form.get("several", ""),
            group=form.get("group", ""),
            language=form.get("language", ""),
            original_language=form.get("original_language", ""),
            offsets=next((known for known in OFFSETS if known == form.get("offsets")), None),
            pseudonymise="pseudonymise" in form,
        )
        try:
            _take_table(incoming)
        except OSError as error:
            return with_status(_shown((_not_kept("table", error),)), 422)
        incoming.read()
    return redirect(url_for("bringing_in.one"))


def _take_table(incoming: Incoming) -> None:
    """Take a table of pseudonyms that was sent, or leave out the one there is; raises OSError."""
    sent = request.files.get("pseudonyms")
    if sent is not None and sent.filename:
        incoming.give_table(sent.filename, sent.save)
    elif "without_table" in request.form:
        incoming.leave_table_out()


def _not_kept(what: str, error: OSError) -> Problem:
    message = f"the {what} could not be kept: {error.strerror or 'it could not be written'}"
    return Problem(Location("."), "cannot-write", message, "see that the disk has room")


@PAGES.post("/file/import")
@at_the_desk
def bring_in() -> Reply:
    """Bring the file in as it was shown, unless the study has changed since."""
    desk = the_desk()
    incoming = desk.incoming
    if incoming is None:
        return redirect(url_for("bringing_in.start"))
    if request.form.get("seen") != incoming.seen:
        return with_status(_shown((OTHER,)), 409)
    if incoming.brought is None or incoming.state != desk.space.state:
        return with_status(_shown((SINCE,)), 409)
    try:
        if incoming.made and incoming.brought.plan.changes:
            # First: a name without its pseudonym's row could not be found again.
            keep(place_of_table(desk.space.project.root), incoming.made)
        desk.steps.take(incoming.brought.plan, f"Brought in {incoming.name}")
    except StudyError as error:
        return with_status(_shown(tuple(error.problems)), 422)
    desk.said = f"Brought in {incoming.name}. What was said waits, until each is cleared."
    if incoming.made:
        own = place_of_table(desk.space.project.root)
        desk.said += f" The pseudonyms that were made stand in {own}."
    desk.let_go()
    return redirect(url_for("waiting.start"))


@PAGES.post("/file/put-away")
@at_the_desk
def put_away() -> Response:
    """Forget the file; nothing of the study changes."""
    the_desk().let_go()
    the_desk().said = "The file was put away, and nothing was changed."
    return redirect(url_for("bringing_in.start"))


def _start(*problems: Problem) -> str:
    return framed("bring_in.html", problems=problems, incoming=the_desk().incoming)


def _shown(problems: tuple[Problem, ...]) -> Response | str:
    desk = the_desk()
    incoming = desk.incoming
    if incoming is None:
        return redirect(url_for("bringing_in.start"))
    incoming.plan(desk.space.state, checks_of(desk.space))
    return framed(
        "incoming.html",
        incoming=incoming,
        problems=(*problems, *incoming.problems),
        cards=_cards(incoming),
        lines=incoming.lines,
        files=_files(incoming),
        fields=_fields(),
        not_read=NOT_READ,
        column=COLUMN,
        formats=tuple(Option(name, name) for name in READERS),
        separators=SEPARATORS,
        offsets=tuple(Option(way, way.replace("-", " ")) for way in OFFSETS),
        own_table=place_of_table(desk.space.project.root),
        joined=JOINED,
        parted=PARTED,
        groups=group_options(desk.space),
    )


def _cards(incoming: Incoming) -> tuple[FoundQuotation, ...]:
    found = incoming.look.found
    return found.quotations[:CARDS] if found else ()


def _files(incoming: Incoming) -> tuple[str, ...]:
    if incoming.brought is None:
        return ()
    plan = incoming.brought.plan
    return tuple(change.path.relative_to(plan.root).as_posix() for change in plan.changes)


def _fields() -> tuple[Option, ...]:
    levels = (Option(f"level {n}", f"theme, level {n}") for n in range(1, LEVELS + 1))
    return (*(Option(name, name.replace("_", " ")) for name in FIELDS), *levels)
