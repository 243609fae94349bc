"""Brackets without their other half: a mark of what was left out may have lost an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

_PAIRS: Final = {")": "(", "]": "[", "}": "{", "\uff09": "\uff08", "\u3011": "\u3010"}
_BRACKET: Final = re.compile("[][(){}\uff08\uff09\u3010\u3011]")
_EYES: Final = frozenset(":;=8xX-'")


def _find(text: GateText) -> Iterator[Span]:
    still_open: dict[str, list[int]] = {opening: [] for opening in _PAIRS.values()}
    for match in _BRACKET.finditer(text.plain):
        at, char = match.start(), match[0]
        if char in still_open:
            if not (at and text.plain[at - 1] in _EYES):
                still_open[char].append(at)
        elif char in _PAIRS and still_open[_PAIRS[char]]:
            still_open[_PAIRS[char]].pop()
        elif char not in ")\uff09":
            yield at, at + 1
    for places in still_open.values():
        yield from ((at, at + 1) for at in places)


RULE: Final = GateRule(
    "open-bracket",
    "warning",
    "This bracket has no other half, so what was to be left out may still stand.",
    "[\u2026]",
    _find,
    examples=(
        example("I left [omitted: a name and went home.", "["),
        example("He (the boss shouted [loudly].", "("),
        example("میں (تھکا ہوا تھا", "(", language="ur"),
        example("((a)", "("),
        example("a name omitted] said so", "]"),
    ),
    non_examples=(
        example("I left [omitted: a name] (laughs) there."),
        example("I was sad :( but fine."),
        example("a) first, b) second"),
        example("(a [b] c)"),
    ),
)
