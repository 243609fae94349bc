"""What was read from a file, what came of it, what was left out and why, and what a person should
look at. No words of a quotation stand in it: places and ids do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from .found import Anomaly, Dropped, Found
from .request import Request

Outcome: TypeAlias = Literal["new", "changed", "as it was"]
_NOUNS: Final = ("group", "session", "participant", "theme", "code", "quotation")
_NAMED_IN_FILES: Final = ("theme", "code", "quotation", "participant", "session")
_MOST_IDS: Final = 12
_MOST_ALIKE: Final = 3


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one record of a file."""

    noun: str
    id: str
    outcome: Outcome
    at: str
    fields: tuple[str, ...] = ()
    """Which fields changed."""


@dataclass
class Report:
    """Tell of one file, or of several that came together."""

    format: str
    came: list[Came] = field(default_factory=list)
    merged: list[Dropped] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    """How many quotations stood in the file, and how many themes, codes, people and sessions."""

    def lines(self) -> Iterator[str]:
        """Tell it in lines."""
        counted = [
            f"{number} {_many(noun, number)}" for noun, number in self.read.items() if number
        ]
        yield f"Read: {', '.join(counted) if counted else 'nothing'}."
        for outcome in ("new", "changed", "as it was"):
            if here := [one for one in self.came if one.outcome == outcome]:
                yield f"{outcome.capitalize()}: {_by_noun(here)}."
        for one in self.came:
            if one.outcome == "changed":
                yield f"  {one.noun} {one.id}: {', '.join(one.fields)} ({one.at})"
        for title, rows in (("Merged", self.merged), ("Left out", self.dropped)):
            if rows:
                yield f"{title}:"
                yield from (f"  {row.at}: {row.why}" for row in rows)
        if self.anomalies:
            yield "Look at:"
            yield from _looked_at(self.anomalies)


def _looked_at(anomalies: Sequence[Anomaly]) -> Iterator[str]:
    """Tell what to look at, a line each; what is so of many in the line of the first."""
    alike: dict[tuple[str, str], list[Anomaly]] = {}
    for one in anomalies:
        alike.setdefault(_same(one), []).append(one)
    for one in anomalies:
        others = alike[_same(one)] if one.of else []
        if len(others) <= _MOST_ALIKE or others[0] is one:
            yield f"  {one.at}: {_kind(one)}{one.says}{_of_others(others[1:])}"


def _same(one: Anomaly) -> tuple[str, str]:
    return one.kind, one.says.replace(one.of, "", 1) if one.of else one.says


def _of_others(others: Sequence[Anomaly]) -> str:
    if len(others) < _MOST_ALIKE:
        return ""
    named = list(dict.fromkeys(one.of for one in others))[:_MOST_IDS]
    more = len(others) - len(named)
    return f"; the same of {', '.join(named)}" + (f" and {more} more" if more > 0 else "")


def _kind(one: Anomaly) -> str:
    """Name what kind of thing it is, where a word says that."""
    return "" if one.kind == "other" else f"{one.kind}: "


def begun(found: Found, quotations: int, request: Request, anomalies: list[Anomaly]) -> Report:
    """Begin the report of a file that was read.

    Quotations are counted as they stood in it, so many as that; themes, people and sessions once
    each, however often they are named.
    """
    read = {noun: len(request.of(noun)) for noun in _NAMED_IN_FILES}
    read["quotation"] = quotations
    return Report(found.format, dropped=list(found.dropped), anomalies=anomalies, read=read)


def _by_noun(came: list[Came]) -> str:
    counts = Counter(one.noun for one in came)
    return ", ".join(
        f"{number} {_many(noun, number)}{_named(came, noun, number)}"
        for noun in _NOUNS
        if (number := counts[noun])
    )


def _named(came: list[Came], noun: str, number: int) -> str:
    ids = [one.id for one in came if one.noun == noun]
    return f" ({', '.join(ids)})" if number <= _MOST_IDS else f" ({ids[0]} to {ids[-1]})"


def _many(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"
