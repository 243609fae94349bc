"""`findings rename`: another id for a record, everywhere at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from ..editing import carry_out
from ..editing.rename import plan_rename
from ..model.kinds import RENAMED
from ..problems import output
from ..project import find_project, problems_placed, require_usual_folders
from .shared_options import STUDY, YES
from .telling import UNDO, ask, show

FORMER: Final = """\
The former id still stands in the site until you publish it again, in what git has committed, and in
what is kept for undoing: `findings undo --forget` deletes that."""


@click.command()
@STUDY
@click.argument("kind", type=click.Choice(RENAMED))
@click.argument("old")
@click.argument("new")
@click.option(
    "--no-redirect",
    is_flag=True,
    help="Keep the former id nowhere: for one that tells who somebody is.",
)
@YES
def command(
    study: Path | None, kind: str, old: str, new: str, no_redirect: bool, yes: bool
) -> None:
    """Give a record another id, change every reference, and let old addresses lead on."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_rename(
            project.root, project.content_dir, kind, old, new, leaves_redirect=not no_redirect
        )
    show(plan, "Will be renamed")
    if plan.left:
        click.echo(f"{output.as_text(list(map(project.placed, plan.left)))}\n")
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    click.echo(f"Renamed {kind} {old} to {new}, in {len(plan.steps)} files.")
    click.echo(UNDO)
    if no_redirect:
        click.echo(FORMER)
