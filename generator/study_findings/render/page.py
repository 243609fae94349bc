"""A page before it is rendered, and the links between pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from ..project.site import url_of
from ..text.beginnings import first_words
from .markup import address as as_address

DESCRIPTION_LENGTH = 300


@dataclass(frozen=True)
class Page:
    """Say what a page is made of; `.md` goes through the engine, `.html` is complete.

    `elsewhere` is where the site's other languages have what stands here, if not at the same
    address.
    """

    path: str
    title: str
    template: str
    description: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    tags: tuple[tuple[str, str], ...] = ()
    elsewhere: str | None = None

    @property
    def url(self) -> str:
        """Give the address relative to the site that the page's links start from."""
        if self.path.endswith(".html") and not self.path.endswith("index.html"):
            return self.path.rpartition("/")[0]
        return url_of(self.path)


@dataclass(frozen=True)
class ContentsItem:
    """Name a place on a page for its list of contents.

    `language` is the label's, if not the page's; `inner` are the places inside it.
    """

    anchor: str
    label: str
    language: str = ""
    inner: tuple[ContentsItem, ...] = ()


def description_of(text: str) -> str:
    """Give what a search engine shows of a page: the first words of what it says."""
    return first_words(text, DESCRIPTION_LENGTH)


def size_of(content: bytes) -> str:
    """Say how large a file is, in kilobytes, one at least."""
    return f"{max(1, round(len(content) / 1024)):,} kB"


def relative(page_url: str, target: str) -> Markup:
    """Write the link from one address of the site to another, anchors kept."""
    address, hash_mark, anchor = target.partition("#")
    if address == page_url and hash_mark:
        return as_address(f"#{anchor}")
    here, there = page_url.split("/")[:-1], address.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return as_address(f"{link or './'}{hash_mark}{anchor}")
