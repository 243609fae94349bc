"""`findings init`: a new folder."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from ..editing.scaffold import copy_starter


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--empty", "is_empty", is_flag=True, help="Begin with nothing to delete.")
def command(folder: Path, is_empty: bool) -> None:
    """Begin a study in FOLDER: a small, fictional one that checks and builds, or an empty one."""
    written = copy_starter(folder, is_empty)
    click.echo(f"Wrote {len(written)} files to {folder}. Next:")
    click.echo(f"  cd {quote(str(folder))}\n  findings check\n  findings serve --open")
    then = "write your study into it" if is_empty else "replace the fictional study with yours"
    click.echo(f"Then {then}; README.md says how.")
