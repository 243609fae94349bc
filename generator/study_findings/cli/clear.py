"""`findings clear`: reviewed quotations into the study."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from ..editing import carry_out, kept_out_ids, plan_clearance
from ..problems import StudyError
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from .shared_options import STUDY, YES
from .telling import UNDO, ask, show

NONE_CLEARED: Final = (
    "Nothing was cleared. Mend what follows, or name those it says nothing of: "
    "findings clear ID… --by WHO"
)


@click.command()
@STUDY
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Clear every quotation in private/.")
@click.option("--by", required=True, help="Initials or role of the reviewer.")
@click.option(
    "--waive",
    default="",
    metavar="REASON",
    help="Why words that the privacy gate asks about may stand; recorded beside the clearance.",
)
@YES
def command(
    study: Path | None, ids: tuple[str, ...], everything: bool, by: str, waive: str, yes: bool
) -> None:
    """Move reviewed quotations from private/ to the study, marked as cleared today."""
    if bool(ids) == everything:
        raise click.UsageError("name the quotations to clear, or use --all")
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        try:
            plan = plan_clearance(
                project.root, None if everything else ids, by, date.today(), waive
            )
        except StudyError:
            if everything:
                click.echo(NONE_CLEARED, err=True)
            raise
    if everything and (staying := kept_out_ids(project.root)):
        click.echo(f"Kept out, and left where they are: {', '.join(staying)}.")
    if not plan.steps:
        click.echo("Nothing in private/ waits to be cleared.")
        return
    show(plan, "Will be published, as reviewed by " + by.strip())
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    click.echo(f"Cleared {counted(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}.")
    click.echo(UNDO)
