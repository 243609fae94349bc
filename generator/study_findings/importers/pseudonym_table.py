"""The author's table of pseudonyms: outside the repository, and read again the next time."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from ..problems import Location, Problem, StudyError
from ..whole_files import write_whole
from .found import Pseudonym
from .pseudonyms import folded_name, rows_of

COLUMNS: Final = ("name", "pseudonym", "kind", "key")
_NAME: Final = "{}-pseudonyms.csv"
_GIT: Final = ".git"


def table_for(root: Path, named: Path | None) -> Path:
    """Say which table new pseudonyms go to: the one an author names, else the study's own.

    Raises StudyError where it stands in the study or in a repository, which may be published.
    """
    if named is None:
        return place_of_table(root)
    table, root = named.resolve(), root.resolve()
    if root in table.parents or any((folder / _GIT).exists() for folder in table.parents):
        message = "new pseudonyms would go to this table, and it stands in a repository"
        hint = f"move it to {place_of_table(root)}, or beside your consent forms, and name it there"
        raise StudyError([Problem(Location(str(named)), "not-imported", message, hint)])
    return table


def keep(table: Path, made: Collection[Pseudonym]) -> None:
    """Add what was made to a table, which is begun for its owner alone; raises StudyError."""
    try:
        is_new = not table.exists()
        text = "" if is_new else table.read_bytes().decode("utf-8-sig")
        if is_new:
            table.parent.mkdir(parents=True, exist_ok=True)
            table.touch(mode=0o600)
        write_whole(table, with_made(text, made).encode("utf-8"))
    except (OSError, ValueError) as error:
        message = "the table of pseudonyms cannot be written, so nothing was brought in"
        hint = "see that the folder is there and yours, and the table a CSV in UTF-8"
        raise StudyError([Problem(Location(str(table)), "not-imported", message, hint)]) from error


def joined(tables: Iterable[Path]) -> str:
    """Give the rows of several tables as one; what an earlier table says of a name holds.

    Raises UnreadableError where one is no table of pseudonyms.
    """
    known: set[tuple[str, str]] = set()
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for table in tables:
        rows = rows_of(table)
        for row in rows:
            name, kind = folded_name(row.get("name", "")), row.get("kind", "").lower()
            if known.isdisjoint({(kind, name), ("", name)}):
                writer.writerow([row.get(column, "") for column in COLUMNS])
        known |= {
            (row.get("kind", "").lower(), folded_name(row.get("name", ""))) for row in rows
        } - {("", "")}
    return stream.getvalue()


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
