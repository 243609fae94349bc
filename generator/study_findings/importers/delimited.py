"""Tables in text: `.csv` and `.tsv`, whatever parts their cells and however they are encoded."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Final

from ..documents.unpack import strict_text
from ..documents.unreadable import UnreadableError
from .found import Found
from .grid import Grid, is_blank
from .options import Options
from .own_tables import read_own
from .tables import read_whole

_MARKS: Final = (",", ";", "\t", "|")
_SNIFFED: Final = 60
_ENDINGS: Final = frozenset({".csv", ".tsv", ".tab", ".txt"})
MOST_BYTES: Final = 200_000_000
_MOST_CELL: Final = 2_000_000
_PACKED: Final = b"PK\x03\x04"


def recognises(path: Path, head: bytes) -> str | None:
    """Tell whether a file is a table in text: rows with as many cells as the header."""
    text = strict_text(head) or strict_text(head[: head.rfind(b"\n") + 1])
    if text is None or text.lstrip("\ufeff \r\n")[:1] in ("{", "<"):
        return None
    mark = delimiter(text)
    if mark is None and path.suffix.lower() not in (_ENDINGS - {".txt"}):
        return None
    return f"a table ({'TSV' if mark == chr(9) else 'CSV'})"


def delimiter(text: str) -> str | None:
    """Find what parts the cells of a table: what gives most rows the same number of them."""
    best, most = None, 0.0
    for mark in _MARKS:
        rows = _rows(text[:200_000], mark, _SNIFFED)
        widths = Counter(len(row) for row in rows if not is_blank(row))
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        score = times / sum(widths.values()) * min(width, 12) if width > 1 else 0.0
        if score > most and times > 1:
            best, most = mark, score
    return best


def _rows(text: str, mark: str, most: int = 0) -> list[list[str]]:
    csv.field_size_limit(_MOST_CELL)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            rows.append(row)
            if most and len(rows) == most:
                break
    except csv.Error:
        if not most:
            raise
    return rows


def read(path: Path, options: Options) -> Found:
    """Read a table in UTF-8, UTF-16 or Windows-1252; raises UnreadableError."""
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError("is larger than 200 MB", "split it into several files")
    data = path.read_bytes()
    if data.startswith(_PACKED):
        raise UnreadableError(
            "is packed, as Excel and Word files are, and no table in text",
            "leave `--format` out, or say `--format excel`",
        )
    text = strict_text(data)
    if text is None:
        raise UnreadableError("holds no text that can be read", "export it again as CSV in UTF-8")
    mark = delimiter(text) or ","
    try:
        rows = _rows(text.replace("\0", ""), mark)
    except csv.Error as error:
        hint = "see that quotation marks in cells are doubled, or export it as .xlsx"
        raise UnreadableError("cannot be read as a table", hint) from error
    form = f"a table ({'TSV' if mark == chr(9) else 'CSV'})"
    grids = [Grid("", rows, lambda number: f"row {number + 1}")]
    own = None if options.columns else read_own(grids, form, is_text=True)
    return own or read_whole(grids, options, form)
