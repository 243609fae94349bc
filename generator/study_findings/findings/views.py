"""What the templates ask of a study: strands, themes in order, the cards of each, who was heard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..language import Interface, interface_for
from ..model import (
    Code,
    Group,
    Theme,
    Translation,
    themes_within,
    told_elsewhere,
    walk_codes,
    walk_themes,
)
from ..privacy.publishable import PublicStudy
from .addresses import theme_address
from .cards import Card, card_of, colour_of
from .translated import translate


@dataclass(frozen=True)
class Strand:
    """Hold one group's themes, or those that groups share, with a label and its colour's number."""

    label: str
    colour: int
    themes: tuple[Theme, ...]
    group: Group | None = None


class Findings:
    """Answer what the templates ask of a study, or of its translation; each answer is made once."""

    def __init__(self, study: PublicStudy, translation: Translation | None = None) -> None:
        if not isinstance(study, PublicStudy):
            raise TypeError("only what `publishable` gives may be shown")
        self.original = Findings(study) if translation else self
        self.translated = translate(study, translation) if translation else None
        self.study = self.translated.study if self.translated else study
        self.about = self.study.about
        self.language = translation.language if translation else study.about.language
        self.say: Interface = interface_for(self.language)

    @cached_property
    def is_mixed(self) -> bool:
        """Tell whether a page may hold words of the study in another language than its own."""
        return self.translated is not None or bool(self.foreign())

    def foreign(self, id_: str | None = None, field: str = "") -> str:
        """Tell the language of a theme's, a group's or the study's own words, if not the page's.

        The study's own id is empty. Without an id: of words that are never translated.
        """
        language = self.about.language
        if self.translated and not self.is_untranslated(id_, field):
            language = self.language
        return "" if language.split("-")[0] == self.say.language else language

    def is_untranslated(self, id_: str | None = None, field: str = "") -> bool:
        """Tell whether words stand in a translation of the study as they are, without one."""
        return self.translated is not None and (id_, field) not in self.translated.words

    def level(self, attribute: str, level: str) -> str:
        """Give a value of participants as readers see it, in the language of the page if it can."""
        own = self.translated.levels if self.translated else {}
        return own.get((attribute, level), level)

    @cached_property
    def parents(self) -> dict[str, tuple[Theme, ...]]:
        """Map each theme's id to the themes around it, outermost first."""
        found: dict[str, tuple[Theme, ...]] = {}

        def visit(themes: tuple[Theme, ...], above: tuple[Theme, ...]) -> None:
            for theme in themes:
                found[theme.id] = above
                visit(theme.subthemes, (*above, theme))

        visit(self.study.themes, ())
        return found

    @cached_property
    def elsewhere(self) -> dict[str, tuple[Theme, ...]]:
        """Map themes' ids to the themes that stand under them too, though told elsewhere."""
        return told_elsewhere(self.study.themes)

    def within(self, theme: Theme) -> list[Theme]:
        """List a theme with all themes under it, those told elsewhere too, each once."""
        return themes_within(theme, self.elsewhere)

    def around(self, theme: Theme) -> tuple[Theme, ...]:
        """List all themes that a theme stands under, those where it is told first."""
        found = {around.id: around for around in self.parents[theme.id]}
        for node in (*self.parents[theme.id], theme):
            for other in node.also_under:
                outer = self.study.themes_by_id[other]
                found |= {around.id: around for around in (*self.around(outer), outer)}
        return tuple(found.values())

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """List each group's own themes, then those that several groups share."""
        own = [
            Strand(
                group.label,
                colour_of(self.study, group),
                tuple(theme for theme in self.study.themes if theme.groups == (group.id,)),
                group,
            )
            for group in self.about.groups
        ]
        shared = tuple(theme for theme in self.study.themes if len(theme.groups) != 1)
        together = Strand(self.say.gettext("Shared"), colour_of(self.study, None), shared)
        return tuple(strand for strand in (*own, together) if strand.themes)

    @cached_property
    def themes_in_order(self) -> tuple[Theme, ...]:
        """List top-level themes as readers meet them: strand by strand."""
        return tuple(theme for strand in self.strands for theme in strand.themes)

    def strand_of(self, theme: Theme) -> Strand:
        """Find the strand of a theme or of the theme it is inside."""
        top = (*self.parents[theme.id], theme)[0]
        return next(strand for strand in self.strands if top in strand.themes)

    def top_of(self, theme: Theme) -> Theme:
        """Find the top-level theme around a theme, or the theme itself."""
        return (*self.parents[theme.id], theme)[0]

    def address_of(self, theme: Theme) -> str:
        """Give the address of a theme's page, with an anchor for a subtheme."""
        top = self.top_of(theme)
        return theme_address(top.id, "" if theme is top else theme.id)

    def address_in_theme(self, card: Card) -> str:
        """Give the address of a quotation in its first theme."""
        return theme_address(self.top_of(card.themes[0]).id, card.id)

    @cached_property
    def by_theme(self) -> dict[str, tuple[Card, ...]]:
        """Map each theme's id to the cards of the quotations that name it, in order."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            for theme in card.themes:
                found.setdefault(theme.id, []).append(card)
        return {theme_id: tuple(cards) for theme_id, cards in found.items()}

    @cached_property
    def first_under(self) -> dict[str, list[Card]]:
        """Map each theme's id to the cards of the quotations that name it first."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            found.setdefault(card.themes[0].id, []).append(card)
        return found

    def cards_of(self, theme: Theme) -> tuple[Card, ...]:
        """List the cards of quotations that name this theme itself."""
        return self.by_theme.get(theme.id, ())

    def cards_within(self, theme: Theme) -> tuple[Card, ...]:
        """List the cards of this theme and all its subthemes, each quotation once."""
        within = (card for node in self.within(theme) for card in self.cards_of(node))
        return tuple({card.id: card for card in within}.values())

    def cards_elsewhere(self, theme: Theme) -> frozenset[str]:
        """Give the ids of its quotations that stand on other pages, with themes told there."""
        here = {card.id for node in walk_themes((theme,)) for card in self.cards_of(node)}
        return frozenset(card.id for card in self.cards_within(theme)) - here

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """List the cards of all published quotations, in order."""
        return tuple(card_of(self.say, self.study, quotation) for quotation in self.study.published)

    @cached_property
    def cards_by_session(self) -> dict[str, tuple[Card, ...]]:
        """Map the id of each session that is quoted to the cards of its quotations, in order."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            if card.session:
                found.setdefault(card.session.id, []).append(card)
        return {session_id: tuple(cards) for session_id, cards in found.items()}

    @cached_property
    def codes_by_id(self) -> dict[str, Code]:
        """Find a code by its id."""
        return {code.id: code for code in walk_codes(self.study.codebook)}

    @cached_property
    def cards_by_id(self) -> dict[str, Card]:
        """Find a published quotation's card by its id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def marks(self) -> frozenset[str]:
        """Tell which marks stand in or beside published quotations, so that a key can explain them.

        They are `replacement`, `omission` (in brackets), `dots` (without), `action`, and `stance`
        where one nuances or diverges.
        """
        passages = (p for card in self.cards for p in (card.passage, card.original) if p)
        pieces = (piece for p in passages for line in p.lines for piece in line.pieces)
        found = {
            "dots" if piece.kind == "omission" and piece.text[0] != "[" else piece.kind
            for piece in pieces
        }
        stances = {card.quotation.stance for card in self.cards}
        found |= {"stance"} if stances & {"nuances", "diverges"} else set()
        return frozenset(found - {"said"})

    @cached_property
    def all_illustrative(self) -> bool:
        """Tell whether there are quotations and every one of them is illustrative."""
        return bool(self.cards) and all(c.quotation.is_illustrative for c in self.cards)
