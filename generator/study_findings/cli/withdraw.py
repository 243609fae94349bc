"""`findings withdraw`: quotations taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from ..editing import CHECKLIST, carry_out, delete_derived, find_remains, plan_withdrawal
from ..problems import output
from ..problems.output import counted
from ..project import find_project, problems_placed, require_usual_folders
from ..repository import find_repository
from .options import STUDY, YES
from .telling import UNDO, ask, show

WORDS_KEPT: Final = (
    "Until your next change, the words are kept for that in .findings/undo/, on this computer "
    "only. To delete them there: findings undo --forget"
)


@click.command()
@STUDY
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@YES
def command(study: Path | None, ids: tuple[str, ...], yes: bool) -> None:
    """Take quotations back: their words go, a tombstone stays at their address."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_withdrawal(project.root, ids, date.today())
    show(plan, "Will be taken out, and a tombstone left in place of each")
    public = [(folder, project.shown(folder)) for folder in (project.data_dir, project.content_dir)]
    if remains := find_remains(plan, public):
        click.echo(f"{output.as_text(remains)}\n")
    ask(yes)
    with problems_placed(project):
        carry_out(plan)
    delete_derived(project.work_dir)
    click.echo(f"Withdrew {counted(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}.")
    click.echo(f"{UNDO}\n{WORDS_KEPT}")
    is_in_git = find_repository(project.root) is not None
    left = f"{'git, ' if is_in_git else ''}the published site, search engines, who has to know"
    click.echo(
        f"What is left to do is in {project.shown(project.private_dir / CHECKLIST)}: {left}."
    )
