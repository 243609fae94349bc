"""`findings withdraw`: quotations taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..editing import carry_out, plan_withdrawal
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from .shared_options import STUDY, YES
from .telling import UNDO, after_withdrawing, ask, show, show_remains


@click.command()
@STUDY
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@YES
def command(study: Path | None, ids: tuple[str, ...], yes: bool) -> None:
    """Take quotations back: their words go, a tombstone stays at their address."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_withdrawal(project.root, project.content_dir, ids, date.today())
    show(plan, "Will be taken out, and a tombstone left in place of each")
    show_remains(project, plan)
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    click.echo(f"Withdrew {counted(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}.")
    click.echo(UNDO)
    after_withdrawing(project, plan)
