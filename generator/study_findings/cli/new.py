"""`findings new`: a record begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ..editing import carry_out
from ..editing.new import TITLES, plan_new
from ..editing.record_fields import SimpleField, place_field, simple_fields
from ..model.kinds import BY_NOUN
from ..privacy.gate_checks import GATE, gate_checks_by_names
from ..privacy.private_texts import read_lists
from ..problems import Problem
from ..project import Project, find_project, problems_placed, require_usual_folders
from ..reading.frame import Frame
from .shared_options import STUDY, YES
from .telling import UNDO, ask, show, warn


@click.group()
def command() -> None:
    """Begin a theme, claim, key message, session, participant or quotation, with a free id."""


def _begin(noun: str, study: Path | None, yes: bool, given: dict[str, Any]) -> None:
    """Add a record of a kind to the study, shown first."""
    title, id_ = given.pop("words"), given.pop("id") or ""
    if title is not None:
        if given[TITLES[noun]] is not None:
            raise click.UsageError(f"the {TITLES[noun]} is given twice")
        given[TITLES[noun]] = title
    values = {name: value for name, value in given.items() if value not in (None, (), False)}
    project = find_project(study)
    require_usual_folders(project)
    gate = gate_checks_by_names(_names(project))
    with problems_placed(project):
        plan = plan_new(project.root, noun, values, id_, gate)
    show(plan, "Will be added")
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    (step,) = plan.steps
    click.echo(f"Added {noun} {step.id} to {project.shown(project.root / step.target)}.")
    if noun == "quotation":
        warn([project.placed(p) for p in _asked(project, step.lines, step.target)])
    click.echo(UNDO)


def _asked(project: Project, lines: str, shown: str) -> Iterator[Problem]:
    """Give what the privacy gate will ask about in a quotation before it can be cleared."""
    frame = Frame(project.data_dir, project.data_dir.name)
    found = frame.placed(lines, shown, 1, more=gate_checks_by_names(_names(project))).problems
    return (replace(problem, level="notice") for problem in found if problem.rule in GATE)


def _names(project: Project) -> tuple[str, ...]:
    return tuple(listed.text for listed in read_lists(project.private_dir)[0])


def _option(field: SimpleField) -> click.Option:
    return click.Option(
        [f"--{field.option}", field.name],
        help=field.says,
        multiple=field.is_list,
        is_flag=field.is_flag,
        default=None if not field.is_flag else False,
    )


def _command(noun: str) -> click.Command:
    title = TITLES[noun]

    @STUDY
    @YES
    @click.pass_context
    def begin(context: click.Context, /, study: Path | None, yes: bool, **given: Any) -> None:
        _begin(noun, study, yes, given)

    added = click.command(
        noun, help=f"Begin a {noun.replace('-', ' ')}; the words after it are its {title}."
    )(begin)
    added.params = [
        click.Argument(["words"], required=False, metavar=f"[{title.upper()}]"),
        click.Option(["--id"], help="Its id; the next free one where left out."),
        *map(_option, filter(None, [place_field(BY_NOUN[noun])])),
        *map(_option, simple_fields(BY_NOUN[noun])),
        *added.params,
    ]
    return added


for _noun in TITLES:
    command.add_command(_command(_noun))
