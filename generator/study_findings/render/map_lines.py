"""The lines of a theme map: the rows each joins, the lane it runs in, the way it takes."""

from __future__ import annotations

from typing import Final

from ..findings.relations import Link
from ..findings.views import Findings
from ..model import walk_themes
from .map_parts import Route

# A row of the map: the place of its theme in reading order, then of the relation below its title.
Row = tuple[int, int]
LANES_FROM: Final = 14


def spans_of(findings: Findings, links: list[Link]) -> list[tuple[Row, Row]]:
    """Give the rows that the line of each relation joins."""
    rows = {node.id: index for index, node in enumerate(walk_themes(findings.themes_in_order))}
    return [((rows[link.source.id], link.number), (rows[link.target.id], 0)) for link in links]


def lanes(spans: list[tuple[Row, Row]]) -> list[int]:
    """Give each span the innermost lane where it meets no other, short spans inside long ones."""
    taken: list[list[tuple[Row, Row]]] = []
    found = [0] * len(spans)
    ordered = [(min(span), max(span)) for span in spans]
    for index in sorted(range(len(spans)), key=lambda i: _length(ordered[i])):
        low, high = ordered[index]
        free = (
            number
            for number, lane in enumerate(taken)
            if all(high < other_low or other_high < low for other_low, other_high in lane)
        )
        found[index] = next(free, len(taken))
        if found[index] == len(taken):
            taken.append([])
        taken[found[index]].append((low, high))
    return found


def _length(span: tuple[Row, Row]) -> tuple[int, int]:
    (low, low_part), (high, high_part) = span
    return high - low, high_part - low_part


def lane_step(count: int, room: float) -> float:
    """Say how far apart lanes lie: as far as the room allows, at most ten units."""
    return min(10, (room - LANES_FROM) / max(count, 1))


def route(start: tuple[float, float], end: tuple[float, float], offset: float | None) -> Route:
    """Lead a line across, or back to the same edge by a lane that lies `offset` out from it."""
    return Route(start, end, None if offset is None else start[0] + offset)
