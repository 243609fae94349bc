"""`findings unclear`: published quotations back to where they wait."""

from __future__ import annotations

from pathlib import Path

import click

from ..editing import carry_out, earlier_words, find_remains, plan_unclearing
from ..problems import output
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from .options import STUDY, YES
from .telling import UNDO, ask, show


@click.command()
@STUDY
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@YES
def command(study: Path | None, ids: tuple[str, ...], yes: bool) -> None:
    """Move published quotations back to private/, their clearance taken out."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_unclearing(project.root, project.content_dir, ids)
    show(plan, "Will be taken out of the site, to wait in private/ as before they were cleared")
    public = [(folder, project.shown(folder)) for folder in (project.data_dir, project.content_dir)]
    if remains := find_remains(plan, public, "waits in private/"):
        click.echo(f"{output.as_text(remains)}\n")
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    waiting = f"{counted(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}"
    click.echo(f"Moved back to private/, to be cleared anew: {waiting}.")
    click.echo(UNDO)
    click.echo(earlier_words(project.root, plan.ids))
