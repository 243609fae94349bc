"""The words themselves: present, attributed to themes, and placed where they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model import (
    PLACEMENT,
    Original,
    Quotation,
    Record,
    Theme,
    ThemeTranslation,
    walk_themes,
)
from ...problems import Location, Problem
from ..draft import Draft
from ..phrases import quoted
from .references import Narrated, narrated

MOST_SUMMARY_WORDS = 300
INLINE = re.compile(r"\[\[([a-z0-9-]+)\]\]")


def no_words(draft: Draft) -> Iterator[Problem]:
    """Require text or turns, and not both, of a quotation; not both of its original."""
    for quotation in draft.of(Quotation):
        if quotation.withdrawn is not None:
            continue
        if quotation.text is None and not quotation.turns:
            message = f"quotation {quotation.id} has neither text nor turns"
            where = draft.at(quotation)
            yield Problem(where, "no-text", message, 'add `text: "…"`', cause="no-text")
        parts: tuple[tuple[Quotation | Original | None, tuple[str, ...]], ...] = (
            (quotation, ()),
            (quotation.original, ("original",)),
        )
        for part, path in parts:
            if part is not None and part.text is not None and part.turns:
                message = f"quotation {quotation.id} has both text and turns"
                hint = "keep turns for a dialogue, text for all else"
                where = draft.at(quotation, *path, "turns")
                yield Problem(where, "text-and-turns", message, hint)


def no_themes(draft: Draft) -> Iterator[Problem]:
    """Require a theme of every quotation that still has words."""
    for quotation in draft.of(Quotation):
        if quotation.withdrawn is None and not quotation.themes:
            message = f"quotation {quotation.id} speaks to no theme"
            where = draft.at(quotation)
            yield Problem(where, "no-themes", message, "add `themes: [ID]`", cause="no-themes")


def originals(draft: Draft) -> Iterator[Problem]:
    """Require a translation to say what it is translated from, and only a translation to."""
    spoken = _spoken(draft)
    for quotation in draft.of(Quotation):
        if quotation.provenance == "translated" and quotation.original is None:
            message = f"quotation {quotation.id} is translated, but does not say from what"
            hint = (
                f"add `original: {{language: {spoken or 'TAG'}}}`, with its text where that "
                "may be shown"
            )
            if not spoken:
                hint += "; for TAG, write the tag of the language it was said in"
            yield Problem(draft.at(quotation, "provenance"), "no-original", message, hint)
        allowed = quotation.provenance in ("translated", "illustrative")
        if quotation.original is not None and not allowed:
            message = f"quotation {quotation.id} has an original, but is {quotation.provenance}"
            hint = "say `provenance: translated`, or remove the original"
            where = draft.at(quotation, "original")
            yield Problem(where, "original-not-translated", message, hint)


def _spoken(draft: Draft) -> str:
    """Give the language that the study's other originals are in most often, or nothing."""
    spoken = Counter(q.original.language for q in draft.of(Quotation) if q.original is not None)
    return max(spoken, key=spoken.__getitem__, default="")


def long_summary(draft: Draft) -> Iterator[Problem]:
    """Hold the plain-language summary to its length."""
    if draft.about is None:
        return
    words = len(draft.about.summary.split())
    if words > MOST_SUMMARY_WORDS:
        where = draft.at(draft.about, "summary")
        message = f"the summary has {words} words"
        hint = f"shorten it to {MOST_SUMMARY_WORDS}"
        yield Problem(where, "long-summary", message, hint)


def counts(draft: Draft) -> Iterator[Problem]:
    """Refuse a reported count above its own total."""
    for theme in walk_themes(draft.of(Theme)):
        for index, reported in enumerate(theme.counts):
            if reported.out_of is not None and reported.count > reported.out_of:
                message = (
                    f"theme {theme.id} counts {reported.count} {quoted(reported.unit)[1:-1]} out "
                    f"of {reported.out_of}"
                )
                where = draft.at(theme, "counts", index, "count")
                yield Problem(where, "count-above-total", message, "correct one of the two")


def placements(draft: Draft) -> Iterator[Problem]:
    """Warn where a page places a quotation twice, or in the middle of a line."""
    names = {id(theme): who for theme, who in narrated(draft)}
    pages: list[Narrated] = [*draft.of(Theme), *draft.of(ThemeTranslation)]
    for page in pages:
        seen: set[str] = set()
        for theme in _walk(page):
            here: Counter[str] = Counter()
            for id_ in theme.placed:
                where = draft.at_text(theme, "narrative", f"[[{id_}]]", here[id_])
                if id_ in seen:
                    message = f"quotation {id_} is placed a second time on the page of {page.id}"
                    yield Problem(where, "placed-twice", message, "place it once", "warning")
                seen.add(id_)
                here[id_] += 1
            yield from _inline(draft, theme, names[id(theme)])


def _walk(page: Narrated) -> Iterator[Narrated]:
    yield page
    for inner in page.subthemes:
        yield from _walk(inner)


def placed_anywhere(narrative: str) -> set[str]:
    """List what a narrative names in `[[…]]`, on a line of its own or within one."""
    return {*INLINE.findall(narrative), *(id_.strip() for id_ in PLACEMENT.findall(narrative))}


def _inline(draft: Draft, theme: Narrated, who: str) -> Iterator[Problem]:
    rest = PLACEMENT.sub("", theme.narrative or "")
    for id_ in sorted(set(INLINE.findall(rest))):
        where = _inline_place(draft, theme, f"[[{id_}]]")
        message = f"{who} has [[{id_}]] within a line, where it places nothing"
        hint = "give it a line of its own, with an empty line before and after"
        yield Problem(where, "placed-inline", message, hint, "warning")


def _inline_place(draft: Draft, record: Record, mark: str) -> Location:
    """Locate a mark that has text beside it."""
    start = draft.at(record, "narrative")
    lines = draft.source_of(record).lines
    for number, line in enumerate(lines[start.line - 1 :], start.line):
        if mark in line and line.strip() != mark:
            return Location(start.file, number, line.index(mark) + 1)
    return start
