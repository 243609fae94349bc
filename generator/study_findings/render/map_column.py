"""A column of the map: strands one under the other, each theme a title and a dot at the edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..findings.views import Strand
from ..language import Interface
from ..model import Theme
from .lettering import directions, width_of, wrapped
from .map_parts import Box, Heading, Lettering, MapNode, TextAnchor, TextLine

HEADING: Final = 14
TITLE: Final = 16
INNER: Final = 15
LABEL: Final = 14
DOT_ROOM: Final = 12
LEAST_HEIGHT: Final = 24
BETWEEN: Final = 20
BETWEEN_STRANDS: Final = 28
# Nastaliq climbs: right-to-left lines stand this far apart, in type sizes.
LEADING: Final = {"ltr": 1.35, "rtl": 2.0}


@dataclass(frozen=True)
class ColumnPart:
    """Say which themes of a strand stand together in a column, and which inside them are shown."""

    strand: Strand
    themes: tuple[tuple[Theme, int], ...]
    continued: bool = False


class MapColumn:
    """Set strands into a column from the top; dots stand at the edge `facing`.

    `labels` are the words between a node and the next, by the ids of the two.
    """

    def __init__(
        self,
        say: Interface,
        x: float,
        width: float,
        facing: TextAnchor,
        labels: dict[tuple[str, str], str],
    ) -> None:
        self.say, self.labels = say, labels
        self.x, self.width, self.y = x, width, 0.0
        self.facing: TextAnchor = facing
        self.headings: list[Heading] = []
        self.nodes: list[MapNode] = []
        self.between: dict[tuple[str, str], Lettering] = {}

    @property
    def edge(self) -> float:
        """Give the x of the dots."""
        return self.x + self.width if self.facing == "right" else self.x

    def set_part(self, part: ColumnPart) -> None:
        """Set a strand's heading and its themes below what is there."""
        self.y += BETWEEN_STRANDS if self.nodes else 0
        label, group = part.strand.label, part.strand.group
        if part.continued:
            label, group = self.say.gettext("%(strand)s, continued", strand=label), None
        words = self._text(label, HEADING, bold=True)
        self.headings.append(Heading(part.strand.colour, words, group))
        for theme, depth in part.themes:
            self._node(theme, depth, part.strand.colour)

    def _node(self, theme: Theme, depth: int, colour: int) -> None:
        before = self.nodes[-1].theme.id if self.nodes else ""
        words = self.labels.get((before, theme.id), "")
        if words:
            self.y += BETWEEN / 2
            self.between[(before, theme.id)] = self._text(words, LABEL)
            self.y += BETWEEN / 2
        else:
            self.y += BETWEEN
        top = self.y
        lettering = self._text(theme.title, INNER if depth else TITLE, bold=not depth)
        self.y = max(self.y, top + LEAST_HEIGHT)
        note = self.say.gettext("illustrative") if theme.is_illustrative else ""
        said = self.say.gettext(", ").join(part for part in (theme.title, note) if part)
        box = Box(self.x, top, self.width, self.y - top)
        first, size = lettering.lines[0], INNER if depth else TITLE
        dot = (self.edge, round(first.y - size * 0.35, 1))
        broad = width_of(first.text, size, bold=not depth)
        reach = round(first.x + (-broad if self.facing == "right" else broad), 1)
        title = Lettering(box, lettering.lines)
        self.nodes.append(MapNode(theme, depth, said, title, dot, reach, colour))

    def _text(self, text: str, size: float, bold: bool = False) -> Lettering:
        """Set a text from the present height on, against the dots."""
        end = self.edge - DOT_ROOM if self.facing == "right" else self.edge + DOT_ROOM
        width = self.width - DOT_ROOM
        x = self.x if self.facing == "right" else self.x + DOT_ROOM
        lettering = set_text(text, size, (end, self.y), width, self.facing, bold)
        self.y = lettering.box.bottom
        return Lettering(Box(x, lettering.box.y, width, lettering.box.height), lettering.lines)


def set_text(
    text: str,
    size: float,
    at: tuple[float, float],
    width: float,
    side: TextAnchor,
    bold: bool = False,
) -> Lettering:
    """Set a text in lines from a height on, with one end or the middle of each line at `x`."""
    x, top = at
    found = directions(text)
    leading = size * LEADING["rtl" if "rtl" in found else "ltr"]
    rows = wrapped(text, width, size, bold)
    lines = tuple(
        TextLine(
            round(x, 1),
            round(top + leading * (number + 0.5) + size * 0.35, 1),
            line,
            side,
            *found[:1],
        )
        for number, line in enumerate(rows)
    )
    broad = max(width_of(line, size, bold) for line in rows)
    begin = {"left": x, "right": x - broad, "middle": x - broad / 2}[side]
    height = round(leading * len(rows), 1)
    return Lettering(Box(round(begin, 1), top, round(broad, 1), height), lines)
