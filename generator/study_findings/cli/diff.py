"""`findings diff`: what changed in the findings between two states of a study."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..changes.diff_formats import FORMATS
from ..versions import LATEST, compare_versions
from .shared_options import STUDY
from .telling import warn


@click.command()
@click.argument("old", default=LATEST)
@click.argument("new", required=False)
@STUDY
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How changes are written: for people, for programs, or for a pull request.",
)
@click.option("--exit-code", is_flag=True, help="End with 1 where anything changed.")
def command(old: str, new: str | None, study: Path | None, form: str, exit_code: bool) -> None:
    """Say what changed in the findings from OLD to NEW: folders of a study, or revisions of git.

    OLD is HEAD where left out, NEW the study in the working folder. Only what is public is
    compared, and nothing is repeated of words that were withdrawn or changed since.
    """
    compared = compare_versions(old, new, study)
    warn(compared.warnings)
    click.echo(FORMATS[form](compared.comparison, compared.old, compared.new))
    if exit_code and compared.comparison.changes:
        sys.exit(1)
