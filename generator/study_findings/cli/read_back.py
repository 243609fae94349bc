"""`findings read-back`: words given to whoever said them to read, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from ..editing import carry_out
from ..editing.answer_files import answers_given
from ..editing.counting_back import plan_count
from ..editing.handing_out import plan_handout
from ..editing.register import FOLDER, Register, read_register
from ..problems.output import counted
from ..project import Project, find_project, problems_placed, require_usual_folders
from .shared_options import STUDY, YES
from .taking_in import File, read_file, take_in
from .telling import UNDO, ask, show, warn

PRIVATE: Final = "It is private: give it to nobody else. Once the answers are read in, delete it."


@click.command()
@STUDY
@click.argument("names", nargs=-1, metavar="[PARTICIPANT]...")
@click.option("--language", default="", metavar="TAG", help="Language of the page: en, ps, ur.")
@click.option(
    "--output",
    "-o",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Where the page goes: {FOLDER}/ID.html where left out.",
)
@click.option(
    "--answers", "are_files", is_flag=True, help="What is named are files of answers; - is pasted."
)
@click.option(
    "--answer",
    "given",
    multiple=True,
    metavar="ID=ANSWER",
    help="An answer on a printed page: q014=keep, q014=take-out, 'q014=change:new words'.",
)
@click.option("--remark", default="", help="What else is written on a printed page.")
@click.option(
    "--count", "is_count", is_flag=True, help="Write into study.yml how many read them back."
)
@YES
def command(
    study: Path | None,
    names: tuple[str, ...],
    language: str,
    target: Path | None,
    are_files: bool,
    given: tuple[str, ...],
    remark: str,
    is_count: bool,
    yes: bool,
) -> None:
    """Write a private page on which participants read their words, and take in what they answer.

    Without a name: who was given a page, and who answered.
    """
    _refuse_together(names, language, target, are_files, given, remark, is_count)
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        if is_count:
            _count(project, yes)
        elif are_files:
            take_in(project, [read_file(name) for name in names], yes)
        elif given or remark:
            answers = answers_given(names[0], given, remark)
            take_in(project, [File("--answer", answers)], yes)
        elif names:
            for name in names:
                _hand_out(project, name, language, target)
        else:
            _tell(read_register(project.root))


def _refuse_together(
    names: Sequence[str],
    language: str,
    target: Path | None,
    are_files: bool,
    given: Sequence[str],
    remark: str,
    is_count: bool,
) -> None:
    """Raise UsageError for what does not go together."""
    is_answer = bool(given or remark)
    if sum((are_files, is_answer, is_count)) > 1:
        raise click.UsageError("--answers, --answer and --count are for different things: give one")
    if is_count and names:
        raise click.UsageError("--count is about everybody: name nobody")
    if are_files and not names:
        raise click.UsageError("name the files of answers, or - for what you paste")
    if is_answer and len(names) != 1:
        raise click.UsageError("name the one participant who gave these answers")
    if (language or target) and (are_files or is_answer or is_count or not names):
        raise click.UsageError("--language and --output are for a page: name its participant")
    if target and len(names) > 1:
        raise click.UsageError("--output is for one page: name one participant")


def _hand_out(project: Project, name: str, language: str, target: Path | None) -> None:
    page = plan_handout(project.root, name, project.settings, date.today(), language, target)
    warn([project.placed(problem) for problem in page.problems])
    page.write()
    number = counted(len(page.words.quotations), "quotation")
    waiting = sum(not own.is_public for own in page.words.quotations)
    click.echo(f"Wrote {project.shown(page.path)} ({page.language}): {number}, {waiting} waiting.")
    click.echo(PRIVATE)


def _count(project: Project, yes: bool) -> None:
    planned = plan_count(project.root)
    if not planned.changes:
        click.echo("study.yml says already how many read their words back.")
        return
    show(planned, "Will be told on the methods page")
    click.echo(
        "Write it once all have answered: a number that grows on the day on which a quotation "
        "goes tells whose it was."
    )
    ask(yes)
    carry_out(planned)
    click.echo(UNDO)


def _tell(register: Register) -> None:
    click.echo(
        f"{counted(len(register.people), 'participant')} asked, {register.answered} answered."
    )
    for id_, person in register.people.items():
        page = f"page of {person.on} in {person.language}" if person.on else "no page"
        answered = f"answered on {person.answered}" if person.answered else "no answer yet"
        click.echo(f"  {id_}: {page}, {counted(len(person.shown), 'quotation')}, {answered}")
