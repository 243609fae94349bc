"""Files that come together, read in order: each knows what those before it and the study hold.

Names of codes are known in a table that joins them by commas; names of people and documents have
one pseudonym in all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..cycles import not_looked_for
from .found import Found
from .holdings import Holdings, read_public
from .opening import read_file
from .options import Options


@not_looked_for()
def read_together(
    root: Path | None, paths: Sequence[Path], form: str, options: Options
) -> list[tuple[str, Found]]:
    """Read files for a study, none where it is begun with them; each with its name.

    Raises StudyError where one cannot be read.
    """
    known = set(_codes_of(read_public(root))) if root else set()
    found: list[tuple[str, Found]] = []
    for path in paths:
        here = read_file(path, form, replace(options, codes=options.codes | known))
        options = replace(options, made=(*options.made, *here.pseudonyms))
        known |= {name for code in here.codes for name in _names(code.path)}
        found.append((path.name, here))
    return found


def _names(path: Sequence[str]) -> set[str]:
    """Name a code as tables do: by itself, and by what it stands in as well."""
    return {path[-1], ": ".join(path)} if path else set()


def _codes_of(holdings: Holdings) -> Iterator[str]:
    paths: dict[str, tuple[str, ...]] = {}
    for held in holdings.of("code"):
        paths[held.id] = (*paths.get(held.parent, ()), str(held.data.get("label") or ""))
        yield from _names(paths[held.id])
