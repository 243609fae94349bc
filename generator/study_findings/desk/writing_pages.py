"""The pages on which records are begun and changed, by forms made from the model."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, abort, redirect, request, url_for

from ..editing import Plan
from ..editing.amend import find_record
from ..editing.new import TITLES, plan_new, proposed_ids
from ..editing.rename import plan_rename
from ..model import Claim, Code, Implication, KeyMessage, Participant, Quotation, Session, Theme
from ..model.kinds import BY_RECORD
from ..problems import Location, Problem, StudyError
from .amending import checks_of, plan_change
from .choices import record_options, theme_options, themes_of_claim
from .doors import Reply, at_the_desk, framed, the_desk
from .record_forms import by_field, changed, controls, sent
from .shown_plan import fingerprint_of, shown_changes

PAGES: Final = Blueprint("writing", __name__, url_prefix="/write")
_RECORDS: Final = (Theme, Claim, KeyMessage, Code, Implication, Session, Participant)
FORMS: Final = tuple(BY_RECORD[record].noun for record in _RECORDS)
"""Kinds whose records are changed in a form as it is; of quotations, the words are too."""
CHANGED: Final = (*FORMS, BY_RECORD[Quotation].noun)
SINCE: Final = Problem(
    Location("."),
    "changed-since",
    "the files were changed meanwhile, so nothing was done",
    "this is how it stands now",
)


@PAGES.get("/")
@at_the_desk
def start() -> str:
    """List what can be begun, and the records that can be changed."""
    space = the_desk().space
    records = {noun: record_options(space, noun) for noun in FORMS}
    records["theme"] = theme_options(space)
    number = sum(not quotation.withdrawn for quotation in space.public.frame.quotations)
    return framed("writing.html", nouns=tuple(TITLES), records=records, number=number)


@PAGES.get("/new/<noun>")
@at_the_desk
def new(noun: str) -> Reply:
    """Show an empty form; of a claim once its theme is chosen, whose quotations it may rest on."""
    kind, theme = _known(noun, TITLES), request.args.get("theme", "")
    if kind == "claim" and not themes_of_claim(the_desk().space, "", theme):
        return framed("which_theme.html", themes=theme_options(the_desk().space))
    return _form(kind, "", {"theme": theme} if theme else {}, ())


@PAGES.post("/new/<noun>")
@at_the_desk
def begin(noun: str) -> Reply:
    """Begin a record; a quotation comes to wait."""
    desk, kind = the_desk(), _known(noun, TITLES)
    values = sent(kind, request.form)
    try:
        id_, checks = request.form.get("id", "").strip(), checks_of(desk.space)
        plan = plan_new(desk.space.project.root, kind, values, id_, checks)
        desk.steps.take(plan, f"Began {kind} {plan.ids[0]}")
    except StudyError as error:
        return _form(kind, "", values, tuple(error.problems)), 422
    desk.said = f"Began {kind} {plan.ids[0]}."
    if kind == "quotation":
        return redirect(url_for("waiting.one", id_=plan.ids[0]))
    if kind not in CHANGED:
        return redirect(url_for("writing.start"))
    return redirect(url_for("writing.one", noun=kind, id_=plan.ids[0]))


@PAGES.get("/<noun>/<path:id_>")
@at_the_desk
def one(noun: str, id_: str) -> Reply:
    """Show a record in a form."""
    kind = _known(noun, FORMS)
    try:
        found = find_record(the_desk().space.project.root, kind, id_)
    except StudyError as error:
        return _form(kind, id_, {}, tuple(error.problems)), 422
    if found is None:
        the_desk().said = f"There is no {kind} {id_}."
        return redirect(url_for("writing.start"))
    return _form(kind, id_, found.data, (), found.fingerprint)


@PAGES.post("/<noun>/<path:id_>")
@at_the_desk
def amend(noun: str, id_: str) -> Reply:
    """Change fields of a record; what the form does not ask about stays."""
    desk, kind = the_desk(), _known(noun, FORMS)
    root = desk.space.project.root
    try:
        found = find_record(root, kind, id_)
        if found is None:
            return redirect(url_for("writing.start"))
        if request.form.get("seen") != found.fingerprint:
            return _form(kind, id_, found.data, (SINCE,), found.fingerprint), 409
        if edits := changed(kind, found.data, request.form):
            plan = plan_change(desk.space, found, kind, id_, edits)
            desk.steps.take(plan, f"Changed {kind} {id_}")
            desk.said = f"Changed {kind} {id_}."
    except StudyError as error:
        values, seen = sent(kind, request.form), request.form.get("seen", "")
        return _form(kind, id_, values, tuple(error.problems), seen), 422
    return redirect(url_for("writing.one", noun=kind, id_=id_))


@PAGES.get("/rename/<noun>/<path:id_>")
@at_the_desk
def rename(noun: str, id_: str) -> Reply:
    """Ask for another id, and once one is given show every line that changes with it."""
    kind, new_id = _known(noun, CHANGED), request.args.get("to", "").strip()
    return _renaming(kind, id_, new_id, ())


@PAGES.post("/rename/<noun>/<path:id_>")
@at_the_desk
def rename_so(noun: str, id_: str) -> Reply:
    """Give a record the id that was shown, unless the files have changed since."""
    desk, kind = the_desk(), _known(noun, CHANGED)
    new_id = request.form.get("to", "").strip()
    try:
        plan = _plan_rename(kind, id_, new_id)
        if request.form.get("seen") != fingerprint_of(plan):
            return _renaming(kind, id_, new_id, (SINCE,)), 409
        desk.steps.take(plan, f"Renamed {kind} {id_} to {new_id}")
    except StudyError as error:
        return _renaming(kind, id_, new_id, tuple(error.problems)), 422
    desk.said = f"Renamed {kind} {id_} to {new_id}, in {len(plan.changes)} files."
    return redirect(url_for("writing.one", noun=kind, id_=new_id))


def _plan_rename(noun: str, old: str, new_id: str) -> Plan:
    project = the_desk().space.project
    return plan_rename(project.root, project.content_dir, noun, old, new_id)


def _renaming(noun: str, id_: str, new_id: str, problems: tuple[Problem, ...]) -> str:
    plan = None
    if new_id:
        try:
            plan = _plan_rename(noun, id_, new_id)
        except StudyError as error:
            problems = (*problems, *error.problems)
    return framed(
        "rename.html",
        noun=noun,
        id=id_,
        to=new_id,
        problems=tuple(dict.fromkeys(problems)),
        left=plan.left if plan else (),
        changes=shown_changes(plan) if plan else (),
        seen=fingerprint_of(plan) if plan else "",
    )


def _known(noun: str, nouns: Any) -> str:
    if noun not in nouns:
        abort(404, "There is no such form.")
    return noun


def _form(noun: str, id_: str, values: Any, problems: tuple[Problem, ...], seen: str = "") -> str:
    found = by_field(noun, problems)
    space = the_desk().space
    theme = "" if id_ else str(values.get("theme", ""))
    themes = themes_of_claim(space, id_, theme) if noun == "claim" else ()
    return framed(
        "record.html",
        noun=noun,
        id=id_,
        asked_id=request.form.get("id", ""),
        proposed={} if id_ else proposed_ids(space.project.root, noun),
        values=values,
        seen=seen,
        controls=controls(space, noun, themes, is_new=not id_),
        found=found,
        others=found.get("", ()),
    )
