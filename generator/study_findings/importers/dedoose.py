"""Dedoose: the table of excerpts, with three columns for each code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from .codes_as_themes import coded_segments
from .found import Anomaly, Found, FoundCode, FoundQuotation, TitlePath
from .joined_codes import parted
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import Headed, first_headed, looks_headed, named
from .taguette import NO_TABLE

_FIELDS: Final = {
    "text": named("Excerpt Copy|Excerpt Text"),
    "document": named("Media Title|Resource Title|Resource Name"),
    "codes": named("Codes Applied Combined|Codes Applied"),
}
_NEEDED: Final = ("text", "document", "codes")
_APPLIED: Final = re.compile(r"Code:\s*(?P<path>.+?)\s+Applied", re.IGNORECASE)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of excerpts."""
    return "excerpts of Dedoose" if looks_headed(path, head, _FIELDS, _NEEDED) else None


def read(path: Path, options: Options) -> Found:
    """Read excerpts; who made them, when, and what describes a whole resource stay there."""
    table = first_headed(path, _FIELDS, _NEEDED)
    if table is None:
        raise NO_TABLE
    applied = _applied(table)
    known = {path_[-1] for path_ in applied.values()} | options.codes
    pseudonyms = Pseudonyms(options)
    codes: dict[TitlePath, FoundCode] = {}
    anomalies, quotations = [], []
    for at, row, cells in table.whole():
        paths = tuple(
            code for place, code in applied.items()
            if place < len(cells) and cells[place].strip().casefold() in ("true", "1", "yes")
        )  # fmt: skip
        if not applied:
            names, is_sure = parted(row["codes"], known)
            paths = tuple((name,) for name in names)
            if not is_sure and len(names) > 1:
                says = "names of codes are joined by commas, and could be parted otherwise"
                anomalies.append(Anomaly("uncertain", at, says))
        for code in paths:
            codes.setdefault(code, FoundCode(code, at))
        if row["text"]:
            session = pseudonyms.or_name("session", row["document"])
            quotations.append(FoundQuotation(at, row["text"], codes=paths, session=session))
    return coded_segments(
        "excerpts of Dedoose",
        codes.values(),
        quotations,
        pseudonyms,
        anomalies=anomalies,
    )


def _applied(table: Headed) -> dict[int, TitlePath]:
    """Give the columns that say of an excerpt whether a code was applied: `Code: A\\B Applied`."""
    found: dict[int, TitlePath] = {}
    for place, header in enumerate(table.sheet.rows[table.header - 1]):
        if match := _APPLIED.fullmatch(header.strip()):
            found[place] = tuple(part.strip() for part in match["path"].split("\\") if part.strip())
    return found
