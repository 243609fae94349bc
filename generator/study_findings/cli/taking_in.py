"""Answers of those who read their words back: shown, kept on record, carried out step by step."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import click

from ..editing import carry_out
from ..editing.answer_files import MOST_BYTES, read_answers
from ..editing.answers import Answers
from ..editing.read_back import STANDING, WANTED, Asked, Received, look_up, plan, plan_record
from ..problems import StudyError, output
from ..problems.output import counted
from ..project import Project, problems_placed
from .telling import (
    UNDO,
    after_unclearing,
    after_withdrawing,
    ask,
    show,
    show_remains,
    wants,
)

PASTED: Final = "-"


@dataclass(frozen=True)
class File:
    """Hold answers, the name of the file they are from, and what it held."""

    shown: str
    answers: Answers
    content: bytes = b""


def read_file(name: str) -> File:
    """Read a file of answers, or what is pasted; raises StudyError where it is none."""
    if name == PASTED:
        content, shown = sys.stdin.buffer.read(MOST_BYTES + 1), "pasted"
    else:
        with Path(name).open("rb") as file:
            content, shown = file.read(MOST_BYTES + 1), name
    return File(shown, read_answers(content, shown), content)


def take_in(project: Project, files: Sequence[File], yes: bool) -> None:
    """Show what is asked for, keep it on record, then do it step by step."""
    all_received = [look_up(project.root, file.answers, file.shown) for file in files]
    for received in all_received:
        click.echo("\n".join(_told(received)))
    ask(yes)
    failed: list[str] = []
    for file, received in zip(files, all_received, strict=True):
        carry_out(plan_record(project.root, file.answers, date.today(), file.content))
        click.echo(f"\nRecorded what {file.answers.participant} answered.")
        failed += [
            asked.answer.quotation for asked in received.asked if not _done(project, asked, yes)
        ]
    if failed:
        click.echo(f"\nNot done: {', '.join(failed)}.")
        sys.exit(1)


def _done(project: Project, asked: Asked, yes: bool) -> bool:
    """Do what one answer asks for, if an author agrees; tell whether nothing stood in the way."""
    id_ = asked.answer.quotation
    try:
        with problems_placed(project):
            planned = plan(project.root, project.content_dir, asked, date.today())
    except StudyError as error:
        click.echo(f"\n{id_} cannot be done yet:\n{output.as_text(error.problems)}")
        return False
    if planned is None:
        return True
    click.echo()
    show(planned, _what(asked))
    if asked.standing == "published":
        show_remains(project, planned, asked.becomes)
    if not wants(yes):
        click.echo(f"Left as it is: {id_}.")
        return True
    carry_out(planned)
    click.echo(f"Done: {id_}. {UNDO}")
    if asked.standing == "published":
        if asked.answer.answer == "take-out":
            after_withdrawing(project, planned)
        else:
            after_unclearing(project, planned)
    return True


def _what(asked: Asked) -> str:
    is_public = asked.standing == "published"
    if asked.answer.answer == "take-out":
        return (
            "Will be withdrawn, and a tombstone left in its place"
            if is_public
            else "Will be kept out, in private/ for good"
        )
    if is_public:
        return "Will be taken out of the site, to wait in private/ with what is wanted beside it"
    return "Will have what is wanted beside it; the words stay until you decide"


def _told(received: Received) -> Iterator[str]:
    """Say what somebody answered, with all their words."""
    number = counted(len(received.asked), "answer")
    yield f"{received.answers.participant}: {number}"
    for asked in received.asked:
        answer = asked.answer
        place = f" ({asked.location})" if asked.location else ""
        yield f"  {answer.quotation}{place}, {STANDING[asked.standing]}: {WANTED[answer.answer]}"
        if asked.is_changed:
            is_done = answer.answer == "take-out"
            rest = (
                "taken out all the same" if is_done else "nothing is done; show them the new ones"
            )
            yield f"    these words were changed since they read them: {rest}"
        if asked.differences:
            yield f"    {_difference(asked)}"
        elif answer.words:
            yield from (f"    | {line}" for line in answer.words.split("\n"))
        elif answer.answer == "change":
            yield "    they did not say how: ask them"
    if received.answers.remark:
        yield "  They add:"
        yield from (f"    | {line}" for line in received.answers.remark.split("\n"))


def _difference(asked: Asked) -> str:
    """Write a text with what goes as [-…-] and what comes as {+…+}."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return " ".join(marks[part.kind].format(part.words) for part in asked.differences)
