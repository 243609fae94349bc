"""The page `/codebook/`: every code with its definition, and which codes meet."""

from __future__ import annotations

from ..findings.codebook import code_views, pairs
from ..findings.views import Findings
from ..model import walk_codes
from .page import ContentsItem, Page


def codebook(findings: Findings) -> Page:
    """Show every code with its definition, and where it is used."""
    coded = [card.quotation for card in findings.cards if card.quotation.codes]
    on_quotations = bool(coded)
    contents = [
        ContentsItem(code.id, code.label, findings.foreign(code.id, "label"))
        for code in findings.study.codebook
    ]
    if on_quotations:
        contents.append(ContentsItem("co_occurrence", findings.say.gettext("Codes that meet")))
    if findings.about.codebook_history:
        contents.append(ContentsItem("all_versions", findings.say.gettext("Its versions")))
    return Page(
        "codebook/index.md",
        findings.say.gettext("Codebook"),
        "codebook.html",
        findings.say.gettext("The codes, what each means, and where it is used."),
        {
            "codes": code_views(findings),
            "on_quotations": on_quotations,
            "has_composed": any(quotation.is_illustrative for quotation in coded),
            "pairs": pairs(findings),
            "count": len(walk_codes(findings.study.codebook)),
            "contents": contents,
        },
    )
