"""Ids in prose and hand-written pages: in links, placements and templates, or merely mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..findings.addresses import LINKED
from .id_places import Pieces, Renaming

_LINK: Final = re.compile(r"""[^\s"'()<>\[\]{}]*[/#?][^\s"'()<>\[\]{}]*""")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# The way to the top of the site, and into one of its languages.
_WAY: Final = r"^(?:\.{0,2}/)*(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/)??"
# In what is said of a theme, a link may begin at the theme's own page.
_FROM_A_THEME: Final = {
    "theme": (r"^\.\./{id}(?=[/#?]|$)", r"^(?:\.\./[^#/]*/?)?#{id}$"),
    "quotation": (r"^(?:\.\./[^#/]*/?)?#{id}$",),
}


class Mentions:
    """Find an id in texts that are no ids, and say what comes to stand in its place."""

    def __init__(self, renaming: Renaming) -> None:
        self.renaming = renaming
        old, noun = re.escape(renaming.old), renaming.noun
        addresses = LINKED.get(noun, ())
        self._links = [_compiled(_WAY + form, noun, old) for form in addresses]
        self._in_themes = [_compiled(form, noun, old) for form in _FROM_A_THEME.get(noun, ())]
        self._placed = re.compile(rf"\[\[[ \t]*{old}[ \t]*\]\]")
        self._called = re.compile(rf"""\bquotation\([ \t]*(?P<mark>["']){old}(?P=mark)""")
        # A word of the language is an id only where it stands as one.
        is_word = re.fullmatch(r"[a-z]+", renaming.old) is not None
        before = r"(?<=[\[`/#=])" if is_word else r"(?<![A-Za-z0-9_-])"
        self._mention = re.compile(rf"{before}{old}(?![A-Za-z0-9_-])")

    def in_prose(self, field: str, text: str) -> Pieces:
        """Give the placements and links in a text of the study that hold the id."""
        if self.renaming.old not in text:
            return ()
        found = list(self._in_links(text, in_theme=True))
        if field == "narrative" and self.renaming.noun == "quotation":
            found += self._with_new(self._placed, text)
        return [(old, new) for _, old, new in sorted(found)]

    def in_page(self, path: str, text: str) -> str:
        """Give a hand-written page with the new id in its links and in what its template places."""
        found = list(self._in_links(text, in_theme=False))
        if path.endswith(".j2") and self.renaming.noun == "quotation":
            found += self._with_new(self._called, text)
        at, parts = 0, []
        for begin, old, new in sorted(found):
            parts += [text[at:begin], new]
            at = begin + len(old)
        return "".join([*parts, text[at:]])

    def left_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the line and column of each mention of the id, one a line, `formerly` apart."""
        for number, line in enumerate(text.split("\n"), 1):
            is_kept = re.match(r"""[\s-]*(?:\{.*)?["']?formerly["']?[ \t]*:""", line)
            if not is_kept and (found := self._mention.search(line)):
                yield number, found.start() + 1

    def _with_new(self, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str, str]]:
        for match in pattern.finditer(text):
            yield match.start(), match[0], match[0].replace(self.renaming.old, self.renaming.new)

    def _in_links(self, text: str, in_theme: bool) -> Iterator[tuple[int, str, str]]:
        for match in _LINK.finditer(text):
            link = match[0]
            if self.renaming.old not in link or _ELSEWHERE.match(link):
                continue
            is_target = text[: match.start()].endswith("](")
            forms = self._in_themes if in_theme and is_target else ()
            new = link
            for form in (*self._links, *forms):
                if found := form.search(new):
                    begin, end = found.span("id")
                    new = f"{new[:begin]}{self.renaming.new}{new[end:]}"
            if new != link:
                yield match.start(), link, new


def _compiled(form: str, noun: str, old: str) -> re.Pattern[str]:
    # No `format`: braces count in a pattern.
    written = form.replace("{noun}", noun).replace("{id}", f"(?P<id>{old})")
    return re.compile(written)
