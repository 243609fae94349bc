"""Words that somebody wants, held against those that stand: what is the same, gone, and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz.distance import Indel

# Of words that have less in common, one is no rewording of the other: it says what to do.
REWORDED: Final = 0.4


@dataclass(frozen=True)
class Stretch:
    """Hold words in a row, and whether they stay, go or come."""

    kind: Literal["same", "gone", "new"]
    words: str


def differences(wanted: str, standing: Iterable[str]) -> tuple[Stretch, ...]:
    """Compare wanted words with the nearest of those that stand, word by word.

    Nothing where they are like none of them: then they say in words what should be different.
    """
    new = wanted.split()
    olds = [text.split() for text in standing]
    nearest = max(olds, key=lambda old: Indel.normalized_similarity(old, new), default=[])
    if not new or Indel.normalized_similarity(nearest, new) < REWORDED:
        return ()
    found: list[Stretch] = []
    gone: list[str] = []
    come: list[str] = []
    for step in Indel.opcodes(nearest, new):
        if step.tag == "equal":
            found += [*_replaced(gone, come)]
            gone, come = [], []
            found.append(Stretch("same", " ".join(nearest[step.src_start : step.src_end])))
        else:
            gone += nearest[step.src_start : step.src_end]
            come += new[step.dest_start : step.dest_end]
    return (*found, *_replaced(gone, come))


def _replaced(gone: list[str], come: list[str]) -> Iterator[Stretch]:
    if gone:
        yield Stretch("gone", " ".join(gone))
    if come:
        yield Stretch("new", " ".join(come))
