"""The words of a quotation in segments: what each is, and which flag of the gate it bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..findings.labels import pieces
from ..language.directions import direction
from ..model import Quotation
from ..model.base import FieldPath
from ..model.quotations import Original, Turn
from ..privacy.gate import Flag


@dataclass(frozen=True)
class Segment:
    """A stretch of a text: said, omitted, replaced or done; the number of its flag, from 1."""

    text: str
    kind: str
    flag: int = 0


@dataclass(frozen=True)
class MarkedLine:
    """One turn, or the whole of a text without turns, with the path that an edit names it by."""

    path: FieldPath
    speaker: str
    text: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class MarkedPassage:
    """Words in one language, with their direction."""

    language: str
    direction: str
    lines: tuple[MarkedLine, ...]


@dataclass(frozen=True)
class NumberedFlag:
    """A flag with its number on the page and the path of the text it stands in."""

    number: int
    path: FieldPath
    flag: Flag

    @property
    def field(self) -> str:
        """Write the path as a form sends it: `turns.0.text`."""
        return ".".join(map(str, self.path))


def segments(text: str, flags: Sequence[NumberedFlag]) -> Iterator[Segment]:
    """Cut a text where a piece or a flag begins or ends; the segments joined are the text."""
    cuts = {0, len(text)}
    kinds: list[tuple[int, int, str]] = []
    at = 0
    for piece in pieces(text):
        kinds.append((at, at + len(piece.text), piece.kind))
        at += len(piece.text)
        cuts.add(at)
    for one in flags:
        cuts |= {one.flag.start, one.flag.end}
    ordered = sorted(cuts)
    for begin, end in pairwise(ordered):
        kind = next((kind for first, last, kind in kinds if first <= begin < last), "said")
        number = next((f.number for f in flags if f.flag.start <= begin < f.flag.end), 0)
        yield Segment(text[begin:end], kind, number)


def passages(
    quotation: Quotation, language: str, flags: Sequence[NumberedFlag]
) -> tuple[MarkedPassage, ...]:
    """Give a quotation's words as its card has them; `language` is the study's own."""
    found = []
    if quotation.original is not None:
        original = quotation.original
        found.append(_passage(original, ("original",), original.language, flags))
    found.append(_passage(quotation, (), quotation.language or language, flags))
    return tuple(passage for passage in found if passage.lines)


def _passage(
    words: Quotation | Original, above: FieldPath, language: str, flags: Sequence[NumberedFlag]
) -> MarkedPassage:
    lines = [_line((*above, "text"), "", words.text, flags)] if words.text else []
    lines += [
        _line((*above, "turns", number, "text"), turn.speaker, turn.text, flags)
        for number, turn in enumerate[Turn](words.turns)
    ]
    return MarkedPassage(language, direction(language), tuple(lines))


def _line(path: FieldPath, speaker: str, text: str, flags: Sequence[NumberedFlag]) -> MarkedLine:
    own = [flag for flag in flags if flag.path == path]
    return MarkedLine(path, speaker, text, tuple(segments(text, own)))
