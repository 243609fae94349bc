"""Where in a text a run of folded words stands."""

from __future__ import annotations

from ..text.folding import words_of


def line_of(text: str, run: list[str]) -> int | None:
    """Give the 1-based line on which a run of folded words begins, or None."""
    placed = [
        (word, number)
        for number, line in enumerate(text.split("\n"), start=1)
        for word in words_of(line)
    ]
    words = [word for word, _ in placed]
    for at, (_, number) in enumerate(placed):
        if words[at : at + len(run)] == run:
            return number
    return None
