"""Taguette's own projects (`.sqlite3`): of the documents, only what is highlighted."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..documents.unreadable import UnreadableError
from .codes_as_themes import with_themes
from .found import Anomaly, Dropped, Found, FoundCode, TitlePath
from .html_text import html_text
from .options import Options
from .pseudonyms import Pseudonyms
from .sqlite_file import has_tables, opened, text_of
from .taguette import path_of, quotations
from .whole_sources import WHOLE, is_whole

_TABLES: Final = ("projects", "documents", "highlights", "tags", "highlight_tags")
_HIGHLIGHTS: Final = """
    SELECT highlights.id AS id, documents.name AS document, highlights.snippet AS snippet,
        CASE WHEN length(highlights.snippet) * 2 > length(documents.contents)
            THEN documents.contents END AS contents
    FROM highlights JOIN documents ON documents.id = highlights.document_id
    ORDER BY documents.id, highlights.start_offset, highlights.id
"""
_SEVERAL: Final = UnreadableError(
    "holds several projects", "in Taguette, open the one you want: Project info > Export project"
)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a project of Taguette."""
    return "a project of Taguette" if has_tables(path, head, _TABLES) else None


def read(path: Path, options: Options) -> Found:
    """Read a project's tags and highlights; the documents themselves are left where they are."""
    with opened(path) as base:
        if base.execute("SELECT count(*) FROM projects").fetchone()[0] > 1:
            raise _SEVERAL
        tags: dict[int, TitlePath] = {}
        codes = []
        for row in base.execute("SELECT id, path, description FROM tags ORDER BY path"):
            titles = path_of(text_of(row["path"]), options)
            if titles:
                tags[row["id"]] = titles
                told = text_of(row["description"])
                codes.append(FoundCode(titles, f"tag {row['id']}", definition=told))
        tagged: dict[int, list[TitlePath]] = {}
        for row in base.execute("SELECT highlight_id, tag_id FROM highlight_tags"):
            if row["tag_id"] in tags:
                tagged.setdefault(row["highlight_id"], []).append(tags[row["tag_id"]])
        rows, dropped = {}, []
        for row in base.execute(_HIGHLIGHTS):
            at, words = f"highlight {row['id']}", html_text(text_of(row["snippet"]))
            if is_whole(words, len(html_text(text_of(row["contents"])))):
                dropped.append(Dropped(at, WHOLE))
                continue
            place = (text_of(row["document"]), str(row["id"]))
            rows[place] = (at, words, sorted(tagged.get(row["id"], [])))
    anomalies = tuple(
        Anomaly("uncertain", at, "this highlight has no tag")
        for at, _, found in rows.values()
        if not found
    )
    pseudonyms = Pseudonyms(options)
    found = Found(
        "a project of Taguette",
        codes=tuple(codes),
        quotations=quotations(rows, pseudonyms),
        anomalies=anomalies,
        dropped=tuple(dropped),
        pseudonyms=tuple(pseudonyms.made.values()),
    )
    return with_themes(found)
