"""The place of a transcript nearest to a quotation, and the words that differ there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from .heard import Heard, HeardWord
from .pieces import SoughtWords

MOST_WORDS: Final = 5_000
"""Above so many words, a quotation is found word for word or not at all."""
NEAR: Final = 0.7
"""The share of a quotation's words that have to stand there, in order."""
DENSE: Final = 0.4
"""The share they have to be of the words there, beyond those that marks stand for."""
FEWEST_MATCHED: Final = 3
MOST_HITS: Final = 300
MOST_WINDOWS: Final = 3
SMALLEST_WINDOW: Final = 30
STRAY: Final = 5
"""How far from the others a few words may stand that belong to them by chance."""
STRAY_A_WORD: Final = 3

WhoseWords = Literal["other-speaker", "interviewer", "participant"]


class Difference(NamedTuple):
    """Hold what a quotation has, and what the transcript has in its place; either may be empty.

    `number` counts the words of the transcript.
    """

    quoted: str
    heard: str
    number: int


@dataclass(frozen=True)
class Nearest:
    """Hold how much of a quotation stands at the nearest place, and what differs there."""

    share: float
    differences: tuple[Difference, ...]
    notes: tuple[WhoseWords, ...]


class _Token(NamedTuple):
    """A word of the quotation or a mark, with the piece it belongs to and what may stand there."""

    key: str
    written: str
    piece: int
    is_mark: bool
    reach: int = 0


class _Block(NamedTuple):
    """Words that are the same: where they begin in quotation and transcript, and how many."""

    quoted: int
    heard: int
    number: int


def nearest(heard: Heard, sought: SoughtWords) -> Nearest | None:
    """Find the nearest place; None where nothing is near, or the quotation is too long for it."""
    if not FEWEST_MATCHED <= sought.number <= MOST_WORDS:
        return None
    tokens = list(_tokens(sought))
    keys = [token.key for token in tokens]
    best: tuple[int, range] | None = None
    for window in _windows(heard, sought):
        there = [heard.words[number].key for number in window]
        matched = int(LCSseq.similarity(keys, there))
        if best is None or matched > best[0]:
            best = (matched, window)
    if best is None or best[0] < max(FEWEST_MATCHED, NEAR * sought.number):
        return None
    blocks = _blocks(keys, heard, best[1], tokens)
    matched = sum(block.number for block in blocks)
    share = matched / sought.number
    span = blocks[-1].heard + blocks[-1].number - blocks[0].heard
    if share < NEAR or matched < DENSE * (span - sum(piece.reach for piece in sought.pieces)):
        return None
    differences = tuple(_differences(tokens, heard, blocks))
    return Nearest(share, differences, tuple(dict.fromkeys(_notes(tokens, heard, sought, blocks))))


def _tokens(sought: SoughtWords) -> Iterator[_Token]:
    for number, piece in enumerate(sought.pieces):
        for mark in piece.marks:
            # No word is spelt like this.
            yield _Token(f"\ue001{mark}", mark, number, True, piece.reach)
        for word in piece.words:
            yield _Token(word.key, word.written, number, False)


def _windows(heard: Heard, sought: SoughtWords) -> Iterator[range]:
    """Give the stretches of a transcript in which most of the rarer words stand."""
    size = max(sought.number, SMALLEST_WINDOW)
    votes: dict[int, float] = defaultdict(float)
    for key in {word.key for piece in sought.pieces for word in piece.words}:
        hits = heard.places.get(key, [])
        for stretch in {number // size for number in hits[:MOST_HITS]}:
            votes[stretch] += 1 / len(hits)
    most = sorted(votes, key=lambda stretch: (-_with_neighbours(votes, stretch), stretch))
    around = size + min(sum(piece.reach for piece in sought.pieces), 2 * size)
    for stretch in most[:MOST_WINDOWS]:
        begin = max(0, stretch * size - around)
        yield range(begin, min(len(heard.words), (stretch + 1) * size + around))


def _with_neighbours(votes: dict[int, float], stretch: int) -> float:
    return votes[stretch] + sum(votes.get(stretch + step, 0.0) for step in (-1, 1))


def _blocks(keys: list[str], heard: Heard, window: range, tokens: list[_Token]) -> list[_Block]:
    """Give the words that are the same, in order, without those that stand far off by chance."""
    there = [heard.words[number].key for number in window]
    found = [
        _Block(op.src_start, window.start + op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(keys, there)
        if op.tag == "equal"
    ]
    while len(found) > 1 and _is_stray(found[0], found[0], found[1], tokens):
        found.pop(0)
    while len(found) > 1 and _is_stray(found[-1], found[-2], found[-1], tokens):
        found.pop()
    return found


def _is_stray(block: _Block, before: _Block, after: _Block, tokens: list[_Token]) -> bool:
    """Tell whether a block at either end stands farther off than its size and the marks explain."""
    between = tokens[before.quoted + before.number : after.quoted]
    apart = after.heard - before.heard - before.number
    explained = sum({token.piece: token.reach for token in between if token.is_mark}.values())
    return apart > explained + len(between) + STRAY + STRAY_A_WORD * block.number


def _differences(tokens: list[_Token], heard: Heard, blocks: list[_Block]) -> Iterator[Difference]:
    end, at = 0, blocks[0].heard - blocks[0].quoted
    ends = [*blocks, _Block(len(tokens), blocks[-1].heard + blocks[-1].number, 0)]
    for block in ends:
        quoted = tokens[end : block.quoted]
        there = heard.words[at : block.heard] if end else ()
        difference = _difference(quoted, there)
        if difference is not None:
            yield difference
        end, at = block.quoted + block.number, block.heard + block.number


def _difference(quoted: list[_Token], there: Iterable[HeardWord]) -> Difference | None:
    there = tuple(there)
    said = [token for token in quoted if not token.is_mark]
    reach = sum({token.piece: token.reach for token in quoted if token.is_mark}.values())
    if not said and len(there) <= reach:
        return None
    if said and "".join(token.key for token in said) == "".join(word.key for word in there):
        return None
    return Difference(
        " ".join(_written(token.written for token in quoted)),
        " ".join(_written(word.written for word in there)),
        len(there),
    )


def _written(parts: Iterable[str]) -> list[str]:
    """Give what is written, once where one stretch of letters holds several words."""
    found: list[str] = []
    for part in parts:
        if not found or found[-1] != part:
            found.append(part)
    return found


def _notes(
    tokens: list[_Token], heard: Heard, sought: SoughtWords, blocks: list[_Block]
) -> Iterator[WhoseWords]:
    """Say where words of one speaker are another's in the transcript."""
    before: tuple[int, int] | None = None
    for block in blocks:
        for step in range(block.number):
            piece = sought.pieces[tokens[block.quoted + step].piece]
            word = block.heard + step
            by_interviewer = heard.by_interviewer(word)
            is_told = heard.has_interviewer and piece.by_interviewer is not None
            if is_told and by_interviewer not in (None, piece.by_interviewer):
                yield "interviewer" if by_interviewer else "participant"
            line = tokens[block.quoted + step].piece
            goes_on = before is not None and _goes_on(sought, before[0], line)
            if before and goes_on and heard.label(before[1]) != heard.label(word):
                yield "other-speaker"
            before = (line, word)


def _goes_on(sought: SoughtWords, before: int, piece: int) -> bool:
    """Tell whether one speaker says all from one piece to another."""
    return all(sought.pieces[number].continues for number in range(before + 1, piece + 1))
