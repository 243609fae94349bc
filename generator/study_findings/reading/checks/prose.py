"""Prose that Markdown can read in reasonable time."""

from __future__ import annotations

from collections.abc import Iterator

from ...problems import Problem
from ...text.bounds import find_excess
from ..draft import Draft
from ..sources.characters import LINE_BREAK
from .readable import all_texts


def tangled_prose(draft: Draft) -> Iterator[Problem]:
    """Refuse Markdown with more marks in a paragraph, or levels, than prose can need."""
    for found in all_texts(draft):
        text = found.text
        excess = find_excess(text.text) if text.in_markdown else None
        if excess is not None:
            begins = [0, *(match.end() for match in LINE_BREAK.finditer(text.text))]
            where = draft.at_words(found.record, text.path, text.text, begins[excess.line])
            message = f'"{found.field}" of {found.who}: {excess.message}'
            yield Problem(where, "tangled-prose", message, excess.hint)
