"""A citation as Highwire Press tags, which Google Scholar and reference managers read."""

from __future__ import annotations

from typing import Final

from .cited import Entry
from .names import one_line
from .ris import first_and_last

PUBLISHERS: Final = {
    "article": "citation_publisher",
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
    "webpage": "citation_publisher",
}


def highwire_tags(entry: Entry) -> tuple[tuple[str, str], ...]:
    """List names and contents of the `<meta>` tags for an entry; an author has a tag each."""
    first, last = first_and_last(entry.pages)
    tags = (
        ("citation_title", entry.title),
        *(("citation_author", name.by_commas) for name in entry.authors),
        ("citation_publication_date", str(entry.year or "")),
        ("citation_journal_title", entry.container),
        ("citation_volume", entry.volume),
        ("citation_issue", entry.issue),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        (PUBLISHERS[entry.kind], entry.publisher),
        ("citation_doi", entry.doi),
        ("citation_public_url", entry.url),
        ("citation_language", entry.language),
        *(("citation_keywords", keyword) for keyword in entry.keywords),
    )
    return tuple((name, line) for name, content in tags if (line := one_line(content)))
