"""Which pages the navigation lists, in which order."""

from __future__ import annotations

from ..findings.views import Findings
from ..project.site import NavItem


def navigation_of(findings: Findings) -> tuple[NavItem, ...]:
    """List the sections of a study's site, titles in the language of its findings."""
    say = findings.say
    themes = tuple(
        NavItem(
            theme.title,
            f"themes/{theme.id}/index.md",
            language=findings.foreign(theme.id, "title"),
        )
        for theme in findings.themes_in_order
    )
    took_part = NavItem(say.gettext("Did you take part?"), "took-part/index.md")
    practice = NavItem(say.gettext("Practice"), "practice/index.md")
    codebook = NavItem(say.gettext("Codebook"), "codebook/index.md")
    more = (
        NavItem(say.gettext("Data"), "data/index.md"),
        NavItem(say.gettext("Changes"), "changes/index.md"),
        NavItem(say.gettext("Accessibility"), "accessibility/index.md"),
    )
    return (
        NavItem(say.gettext("Home"), "index.md"),
        NavItem(say.gettext("Themes"), "themes/index.md", themes),
        NavItem(say.gettext("Quotations"), "quotations/index.md"),
        NavItem(say.gettext("Voices"), "voices/index.md", (took_part,)),
        NavItem(say.gettext("Compare"), "compare/index.md"),
        *((practice,) if findings.study.implications else ()),
        NavItem(
            say.gettext("Methods"),
            "methods/index.md",
            (codebook,) if findings.study.codebook else (),
        ),
        NavItem(say.gettext("Cite"), "cite/index.md", more),
    )
