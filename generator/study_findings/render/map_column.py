"""A column of a theme map: strands one under the other, each theme a card with its subthemes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..findings.views import Strand
from ..language import Interface
from ..model import Theme, walk_themes
from ..privacy.publishable import PublicStudy
from .lettering import directions, width_of, wrapped
from .map_parts import Box, Guide, Heading, Lettering, Node, Side, TextLine, ThemeBox

HEADING: Final = 16
TITLE: Final = 15
INNER: Final = 14
SMALL: Final = 13
PADDING: Final = 14
INDENT: Final = 14
LEAST_TEXT: Final = 120
BAR: Final = 4
GAP: Final = 12
BETWEEN_STRANDS: Final = 20
# Nastaliq climbs: right-to-left lines stand this far apart, in type sizes.
LEADING: Final = {"ltr": 1.35, "rtl": 2.0}


@dataclass(frozen=True)
class Part:
    """Say which themes of a strand stand together in a column."""

    strand: Strand
    themes: tuple[Theme, ...]
    continued: bool = False


class Column:
    """Set strands into a column from the top; lines of relations leave at the edge `facing`."""

    def __init__(
        self,
        say: Interface,
        study: PublicStudy,
        x: float,
        width: float,
        facing: Side,
        targets: bool,
    ) -> None:
        self.say = say
        self.study = study
        self.x, self.width, self.y = x, width, 0.0
        self.facing: Side = facing
        self.targets = targets
        self.headings: list[Heading] = []
        self.cards: list[ThemeBox] = []
        self.relation_words: dict[tuple[str, int], Lettering] = {}

    @property
    def edge(self) -> float:
        """Give the x at which lines leave and arrive."""
        return self.x + self.width if self.facing == "right" else self.x

    def set_part(self, part: Part) -> None:
        """Set a strand's heading and its themes below what is there."""
        self.y += BETWEEN_STRANDS if self.cards else 0
        say, label, note = self.say, part.strand.label, ""
        if part.continued:
            label = say.gettext("%(strand)s, continued", strand=label)
        else:
            note = say.ngettext("%(num)s theme", "%(num)s themes", len(part.themes))
        lettering = self._text(label, note, self.x + 20, self.width - 20, HEADING, bold=True)
        first = lettering.lines[0]
        swatch = Box(self.x, first.y - 11, 12, 12)
        self.headings.append(Heading(swatch, part.strand.colour, lettering))
        self.y += 10
        for theme in part.themes:
            self._card(theme, part.strand)

    def _card(self, theme: Theme, strand: Strand) -> None:
        top = self.y
        nodes: list[Node] = []
        guides: list[Guide] = []
        self.y += 6
        self._node(theme, 0, nodes, guides, shared=strand.group is None)
        self.y += 6
        box = Box(self.x, top, self.width, self.y - top)
        bar = Box(self.x, top, BAR, box.height)
        self.cards.append(ThemeBox(box, bar, strand.colour, tuple(nodes), tuple(guides)))
        self.y += GAP

    def _node(
        self, theme: Theme, depth: int, nodes: list[Node], guides: list[Guide], shared: bool
    ) -> None:
        inset = min(PADDING + INDENT * depth, self.width - PADDING - LEAST_TEXT)
        x, width = self.x + inset, self.width - inset - PADDING
        top = self.y
        self.y += 4
        note = self.say.gettext("illustrative") if theme.is_illustrative else ""
        size = INNER if depth else TITLE
        lettering = self._text(theme.title, note, x, width, size, bold=not depth)
        groups = self._groups(theme) if shared else ""
        if groups:
            below = self._text("", groups, x, width, SMALL)
            lettering = Lettering(lettering.box, lettering.lines + below.lines)
        self.y += 4
        box = Box(x - 6, top, width + 12, self.y - top)
        said = self.say.gettext(", ").join(part for part in (theme.title, groups, note) if part)
        nodes.append(Node(theme, depth, said, Lettering(box, lettering.lines)))
        self._relations(theme, x, width)
        below_title = self.y
        for inner in theme.subthemes:
            self._node(inner, depth + 1, nodes, guides, shared=False)
        if theme.subthemes:
            guides.append(Guide(x + 1, below_title + 2, self.y - 2))

    def _groups(self, theme: Theme) -> str:
        labels = [self.study.groups_by_id[group].label for group in theme.groups]
        if not labels:
            return ""
        return self.say.gettext("shared by %(groups)s", groups=self.say.joined(labels))

    def _relations(self, theme: Theme, x: float, width: float) -> None:
        for number, named in enumerate(theme.related, 1):
            target = self.study.themes_by_id[named.theme].title if self.targets else ""
            said = f"{named.relation} {target}".strip()
            side: Side = "left" if self.targets else self.facing
            lettering = self._text(said, "", x, width, SMALL, side=side)
            self.relation_words[(theme.id, number)] = lettering
            self.y += 3

    def _text(
        self,
        text: str,
        note: str,
        x: float,
        width: float,
        size: float,
        bold: bool = False,
        side: Side = "left",
    ) -> Lettering:
        """Set a text from the present height on, its note after it or on lines of its own."""
        top = self.y
        found = directions(text or note)
        leading = size * LEADING["rtl" if "rtl" in found else "ltr"]
        rows = [(line, "") for line in wrapped(text, width, size, bold)] if text else []
        if note:
            room = width - 8 - (width_of(rows[-1][0], size, bold) if rows else width)
            if width_of(note, SMALL) <= room:
                rows[-1] = (rows[-1][0], note)
            else:
                rows.extend(("", line) for line in wrapped(note, width, SMALL))
        end = x if side == "left" else x + width
        lines = []
        for line, after in rows:
            base = round(self.y + leading / 2 + size * 0.35, 1)
            lines.append(TextLine(round(end, 1), base, line, after, side, *found[:1]))
            self.y += leading
        self.y = round(self.y, 1)
        return Lettering(Box(x, top, width, self.y - top), tuple(lines))


def weight_of(theme: Theme) -> int:
    """Estimate how tall a theme's card will be, in rows."""
    return 1 + sum(1 + len(node.related) for node in walk_themes((theme,)))
