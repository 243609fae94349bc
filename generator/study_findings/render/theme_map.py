"""The theme map: strands, themes, subthemes and relations, laid out the same way at every build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from ..findings.relations import Link, links_of
from ..findings.views import Findings, Strand
from .map_column import Column, Part, weight_of
from .map_lines import LANES_FROM, lane_step, lanes, route, spans_of
from .map_parts import Guide, Heading, Lettering, RelationLine, ThemeBox, ThemeMap


@dataclass(frozen=True)
class Form:
    """Say how wide a map is drawn, and how much of that relations may take."""

    name: str
    width: int
    columns: int
    gutter: int


# A unit is a CSS pixel where the map has its smallest size: on screens of 768 and of 360 pixels.
WIDE: Final = Form("wide", 740, 2, 150)
NARROW: Final = Form("narrow", 320, 1, 76)
# With more lines than this side by side, words name the theme they lead to.
EASY_TO_FOLLOW: Final = 24
NO_GUTTER: Final = {1: 0, 2: 32}


def theme_maps(findings: Findings) -> tuple[ThemeMap, ...]:
    """Draw the map for broad and for narrow screens; none where there is no theme."""
    if not findings.themes_in_order:
        return ()
    return tuple(theme_map(findings, form) for form in (WIDE, NARROW))


def theme_map(findings: Findings, form: Form) -> ThemeMap:
    """Draw the map in one form, mirrored where the page's language runs from right to left."""
    columns = _columns(findings, form)
    links = links_of(findings)
    placed = _set_columns(findings, form, columns, links)
    drawn = ThemeMap(
        form.name,
        form.width,
        round(max(column.y for column in placed), 1),
        tuple(heading for column in placed for heading in column.headings),
        tuple(card for column in placed for card in column.cards),
        tuple(_relations(findings, form, placed, links)),
    )
    return _mirrored(drawn) if findings.say.direction == "rtl" else drawn


def _columns(findings: Findings, form: Form) -> list[list[Part]]:
    """Share strands, or a single strand's themes, over columns as evenly as their order lets."""
    strands = findings.strands
    if form.columns == 1 or len(findings.themes_in_order) == 1:
        return [[Part(strand, strand.themes) for strand in strands]]
    if len(strands) > 1:
        at = _fairest_cut([sum(map(weight_of, strand.themes)) for strand in strands])
        return [[Part(s, s.themes) for s in half] for half in (strands[:at], strands[at:])]
    return _halves(strands[0])


def _halves(strand: Strand) -> list[list[Part]]:
    at = _fairest_cut([weight_of(theme) for theme in strand.themes])
    return [
        [Part(strand, strand.themes[:at])],
        [Part(strand, strand.themes[at:], continued=True)],
    ]


def _fairest_cut(weights: list[int]) -> int:
    return min(range(1, len(weights)), key=lambda at: abs(sum(weights[:at]) - sum(weights[at:])))


def _set_columns(
    findings: Findings, form: Form, columns: list[list[Part]], links: list[Link]
) -> list[Column]:
    room: float = form.gutter if links else NO_GUTTER[len(columns)]
    if links and len(columns) == 1:
        count = 1 + max(lanes(spans_of(findings, links)))
        room = LANES_FROM + count * lane_step(count, form.gutter)
    width = (form.width - room) / len(columns)
    placed = [
        Column(
            findings.say,
            findings.study,
            number * (width + room),
            width,
            "left" if number else "right",
            targets=len(columns) == 1 or len(links) > EASY_TO_FOLLOW,
        )
        for number in range(len(columns))
    ]
    for column, parts in zip(placed, columns, strict=True):
        for part in parts:
            column.set_part(part)
    return placed


def _relations(
    findings: Findings, form: Form, placed: list[Column], links: list[Link]
) -> list[RelationLine]:
    at = {node.theme.id: (c, node) for c in placed for card in c.cards for node in card.nodes}
    beside = [link for link in links if at[link.source.id][0] is at[link.target.id][0]]
    offsets = _offsets(
        findings, form, placed, beside, {key: column for key, (column, _) in at.items()}
    )
    relations = []
    for link in links:
        column, _ = at[link.source.id]
        other, node = at[link.target.id]
        lettering = column.relation_words[(link.source.id, link.number)]
        end = (other.edge, round(node.words.box.middle, 1))
        start = (column.edge, round(lettering.box.middle, 1))
        relations.append(
            RelationLine(
                link.source,
                link.target,
                link.word,
                findings.strand_of(link.source).colour,
                link.across,
                lettering,
                route(start, end, offsets.get((link.source.id, link.number))),
            )
        )
    return relations


def _offsets(
    findings: Findings,
    form: Form,
    placed: list[Column],
    beside: list[Link],
    column_of: dict[str, Column],
) -> dict[tuple[str, int], float]:
    """Say how far out of its column each line runs that comes back to the same one."""
    found = {}
    for column in placed:
        own = [link for link in beside if column_of[link.source.id] is column]
        numbers = lanes(spans_of(findings, own))
        room = form.gutter if len(placed) == 1 else form.gutter / 2
        step = lane_step(1 + max(numbers, default=0), room)
        out = 1 if column.facing == "right" else -1
        for link, number in zip(own, numbers, strict=True):
            found[(link.source.id, link.number)] = round(out * (LANES_FROM + number * step), 1)
    return found


def _mirrored(drawn: ThemeMap) -> ThemeMap:
    width = drawn.width

    def words_of(lettering: Lettering) -> Lettering:
        return lettering.mirrored(width)

    def heading(item: Heading) -> Heading:
        return replace(item, swatch=item.swatch.mirrored(width), words=words_of(item.words))

    def card(item: ThemeBox) -> ThemeBox:
        return replace(
            item,
            box=item.box.mirrored(width),
            bar=item.bar.mirrored(width),
            nodes=tuple(replace(node, words=words_of(node.words)) for node in item.nodes),
            guides=tuple(Guide(width - g.x, g.top, g.bottom) for g in item.guides),
        )

    def relation(item: RelationLine) -> RelationLine:
        return replace(item, words=words_of(item.words), route=item.route.mirrored(width))

    return replace(
        drawn,
        headings=tuple(map(heading, drawn.headings)),
        cards=tuple(map(card, drawn.cards)),
        relations=tuple(map(relation, drawn.relations)),
    )
