"""Pages of quotations: one each at its permanent address, or a word that it was withdrawn."""

from __future__ import annotations

from ..citations import cited, quotation_entry
from ..findings.addresses import quotation_address
from ..findings.cards import Card
from ..findings.claims import claims_naming
from ..findings.facets import Facets
from ..findings.stances import pair_of
from ..findings.views import Findings
from ..model import Quotation
from ..project.site import Settings
from ..text.beginnings import first_words
from ..text.search_words import id_word, search_words
from .markup import plain
from .page import Page, description_of

FIRST_WORDS = 60
"""The most letters of a quotation that name it among the answers of a search."""


def quotation(
    findings: Findings, facets: Facets, card: Card, order: int, settings: Settings
) -> Page:
    """Show one quotation at its permanent address; `order` is its place among all."""
    around = findings.cards_of(card.themes[0])
    at = [other.id for other in around].index(card.id)
    entry = quotation_entry(findings.about, card, settings.address_of(quotation_address(card.id)))
    return Page(
        f"{quotation_address(card.id)}index.html",
        findings.say.gettext("%(who)s: quotation %(id)s", who=card.who, id=card.id),
        "quotation.html",
        description_of(card.plain_text),
        {
            "card": card,
            "claims": claims_naming(findings, card.id),
            "beside": pair_of(findings, card.themes[0], beside=card.id),
            "previous": around[at - 1] if at else None,
            "next": around[at + 1] if at + 1 < len(around) else None,
            "facets": facets.of(card),
            "order": order,
            "ids": " ".join(map(id_word, (card.id, *card.quotation.formerly))),
            "first_words": first_words(card.plain_text, FIRST_WORDS),
            "words": search_words(_found_by(card)),
            "citation": cited(entry),
        },
        elsewhere=findings.address_in_theme(card),
    )


def _found_by(card: Card) -> str:
    """Write all that a search may find a quotation by: ids, words, and what stands beside them."""
    quotation = card.quotation
    note = plain(quotation.note) if quotation.note else ""
    parts = (
        card.id,
        *quotation.formerly,
        card.original_text,
        card.plain_text,
        card.who,
        card.where,
        card.translated_from,
        note,
    )
    return "\n".join(part for part in parts if part)


def tombstone(findings: Findings, record: Quotation) -> Page:
    """Say that a quotation was withdrawn, and when; none of its words."""
    return Page(
        f"{quotation_address(record.id)}index.html",
        findings.say.gettext("Quotation %(id)s was withdrawn", id=record.id),
        "tombstone.html",
        findings.say.gettext("This quotation was withdrawn."),
        {"quotation": record},
        elsewhere="quotations/",
    )
