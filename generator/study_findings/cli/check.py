"""`findings check`: every problem, with its remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..checking import check_project
from ..checking.git_history import check_history
from ..problems import has_failed, output
from ..project import find_project
from .shared_options import FORMAT, STUDY


@click.command()
@STUDY
@FORMAT
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--history", is_flag=True, help="Read all of git's history as well.")
def command(study: Path | None, form: str, strict: bool, history: bool) -> None:
    """Check the study and list every problem with its file, line and remedy."""
    project = find_project(study)
    checked = check_project(project)
    found = [*checked.all, *(check_history(project) if history else ())]
    click.echo(output.FORMATS[form](found))
    if has_failed(found, strict):
        sys.exit(1)
    if form == "text" and has_failed(checked.problems, strict=True):
        click.echo(output.WORKFLOW_FAILS)
