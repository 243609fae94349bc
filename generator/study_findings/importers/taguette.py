"""Taguette and LibreQDA: highlights with a row a tag, and codebooks, as CSV or XLSX."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..documents.unreadable import UnreadableError
from .codes_as_themes import coded_segments
from .found import Anomaly, Found, FoundCode, FoundQuotation, TitlePath
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import Headed, first_headed, looks_headed, named

_HIGHLIGHTS: Final = {
    "id": named("id"),
    "document": named("document"),
    "tag": named("tag"),
    "content": named("content"),
}
_CODEBOOK: Final = {"tag": named("tag"), "description": named("description")}
_MOST_CODEBOOK_COLUMNS: Final = 4
NO_TABLE: Final = UnreadableError(
    "has no such columns as this program exports", "export it again, or leave --format out"
)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of highlights, or a codebook of tags."""
    if looks_headed(path, head, _HIGHLIGHTS, list(_HIGHLIGHTS)):
        return "highlights of Taguette"
    found = looks_headed(path, head, _CODEBOOK, list(_CODEBOOK))
    return "a codebook of Taguette" if found and _is_narrow(found) else None


def read(path: Path, options: Options) -> Found:
    """Read highlights, each once with all its tags, or a codebook."""
    highlights = first_headed(path, _HIGHLIGHTS, list(_HIGHLIGHTS))
    if highlights:
        return _read_highlights(highlights, options)
    codebook = first_headed(path, _CODEBOOK, list(_CODEBOOK))
    if codebook is None:
        raise NO_TABLE
    codes = tuple(
        FoundCode(path_of(row["tag"], options), at, definition=row["description"])
        for at, row in codebook
        if row["tag"]
    )
    return Found("a codebook of Taguette", codes=codes)


def path_of(tag: str, options: Options) -> TitlePath:
    """Give a tag's titles: in levels where the author says what parts them."""
    parts = tag.split(options.separator) if options.separator else [tag]
    return tuple(part.strip() for part in parts if part.strip())


def quotations(
    rows: dict[tuple[str, str], tuple[str, str, list[TitlePath]]], pseudonyms: Pseudonyms
) -> tuple[FoundQuotation, ...]:
    """Make quotations of highlights by document and id: where each stood, its words and tags."""
    return tuple(
        FoundQuotation(
            at,
            text,
            codes=tuple(dict.fromkeys(tags)),
            session=pseudonyms.or_name("session", document),
            key=f"taguette {document} {number}",
        )
        for (document, number), (at, text, tags) in rows.items()
    )


def _is_narrow(table: Headed) -> bool:
    return len(table.sheet.rows[table.header - 1]) <= _MOST_CODEBOOK_COLUMNS


def _read_highlights(table: Headed, options: Options) -> Found:
    rows: dict[tuple[str, str], tuple[str, str, list[TitlePath]]] = {}
    codes: dict[TitlePath, FoundCode] = {}
    anomalies = []
    for at, row in table:
        kept = rows.setdefault((row["document"], row["id"]), (at, row["content"], []))
        if tag := path_of(row["tag"], options):
            kept[2].append(tag)
            codes.setdefault(tag, FoundCode(tag, at))
        else:
            anomalies.append(Anomaly("uncertain", at, "this highlight has no tag"))
    pseudonyms = Pseudonyms(options)
    return coded_segments(
        "highlights of Taguette",
        codes.values(),
        quotations(rows, pseudonyms),
        pseudonyms,
        anomalies=anomalies,
    )
