"""Where the dots of a strip stand in their drawing, in rows where they are many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..findings.evidence import Dot

STEP: Final = 19
DOT: Final = 9
TOGETHER: Final = 18
"""How wide the dot of several sessions is that are described together."""
ROOM: Final = 288
EDGE: Final = 3


@dataclass(frozen=True)
class DotPlace:
    """Place a dot by its left and upper edge."""

    dot: Dot
    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Drawing:
    """Hold the places of a strip's dots, and how large it is."""

    dots: tuple[DotPlace, ...]
    width: int
    height: int


def dot_places(dots: Iterable[Dot]) -> Drawing:
    """Place dots from the left, a row below the other where one is full."""
    places: list[DotPlace] = []
    x, y = EDGE, EDGE
    for dot in dots:
        width = TOGETHER if dot.together else DOT
        if x + width + EDGE > ROOM:
            x, y = EDGE, y + STEP
        places.append(DotPlace(dot, x, y, width))
        x += width + STEP - DOT
    right = max((place.x + place.width for place in places), default=0)
    return Drawing(tuple(places), right + EDGE, y + DOT + EDGE)
