"""Bristlenose: the table of quotes, under codes of participants and not under names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from .found import Found, FoundCode, FoundQuotation, TitlePath
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import first_headed, looks_headed, named
from .taguette import NO_TABLE

_FIELDS: Final = {
    field: named(field)
    for field in ("quote", "participant code", "section", "theme", "sentiment", "tags", "session")
}
_NEEDED: Final = ("quote", "participant code", "theme", "tags")
# What its report gave as CSV before it had spreadsheets: the section is the screen or theme.
_EARLIER: Final = {
    "timecode": named("Timecode"),
    "quote": named("Quote"),
    "participant code": named("Participant"),
    "section": named("Section|Topic"),
    "sentiment": named("Emotion|Sentiment"),
    "tags": named("User tags|Tags"),
}
_NEEDED_EARLIER: Final = ("timecode", "quote", "participant code", "section", "sentiment")


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of quotes."""
    found = looks_headed(path, head, _FIELDS, _NEEDED) or looks_headed(
        path, head, _EARLIER, _NEEDED_EARLIER
    )
    return "quotes of Bristlenose" if found else None


def read(path: Path, options: Options) -> Found:
    """Read quotes; names of participants, files and times stay in the table."""
    table = first_headed(path, _FIELDS, _NEEDED) or first_headed(path, _EARLIER, _NEEDED_EARLIER)
    if table is None:
        raise NO_TABLE
    pseudonyms = Pseudonyms(options)
    codes: dict[TitlePath, FoundCode] = {}
    quotations = []
    parting = re.compile("[;,]" if "timecode" in table.columns else ";")
    for at, row in table:
        tags: list[TitlePath] = [
            (tag.strip(),) for tag in parting.split(row.get("tags", "")) if tag.strip()
        ]
        if row.get("sentiment"):
            tags.append(("Sentiment", row["sentiment"]))
        for tag in tags:
            codes.setdefault(tag, FoundCode(tag, at))
        themes = [theme.strip() for theme in row.get("theme", "").split(" / ") if theme.strip()]
        themes += [row["section"]] if row.get("section") else []
        quotations.append(
            FoundQuotation(
                at,
                row["quote"],
                themes=tuple((theme,) for theme in themes),
                codes=tuple(tags),
                participant=pseudonyms.or_name("participant", row["participant code"]),
                session=pseudonyms.or_name("session", row.get("session", "")),
            )
        )
    return Found(
        "quotes of Bristlenose",
        has_codebook=False,
        codes=tuple(codes.values()),
        quotations=tuple(quotations),
        pseudonyms=tuple(pseudonyms.made.values()),
    )
