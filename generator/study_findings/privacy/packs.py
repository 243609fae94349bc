"""Pages in `private/` that this program wrote: how they are told, and what in them is private.

A page of what the public can know of one participant repeats what is published, so that its words
are no leak. On a page for a participant to read back, the words of quotations and the notes on
those that wait may be private, and all else is public. Each ends with a checksum of itself: once
anything in it was changed, it is a private text like any other.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html.parser import HTMLParser
from typing import Final

PACK: Final = "<!-- study-findings: all of this is public; checksum {} -->\n"
READ_BACK: Final = "<!-- study-findings: to be read back; checksum {} -->\n"
# What holds words of a quotation on a page to read back, in a section that is marked as private.
HOLDERS: Final = frozenset({"blockquote", "textarea", "article"})

PRIVATE: Final = "data-private"


def marked(page: bytes, mark: str = PACK) -> bytes:
    """Put the checksum at the end of a page."""
    return page + mark.format(sha256(page).hexdigest()).encode()


def is_pack(content: bytes) -> bool:
    """Tell whether a file is a page of what is public, as it was written."""
    return _is_marked(content, PACK)


def is_read_back(content: bytes) -> bool:
    """Tell whether a file is a page to read back, as it was written."""
    return _is_marked(content, READ_BACK)


def quoted_on(content: bytes) -> list[tuple[int, str]]:
    """List the words of quotations on a page to read back, and notes beside them, with lines."""
    reader = _Quoted()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    return [(line, "".join(parts)) for line, parts in reader.found]


def _is_marked(content: bytes, mark: str) -> bool:
    pattern = re.escape(mark).replace(r"\{\}", "([0-9a-f]{64})").encode() + rb"\Z"
    found = re.search(pattern, content)
    return found is not None and marked(content[: found.start()], mark) == content


class _Quoted(HTMLParser):
    """Gather the text in what holds words of quotations, each with the line where it begins."""

    depth = 0
    is_private = False

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.is_private = PRIVATE in dict(attrs)
        elif tag in HOLDERS and (self.is_private or self.depth):
            self.depth += 1
            self.found.append((self.getpos()[0], []))
        elif self.depth:
            self.found[-1][1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in HOLDERS and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1][1].append(data)
