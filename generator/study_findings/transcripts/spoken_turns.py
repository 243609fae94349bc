"""A transcript's text -> its turns: who speaks, and what is said, without times and labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..documents.tags_and_escapes import without_hyphenation
from ..reading.checks.speech import ANSWERING, ASKING, SHORT
from ..reading.checks.transcripts import TIME
from ..text.folding import words_of

_EMPHASIS: Final = re.compile(r"[*_`~]+|^[ \t]*(?:#{1,6}|>)[ \t]+", re.MULTILINE)
_CLOCK: Final = r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])>]?(?!\d)"
# What programs write before each line: times, numbers of lines.
_FIRST_TIME: Final = re.compile(rf"{_CLOCK}[ \t]*[-–—]?[ \t]*")
_FEWEST_TIMES: Final = 2
_FIRST_NUMBER: Final = re.compile(r"\d{1,6}[.):]?(?:[ \t]+|$)")
_FEWEST_LINES: Final = 5
_MOST_NUMBERED: Final = 0.8
_LABEL: Final = re.compile(
    rf"(?P<label>[^:：\t\n]{{1,60}}?)[ \t]*(?:{_CLOCK}[ \t]*)?(?:[:：]|\t)[ \t]*"
)
_ALONE: Final = re.compile(rf"(?P<label>[^:：\t\n]{{1,60}}?)(?P<time>[ \t]+{_CLOCK})?")
_ASIDE: Final = re.compile(r"(?<=\S)[ \t]*[\[(][^\[\]()]*[\])]")
_USUAL: Final = re.compile(
    rf"(?:{ANSWERING})(?: ?[A-Za-z0-9۰-۹]{{1,3}})?|س|ج|(?-i:{SHORT})", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"[ \d#.-]+$")
_MOST_LABEL_WORDS: Final = 4
# A label that is not usual: so many words at most, in so many lines at least, among so many labels.
_MOST_NAME_WORDS: Final = 2
_FEWEST_NAMED: Final = 2
_LEAST_LABELLED: Final = 0.1
# Where so many lines are labelled, one that begins a single line is a label too.
_MOST_LABELLED: Final = 0.5


@dataclass(frozen=True)
class Spoken:
    """Hold one turn: who speaks, whether that is the research team, and the words.

    `by_interviewer` is None where nothing tells.
    """

    label: str
    by_interviewer: bool | None
    text: str


class _Head(NamedTuple):
    """What may be the label of a line, what follows it, and whether it is like those of others."""

    label: str
    rest: str
    is_usual: bool
    is_certain: bool

    @property
    def key(self) -> str:
        return "".join(words_of(self.label))


def turns_of(text: str) -> list[Spoken]:
    """Divide a transcript into turns; those of one speaker in a row are one.

    A line begins a turn where it begins with a speaker's label and a colon or tab, or holds nothing
    else: one that transcripts use (`Interviewer:`, `P3:`), or a name that begins two lines where a
    tenth of all are labelled, or one where half are. What has no labels is one turn.
    """
    lines = list(_lines(without_hyphenation(text)))
    labels = _labels(lines)
    names = {_name(label) for label in labels.values()}
    turns: list[tuple[str, list[str]]] = []
    for line in lines:
        head = next((head for head in _heads(line) if head.key in labels), None)
        key, said = (head.key, head.rest) if head else ("", line)
        if not turns or (key and turns[-1][0] != key):
            turns.append((key, []))
        turns[-1][1].append(said)
    return [
        Spoken(key, _asks(_name(labels[key]), names) if key else None, "\n".join(said))
        for key, said in turns
    ]


def _lines(text: str) -> Iterator[str]:
    """Give the lines that hold anything, without numbers of lines, times and emphasis."""
    stripped = (line.strip() for line in _EMPHASIS.sub("", text).splitlines())
    lines = [line for line in stripped if line]
    numbered = sum(_FIRST_NUMBER.match(line) is not None for line in lines)
    if len(lines) >= _FEWEST_LINES and numbered >= _MOST_NUMBERED * len(lines):
        lines = [_FIRST_NUMBER.sub("", line, count=1) for line in lines]
    timed = sum(_FIRST_TIME.match(line) is not None for line in lines)
    for line in lines:
        first = _FIRST_TIME.match(line) if timed >= _FEWEST_TIMES else None
        bare = line[first.end() :] if first else line
        bare = TIME.sub(" ", f"{bare} ").strip()
        if bare:
            yield bare


def _labels(lines: list[str]) -> dict[str, str]:
    """Map the labels of speakers, folded, to how they are written."""
    begun: Counter[str] = Counter()
    written: dict[str, str] = {}
    usual: set[str] = set()
    for line in lines:
        for head in _heads(line):
            if head.is_usual or head.is_certain:
                begun[head.key] += 1
                written.setdefault(head.key, head.label)
            if head.is_usual and head.is_certain:
                usual.add(head.key)
    named = {key for key in begun if len(words_of(_name(written[key]))) <= _MOST_NAME_WORDS}
    often = {key for key in named if begun[key] >= _FEWEST_NAMED}
    labelled = sum(begun[key] for key in usual | often) / max(1, len(lines))
    found = usual
    if labelled >= _MOST_LABELLED:
        found = usual | named
    elif labelled >= _LEAST_LABELLED:
        found = usual | often
    return {key: written[key] for key in found if key}


def _heads(line: str) -> Iterator[_Head]:
    """Give what may be a line's label: with a time behind it or alone, else before a colon."""
    alone = _ALONE.fullmatch(line)
    if alone:
        yield from _head(alone["label"], "", alone["time"] is not None)
    before = _LABEL.match(line)
    if before:
        yield from _head(before["label"], line[before.end() :], True)


def _head(label: str, rest: str, is_certain: bool) -> Iterator[_Head]:
    bare = _ASIDE.sub("", label).strip(" \t[]()")
    if bare and len(bare.split()) <= _MOST_LABEL_WORDS:
        is_usual = _USUAL.fullmatch(bare) is not None or _name(bare) in ASKING
        yield _Head(bare, rest, is_usual, is_certain)


def _name(label: str) -> str:
    """Give a label without its number: `interviewer` of `Interviewer 2`."""
    return _NUMBER.sub("", label).casefold()


def _asks(name: str, names: set[str]) -> bool:
    """Tell whether a label is the research team's, by the others of its transcript."""
    # `R` stands for a researcher beside `P`, for a respondent beside `I`; `M` for a man beside `F`.
    if name == "r":
        return "p" in names
    return name in ASKING and not (name == "m" and "f" in names)
