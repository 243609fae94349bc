"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from ..problems import output

STUDY: Final = click.option(
    "--study",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the study; found from mkdocs.yml where left out.",
)
YES: Final = click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
FORMAT: Final = click.option(
    "--format",
    "form",
    type=click.Choice(list(output.FORMATS)),
    default="text",
    show_default=True,
    help="How problems are written: for people, for programs, or as GitHub annotations.",
)
