"""How themes relate to one another: each relation in a sentence, and once for each two themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import Theme, walk_themes
from ..model.relations import OTHER, THIS, label_of, sentence_of, squeezed
from .views import Findings

ANCHOR: Final = "between_"
"""What stands before the ids of two themes in the anchor of their row; no id has `_`."""


def anchor_of(one: Theme, other: Theme) -> str:
    """Name the row of two themes, the same from both ends."""
    return ANCHOR + "_".join(sorted((one.id, other.id)))


@dataclass(frozen=True)
class Link:
    """Hold a relation that a theme names; `number` counts those of its source, from 1."""

    source: Theme
    target: Theme
    words: str
    """Its words in the page's language, or the study's own; of one not translated, the site's."""
    label: str
    """The words alone, for a line between the two; nothing where they are not translated."""
    language: str
    """The language of the words, where that is not the page's."""
    number: int
    across: bool
    """Whether it joins two strands."""
    voices: tuple[str, ...] = ()
    """The quotations that stand for it: of the source, then of the target."""

    @property
    def sentence(self) -> tuple[str | Theme, ...]:
        """Give the relation as texts and the two themes, in the order of a sentence."""
        themes = {THIS: self.source, OTHER: self.target}
        return tuple(themes.get(piece, piece) for piece in sentence_of(self.words))

    @property
    def anchor(self) -> str:
        """Name the row of the two themes on the page of the conversation."""
        return anchor_of(self.source, self.target)

    @property
    def plain_text(self) -> str:
        """Give the sentence without markup."""
        parts = (part if isinstance(part, str) else part.title for part in self.sentence)
        return squeezed("".join(parts))


@dataclass(frozen=True)
class ThemePair:
    """Hold two related themes, the first by reading order first, and all said of the two."""

    first: Theme
    second: Theme
    links: tuple[Link, ...]
    """What the first says of the second; where it says nothing, the other way round."""
    answers: tuple[Link, ...]
    """What the second says of the first, where both speak."""

    @property
    def across(self) -> bool:
        """Tell whether the two are of different strands."""
        return self.links[0].across

    @property
    def anchor(self) -> str:
        """Name the pair's row on its page, whichever of the two comes first."""
        return anchor_of(self.first, self.second)

    @property
    def former_anchors(self) -> tuple[str, ...]:
        """List other names of the row: by ids the themes had before, and the other way round."""
        first, second = ((theme.id, *theme.formerly) for theme in (self.first, self.second))
        ways = ((f"{a}_{b}", f"{b}_{a}") for a in first for b in second)
        names = dict.fromkeys(ANCHOR + name for way in ways for name in way)
        return tuple(name for name in names if name != self.anchor)

    def as_told_by(self, theme: Theme) -> tuple[Link, ...]:
        """Give what is said of the two from one end: its own words, else those of the other."""
        own = tuple(link for link in (*self.links, *self.answers) if link.source is theme)
        return own or self.links


def links_of(findings: Findings) -> list[Link]:
    """List every relation of the data, in reading order."""
    originals = findings.original.study.themes_by_id
    return [
        _link(findings, source, number, originals[source.id].related[number - 1].relation)
        for source in walk_themes(findings.themes_in_order)
        for number in range(1, len(source.related) + 1)
    ]


def _link(findings: Findings, source: Theme, number: int, original: str) -> Link:
    named = source.related[number - 1]
    target = findings.study.themes_by_id[named.theme]
    say, translated = findings.say, findings.translated
    own: str | None = original
    label = named.label
    if translated:
        told = translated.relations.get(squeezed(original))
        own, label = (told.says, told.label) if told else (None, None)
    spoken = findings.language
    return Link(
        source,
        target,
        own or say.gettext("{this} and {other} are related"),
        label or label_of(own or ""),
        spoken if own and spoken.split("-")[0] != say.language else "",
        number,
        findings.strand_of(source) != findings.strand_of(target),
        named.voices,
    )


def pairs_of(findings: Findings) -> list[ThemePair]:
    """List every two themes that relate, once each, in reading order."""
    order = {theme.id: at for at, theme in enumerate(walk_themes(findings.themes_in_order))}
    found: dict[tuple[int, int], list[Link]] = {}
    for link in links_of(findings):
        ends = (order[link.source.id], order[link.target.id])
        found.setdefault((min(ends), max(ends)), []).append(link)
    return [_pair(found[ends], order) for ends in sorted(found)]


def _pair(links: list[Link], order: dict[str, int]) -> ThemePair:
    ends = (links[0].source, links[0].target)
    first, second = sorted(ends, key=lambda theme: order[theme.id])
    own = _once([link for link in links if link.source is first])
    others = _once([link for link in links if link.source is second])
    return ThemePair(first, second, own or others, others if own else ())


def _once(links: list[Link]) -> tuple[Link, ...]:
    """Leave out what says the same in this language; the first with voices of its own is kept."""
    found: dict[str, Link] = {}
    for link in links:
        if link.words not in found or (link.voices and not found[link.words].voices):
            found[link.words] = link
    return tuple(found.values())


def relations_within(findings: Findings, theme: Theme) -> list[Link]:
    """List what is said of a theme, and of those written inside it, and others: from its end."""
    inner = {node.id for node in walk_themes((theme,))}
    found: list[Link] = []
    for pair in pairs_of(findings):
        near = next((end for end in (pair.first, pair.second) if end.id in inner), None)
        if near is not None:
            found += pair.as_told_by(near)
    return found
