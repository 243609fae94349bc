"""The map of themes: strands facing each other, one line for each two themes that relate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..findings.views import Findings
from .map_column import ColumnPart, MapColumn
from .map_lines import lanes, words_across, words_in_lane
from .map_order import COLUMNS, Joined, beside_and_apart, chain, joined_of, ordered, parts_of
from .map_parts import Box, Lettering, MapLine, MapNode, Point, Route, TextAnchor, ThemeMap


@dataclass(frozen=True)
class MapForm:
    """Say how wide a map is drawn, how much of it lies between the strands, how broad a lane is."""

    name: str
    width: int
    gutter: int
    lane: int
    least: int
    """How much room titles have at least."""


# A unit is about a CSS pixel where each form is smallest: where the page gives it 960, or 640.
WIDE: Final = MapForm("wide", 1040, 400, 92, 196)
MEDIUM: Final = MapForm("medium", 680, 200, 76, 152)
# With more lines than this, a list is read sooner.
MOST_LINES: Final = 24
MOST_NODES: Final = 40
FACING: Final[tuple[TextAnchor, TextAnchor]] = ("right", "left")
"""Which way the dots of each column face."""


def theme_maps(findings: Findings) -> tuple[ThemeMap, ...]:
    """Draw the map for broad and for middling screens; none where it could not be read."""
    drawn = (theme_map(findings, form) for form in (WIDE, MEDIUM))
    return tuple(one for one in drawn if one is not None)


def theme_map(findings: Findings, form: MapForm) -> ThemeMap | None:
    """Draw the map in one form, mirrored where the page's language runs from right to left.

    Gives None where no themes relate, or where the words of the lines find no room.
    """
    joined = joined_of(findings)
    parts = parts_of(findings, {end for one in joined for end in one.ends})
    if not 0 < len(joined) <= MOST_LINES or len(parts) < COLUMNS:
        return None
    if sum(len(part.themes) for column in parts for part in column) > MOST_NODES:
        return None
    placed = _columns(findings, form, ordered(parts, joined), joined)
    lines = _lines(form, placed, joined) if placed else None
    if placed is None or lines is None:
        return None
    bottoms = [column.y for column in placed]
    bottoms += [line.words.box.bottom for line in lines if line.words]
    drawn = ThemeMap(
        form.name,
        form.width,
        round(max(bottoms) + 4, 1),
        tuple(heading for column in placed for heading in column.headings),
        tuple(node for column in placed for node in column.nodes),
        lines,
    )
    return drawn.mirrored() if findings.say.direction == "rtl" else drawn


def _columns(
    findings: Findings, form: MapForm, parts: list[list[ColumnPart]], joined: list[Joined]
) -> list[MapColumn] | None:
    """Set both columns, with room for the lanes outside them; None where titles have too little."""
    width = (form.width - form.gutter) / 2
    placed = []
    for number, column in enumerate(parts):
        ids = [theme.id for theme, _ in chain(part.themes for part in column)]
        beside, apart = beside_and_apart(ids, joined)
        room = form.lane * (1 + max(lanes([span for span, _ in apart]), default=-1))
        if width - room < form.least:
            return None
        facing = FACING[number]
        x = room if facing == "right" else width + form.gutter
        labels = {(ids[at], ids[at + 1]): one.label for at, one in beside}
        drawn = MapColumn(findings.say, x, width - room, facing, labels)
        for part in column:
            drawn.set_part(part)
        placed.append(drawn)
    return placed


def _lines(
    form: MapForm, placed: list[MapColumn], joined: list[Joined]
) -> tuple[MapLine, ...] | None:
    """Lead every line and set its words; None where some find no room."""
    found: dict[tuple[str, str], MapLine | None] = {}
    for column in placed:
        found |= _within(form, column, joined)
    nodes = {node.theme.id: node for column in placed for node in column.nodes}
    taken: list[Box] = []
    for one in joined:
        if one.ends not in found:
            found[one.ends] = _across(one, nodes, taken, form.gutter)
    lines = [found[one.ends] for one in joined]
    return None if None in lines else tuple(line for line in lines if line)


def _within(
    form: MapForm, column: MapColumn, joined: list[Joined]
) -> dict[tuple[str, str], MapLine | None]:
    found: dict[tuple[str, str], MapLine | None] = {}
    nodes = column.nodes
    ids = [node.theme.id for node in nodes]
    beside, apart = beside_and_apart(ids, joined)
    for at, one in beside:
        route = Route(_below(nodes[at].dot), _above(nodes[at + 1].dot))
        found[one.ends] = _line(one, route, column.between.get((ids[at], ids[at + 1])))
    out = -1 if column.facing == "right" else 1
    side = column.x if out < 0 else column.x + column.width
    boxes: list[Box] = []
    for ((low, high), one), number in zip(apart, lanes([span for span, _ in apart]), strict=True):
        lane = side + out * (form.lane * number + 10)
        start, end = (_outer(nodes[row], out) for row in (low, high))
        words = None
        if one.label:
            middle = (start[1] + end[1]) / 2
            words = words_in_lane(one.label, lane, middle, form.lane - 22, out)
            if words is None or any(words.box.meets(box) for box in boxes) or words.box.y < 0:
                found[one.ends] = None
                continue
            boxes.append(words.box)
        found[one.ends] = _line(one, Route(start, end, lane), words)
    return found


def _across(
    one: Joined, nodes: dict[str, MapNode], taken: list[Box], room: float
) -> MapLine | None:
    first, second = sorted((nodes[end] for end in one.ends), key=lambda node: node.dot[0])
    route = Route(first.dot, second.dot)
    if not one.label:
        return _line(one, route, None)
    words = words_across(one.label, route, taken, room - 40)
    if words is None:
        return None
    taken.append(words.box)
    return _line(one, route, words)


def _line(one: Joined, route: Route, words: Lettering | None) -> MapLine:
    pair = one.pairs[0]
    said = [link.plain_text for each in one.pairs for link in each.links]
    return MapLine(
        one.ends,
        pair.anchor,
        "; ".join(said),
        pair.links[0].language,
        any(each.across for each in one.pairs),
        route,
        words,
    )


def _below(dot: Point) -> Point:
    return dot[0], dot[1] + 8


def _above(dot: Point) -> Point:
    return dot[0], dot[1] - 8


def _outer(node: MapNode, out: int) -> Point:
    """Give the point beside a title that lies away from its dot."""
    return node.reach + out * 8, node.dot[1]
