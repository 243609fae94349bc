"""Brackets that open and do not close: a mark of what was left out may have lost its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .flags import Rule, Span, example
from .passages import Passage

_PAIRS: Final = {")": "(", "]": "[", "}": "{", "\uff09": "\uff08", "\u3011": "\u3010"}
_EYES: Final = frozenset(":;=8xX-'")


def _find(passage: Passage) -> Iterator[Span]:
    still_open: dict[str, list[int]] = {opening: [] for opening in _PAIRS.values()}
    for at, char in enumerate(passage.plain):
        if char in still_open:
            if not (at and passage.plain[at - 1] in _EYES):
                still_open[char].append(at)
        elif char in _PAIRS and still_open[_PAIRS[char]]:
            still_open[_PAIRS[char]].pop()
    for places in still_open.values():
        yield from ((at, at + 1) for at in places)


RULE: Final = Rule(
    "open-bracket",
    "warning",
    "A bracket opens here and does not close, so what was to be left out may still stand.",
    "[\u2026]",
    _find,
    examples=(
        example("I left [omitted: a name and went home.", "["),
        example("He (the boss shouted [loudly].", "("),
        example("میں (تھکا ہوا تھا", "(", language="ur"),
        example("((a)", "("),
    ),
    non_examples=(
        example("I left [omitted: a name] (laughs) there."),
        example("I was sad :( but fine."),
        example("a) first, b) second"),
        example("(a [b] c)"),
    ),
)
