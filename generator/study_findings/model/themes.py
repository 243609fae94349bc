"""What was found: themes, codes and implications; and which themes stand under which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from .base import Count, Id, Memo, Prose, Record, Text
from .claims import Claim
from .provenance import MayBeComposed, ThemeProvenance, is_composed
from .relations import Relation

# A line of its own in a narrative, which places a quotation there.
PLACEMENT: Final = re.compile(r"^[ \t]*\[\[([^\[\]\n]*)\]\][ \t]*$", re.MULTILINE)


def placed_in(narrative: str | None) -> tuple[str, ...]:
    """List the ids of the quotations that a narrative places, in order."""
    return tuple(found.strip() for found in PLACEMENT.findall(narrative or ""))


class FrameworkFacet(Record):
    """Where a theme stands in a framework such as COM-B."""

    framework: Text
    """The framework's name."""
    value: Text
    """The theme's place in it."""


class ReportedCount(Record):
    """A count as the source reports it, with its unit."""

    count: Count
    """How many."""
    unit: Text
    """Of what: `participants`, `sessions`, `mentions`."""
    out_of: Count | None = None
    """Out of how many."""
    scope: Literal["direct", "with-subthemes"] | None = None
    """Whether the count is of the theme itself, or takes in its subthemes;
    left out where not reported.
    """


class Theme(MayBeComposed):
    """A finding; a subtheme is a theme inside a theme: `themes_data/themes/ID.yml`."""

    id: Id
    """Permanent id, in the page's address."""
    title: Text
    """The title as published."""
    label: Text | None = None
    """The label as printed: `1.2`."""
    position: Count | None = None
    """Where the theme comes in lists, counted from 1; by label, then file name, where left out."""
    groups: tuple[Id, ...] = ()
    """Whose theme it is: one group, or several that share it; a subtheme takes its parent's."""
    gist: Prose | None = None
    """The theme in a sentence, in Markdown."""
    narrative: Prose | None = None
    """The account, in Markdown; a line `[[q014]]` of its own places that quotation."""
    boundary: Prose | None = None
    """What belongs here and what does not, in Markdown."""
    provenance: ThemeProvenance = "reported"
    """Whether the study reports this theme, or it is composed to show the site."""
    prose: ThemeProvenance | None = None
    """Whether gist, narrative and boundary are the study's own words;
    as `provenance` where left out.
    """
    codes: tuple[Id, ...] = ()
    """Ids of the codes behind it."""
    facets: tuple[FrameworkFacet, ...] = ()
    """Its place in frameworks."""
    related: tuple[Relation, ...] = ()
    """Related themes, each with a word for the relation."""
    also_under: tuple[Id, ...] = ()
    """Other themes that it stands under as well: ids. Its page and address stay where it is
    written; it counts in all of them.
    """
    also: tuple[Text, ...] = ()
    """Words that readers may look for it by and its title lacks: `workload`, `lack of time`."""
    counts: tuple[ReportedCount, ...] = ()
    """Counts as the source reports them."""
    withheld: Text | None = None
    """Why no quotation of it, or of a theme inside it, is published;
    readers see this in their place.
    """
    claims: tuple[Claim, ...] = ()
    """What the study claims here, each with the quotations it rests on."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on it."""
    subthemes: tuple[Theme, ...] = ()
    """Themes inside this one."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""

    @property
    def prose_is_illustrative(self) -> bool:
        """Tell whether gist, narrative and boundary are composed."""
        return is_composed(self.prose or self.provenance)

    @property
    def placed(self) -> tuple[str, ...]:
        """List the ids of the quotations its narrative places, in order."""
        return placed_in(self.narrative)


class Code(Record):
    """An analytic label of the codebook [REFI-QDA Code]: `themes_data/codebook.yml`."""

    id: Id
    """Permanent id."""
    label: Text
    """The code's name."""
    definition: Prose | None = None
    """What it means."""
    inclusion: Prose | None = None
    """When to apply it."""
    exclusion: Prose | None = None
    """When not to."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on it."""
    codes: tuple[Code, ...] = ()
    """Codes inside this one."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""


class Implication(MayBeComposed):
    """A recommendation, tied to themes: `themes_data/implications.yml`."""

    id: Id
    """Permanent id."""
    text: Prose
    """The recommendation, in Markdown."""
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the themes it follows from."""
    audience: Text | None = None
    """Who might act on it."""
    provenance: ThemeProvenance = "reported"
    """Whether the study makes this recommendation, or it is composed to show the site."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""


def walk_themes(themes: tuple[Theme, ...]) -> list[Theme]:
    """List themes with all their subthemes, depth first, in order."""
    return [node for theme in themes for node in (theme, *walk_themes(theme.subthemes))]


def told_elsewhere(themes: tuple[Theme, ...]) -> dict[str, tuple[Theme, ...]]:
    """Map themes' ids to the themes that stand under them too, though told elsewhere."""
    found: dict[str, list[Theme]] = {}
    for theme in walk_themes(themes):
        for around in dict.fromkeys(theme.also_under):
            found.setdefault(around, []).append(theme)
    return {around: tuple(inner) for around, inner in found.items()}


def themes_within(theme: Theme, elsewhere: Mapping[str, tuple[Theme, ...]]) -> list[Theme]:
    """List a theme with all themes under it, those told elsewhere too, each once."""
    found: dict[str, Theme] = {}
    left = [theme]
    while left:
        node = left.pop(0)
        if node.id not in found:
            found[node.id] = node
            left = [*node.subthemes, *elsewhere.get(node.id, ()), *left]
    return list(found.values())


def walk_codes(codes: tuple[Code, ...]) -> list[Code]:
    """List codes with all codes inside them, depth first, in order."""
    return [node for code in codes for node in (code, *walk_codes(code.codes))]
