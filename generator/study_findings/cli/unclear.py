"""`findings unclear`: published quotations back to where they wait."""

from __future__ import annotations

from pathlib import Path

import click

from ..editing import carry_out, plan_unclearing
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from .shared_options import STUDY, YES
from .telling import UNDO, after_unclearing, ask, show, show_remains


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
    show_remains(project, plan, "waits in private/")
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    waiting = f"{counted(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}"
    click.echo(f"Moved back to private/, to be cleared anew: {waiting}.")
    click.echo(UNDO)
    after_unclearing(project, plan)
