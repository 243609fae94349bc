"""SQLite files of QDA programs, opened so that nothing in them can be changed or run on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from ..documents.unreadable import UnreadableError

MARK: Final = b"SQLite format 3\0"
_STEPS: Final = 100_000
_MOST_STEPS: Final = 2_000
_BROKEN: Final = UnreadableError(
    "is damaged, or no project of this program", "close the program, and copy its project anew"
)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database read-only; raises UnreadableError where it is damaged or runs on and on."""
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error as error:
        raise _BROKEN from error
    steps = iter(range(_MOST_STEPS))
    base.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
    try:
        base.execute("PRAGMA trusted_schema = OFF")
        base.row_factory = sqlite3.Row
        yield base
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _BROKEN from error
    finally:
        base.close()


def has_tables(path: Path, head: bytes, names: Sequence[str]) -> bool:
    """Tell whether a file is a database with some tables, which are tables and no views."""
    if not head.startswith(MARK):
        return False
    try:
        with opened(path) as base:
            rows = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return set(names) <= {str(row["name"]) for row in rows}
    except UnreadableError:
        return False


def columns_of(base: sqlite3.Connection, table: str) -> set[str]:
    """Name the columns of a table."""
    rows = base.execute("SELECT name FROM pragma_table_info(?)", [table])
    return {str(row["name"]) for row in rows}


def text_of(value: Any) -> str:
    """Give a value as a text; nothing for NULL."""
    return "" if value is None else str(value).strip()
