"""What a theme claims, with the voices for and against it; what to take away of a study first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import Claim, KeyMessage, Theme, walk_themes
from .addresses import theme_address
from .cards import Card
from .views import Findings

ANCHOR: Final = "claim-"
"""What stands before a claim's id in the anchor of its theme's page."""


@dataclass(frozen=True)
class ClaimView:
    """Hold a claim of a theme, and the cards of the quotations that it names, in its order."""

    claim: Claim
    theme: Theme
    rests_on: tuple[Card, ...]
    against: tuple[Card, ...]
    address: str
    """Where it stands on the site: its theme's page, with an anchor."""

    @property
    def anchor(self) -> str:
        """Name the claim on its page."""
        return ANCHOR + self.claim.id


@dataclass(frozen=True)
class MessageView:
    """Hold a key message, and what it sums up."""

    message: KeyMessage
    claims: tuple[ClaimView, ...]
    themes: tuple[Theme, ...]


def claims_of(findings: Findings, theme: Theme) -> tuple[ClaimView, ...]:
    """List what a theme itself claims, those of themes inside it apart."""
    return tuple(_view(findings, theme, claim) for claim in theme.claims)


def claims_within(findings: Findings, theme: Theme) -> tuple[ClaimView, ...]:
    """List what a theme and the themes written inside it claim, in the order of its page."""
    return tuple(view for node in walk_themes((theme,)) for view in claims_of(findings, node))


def all_claims(findings: Findings) -> tuple[ClaimView, ...]:
    """List every claim of a study, in the order of its themes."""
    return tuple(
        view for theme in findings.themes_in_order for view in claims_within(findings, theme)
    )


def key_messages(findings: Findings) -> tuple[MessageView, ...]:
    """List the study's key messages."""
    known = {view.claim.id: view for view in all_claims(findings)}
    themes = findings.study.themes_by_id
    return tuple(
        MessageView(
            message,
            tuple(known[id_] for id_ in message.claims),
            tuple(themes[id_] for id_ in message.themes),
        )
        for message in findings.about.key_messages
    )


def claims_naming(findings: Findings, quotation_id: str) -> tuple[ClaimView, ...]:
    """List the claims that rest on a quotation, then those that it speaks against."""
    views = all_claims(findings)
    for_it = (view for view in views if quotation_id in view.claim.rests_on)
    against = (view for view in views if quotation_id in view.claim.against)
    return (*for_it, *against)


def _view(findings: Findings, theme: Theme, claim: Claim) -> ClaimView:
    return ClaimView(
        claim,
        theme,
        tuple(findings.cards_by_id[id_] for id_ in claim.rests_on),
        tuple(findings.cards_by_id[id_] for id_ in claim.against),
        theme_address(findings.top_of(theme).id, ANCHOR + claim.id),
    )
