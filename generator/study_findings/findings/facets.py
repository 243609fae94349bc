"""What quotations can be filtered by: facets, their values with counts, each quotation's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..model import Theme, walk_themes
from ..model.quotations import POLARITIES, PROVENANCES, STANCES
from . import labels
from .cards import Card
from .frameworks import Framework, frameworks, places_of
from .views import Findings

ATTRIBUTE: Final = "attribute-"
ASKED: Final = "asked"
FRAMEWORK: Final = "framework-"
OWN: Final = ("group", "theme", "session", "site", ASKED)


@dataclass(frozen=True)
class Value:
    """Hold one value of a facet: what the address says, what readers see, how many quotations."""

    key: str
    label: str
    count: int
    depth: int
    slug: str
    formerly: tuple[str, ...] = ()
    """Keys it had before its record was renamed, which stand in addresses that were shared."""


@dataclass(frozen=True)
class Facet:
    """Hold a facet; `name` stands in addresses and in the search index, `noun` in sentences.

    It holds for `held` of `total` quotations: the others have no value of it. `formerly` are names
    it had before its attribute was renamed.
    """

    name: str
    noun: str
    values: tuple[Value, ...]
    held: int
    total: int
    formerly: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Give the facet's name as a heading."""
        return labels.capitalised(self.noun)

    @property
    def has_inner(self) -> bool:
        """Tell whether values stand inside others, which count what they hold as well."""
        return any(value.depth for value in self.values)


class Facets:
    """Know the facets of a study's quotations and each quotation's values; each is told once."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.study = findings.study

    def of(self, card: Card) -> dict[str, tuple[str, ...]]:
        """Map facets to the keys of a quotation's values; a theme brings those around it."""
        return self._values_of[card.id]

    @cached_property
    def _values_of(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {card.id: self._told(card) for card in self.findings.cards}

    def _told(self, card: Card) -> dict[str, tuple[str, ...]]:
        themes = {
            around.id: None
            for theme in card.themes
            for around in (*self.findings.around(theme), theme)
        }
        found = {
            "group": (card.group.id,) if card.group else (),
            "theme": tuple(themes),
            "kind": (card.session.kind,) if card.session else (),
            "session": (card.session.id,) if card.session else (),
            "site": self._sites(card),
            ASKED: (card.asked.id,) if card.asked else (),
            "stance": (card.quotation.stance,) if card.quotation.stance else (),
            "polarity": (card.quotation.polarity,) if card.quotation.polarity else (),
            **{
                f"{FRAMEWORK}{framework.slug}": places_of(self.findings, card, framework.name)
                for framework in self.frameworks
            },
            "provenance": (card.quotation.provenance,),
            "language": self._languages(card),
            **{
                f"{ATTRIBUTE}{attribute}": (level,)
                for attribute, level in self._attributes(card).items()
            },
        }
        return {name: keys for name, keys in found.items() if keys}

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """List the frameworks that themes have a place in."""
        return frameworks(self.findings)

    def _sites(self, card: Card) -> tuple[str, ...]:
        """List the declared site a quotation is from, with those around it, outermost first."""
        site = labels.site_of(self.study, card.session)
        around = self.study.sites_around[site.id] if site else ()
        return tuple(place.id for place in (*around, *([site] if site else [])))

    def _attributes(self, card: Card) -> dict[str, str]:
        participant = self.study.participants_by_id.get(card.quotation.participant or "")
        return participant.attributes if participant else {}

    @cached_property
    def all(self) -> tuple[Facet, ...]:
        """List the facets that tell quotations apart: two values at least, or one some lack."""
        counts: dict[str, Counter[str]] = {}
        for (name, key), cards in self._by_value.items():
            counts.setdefault(name, Counter())[key] = len(cards)
        held = Counter(name for values in self._values_of.values() for name in values)
        total = len(self.findings.cards)
        named_before = {
            f"{ATTRIBUTE}{attribute.id}": tuple(f"{ATTRIBUTE}{old}" for old in attribute.formerly)
            for attribute in self.study.about.attributes
        }
        facets = (
            Facet(
                name,
                noun,
                tuple(self._values(name, counts.get(name, Counter()), choices)),
                held[name],
                total,
                named_before.get(name, ()),
            )
            for name, noun, choices in self._declared()
        )
        return tuple(
            facet
            for facet in facets
            if len(facet.values) > 1 or any(value.count < total for value in facet.values)
        )

    @cached_property
    def _by_value(self) -> dict[tuple[str, str], list[Card]]:
        found: dict[tuple[str, str], list[Card]] = {}
        for card in self.findings.cards:
            for name, keys in self.of(card).items():
                for key in keys:
                    found.setdefault((name, key), []).append(card)
        return found

    def cards_with(self, facet: str, key: str) -> tuple[Card, ...]:
        """List the quotations that have a value, in order."""
        return tuple(self._by_value.get((facet, key), ()))

    def _declared(self) -> Iterator[tuple[str, str, list[tuple[str, str, int]]]]:
        """Give each facet's name, noun, and its possible values as key, label, depth."""
        study, about, say = self.study, self.study.about, self.findings.say
        groups = [(group.id, group.label, 0) for group in about.groups]
        themes = [
            (theme.id, theme.title, len(self.findings.parents[theme.id]))
            for top in self.findings.themes_in_order
            for theme in _flat(top)
        ]
        sites = study.sites_by_id
        kinds = {session.kind: None for session in study.sessions}
        sessions = [(s.id, labels.session_label(say, study, s), 0) for s in study.sessions]
        yield "group", say.gettext("group"), groups
        yield "theme", say.gettext("theme"), themes
        in_words = ((key, labels.stance_in_words(say, key)) for key in STANCES)
        stances = [(key, labels.capitalised(words), 0) for key, words in in_words]
        yield "stance", say.gettext("stance"), stances
        yield (
            "kind",
            say.gettext("kind of session"),
            [(kind, labels.capitalised(labels.session_kind(say, kind)), 0) for kind in kinds],
        )
        yield "session", say.gettext("session"), sessions
        yield (
            "site",
            say.gettext("study site"),
            [(site.id, site.label, len(study.sites_around[id_])) for id_, site in sites.items()],
        )
        questions = [(question.id, question.question, 0) for question in about.guide]
        yield ASKED, say.gettext("question asked"), questions
        for attribute in about.attributes:
            id_ = attribute.id
            levels = [(key, self.findings.level(id_, key), 0) for key in attribute.levels]
            yield f"{ATTRIBUTE}{id_}", attribute.label, levels
        for framework in self.frameworks:
            places = [(place, place, 0) for place in framework.places]
            yield f"{FRAMEWORK}{framework.slug}", framework.name, places
        polarities = [(key, labels.capitalised(labels.polarity(say, key)), 0) for key in POLARITIES]
        yield "polarity", say.gettext("polarity"), polarities
        provenances = [
            (key, labels.capitalised(labels.provenance(say, key)), 0) for key in PROVENANCES
        ]
        yield "provenance", say.gettext("provenance"), provenances
        languages = {tag: None for card in self.findings.cards for tag in self._languages(card)}
        yield (
            "language",
            say.gettext("language"),
            [(tag, say.language_name(tag), 0) for tag in languages],
        )

    def _values(
        self, name: str, counts: Counter[str], choices: list[tuple[str, str, int]]
    ) -> Iterator[Value]:
        for number, (key, label, depth) in enumerate(choices, 1):
            if counts[key]:
                slug = key if key.isascii() and key.replace("-", "").isalnum() else str(number)
                former = self._formerly.get(key, ()) if name in OWN else ()
                yield Value(key, label, counts[key], depth, slug.lower(), former)

    @cached_property
    def _formerly(self) -> dict[str, tuple[str, ...]]:
        """Map the records that are values of facets to the ids that these had before."""
        study = self.study
        return {
            **{group.id: group.formerly for group in study.about.groups},
            **{session.id: session.formerly for session in study.sessions},
            **{theme.id: theme.formerly for theme in walk_themes(study.themes)},
        }

    def _languages(self, card: Card) -> tuple[str, ...]:
        """List the language a quotation was said in: the original's, where there is one."""
        return (card.quotation.said_in or self.study.about.language,)


def _flat(theme: Theme) -> Iterator[Theme]:
    yield theme
    for inner in theme.subthemes:
        yield from _flat(inner)
