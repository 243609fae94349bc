"""The pages on which participants' own readings are asked for, taken in, and carried out."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from ..editing import delete_derived, find_remains
from ..editing.all_or_none import shown_from
from ..editing.answer_files import MOST_BYTES, answers_given, read_answers
from ..editing.answers import Answers
from ..editing.handing_out import plan_handout
from ..editing.own_quotations import read_own
from ..editing.read_back import STANDING, WANTED, Asked, look_up, plan, plan_record
from ..editing.register import FOLDER, read_register
from ..language import catalogue_languages, own_name
from ..model.quotations import flat, spoken
from ..problems import Location, Problem, StudyError
from ..study_folder import CHECKLIST
from .choices import Option, participant_options
from .doors import Reply, at_the_desk, framed, the_desk
from .state import TakenIn

PAGES: Final = Blueprint("reading_back", __name__, url_prefix="/read-back")
ANSWER: Final = "answer:"
DONE: Final = {
    ("take-out", "published"): "Withdraw it; a tombstone stays in its place",
    ("take-out", "waiting"): "Keep it out, in private/ for good",
    ("change", "published"): "Move it back to wait, with what is wanted beside it",
    ("change", "waiting"): "Write what is wanted beside it; the words stay until you decide",
}


@PAGES.get("/")
@at_the_desk
def start() -> str:
    """Show who was asked and who answered, with forms to ask and to take in an answer."""
    return _start(())


@PAGES.post("/page")
@at_the_desk
def hand_out() -> Reply:
    """Write the private page of one participant into `private/read-back/`."""
    project = the_desk().space.project
    who, language = request.form.get("participant", ""), request.form.get("language", "")
    try:
        page = plan_handout(project.root, who, project.settings, date.today(), language)
        page.write()
    except StudyError as error:
        return _start(tuple(error.problems)), 422
    except OSError as error:
        return _start((_unwritten(error),)), 422
    shown = page.path.relative_to(project.root).as_posix()
    the_desk().said = f"Wrote {shown}, {len(page.words.quotations)} quotations. It is private."
    return _start(page.problems)


@PAGES.post("/answers")
@at_the_desk
def take_in() -> Reply:
    """Read answers in, from a file or pasted, keep them on record, and show what they ask for."""
    sent = request.files.get("file")
    content = sent.read(MOST_BYTES + 1) if sent and sent.filename else b""
    content = content or request.form.get("pasted", "").encode()
    try:
        _record(read_answers(content, "the answers"), content)
    except StudyError as error:
        return _start(tuple(error.problems)), 422
    return redirect(url_for("reading_back.asked"))


@PAGES.get("/paper")
@at_the_desk
def paper() -> Reply:
    """Show the quotations of one participant, to type in what was answered on a printed page."""
    return _paper(request.args.get("participant", ""), ())


@PAGES.post("/paper")
@at_the_desk
def type_in() -> Reply:
    """Take in what was typed; a quotation of which nothing is said has no answer."""
    who, sent = request.form.get("participant", ""), request.form
    given = []
    for name in [name for name in sent if name.startswith(ANSWER) and sent[name]]:
        id_ = name.removeprefix(ANSWER)
        words = sent.get(f"words:{id_}", "").strip() if sent[name] == "change" else ""
        given.append(f"{id_}={sent[name]}" + (f":{words}" if words else ""))
    try:
        _record(answers_given(who, given, sent.get("remark", "").strip()), b"")
    except StudyError as error:
        page = _paper(who, tuple(error.problems))
        return (page, 422) if isinstance(page, str) else page
    return redirect(url_for("reading_back.asked"))


def _record(answers: Answers, content: bytes) -> None:
    """Keep answers as they came, and have them shown; raises StudyError where they are not ours."""
    desk = the_desk()
    kept = plan_record(desk.space.project.root, answers, date.today(), content)
    desk.steps.take(kept, f"Recorded what {answers.participant} answered")
    desk.taken_in = TakenIn(answers, content)
    desk.said = f"Recorded what {answers.participant} answered."


def _paper(who: str, problems: tuple[Problem, ...]) -> Response | str:
    desk = the_desk()
    try:
        study, waits, _ = read_own(desk.space.project.root, who)
    except StudyError as error:
        return _start(tuple(error.problems))
    own = [quotation for quotation in study.published if quotation.participant == who]
    texts = [(q.id, flat(spoken(q))) for q in (*own, *waits)]
    return framed("paper.html", who=who, quotations=texts, problems=problems, wanted=WANTED)


@PAGES.get("/answers")
@at_the_desk
def asked() -> Reply:
    """Show each answer that was read in last, and what doing it would change."""
    return _asked(())


@PAGES.post("/answers/<id_>")
@at_the_desk
def do(id_: str) -> Reply:
    """Carry out what one answer asks for."""
    desk = the_desk()
    taken, found = desk.taken_in, _find(id_)
    if taken is None or found is None:
        return redirect(url_for("reading_back.start"))
    project = desk.space.project
    try:
        planned = plan(project.root, project.content_dir, found, date.today())
        if planned is not None:
            folders = (project.data_dir, project.content_dir)
            public = [(folder, shown_from(project.root, folder)) for folder in folders]
            remains = tuple(find_remains(planned, public, found.becomes))
            desk.steps.take(planned, f"Did what was answered about {id_}")
            taken.done.add(id_)
            desk.said = f"Done: {id_}."
            if found.answer.answer == "take-out" and found.standing == "published":
                delete_derived(project.work_dir)
                desk.said += f" What is left to do is in {project.private_dir.name}/{CHECKLIST}."
            return _asked(remains)
    except StudyError as error:
        page = _asked(tuple(error.problems))
        return (page, 422) if isinstance(page, str) else page
    return redirect(url_for("reading_back.asked"))


def _find(id_: str) -> Asked | None:
    return next((one for one in _received() if one.answer.quotation == id_), None)


def _received() -> tuple[Asked, ...]:
    desk = the_desk()
    if desk.taken_in is None:
        return ()
    return look_up(desk.space.project.root, desk.taken_in.answers, "the answers").asked


def _start(problems: tuple[Problem, ...]) -> str:
    desk = the_desk()
    register = read_register(desk.space.project.root)
    return framed(
        "reading_back.html",
        problems=problems,
        register=register,
        people=participant_options(desk.space),
        languages=tuple(Option(tag, own_name(tag)) for tag in catalogue_languages()),
        has_answers=desk.taken_in is not None,
    )


def _asked(problems: tuple[Problem, ...]) -> Response | str:
    desk = the_desk()
    if desk.taken_in is None:
        return redirect(url_for("reading_back.start"))
    return framed(
        "answers.html",
        problems=problems,
        answers=desk.taken_in.answers,
        asked=_received(),
        done=desk.taken_in.done,
        standing=STANDING,
        wanted=WANTED,
        does=DONE,
    )


def _unwritten(error: OSError) -> Problem:
    message = f"the page could not be written: {error.strerror or error}"
    hint = "see that you may write in the study's folder, and that the disk has room"
    return Problem(Location(FOLDER), "cannot-write", message, hint)
