"""`findings check`: every problem, with its remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..checking import check_project
from ..problems import has_failed, output
from ..project import find_project
from .options import FORMAT, STUDY


@click.command()
@STUDY
@FORMAT
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def command(study: Path | None, form: str, strict: bool) -> None:
    """Check the study and list every problem with its file, line and remedy."""
    project = find_project(study)
    checked = check_project(project)
    click.echo(output.FORMATS[form](checked.all))
    if has_failed(checked.all, strict):
        sys.exit(1)
    if form == "text" and has_failed(checked.problems, strict=True):
        click.echo(output.WORKFLOW_FAILS)
