"""What a theme map is drawn of: boxes, lines of text, nodes, relations, in the map's own units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from ..model import Theme

Side = Literal["left", "right"]
ARROW = 6
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

    def mirrored(self, width: float) -> Box:
        """Give the same rectangle in a map that begins at the right."""
        return replace(self, x=width - self.right)


@dataclass(frozen=True)
class TextLine:
    """Hold a line of text set against its left or right end, at its baseline; a note may follow."""

    x: float
    y: float
    text: str
    note: str = ""
    side: Side = "left"
    direction: Literal["ltr", "rtl"] = "ltr"

    @property
    def anchor(self) -> Literal["start", "end"]:
        """Say which end of the text stands at `x`, as SVG says it: by the text's own direction."""
        return "start" if (self.side == "left") == (self.direction == "ltr") else "end"

    def mirrored(self, width: float) -> TextLine:
        """Give the same line in a map that begins at the right."""
        return replace(self, x=width - self.x, side="right" if self.side == "left" else "left")


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
class Node:
    """Draw a theme or subtheme: its title in the box that is its link."""

    theme: Theme
    depth: int
    name: str
    words: Lettering


@dataclass(frozen=True)
class Guide:
    """Draw the upright line along what is inside a theme."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True)
class ThemeBox:
    """Draw a top-level theme with all that is inside it.

    `bar` is its edge in the strand's colour.
    """

    box: Box
    bar: Box
    colour: int
    nodes: tuple[Node, ...]
    guides: tuple[Guide, ...]


@dataclass(frozen=True)
class Heading:
    """Draw a strand's name over its themes."""

    swatch: Box
    colour: int
    words: Lettering


@dataclass(frozen=True)
class Route:
    """Lead a relation's line from its word to its target's edge, by an upright lane or across."""

    start: tuple[float, float]
    end: tuple[float, float]
    lane: float | None = None

    @property
    def path(self) -> Markup:
        """Write the line as SVG path data."""
        (x1, y1), (x2, y2) = self.start, self.end
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

    @property
    def arrow(self) -> Markup:
        """Write the arrowhead at the target as SVG path data."""
        x, y = self.end
        before = self.lane if self.lane is not None else self.start[0]
        back = ARROW if before > x else -ARROW
        return Markup(f"M{x:g} {y:g}l{back:g} {-ARROW * 0.6:g}v{ARROW * 1.2:g}z")

    def mirrored(self, width: float) -> Route:
        """Give the same line in a map that begins at the right."""
        (x1, y1), (x2, y2) = self.start, self.end
        lane = None if self.lane is None else width - self.lane
        return Route((width - x1, y1), (width - x2, y2), lane)


@dataclass(frozen=True)
class RelationLine:
    """Draw a relation: its word at the theme that names it, and the line to the other."""

    source: Theme
    target: Theme
    word: str
    colour: int
    across: bool
    words: Lettering
    route: Route


@dataclass(frozen=True)
class ThemeMap:
    """Hold a map, drawn; `name` tells its form."""

    name: str
    width: float
    height: float
    headings: tuple[Heading, ...]
    cards: tuple[ThemeBox, ...]
    relations: tuple[RelationLine, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """List all nodes in reading order."""
        return tuple(node for card in self.cards for node in card.nodes)
