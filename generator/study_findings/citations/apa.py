"""A citation as text, in the manner of the APA's seventh edition."""

from __future__ import annotations

from typing import Final

from ..language import interface_for
from .cited import Entry
from .names import Name, one_line
from .ris import first_and_last

# Of more authors, the first nineteen and the last are named (APA 7, section 9.8).
MOST_AUTHORS: Final = 20
SENTENCE_ENDS: Final = (".", "?", "!", "؟", "۔")


def apa(entry: Entry) -> str:
    """Write an entry as one line of text: authors, year, title, where it stands, address."""
    genre = one_line(entry.genre)
    title = one_line(entry.title) + (f" [{genre}]" if genre else "")
    undated = interface_for(entry.language).gettext("n.d.")
    year = f"({entry.year or undated})."
    authors = _authors(entry.authors)
    opening = [_closed(authors), year, _closed(title)] if authors else [_closed(title), year]
    return " ".join(filter(None, (*opening, _closed(_container(entry)), one_line(entry.url))))


def _authors(names: tuple[Name, ...]) -> str:
    written = [one_line(name.abbreviated) for name in names]
    if len(written) > MOST_AUTHORS:
        return ", ".join([*written[: MOST_AUTHORS - 1], f"… {written[-1]}"])
    if len(written) < 2:
        return "".join(written)
    return f"{', '.join(written[:-1])}, & {written[-1]}"


def _container(entry: Entry) -> str:
    container = one_line(entry.container)
    if not container:
        return one_line(entry.publisher)
    if entry.kind == "webpage":
        return interface_for(entry.language).gettext("In %(container)s", container=container)
    issue = one_line(entry.issue)
    volume = one_line(entry.volume) + (f"({issue})" if issue else "")
    pages = "–".join(filter(None, first_and_last(entry.pages)))
    return ", ".join(filter(None, (container, volume, one_line(pages))))


def _closed(sentence: str) -> str:
    return sentence if not sentence or sentence.endswith(SENTENCE_ENDS) else f"{sentence}."
