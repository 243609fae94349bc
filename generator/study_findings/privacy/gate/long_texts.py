"""Quotations of more than a hundred words: the longer one is, the more of its speaker it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

MOST_WORDS: Final = 100


def _find(text: GateText) -> Iterator[Span]:
    if len(text.words) > MOST_WORDS:
        word = text.words[MOST_WORDS]
        yield word.start, word.end


RULE: Final = GateRule(
    "long-text",
    "warning",
    "More than a hundred words, counted to here, show much of how one person speaks.",
    "[\u2026]",
    _find,
    examples=(
        example("ward " * 100 + "tired", "tired"),
        example("ہم " * 100 + "تھکے ہوئے", "تھکے", language="ur"),
    ),
    non_examples=(example("ward " * 100), example("")),
)
