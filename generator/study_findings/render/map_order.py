"""What stands on the map and in which order: two columns of themes, and what joins them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from ..findings.relations import ThemePair, pairs_of
from ..findings.views import Findings
from ..model import Theme
from .map_column import ColumnPart

COLUMNS: Final = 2


@dataclass(frozen=True)
class Joined:
    """Hold what joins two nodes: a pair, or several whose themes are folded into the same two."""

    ends: tuple[str, str]
    pairs: tuple[ThemePair, ...]

    @property
    def label(self) -> str:
        """Write the words on the line; nothing where they are not translated."""
        links = [link for pair in self.pairs for link in pair.links]
        return " · ".join(dict.fromkeys(link.label for link in links if link.label))


def joined_of(findings: Findings) -> list[Joined]:
    """Join nodes once each: themes, and themes inside them; what is deeper is folded."""

    def node(theme: Theme) -> str:
        return (*findings.parents[theme.id], theme)[:2][-1].id

    found: dict[tuple[str, str], list[ThemePair]] = {}
    for pair in pairs_of(findings):
        ends = (node(pair.first), node(pair.second))
        if ends[0] != ends[1]:
            found.setdefault(ends, []).append(pair)
    return [Joined(ends, tuple(pairs)) for ends, pairs in found.items()]


def parts_of(findings: Findings, ends: set[str]) -> list[list[ColumnPart]]:
    """Share strands, or a single strand's themes, over two columns as evenly as order lets."""
    strands = findings.strands
    shown = [
        [(theme, [inner for inner in theme.subthemes if inner.id in ends]) for theme in s.themes]
        for s in strands
    ]
    flat = [
        [((theme, 0), *((inner, 1) for inner in inside)) for theme, inside in themes]
        for themes in shown
    ]
    if len(strands) > 1:
        at = _fairest_cut([sum(map(len, themes)) + 1 for themes in flat])
        parts = [ColumnPart(s, chain(themes)) for s, themes in zip(strands, flat, strict=True)]
        return [parts[:at], parts[at:]]
    if not strands or len(flat[0]) < COLUMNS:
        return []
    at = _fairest_cut([len(theme) for theme in flat[0]])
    return [
        [ColumnPart(strands[0], chain(flat[0][:at]))],
        [ColumnPart(strands[0], chain(flat[0][at:]), continued=True)],
    ]


def chain(themes: Iterable[Iterable[tuple[Theme, int]]]) -> tuple[tuple[Theme, int], ...]:
    return tuple(node for theme in themes for node in theme)


def _fairest_cut(weights: list[int]) -> int:
    return min(range(1, len(weights)), key=lambda at: abs(sum(weights[:at]) - sum(weights[at:])))


def ordered(parts: list[list[ColumnPart]], joined: list[Joined]) -> list[list[ColumnPart]]:
    """Order a column by what it faces, or its strands from below, where fewer lines cross then."""
    first, second = parts
    ways = [
        way
        for right in (second, second[::-1])
        for way in (
            [first, right],
            [first, _facing(right, first, joined)],
            [_facing(first, right, joined), right],
        )
    ]
    return min(ways, key=lambda way: _crossings(way, joined))


def _facing(
    column: list[ColumnPart], other: list[ColumnPart], joined: list[Joined]
) -> list[ColumnPart]:
    """Order the themes of each strand by the rows of those that they are joined to."""
    rows = _rows(other)

    def height(theme: Iterable[tuple[Theme, int]]) -> float:
        ids = {node.id for node, _ in theme}
        faced = [rows[a] for one in joined for a, b in _ways(one) if b in ids and a in rows]
        return sum(faced) / len(faced) if faced else len(rows)

    turned = []
    for part in column:
        starts = [i for i, (_, depth) in enumerate(part.themes) if not depth]
        blocks = [part.themes[a:b] for a, b in pairwise([*starts, len(part.themes)])]
        turned.append(ColumnPart(part.strand, chain(sorted(blocks, key=height)), part.continued))
    return turned


def _rows(column: list[ColumnPart]) -> dict[str, int]:
    return {theme.id: row for row, (theme, _) in enumerate(chain(p.themes for p in column))}


def _ways(one: Joined) -> tuple[tuple[str, str], tuple[str, str]]:
    return one.ends, (one.ends[1], one.ends[0])


def _crossings(parts: list[list[ColumnPart]], joined: list[Joined]) -> int:
    left, right = map(_rows, parts)
    ways = [way for one in joined for way in _ways(one)]
    lines = [(left[a], right[b]) for a, b in ways if a in left and b in right]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))


def beside_and_apart(
    ids: Sequence[str], joined: list[Joined]
) -> tuple[list[tuple[int, Joined]], list[tuple[tuple[int, int], Joined]]]:
    """Find what joins a node of a column to the next, and what joins others of that column."""
    rows = {id_: row for row, id_ in enumerate(ids)}
    beside, apart = [], []
    for one in joined:
        if one.ends[0] in rows and one.ends[1] in rows:
            low, high = sorted(rows[end] for end in one.ends)
            if high == low + 1:
                beside.append((low, one))
            else:
                apart.append(((low, high), one))
    return beside, apart
