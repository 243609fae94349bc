"""The page `/compare/`: the conversation of the strands, who is quoted for what, what was added."""

from __future__ import annotations

from typing import Final

from ..findings.comparison import (
    FEWEST_SESSIONS,
    by_framework,
    by_group,
    by_kind,
    by_session,
    by_site,
    names_sessions,
)
from ..findings.conversation import meetings, shared_themes, within_strands
from ..findings.facets import Facets
from ..findings.matrix import Matrix, tells
from ..findings.relations import pairs_of
from ..findings.saturation import quoted_sessions, saturation
from ..findings.views import Findings
from .page import Page
from .step_chart import chart_of
from .theme_map import theme_maps

# Beyond this many, pairs stand as sentences alone: a page of more is read by nobody.
MOST_ROWS: Final = 24


def compare(facets: Facets) -> Page:
    """Set the voices of related themes side by side, then themes by group, session and so on."""
    findings = facets.findings
    added = saturation(findings)
    met = meetings(findings)
    return Page(
        "compare/index.md",
        findings.say.gettext("The conversation"),
        "compare.html",
        findings.say.gettext(
            "Where themes meet, with a voice from each side; who is quoted for which theme."
        ),
        {
            "meetings": met[:MOST_ROWS],
            "more": [meeting.pair for meeting in met[MOST_ROWS:]],
            "within": within_strands(findings),
            "shared": shared_themes(findings),
            "has_composed_relations": _has_composed_relations(findings),
            "maps": theme_maps(findings),
            "matrices": _matrices(facets),
            "names_sessions": names_sessions(findings),
            "few_sessions": len(findings.study.sessions) < FEWEST_SESSIONS,
            "saturation": added,
            "chart": chart_of(findings.say, added) if added else None,
            "quoted_sessions": len(quoted_sessions(findings)),
        },
    )


def _has_composed_relations(findings: Findings) -> bool:
    """Tell whether a pair's first relation is named by a theme whose text was composed."""
    return any(pair.links[0].source.prose_is_illustrative for pair in pairs_of(findings))


def _matrices(facets: Facets) -> list[Matrix]:
    """List the tables that tell something; their rows fold those of themes inside."""
    findings = facets.findings
    if not findings.cards or not findings.themes_in_order:
        return []
    sessions = by_session(findings, with_subthemes=True)
    kinds = by_kind(findings, with_subthemes=True)
    found = [
        by_group(findings, with_subthemes=True),
        by_site(findings, with_subthemes=True),
        kinds if sessions and not sessions.sessions else None,
        sessions,
        *by_framework(facets),
    ]
    return [matrix for matrix in found if tells(matrix)]
