"""`findings undo`: the last change taken back."""

from __future__ import annotations

from pathlib import Path

import click

from ..editing import forget, last_change, undo
from ..project import find_project, problems_placed
from .shared_options import STUDY, YES
from .telling import UNDO, ask


@click.command()
@STUDY
@click.option("--forget", "only_forget", is_flag=True, help="Delete what is kept; undo nothing.")
@YES
def command(study: Path | None, only_forget: bool, yes: bool) -> None:
    """Take back the last change that a command made to the study's files; undo's own too."""
    project = find_project(study)
    if only_forget:
        gone = forget(project.root)
        click.echo("Deleted what was kept for undoing." if gone else "Nothing was kept.")
        return
    with problems_placed(project):
        kept = last_change(project.root)
    click.echo(f"Takes back `{kept.command}`:")
    for effect in kept.effects:
        click.echo(f"  {effect}")
    ask(yes)
    undo(kept)
    click.echo(f"Took back `{kept.command}`. {UNDO}")
