"""What a study renders to: files by path, and the navigation, both plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..documents.filenames import disk_name
from ..problems import Location, Problem

NASTALIQ: Final = "assets/nastaliq.woff2"


@dataclass(frozen=True)
class Settings:
    """Say what the site is called and where it will stand; `url` is empty where not yet known.

    `nastaliq` tells whether the site brings type for Urdu, at NASTALIQ. `downloads` names the files
    that `/data/` offers beside the usual ones. `own_frame` tells whether the theme is ours as it
    is, so that its bar is sure to stand on every page.
    """

    name: str
    url: str = ""
    nastaliq: bool = False
    downloads: tuple[str, ...] = ()
    own_frame: bool = True

    def address_of(self, page_url: str) -> str:
        """Give the full address of a page, or nothing where the site's own is not known."""
        return self.url + page_url if self.url else ""


@dataclass(frozen=True)
class NavItem:
    """List a page, or a section with its pages; titles are plain text.

    `short` is the title where there is little room.
    """

    title: str
    path: str | None = None
    children: tuple[NavItem, ...] = ()
    short: str = ""

    @property
    def url(self) -> str:
        """Give the address of the page, or of the section's first."""
        return url_of(self.path) if self.path else self.children[0].url


@dataclass(frozen=True)
class Site:
    """Hold the rendered files by path in the engine's source folder, the navigation, the language.

    `unlisted` are paths of pages that no navigation lists: translated pages carry their own.
    """

    files: Mapping[str, bytes]
    nav: tuple[NavItem, ...] = field(default=())
    language: str = "en"
    unlisted: frozenset[str] = frozenset()


def url_of(path: str) -> str:
    """Give the address of a source path: `themes/x.md` and `themes/x/index.md` are `themes/x/`."""
    stem = path.removesuffix(".md").removesuffix(".html")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def output_of(path: str) -> str:
    """Give the path at which an engine puts a source path; engines take a README for an index."""
    folder, _, name = path.rpartition("/")
    if name == "README.md":
        path = f"{folder}/index.md" if folder else "index.md"
    return f"{url_of(path)}index.html" if path.endswith(".md") else path


def path_taken(
    shown: str, path: str, outputs: dict[str, str], made: Mapping[str, bytes]
) -> Problem | None:
    """Refuse a hand-written file at the address of another; else note it in `outputs`.

    `outputs` holds source paths by the paths they are put at, as `disk_name` gives them; `made` is
    what is made from the study.
    """
    other = outputs.setdefault(disk_name(output_of(path)), path)
    if other == path and path not in made:
        return None
    whose = ", which is made from the study" if other in made else ""
    message = f"this file would stand at the address of {other}{whose}"
    if output_of(other) != output_of(path):
        message += ", where a disk does not tell capitals or ways to write an accent apart"
    return Problem(Location(shown), "path-taken", message, "give the file another name")


def nav_configuration(items: tuple[NavItem, ...], escape: Any) -> list[dict[str, Any]]:
    """Write navigation as an engine's `nav` setting, each title passed through `escape`.

    The pages inside the home page's part follow it: engines take a page for home only where it
    stands in no section.
    """
    written = []
    for item in items:
        title = str(escape(item.title))
        inner = nav_configuration(item.children, escape)
        if item.path and (not inner or not item.url):
            written += [{title: item.path}, *inner]
        else:
            written.append({title: [*([item.path] if item.path else []), *inner]})
    return written
