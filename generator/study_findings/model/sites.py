"""Where a study was done: sites, and the sites in them."""

from __future__ import annotations

from collections.abc import Mapping

from .base import Id, Prose, Record, Text


class StudySite(Record):
    """A place where people were heard, as coarse as protects them; sessions name it by `site`."""

    id: Id
    """Permanent id."""
    label: Text
    """What readers see: `The two northern clinics`."""
    level: Text | None = None
    """What kind of place it is, or on which level of several: `District`, `Clinic`."""
    description: Prose | None = None
    """What readers should know of it, in Markdown."""
    sites: tuple[StudySite, ...] = ()
    """Sites inside this one."""


def walk_sites(sites: tuple[StudySite, ...]) -> list[StudySite]:
    """List sites with all sites inside them, depth first, in order."""
    return [node for site in sites for node in (site, *walk_sites(site.sites))]


def sites_around(sites: tuple[StudySite, ...]) -> Mapping[str, tuple[StudySite, ...]]:
    """Map each site's id to the sites around it, outermost first."""
    found: dict[str, tuple[StudySite, ...]] = {}

    def visit(inner: tuple[StudySite, ...], above: tuple[StudySite, ...]) -> None:
        for site in inner:
            found[site.id] = above
            visit(site.sites, (*above, site))

    visit(sites, ())
    return found
