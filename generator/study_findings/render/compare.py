"""The page `/compare/`: strands side by side, themes by group and session, what sessions added."""

from __future__ import annotations

from ..findings.comparison import (
    FEWEST_SESSIONS,
    by_framework,
    by_group,
    by_session,
    by_site,
    meetings,
    names_sessions,
    shared_themes,
)
from ..findings.facets import Facets
from ..findings.saturation import quoted_sessions, saturation
from .page import Page
from .step_chart import chart_of


def compare(facets: Facets) -> Page:
    """Set strands side by side, then themes by group and session, and what each session added."""
    findings = facets.findings
    matrices = [by_group(findings)] if findings.cards and findings.themes_in_order else []
    sessions = by_session(findings) if findings.themes_in_order else None
    sites = by_site(findings) if findings.themes_in_order else None
    added = saturation(findings)
    return Page(
        "compare/index.md",
        findings.say.gettext("Compare"),
        "compare.html",
        findings.say.gettext(
            "Strands side by side, and which groups and sessions are quoted for each theme."
        ),
        {
            "matrices": [
                *matrices,
                *(matrix for matrix in (sites, sessions) if matrix),
                *by_framework(facets),
            ],
            "names_sessions": names_sessions(findings),
            "few_sessions": len(findings.study.sessions) < FEWEST_SESSIONS,
            "meetings": meetings(findings),
            "shared": shared_themes(findings),
            "subthemes": {t.id: findings.within(t)[1:] for t in findings.themes_in_order},
            "saturation": added,
            "chart": chart_of(findings.say, added) if added else None,
            "quoted_sessions": len(quoted_sessions(findings)),
        },
    )
