"""The lines of the map: which run beside a column, in which lane, and where words stand on them."""

from __future__ import annotations

from typing import Final

from .lettering import width_of, wrapped
from .map_column import LABEL, set_text
from .map_parts import Box, Lettering, Route

# Where along a line across its words may stand, the best place first.
PLACES: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
APART: Final = 4
MOST_LABEL: Final = 150
MOST_LABEL_LINES: Final = 3


def lanes(spans: list[tuple[int, int]]) -> list[int]:
    """Give each span of rows the innermost lane where it meets no other, short inside long."""
    taken: list[list[tuple[int, int]]] = []
    found = [0] * len(spans)
    ordered = [(min(span), max(span)) for span in spans]
    for index in sorted(range(len(spans)), key=lambda i: ordered[i][1] - ordered[i][0]):
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


def words_across(text: str, route: Route, taken: list[Box], room: float) -> Lettering | None:
    """Set words on a line across where they meet no others; None where there is no such place."""
    width = min(MOST_LABEL, room)
    if _is_too_long(text, width):
        return None
    for part in PLACES:
        x, y = route.at(part)
        height = set_text(text, LABEL, (0, 0), width, "middle").box.height
        words = set_text(text, LABEL, (x, round(y - height / 2, 1)), width, "middle")
        left, right = sorted((route.start[0], route.end[0]))
        is_free = words.box.y >= 0 and not any(words.box.meets(box, APART) for box in taken)
        if is_free and words.box.x >= left + APART * 2 and words.box.right <= right - APART * 2:
            return words
    return None


def words_in_lane(text: str, lane: float, middle: float, room: float, out: int) -> Lettering | None:
    """Set words on the outer side of an upright lane, at its middle; None where none fit."""
    if _is_too_long(text, room):
        return None
    height = set_text(text, LABEL, (0, 0), room, "left").box.height
    at = (lane + out * APART * 2, round(middle - height / 2, 1))
    return set_text(text, LABEL, at, room, "left" if out > 0 else "right")


def _is_too_long(text: str, room: float) -> bool:
    """Tell whether words would be broken, or be so many that a list is read sooner."""
    is_broken = any(width_of(word, LABEL) > room for word in text.split())
    return is_broken or len(wrapped(text, room, LABEL)) > MOST_LABEL_LINES
