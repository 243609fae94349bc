"""`claims.csv`: a row for each quotation that a claim names, for it or against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..findings import disclaimers
from ..findings.addresses import quotation_address
from ..findings.claims import ClaimView, all_claims
from ..findings.views import Findings
from .quotations import STEP, path_of
from .table_files import Table, as_csv

COLUMNS: Final = (
    "claim", "says", "composed", "theme", "theme_path", "side", "quotation", "quotation_composed",
    "note", "address", "quotation_address",
)  # fmt: skip
FOR: Final = "rests_on"
AGAINST: Final = "against"


def claims_lacking(findings: Findings) -> str:
    """Say why a study has no claims to export; nothing where it has some."""
    if all_claims(findings):
        return ""
    return "no theme makes a claim; write `claims` into the files of themes_data/themes/"


def claims_csv(findings: Findings, base_url: str) -> bytes:
    """Write the claims as CSV, in the order of their themes; notes in Markdown."""
    rows = (row for view in all_claims(findings) for row in _rows(findings, view, base_url))
    return as_csv(Table(findings.say.gettext("Claims"), COLUMNS, tuple(rows)))


def _rows(findings: Findings, view: ClaimView, base_url: str) -> Iterator[tuple[object, ...]]:
    claim, say = view.claim, findings.say
    for side, cards in ((FOR, view.rests_on), (AGAINST, view.against)):
        for card in cards:
            yield (
                claim.id, claim.says, disclaimers.of_claim(say, claim), view.theme.id,
                STEP.join(path_of(findings, view.theme)), side, card.id,
                disclaimers.of_quotation(say, card.quotation), claim.note,
                base_url + view.address, base_url + quotation_address(card.id),
            )  # fmt: skip
