"""`findings translate`: the files of a translation, begun."""

from __future__ import annotations

from pathlib import Path

import click

from ..editing import carry_out
from ..editing.translate import plan_translation
from ..problems.output import counted
from ..project import find_project
from .shared_options import STUDY, YES
from .telling import UNDO, ask, warn


@click.command()
@STUDY
@click.argument("language", metavar="LANG")
@YES
def command(study: Path | None, language: str, yes: bool) -> None:
    """Begin a translation into LANG (ur, ps …): write the files that it lacks, no other."""
    project = find_project(study)
    shown = project.shown(project.data_dir)
    begun = plan_translation(project.root, project.data_dir, language, shown)
    if not begun.written:
        click.echo("Nothing to write: the study and every theme have their files.")
    else:
        click.echo("Will be written:")
        for path in begun.written:
            click.echo(f"  {project.shown(path)}")
        ask(yes)
        carry_out(begun.plan)
        click.echo(f"Wrote {counted(len(begun.written), 'file')}.")
        click.echo(f"Open each and follow the comment at its top. {UNDO}")
    warn(begun.problems)
