"""The author's table of pseudonyms: outside the repository, and read again the next time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .found import Pseudonym

COLUMNS: Final = ("name", "pseudonym", "kind", "key")
_NAME: Final = "{}-pseudonyms.csv"
_GIT: Final = ".git"


def place_of_table(root: Path) -> Path:
    """Say where a study's table stands: beside the outermost repository that holds the study."""
    root = root.resolve()
    outermost = root
    for folder in root.parents:
        if (folder / _GIT).exists():
            outermost = folder
    return outermost.parent / _NAME.format(root.name)


def with_made(table: str, made: Iterable[Pseudonym]) -> str:
    """Add what was made to a table, whose own rows stay as they are; begins it where empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    if not table.strip():
        writer.writerow(COLUMNS)
    elif not table.endswith("\n"):
        table += "\n"
    for one in made:
        writer.writerow((one.name, one.pseudonym, one.kind, one.key))
    return table + stream.getvalue()
