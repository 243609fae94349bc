"""The text of a built page that a search may find it by."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final, NamedTuple

BODY: Final = "data-pagefind-body"
EDITION: Final = ("data-pagefind-filter", "in[content]")
TITLE: Final = "h1"
IGNORED: Final = "data-pagefind-ignore"
WITHOUT_TEXT: Final = ("script", "style", "template", "noscript", "svg")
VOID: Final = (
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
)  # fmt: skip
INLINE: Final = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
)  # fmt: skip


class PageWords(NamedTuple):
    """Hold what a page is found by: its text, its title, its edition.

    `title` is the first heading of the whole page, `edition` the language whose pages it
    is among: `all` or nothing where the site has no others.
    """

    text: str
    title: str
    edition: str


def words_of_page(html: str) -> PageWords | None:
    """Give the text within `data-pagefind-body` and outside `data-pagefind-ignore`.

    Gives None without a body.
    """
    if BODY not in html:
        return None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    title = " ".join("".join(reader.title).split())
    return PageWords("".join(reader.parts), title, reader.edition)


class _Reader(HTMLParser):
    """Collect text; an element is on the stack with whether its text counts, and may at all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.title: list[str] = []
        self.edition = ""
        self._titles = 0
        self._open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        self._titles += tag == TITLE
        if EDITION in attrs:
            self.edition = dict(attrs).get("content") or ""
        _, counts, may = self._open[-1] if self._open else ("", False, True)
        may = may and IGNORED not in names and tag not in WITHOUT_TEXT
        counts = may and (counts or BODY in names)
        if tag not in INLINE:
            self.parts.append(" ")
        if tag not in VOID:
            self._open.append((tag, counts, may))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.parts.append(" ")
        names = [name for name, *_ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._titles == 1 and any(tag == TITLE for tag, *_ in self._open):
            self.title.append(data)
        if self._open and self._open[-1][1]:
            self.parts.append(data)
