"""The five parts of a site, which every page leads to; and what stands inside the last of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..findings.addresses import quotation_address
from ..findings.views import Findings
from ..project.site import NavItem, url_of

ABOUT: Final = "study/index.md"
# The first folder of the pages that belong to a part without being its own.
ELSEWHERE: Final = {"themes": "", quotation_address("").strip("/"): "quotations/"}


@dataclass(frozen=True)
class NavEntry:
    """Name a page that tells about the study, and say in a line what stands there."""

    title: str
    path: str
    says: str

    @property
    def url(self) -> str:
        """Give the page's address."""
        return url_of(self.path)


def navigation_of(findings: Findings) -> tuple[NavItem, ...]:
    """List the parts of a study's site, titles in the language of its findings.

    A part has a shorter title for a phone, where one is needed. One that has no page is left out.
    """
    say = findings.say
    themes = tuple(
        NavItem(theme.title, f"themes/{theme.id}/index.md") for theme in findings.themes_in_order
    )
    practice = NavItem(
        say.gettext("In practice"), "practice/index.md", short=say.gettext("Practice")
    )
    return (
        NavItem(
            say.gettext("Findings"),
            "index.md",
            (NavItem(say.gettext("All themes"), "themes/index.md"), *themes),
        ),
        NavItem(say.gettext("Conversation"), "compare/index.md"),
        NavItem(say.gettext("Voices"), "quotations/index.md"),
        *((practice,) if findings.study.implications else ()),
        NavItem(
            say.gettext("About the study"),
            ABOUT,
            tuple(NavItem(entry.title, entry.path) for entry in entries(findings)),
            short=say.gettext("About"),
        ),
    )


def entries(findings: Findings) -> Iterator[NavEntry]:
    """List the pages that tell about the study, each with a line on what stands there."""
    say = findings.say
    yield NavEntry(
        say.gettext("Methods"),
        "methods/index.md",
        say.gettext("How it was done, and what is not reported of it."),
    )
    yield NavEntry(
        say.gettext("Who was heard"),
        "voices/index.md",
        say.gettext("The groups, and the sessions in which they spoke."),
    )
    if findings.study.codebook:
        yield NavEntry(
            say.gettext("Codebook"),
            "codebook/index.md",
            say.gettext("The codes, what each means, and where it was used."),
        )
    yield NavEntry(
        say.gettext("Did you take part?"),
        "took-part/index.md",
        say.gettext("For those who took part: where their words are."),
    )
    yield NavEntry(
        say.gettext("How to cite"),
        "cite/index.md",
        say.gettext("The study, a theme or a single quotation, for reference managers too."),
    )
    yield NavEntry(
        say.gettext("Data"),
        "data/index.md",
        say.gettext("The findings as files, to download and reuse."),
    )
    yield NavEntry(
        say.gettext("Changes"),
        "changes/index.md",
        say.gettext("What changed between releases of the findings."),
    )
    yield NavEntry(
        say.gettext("Accessibility"),
        "accessibility/index.md",
        say.gettext("What is tested, and what is not."),
    )


def part_of(page_url: str, navigation: tuple[NavItem, ...]) -> str:
    """Give the address of the part of the site that a page belongs to: the last, if no other."""
    first = page_url.partition("/")[0]
    address = ELSEWHERE.get(first, f"{first}/" if first else "")
    return address if any(item.url == address for item in navigation) else navigation[-1].url
