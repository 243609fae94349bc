"""Names of codes and themes of which a cell holds several: parted when asked, else asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .found import Anomaly, TitlePath

MARKS: Final = (";", "|", "\n", ",")
_SHOWN: Final = {"\n": "lines"}


def parted(path: TitlePath, mark: str) -> list[TitlePath]:
    """Give the paths of the names in the last part of one; `lines` for names in lines."""
    if not mark or not path:
        return [path] if path else []
    parts = path[-1].split("\n" if mark == "lines" else mark)
    return [(*path[:-1], part.strip()) for part in parts if part.strip()]


def may_be_several(noun: str, named: Sequence[tuple[TitlePath, str]]) -> Iterator[Anomaly]:
    """Ask about names that may be several: all their parts are names of others.

    `named` is each name with its place. Around a comma, all parts stand alone elsewhere; around
    other marks they may stand in another such name too.
    """
    alone = {path[-1].casefold() for path, _ in named}
    for mark in MARKS:
        joined = {path[-1]: at for path, at in reversed(named) if mark in path[-1]}
        parts = {name: [one[-1].casefold() for one in parted((name,), mark)] for name in joined}
        beside = [part for found in parts.values() for part in {*found}] if mark != "," else []
        several = [
            name
            for name, found in parts.items()
            if len(found) > 1 and all(one in alone or beside.count(one) > 1 for one in found)
        ]
        if several:
            first = several[-1]
            shown = " ".join(first.split())
            more = f", and {len(several) - 1} more" if len(several) > 1 else ""
            says = (
                f"the {noun} {shown} may be several{more}: the parts are names of others;"
                f" --joined {_SHOWN.get(mark, repr(mark))} parts them"
            )
            yield Anomaly("uncertain", joined[first], says)
            return
