"""What of a study was composed to show the site, and how far its published findings are.

Where all that is quoted was composed, one bar on every page says so, and what it names is marked no
second time. Where only some of it was, there is no such bar, and each part is marked by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from ..language import Interface
from ..model import Claim, Implication, KeyMessage, Theme, walk_themes
from .cards import Card
from .views import Findings

ComposedKind = Literal[
    "quotations",
    "key messages",
    "themes",
    "subthemes",
    "claims",
    "texts",
    "relations",
    "recommendations",
]
Part = Card | Theme | Claim | KeyMessage | Implication
Finality = Literal["demonstration", "draft", "final"]
OWN_PARTS: Final = "study/#own"
"""Where a site tells which parts of it are the study's own."""


@dataclass(frozen=True)
class Share:
    """Count the parts of one kind, and how many of them were composed."""

    kind: ComposedKind
    number: int
    composed: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every part of the kind was composed."""
        return self.composed == self.number


@dataclass(frozen=True)
class Pill:
    """Hold a word that is noted beside a voice, and whether it says that it speaks against."""

    words: str
    is_against: bool


@dataclass(frozen=True)
class Bar:
    """Hold what the bar on every page says: a word, a sentence, and where more is told."""

    word: str
    says: str
    more: str = ""


class Composed:
    """Tell what of a study was composed, and where its pages say so."""

    def __init__(self, findings: Findings, is_bar_sure: bool = True) -> None:
        """Take up a study; without a bar that is sure to be seen, each part is marked by itself."""
        self.findings = findings
        self.is_bar_sure = is_bar_sure

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Count what was composed, kind by kind; a kind of which a study has nothing is left out.

        A relation is as its theme's text is. A text is a theme's gist, narrative and boundary
        together.
        """
        counted: dict[ComposedKind, list[bool]] = {}
        for kind, is_composed in _parts(self.findings):
            counted.setdefault(kind, []).append(is_composed)
        return tuple(Share(kind, len(found), sum(found)) for kind, found in counted.items())

    @cached_property
    def is_any(self) -> bool:
        """Tell whether anything on the site was composed to show the site."""
        return any(share.composed for share in self.shares)

    @cached_property
    def standing(self) -> Finality | None:
        """Tell how far the findings are: a demonstration where all that is quoted was composed.

        Else what the study says of itself; nothing where it says nothing.
        """
        if self.findings.all_illustrative:
            return "demonstration"
        return self.findings.about.publication.standing

    @cached_property
    def said_by_bar(self) -> frozenset[ComposedKind]:
        """Give the kinds of which the bar says that all was composed; none where no bar does."""
        if self.standing != "demonstration" or not self.is_bar_sure:
            return frozenset()
        return frozenset(share.kind for share in self.shares if share.is_whole)

    @cached_property
    def is_any_marked(self) -> bool:
        """Tell whether anything is marked as composed where it stands."""
        return any(share.composed and share.kind not in self.said_by_bar for share in self.shares)

    def is_marked(self, part: Part) -> bool:
        """Tell whether a part is marked where it stands: it was composed, and no bar says so."""
        if isinstance(part, Card):
            return part.quotation.is_illustrative and "quotations" not in self.said_by_bar
        return part.is_illustrative and self._kind(part) not in self.said_by_bar

    def tells_provenance(self, card: Card) -> bool:
        """Tell whether a quotation's provenance is noted beside it: it has one no bar tells."""
        is_other = bool(card.provenance) and not card.quotation.is_illustrative
        return is_other or self.is_marked(card)

    def pills(self, card: Card, with_stance: bool) -> tuple[Pill, ...]:
        """List what is noted beside a voice: its provenance, where no bar tells it; its stance."""
        return tuple(
            Pill(words, words != card.provenance and card.quotation.stance == "diverges")
            for words in card.pills
            if (self.tells_provenance(card) if words == card.provenance else with_stance)
        )

    def is_any_of_marked(self, parts: Iterable[Part]) -> bool:
        """Tell whether any of some parts is marked where it stands."""
        return any(self.is_marked(part) for part in parts)

    def is_text_marked(self, theme: Theme) -> bool:
        """Tell whether the text under a title that is the study's own is marked as composed."""
        is_composed = theme.prose_is_illustrative and not theme.is_illustrative
        return is_composed and "texts" not in self.said_by_bar

    def _kind(self, part: Theme | Claim | KeyMessage | Implication) -> ComposedKind:
        match part:
            case Theme():
                return "subthemes" if self.findings.parents[part.id] else "themes"
            case Claim():
                return "claims"
            case KeyMessage():
                return "key messages"
            case Implication():
                return "recommendations"

    @cached_property
    def bar(self) -> Bar | None:
        """Say what stands at the top of every page; nothing of a study whose findings are final."""
        say = self.findings.say
        if self.standing == "demonstration":
            parts = (_named(say, share.kind) for share in self.shares if share.is_whole)
            return Bar(
                say.gettext("Demonstration:"),
                say.gettext(
                    "%(parts)s were composed to show the site: nobody said them, none is a"
                    " finding.",
                    parts=say.joined(parts),
                ),
                say.gettext("What is the study’s own"),
            )
        if self.standing == "draft":
            return Bar(say.gettext("Draft:"), say.gettext("these findings may still change."))
        return None

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Tell in sentences which parts are the study's own, and which were composed."""
        say = self.findings.say
        found: dict[str, list[str]] = {"own": [], "composed": [], "both": []}
        for share in self.shares:
            where = "composed" if share.is_whole else "both" if share.composed else "own"
            found[where].append(_named(say, share.kind))
        said = {kind: say.joined(parts) for kind, parts in found.items() if parts}
        sentences = []
        if self.standing == "draft":
            sentences.append(say.gettext("This is a draft: the findings may still change."))
        if self.standing == "final":
            sentences.append(say.gettext("The findings are final."))
        if "composed" in said:
            sentences.append(
                say.gettext(
                    "Composed to show this site, all of them: %(parts)s. No participant said any of"
                    " it; none of it is a finding, and none of it is data.",
                    parts=said["composed"],
                )
            )
        if "both" in said:
            sentences.append(
                say.gettext(
                    "Composed in part: %(parts)s. Each one that was is marked where it stands.",
                    parts=said["both"],
                )
            )
        found["own"].append(say.gettext("what is told of how it was done and who was heard"))
        sentences.append(say.gettext("The study’s own: %(parts)s.", parts=say.joined(found["own"])))
        return tuple(sentences)


def _parts(findings: Findings) -> Iterator[tuple[ComposedKind, bool]]:
    """Give each part of a study with whether it was composed, kinds in the order they are told."""
    study = findings.study
    every = walk_themes(study.themes)
    inner = [node for theme in study.themes for node in walk_themes(theme.subthemes)]
    yield from (("quotations", card.quotation.is_illustrative) for card in findings.cards)
    yield from (("key messages", message.is_illustrative) for message in study.about.key_messages)
    yield from (("themes", theme.is_illustrative) for theme in study.themes)
    yield from (("subthemes", theme.is_illustrative) for theme in inner)
    yield from (("claims", claim.is_illustrative) for theme in every for claim in theme.claims)
    yield from (
        ("texts", theme.prose_is_illustrative)
        for theme in every
        if theme.gist or theme.narrative or theme.boundary
    )
    yield from (("relations", each.prose_is_illustrative) for each in every for _ in each.related)
    yield from (("recommendations", each.is_illustrative) for each in study.implications)


def _named(say: Interface, kind: ComposedKind) -> str:
    return {
        "quotations": say.gettext("quotations"),
        "key messages": say.gettext("key messages"),
        "themes": say.gettext("themes"),
        "subthemes": say.gettext("subthemes"),
        "claims": say.gettext("claims"),
        "texts": say.gettext("texts under themes"),
        "relations": say.gettext("relations"),
        "recommendations": say.gettext("recommendations"),
    }[kind]
