"""What is cited: the study, a theme, claim or quotation: one record that every format writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote

from ..findings import disclaimers, labels
from ..findings.cards import Card
from ..language import Interface, interface_for
from ..model import About, Claim, Theme
from ..model.identifiers import doi_at
from ..text.spelling import small_ascii
from .names import Name, name_of, one_line

EntryKind = Literal["article", "report", "thesis", "webpage"]

KEY_WORD: Final = 4
# What may stand in the path of an address as it is (RFC 3986, section 3.3).
DOI_CHARACTERS: Final = "/:@!$&'()*+,;="


@dataclass(frozen=True)
class Entry:
    """Hold what a reference names; what is not known is empty.

    `genre` says in a few words what a part of the study is, `container` what it is part of:
    the journal of an article, the study of a theme or quotation.
    """

    key: str
    kind: EntryKind
    title: str
    authors: tuple[Name, ...] = ()
    year: int | None = None
    genre: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()


def study_address(about: About) -> str:
    """Give the address of the publication: its DOI's, or its own."""
    citation = about.citation
    if citation.doi:
        return "https://doi.org/" + quote(citation.doi, safe=DOI_CHARACTERS)
    return citation.url or ""


def study_entry(about: About, site_url: str = "") -> Entry:
    """Cite the study as published; one that is published nowhere else, as this site."""
    citation = about.citation
    kind = _kind_of(about)
    return Entry(
        key=_key(about),
        kind=kind,
        title=_study_title(about),
        authors=_authors(about),
        year=citation.year,
        genre=interface_for(about.language).gettext("Thesis") if kind == "thesis" else "",
        container=citation.journal or "",
        volume=citation.volume or "",
        issue=citation.issue or "",
        pages=citation.pages or "",
        publisher=citation.publisher or "",
        doi=citation.doi or doi_at(citation.url or ""),
        url=study_address(about) or (site_url if kind == "webpage" else ""),
        language=about.language,
        keywords=about.keywords,
    )


def theme_entry(about: About, theme: Theme, url: str) -> Entry:
    """Cite a theme as a part of the study, at its address; `url` is empty where unknown."""
    say = interface_for(about.language)
    title, note = disclaimers.titled(say, theme), disclaimers.of_theme(say, theme)
    genre = "" if theme.is_illustrative else say.gettext("Theme")
    return _part(about, theme.id, title, genre, note, url)


def claim_entry(about: About, claim: Claim, url: str) -> Entry:
    """Cite a claim by its words, at its address; `url` is empty where unknown."""
    say = interface_for(about.language)
    note = disclaimers.of_claim(say, claim)
    if claim.is_illustrative:
        title = say.gettext("%(claim)s (illustrative claim: composed, not data)", claim=claim.says)
        return _part(about, claim.id, title, "", note, url)
    return _part(about, claim.id, claim.says, say.gettext("Claim"), note, url)


def quotation_entry(about: About, card: Card, url: str) -> Entry:
    """Cite a published quotation by its id and attribution, at its address.

    Its words are left out: what is withdrawn later must not live on in reference lists.
    """
    say = interface_for(about.language)
    if card.quotation.is_illustrative:
        title = say.gettext("Illustrative quotation %(id)s (composed, not data)", id=card.id)
        note = disclaimers.of_quotation(say, card.quotation)
        return _part(about, card.id, title, "", note, url)
    source = say.gettext(", ").join(part for part in (card.who, card.where) if part)
    title = say.gettext("Quotation %(id)s (%(source)s)", id=card.id, source=source)
    remark = _remark(say, card)
    return _part(about, card.id, title, remark, f"{remark}." if remark else "", url)


def _part(about: About, part_id: str, title: str, genre: str, note: str, url: str) -> Entry:
    return Entry(
        key=f"{_key(about)}-{part_id}",
        kind="webpage",
        title=title,
        authors=_authors(about),
        year=about.citation.year,
        genre=genre,
        container=_study_title(about),
        url=url,
        note=note,
        language=about.language,
    )


def _remark(say: Interface, card: Card) -> str:
    """Say that the words are not a participant's own, and who translated them from what."""
    remarks = (
        labels.provenance_to_note(say, card.quotation),
        labels.translation(say, card.quotation),
    )
    return labels.capitalised(say.gettext(", ").join(filter(None, remarks)))


def _kind_of(about: About) -> EntryKind:
    citation = about.citation
    if citation.kind:
        return citation.kind
    if citation.journal:
        return "article"
    return "report" if citation.publisher else "webpage"


def _study_title(about: About) -> str:
    title, subtitle = one_line(about.title), one_line(about.subtitle or "")
    if not subtitle:
        return title
    return f"{title}{'' if title.endswith(tuple(':?!؟')) else ':'} {subtitle}"


def _authors(about: About) -> tuple[Name, ...]:
    return tuple(map(name_of, about.authors))


def _key(about: About) -> str:
    """Make the key of ASCII letters and digits: `jadoon2025`, or of the title's first long word."""
    first = name_of(about.authors[0]) if about.authors else Name()
    words = (_ascii(word) for word in about.title.split())
    word = next((word for word in words if len(word) >= KEY_WORD), "study")
    return f"{_ascii(first.whole or first.surname) or word}{about.citation.year or 'nd'}"


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", small_ascii(text))
