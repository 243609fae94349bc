"""How to cite the study, a theme, a quotation."""

from __future__ import annotations

from ..model import About, Theme
from .views import Card


def address(about: About) -> str:
    """Give the address of the publication: its DOI's, or its own."""
    citation = about.citation
    return f"https://doi.org/{citation.doi}" if citation.doi else citation.url or ""


def _lead(about: About) -> str:
    authors = ", ".join(author.name for author in about.authors)
    year = f"({about.citation.year})." if about.citation.year else "(no date)."
    return f"{authors} {year}".strip()


def cite_study(about: About) -> str:
    """Cite the study as published: authors, year, title, journal, volume, issue, address."""
    citation = about.citation
    volume = (citation.volume or "") + (f"({citation.issue})" if citation.issue else "")
    container = ", ".join(part for part in (citation.journal, volume, citation.pages) if part)
    parts = (f"{about.title}.", f"{container}." if container else "", citation.publisher or "")
    return " ".join(part for part in (_lead(about), *parts, address(about)) if part)


def cite_theme(about: About, theme: Theme, url: str) -> str:
    """Cite one theme of the study on this site."""
    kind = "Illustrative theme" if theme.provenance == "illustrative" else "Theme"
    return f"{_lead(about)} {kind} “{theme.title}”. In: {about.title}. {url}".strip()


def cite_quotation(about: About, card: Card, url: str) -> str:
    """Cite one quotation on this site; an illustrative one says that it is no data."""
    if card.quotation.provenance == "illustrative":
        what = f"Illustrative quotation {card.id}, composed to show the site; not data."
    else:
        what = f"Quotation {card.id} ({', '.join(p for p in (card.who, card.where) if p)})."
    return f"{_lead(about)} {what} In: {about.title}. {url}".strip()
