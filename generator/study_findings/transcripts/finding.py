"""Where in a transcript the pieces of a quotation stand, in order and near enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .heard import Heard
from .pieces import SoughtPiece, SoughtWords

STEPS_A_WORD: Final = 2
"""How much a search may take for each word of transcript and quotation."""
FEWEST_STEPS: Final = 10_000
LETTERS_A_STEP: Final = 16


class TangledError(Exception):
    """Say that the pieces of a quotation stand in too many places to be followed."""


class WordsAt(NamedTuple):
    """Words in a row, by number: the first, and the first after them."""

    begin: int
    end: int


class _Steps:
    """Count what a search does, and end it where that is more than its texts' length asks."""

    def __init__(self, most: int) -> None:
        self.left = most

    def take(self, number: int) -> None:
        self.left -= number
        if self.left < 0:
            raise TangledError


def stands_in(heard: Heard, sought: SoughtWords) -> bool:
    """Tell whether a transcript holds the pieces of a quotation, in order.

    Each piece stands within one turn, and begins and ends where words do; between two stand no more
    words than their marks may stand for. Where the transcript names speakers, one who goes on is
    the same, and the words of the research team are not taken for a participant's, nor the other
    way. Raises TangledError.
    """
    steps = _Steps(STEPS_A_WORD * (len(heard.words) + sought.number) + FEWEST_STEPS)
    places: list[WordsAt] | None = None
    for number, piece in enumerate(sought.pieces):
        is_last = number == len(sought.pieces) - 1
        found = (
            _first(heard, piece, steps) if places is None else _next(heard, piece, places, steps)
        )
        places = []
        for place in found:
            places.append(place)
            if is_last:
                return True
        if not places:
            return False
    return False


def _first(heard: Heard, piece: SoughtPiece, steps: _Steps) -> Iterator[WordsAt]:
    return _occurrences(heard, piece, 0, len(heard.letters), steps)


def _next(
    heard: Heard, piece: SoughtPiece, before: list[WordsAt], steps: _Steps
) -> Iterator[WordsAt]:
    """Give where a piece stands near enough after one of the places of the piece before."""
    # None stands for whoever it is.
    latest: dict[str | None, int] = {}
    ahead = 0
    for place in _within_reach(heard, piece, before, steps):
        while ahead < len(before) and before[ahead].end <= place.begin:
            latest[heard.label(before[ahead].end - 1)] = before[ahead].end
            latest[None] = before[ahead].end
            ahead += 1
        label = heard.label(place.begin) if piece.continues else None
        if place.begin - latest.get(label, -1 - piece.reach) <= piece.reach:
            yield place


def _within_reach(
    heard: Heard, piece: SoughtPiece, before: list[WordsAt], steps: _Steps
) -> Iterator[WordsAt]:
    """Give where a piece stands behind any of some places, each once."""
    at = 0
    for place in before:
        steps.take(1)
        if place.end >= len(heard.words):
            return
        last = min(place.end + piece.reach, len(heard.words) - 1)
        begin = max(at, heard.begins[place.end])
        end = heard.begins[last] + len(piece.letters)
        if begin < end:
            yield from _occurrences(heard, piece, begin, end, steps)
            at = max(at, heard.begins[last] + 1)


def _occurrences(
    heard: Heard, piece: SoughtPiece, begin: int, end: int, steps: _Steps
) -> Iterator[WordsAt]:
    letters = piece.letters
    cost = 1 + len(letters) // LETTERS_A_STEP
    at = begin
    while True:
        steps.take(cost)
        at = heard.letters.find(letters, at, end)
        if at < 0:
            return
        first, after = heard.word_at(at), heard.word_after(at + len(letters))
        if first is not None and after is not None and _may_say(heard, piece, first):
            yield WordsAt(first, after)
        at += 1


def _may_say(heard: Heard, piece: SoughtPiece, word: int) -> bool:
    if piece.by_interviewer is None or not heard.has_interviewer:
        return True
    return heard.by_interviewer(word) in (None, piece.by_interviewer)
