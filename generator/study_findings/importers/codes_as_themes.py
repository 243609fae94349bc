"""Codes as themes: QDA tools know no other word for what a study found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .found import (
    Anomaly,
    Dropped,
    Found,
    FoundCode,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    TitlePath,
)
from .pseudonyms import Pseudonyms


def with_themes(found: Found, facets: Mapping[TitlePath, Sequence[tuple[str, str]]] = {}) -> Found:
    """Give what was found with each code of a quotation that names no theme as its theme too.

    A code becomes a subtheme of the code it stands in, which is a theme for its sake. Codes that
    nobody used stay codes. `facets` are places of codes in frameworks or sets. A reader of large
    files gives each quotation its codes as themes itself, so that none is made twice.
    """
    used = {path[:depth] for path in _coded(found) for depth in range(1, len(path) + 1)}
    themes = tuple(
        FoundTheme(
            path=code.path,
            at=code.at,
            boundary=code.definition,
            facets=tuple(facets.get(code.path, ())),
            key=code.key,
        )
        for code in found.codes
        if code.path in used
    )
    told = replace(found, themes=(*found.themes, *themes))
    if all(one.themes or not one.codes for one in found.quotations):
        return told
    quotations = (one if one.themes else replace(one, themes=one.codes) for one in found.quotations)
    return replace(told, quotations=tuple(quotations))


def coded_segments(
    what: str,
    codes: Iterable[FoundCode],
    quotations: Iterable[FoundQuotation],
    pseudonyms: Pseudonyms,
    *,
    sessions: Iterable[FoundSession] = (),
    anomalies: Iterable[Anomaly] = (),
    dropped: Iterable[Dropped] = (),
) -> Found:
    """Give what a table of coded segments holds; it has no codebook, but names of codes."""
    found = Found(
        what,
        has_codebook=False,
        codes=tuple(codes),
        quotations=tuple(quotations),
        sessions=tuple(sessions),
        anomalies=tuple(anomalies),
        dropped=tuple(dropped),
        pseudonyms=tuple(pseudonyms.made.values()),
    )
    return with_themes(found)


def _coded(found: Found) -> set[TitlePath]:
    return {
        path
        for one in found.quotations
        if not one.themes or one.themes == one.codes
        for path in one.codes
    }
