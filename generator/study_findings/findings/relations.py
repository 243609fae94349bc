"""How themes relate to one another, across strands and within them."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Theme, walk_themes
from .views import Findings


@dataclass(frozen=True)
class Link:
    """Hold a relation between two themes; `number` counts those that its source names, from 1."""

    source: Theme
    target: Theme
    word: str
    number: int
    across: bool
    """Whether it joins two strands."""


def links_of(findings: Findings) -> list[Link]:
    """List every relation of the data, in reading order."""
    return [
        Link(
            source,
            target := findings.study.themes_by_id[named.theme],
            named.relation,
            number,
            findings.strand_of(source) != findings.strand_of(target),
        )
        for source in walk_themes(findings.themes_in_order)
        for number, named in enumerate(source.related, 1)
    ]
