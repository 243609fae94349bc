"""What a map of themes is drawn of: boxes, lines of text, nodes, lines, in the map's own units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from ..model import Group, Theme

TextAnchor = Literal["left", "right", "middle"]
Point = tuple[float, float]
CORNER = 8


@dataclass(frozen=True)
class Box:
    """Hold a rectangle; `y` grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give the y of the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Give the y halfway down."""
        return self.y + self.height / 2

    def meets(self, other: Box, apart: float = 0) -> bool:
        """Tell whether two rectangles share more than an edge, or are less than `apart` away."""
        return (
            self.x < other.right + apart
            and other.x < self.right + apart
            and self.y < other.bottom + apart
            and other.y < self.bottom + apart
        )

    def mirrored(self, width: float) -> Box:
        """Give the same rectangle in a map that begins at the right."""
        return replace(self, x=width - self.right)


@dataclass(frozen=True)
class TextLine:
    """Hold a line of text set against its left or right end, or its middle, at its baseline."""

    x: float
    y: float
    text: str
    side: TextAnchor = "left"
    direction: Literal["ltr", "rtl"] = "ltr"

    @property
    def anchor(self) -> Literal["start", "end", "middle"]:
        """Say which part of the text stands at `x`, as SVG says it: by the text's own direction."""
        if self.side == "middle":
            return "middle"
        return "start" if (self.side == "left") == (self.direction == "ltr") else "end"

    def mirrored(self, width: float) -> TextLine:
        """Give the same line in a map that begins at the right."""
        other: dict[TextAnchor, TextAnchor] = {"left": "right", "right": "left", "middle": "middle"}
        return replace(self, x=width - self.x, side=other[self.side])


@dataclass(frozen=True)
class Lettering:
    """Hold lines of text and the box they stay in."""

    box: Box
    lines: tuple[TextLine, ...]

    def mirrored(self, width: float) -> Lettering:
        """Give the same text in a map that begins at the right."""
        lines = tuple(line.mirrored(width) for line in self.lines)
        return Lettering(self.box.mirrored(width), lines)


@dataclass(frozen=True)
class MapNode:
    """Draw a theme, or a theme inside one: its title in the box that is its link, and its dot."""

    theme: Theme
    depth: int
    name: str
    words: Lettering
    dot: Point
    reach: float
    """How far its title reaches, away from the dot."""
    colour: int

    def mirrored(self, width: float) -> MapNode:
        """Give the same node in a map that begins at the right."""
        dot, reach = (width - self.dot[0], self.dot[1]), width - self.reach
        return replace(self, words=self.words.mirrored(width), dot=dot, reach=reach)


@dataclass(frozen=True)
class Heading:
    """Draw a strand's name over its themes; it is the group's own, where there is one."""

    colour: int
    words: Lettering
    group: Group | None = None

    def mirrored(self, width: float) -> Heading:
        """Give the same heading in a map that begins at the right."""
        return replace(self, words=self.words.mirrored(width))


@dataclass(frozen=True)
class Route:
    """Lead a line from one end to the other: straight down, by an upright lane, or across."""

    start: Point
    end: Point
    lane: float | None = None

    @property
    def path(self) -> Markup:
        """Write the line as SVG path data."""
        (x1, y1), (x2, y2) = self.start, self.end
        if self.lane is None and x1 == x2:
            return Markup(f"M{x1:g} {y1:g}V{y2:g}")
        if self.lane is None:
            bend = (x1 + x2) / 2
            return Markup(f"M{x1:g} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}")
        out = 1 if self.lane > x1 else -1
        down = 1 if y2 > y1 else -1
        r = min(CORNER, abs(y2 - y1) / 2, abs(self.lane - x1), abs(self.lane - x2))
        return Markup(
            f"M{x1:g} {y1:g}H{self.lane - out * r:g}Q{self.lane:g} {y1:g} {self.lane:g} "
            f"{y1 + down * r:g}V{y2 - down * r:g}Q{self.lane:g} {y2:g} {self.lane - out * r:g} "
            f"{y2:g}H{x2:g}"
        )

    def at(self, part: float) -> Point:
        """Give the point that lies a part of the way along a line across."""
        (x1, y1), (x2, y2) = self.start, self.end
        bend, rest = (x1 + x2) / 2, 1 - part
        inner, outer = 3 * rest * rest * part, 3 * rest * part * part
        x = rest**3 * x1 + (inner + outer) * bend + part**3 * x2
        y = (rest**3 + inner) * y1 + (outer + part**3) * y2
        return round(x, 1), round(y, 1)

    def mirrored(self, width: float) -> Route:
        """Give the same line in a map that begins at the right."""
        (x1, y1), (x2, y2) = self.start, self.end
        lane = None if self.lane is None else width - self.lane
        return Route((width - x1, y1), (width - x2, y2), lane)


@dataclass(frozen=True)
class MapLine:
    """Draw what is said of two themes: a line without direction, its words on it."""

    ends: tuple[str, str]
    """The ids of the nodes that it joins."""
    anchor: str
    name: str
    language: str
    across: bool
    route: Route
    words: Lettering | None

    def mirrored(self, width: float) -> MapLine:
        """Give the same line in a map that begins at the right."""
        words = self.words and self.words.mirrored(width)
        return replace(self, words=words, route=self.route.mirrored(width))


@dataclass(frozen=True)
class ThemeMap:
    """Hold a map, drawn; `name` tells its form."""

    name: str
    width: float
    height: float
    headings: tuple[Heading, ...]
    nodes: tuple[MapNode, ...]
    lines: tuple[MapLine, ...]

    @property
    def has_both_lines(self) -> bool:
        """Tell whether some lines join two strands and others stay within one."""
        return len({line.across for line in self.lines}) > 1

    def mirrored(self) -> ThemeMap:
        """Give the same map begun at the right."""
        return replace(
            self,
            headings=tuple(heading.mirrored(self.width) for heading in self.headings),
            nodes=tuple(node.mirrored(self.width) for node in self.nodes),
            lines=tuple(line.mirrored(self.width) for line in self.lines),
        )
