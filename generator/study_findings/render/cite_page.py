"""The page that says how to cite the study, a theme and a quotation."""

from __future__ import annotations

from ..citations import cited, claim_entry, quotation_entry, study_address, study_entry, theme_entry
from ..findings.addresses import quotation_address, theme_address
from ..findings.claims import all_claims
from ..findings.views import Findings
from ..project.site import Settings
from .page import Page


def cite(findings: Findings, settings: Settings) -> Page:
    """Show the study's citation, and a theme's and a quotation's as examples."""
    about, original = findings.about, findings.original
    context: dict[str, object] = {
        "citation": cited(study_entry(about, settings.url)),
        "source": study_address(about),
        "theme": None,
        "card": None,
        "claim": None,
    }
    if findings.themes_in_order:
        theme = findings.themes_in_order[0]
        entry = theme_entry(
            about,
            original.study.themes_by_id[theme.id],
            settings.address_of(theme_address(theme.id)),
        )
        context.update(theme=theme, theme_citation=cited(entry))
    if claims := all_claims(findings):
        own = next(view for view in all_claims(original) if view.claim.id == claims[0].claim.id)
        address = settings.address_of(own.address)
        entry = claim_entry(original.about, own.claim, address)
        context.update(claim=claims[0], claim_citation=cited(entry))
    if findings.cards:
        card = original.cards[0]
        entry = quotation_entry(about, card, settings.address_of(quotation_address(card.id)))
        context.update(card=card, quotation_citation=cited(entry))
    description = findings.say.gettext("How to cite the study, a theme or a quotation.")
    return Page(
        "cite/index.md", findings.say.gettext("How to cite"), "cite.html", description, context
    )
