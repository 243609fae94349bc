"""A transcript's text -> its turns: who speaks, and what is said, without times and labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..documents.markup import without_hyphenation
from ..reading.checks.speech import ANSWERING, ASKING, SHORT
from ..reading.checks.transcripts import TIME
from ..text.folding import words_of

_LONGEST_LABEL: Final = 40
_MOST_LABEL_WORDS: Final = 4
_EMPHASIS: Final = re.compile(r"[*_`~]+|^[ \t]*(?:#{1,6}|>)[ \t]+", re.MULTILINE)
_CLOCK: Final = r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])>]?"
# A time of the recording where a line begins, and where the name of a speaker ends.
_FIRST_TIME: Final = re.compile(rf"^{_CLOCK}(?!\d)[ \t]*[-–—]?[ \t]*")
_LAST_TIME: Final = re.compile(rf"[ \t]+{_CLOCK}$")
_NUMBER: Final = re.compile(r"^\d{1,6}[.):]?(?:[ \t]+|$)")
_MOST_NUMBERED: Final = 0.8
_FEWEST_LINES: Final = 5
_LABEL: Final = re.compile(r"^(?P<label>[^:：\t\n]{1,60}?)[ \t]*(?:[:：]|\t)[ \t]*(?=\S|$)")
_KNOWN: Final = re.compile(
    rf"(?:{ANSWERING})(?: ?[A-Za-z0-9۰-۹]{{1,3}})?|س|ج|(?-i:{SHORT})", re.IGNORECASE
)


@dataclass(frozen=True)
class Spoken:
    """Hold one turn: who speaks, whether that is the research team, and the words.

    `by_interviewer` is None where nothing tells.
    """

    label: str
    by_interviewer: bool | None
    text: str


def turns_of(text: str) -> list[Spoken]:
    """Divide a transcript into turns; those of one speaker in a row are one.

    A line begins a turn where it begins with a speaker's label and a colon or tab: one that
    transcripts use (`Interviewer:`, `P3:`), or any that begins two lines. What has no labels is one
    turn.
    """
    lines = list(_lines(without_hyphenation(text)))
    labels = _labels(lines)
    names = {_name(label) for label in labels}
    turns: list[tuple[str, list[str]]] = []
    for line in lines:
        label, said = _divided(line, labels)
        if label and not (turns and turns[-1][0] == label):
            turns.append((label, []))
        elif not turns:
            turns.append(("", []))
        turns[-1][1].append(said)
    return [
        Spoken(label, _asks(label, names) if label else None, "\n".join(said))
        for label, said in turns
    ]


def _lines(text: str) -> Iterator[str]:
    """Give the lines that hold anything, without numbers of lines, times and emphasis."""
    lines = [line.strip() for line in _EMPHASIS.sub("", text).splitlines()]
    lines = [line for line in lines if line]
    numbered = sum(_NUMBER.match(line) is not None for line in lines)
    is_numbered = len(lines) >= _FEWEST_LINES and numbered >= _MOST_NUMBERED * len(lines)
    for line in lines:
        bare = _NUMBER.sub("", line) if is_numbered else line
        bare = TIME.sub(" ", f"{_FIRST_TIME.sub('', bare)} ").strip()
        if bare:
            yield bare


def _labels(lines: list[str]) -> set[str]:
    """List the labels of speakers, folded: those that are usual, and what begins two lines."""
    begun: Counter[str] = Counter()
    usual: set[str] = set()
    for line in lines:
        written = _written(line)
        key = _key(written)
        if key:
            begun[key] += 1
            if _is_usual(written):
                usual.add(key)
    return usual | {key for key, number in begun.items() if number > 1}


def _divided(line: str, labels: set[str]) -> tuple[str, str]:
    """Give a line's label, folded, and what follows; no label where it is none."""
    found = _LABEL.match(line)
    if found and _key(_written(line)) in labels:
        return _key(_written(line)), line[found.end() :]
    alone = _LAST_TIME.sub("", line)
    if _key(alone) in labels and (_is_usual(alone) or alone != line):
        return _key(alone), ""
    return "", line


def _written(line: str) -> str:
    """Give what stands where a label would: before the first colon or tab, without a time."""
    found = _LABEL.match(line)
    label = _FIRST_TIME.sub("", _LAST_TIME.sub("", found["label"])) if found else ""
    return label.strip() if len(label) <= _LONGEST_LABEL else ""


def _key(label: str) -> str:
    words = words_of(label) if len(label) <= _LONGEST_LABEL else []
    return "".join(words) if len(words) <= _MOST_LABEL_WORDS else ""


def _is_usual(label: str) -> bool:
    return _KNOWN.fullmatch(label) is not None or _name(label) in ASKING


def _name(label: str) -> str:
    """Give a label without its number: `interviewer` of `Interviewer 2`."""
    return re.sub(r"[ \d#.-]+$", "", label).casefold()


def _asks(label: str, names: set[str]) -> bool:
    # `R` stands for a researcher beside `P`, for a respondent beside `I` or `Q`.
    name = _name(label)
    return name in _ASKING or (name == "r" and "p" in names)


_ASKING: Final = frozenset(_key(name) for name in ASKING)
