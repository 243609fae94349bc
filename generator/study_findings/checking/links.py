"""The links of hand-written pages, followed in what an engine made of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from ..problems import Problem
from ..project import Project
from ..project.site import output_of
from .engine_problems import place_of

LINKS: Final = {
    "a": "href",
    "area": "href",
    "img": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
}


class _Page(HTMLParser):
    """Collect a page's ids, and the links of its own text."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag == "article":
            self.within += 1
        link = values.get(LINKS.get(tag, ""))
        if self.within and link:
            self.links.append(link.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.within -= 1


def follow_links(site_dir: Path, pages: Mapping[str, Path], project: Project) -> Iterator[Problem]:
    """Warn of links and pictures of hand-written pages that lead nowhere in a built site.

    `pages` are the hand-written files by source path. Links to other sites are not followed;
    anchors are looked up on hand-written pages.
    """
    files = {
        path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()
    }
    read = dict(_read(site_dir, pages, files))
    is_root = urlsplit(project.settings.url).path == "/"
    for source, path in pages.items():
        output = output_of(source)
        for link in dict.fromkeys(read[output].links) if output in read else ():
            if why := _wrong(link, output, files, read, is_root):
                message, hint = why
                place = place_of(path, project.shown(path), link, unquote(link), _anchor(link))
                yield Problem(place, "dead-link", message, hint, "warning")


def _anchor(link: str) -> str:
    """Give what an author wrote of a link to a page, whose path the engine has rewritten."""
    fragment = link.partition("#")[2]
    return f"#{fragment}" if fragment else ""


def _read(
    site_dir: Path, pages: Mapping[str, Path], files: set[str]
) -> Iterator[tuple[str, _Page]]:
    for source in pages:
        output = output_of(source)
        if output in files:
            page = _Page()
            page.feed((site_dir / output).read_text("utf-8", "replace"))
            yield output, page


def _wrong(
    link: str, output: str, files: set[str], read: Mapping[str, _Page], is_root: bool
) -> tuple[str, str] | None:
    """Say what is wrong with a link of the page at a path, and what to do.

    Gives nothing where it leads on.
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return f'"{link}" is no address', "correct the link"
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/") and not is_root:
        message = f'the link "{link}" leads to the top of the host, above this site'
        return message, "write it relative to this page, as ../themes/index.md"
    target = _resolved(path, output, files)
    if target.startswith("../"):
        return f'the link "{link}" leads out of this site', "correct the link"
    if target not in files:
        return f'the link "{link}" leads to nothing on this site', "correct it, or add the file"
    anchor = unquote(parts.fragment)
    if anchor in ("", "top") or target not in read or anchor in read[target].ids:
        return None
    where = "this page" if target == output else f"the page {target.removesuffix('index.html')}"
    return f'the link "{link}" leads to a place that {where} has not', "correct what stands after #"


def _resolved(path: str, output: str, files: set[str]) -> str:
    """Give the file that a path leads to from the page at `output`, as a web server finds it."""
    if not path:
        return output
    folder = "" if path.startswith("/") else posixpath.dirname(output)
    joined = posixpath.normpath(posixpath.join(folder or ".", path.lstrip("/")))
    index = posixpath.normpath(posixpath.join(joined, "index.html"))
    return index if path.endswith("/") or joined == "." or index in files else joined
