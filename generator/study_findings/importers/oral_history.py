"""Oral History as Data: a transcript with a row a turn, of which only tagged turns come over."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Final

from .codes_as_themes import coded_segments
from .found import Dropped, Found, FoundCode, FoundQuotation
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import first_headed, looks_headed, named
from .taguette import NO_TABLE

_FIELDS: Final = {
    "speaker": named("speaker"),
    "words": named("words"),
    "tags": named("tags"),
}
_PARTS: Final = re.compile(r"[;|]")
_UNTAGGED: Final = "turns without a tag stay in the transcript"


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is such a transcript."""
    found = looks_headed(path, head, _FIELDS, list(_FIELDS))
    return "a transcript of Oral History as Data" if found else None


def read(path: Path, options: Options) -> Found:
    """Read the turns that have tags; the file's name, which is often a person's, says nothing."""
    table = first_headed(path, _FIELDS, list(_FIELDS))
    if table is None:
        raise NO_TABLE
    pseudonyms = Pseudonyms(options)
    codes: dict[str, FoundCode] = {}
    quotations, untagged = [], 0
    for at, row in table:
        tags = [tag.strip() for tag in _PARTS.split(row["tags"]) if tag.strip()]
        words = html.unescape(row["words"]).strip()
        if not tags or not words:
            untagged += 1
            continue
        for tag in tags:
            codes.setdefault(tag, FoundCode((tag,), at))
        speaker = row["speaker"].rstrip(": ")
        quotations.append(
            FoundQuotation(
                at,
                words,
                codes=tuple((tag,) for tag in dict.fromkeys(tags)),
                participant=pseudonyms.or_name("participant", speaker),
            )
        )
    return coded_segments(
        "a transcript of Oral History as Data",
        codes.values(),
        quotations,
        pseudonyms,
        dropped=(Dropped(f"{untagged} rows", _UNTAGGED),) if untagged else (),
    )
