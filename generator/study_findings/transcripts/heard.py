"""A text as letters in a row, and where in it words begin: how what was said is compared.

What was said has no case, no punctuation and no spaces: letters are compared in their order, folded
as `text/folding` does, so that `can not`, `cannot` and a word divided at a line's end are the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ..findings.actions import is_action
from ..text.folding import words_of
from ..text.search_words import SPACELESS
from .spoken_turns import Spoken

# Stands between turns, where no word of a quotation can stand.
BREAK: Final = "\n"
# Stands for what nobody could hear: a word, but no known one.
UNHEARD: Final = "\ue000"
_IS_UNHEARD: Final = re.compile(r"inaudib|unintellig|not audible|crosstalk", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"[\[(]+(?P<inside>[^\[\]()\n]{1,60})[\])]+")
_SECONDS: Final = re.compile(r"\d+(?:[.,]\d+)? ?(?:s|secs?|seconds?)?\b", re.IGNORECASE)
_SPACELESS: Final = re.compile(rf"[{SPACELESS}]|[^{SPACELESS}]+")
_IS_SPACELESS: Final = re.compile(f"[{SPACELESS}]")


class HeardWord(NamedTuple):
    """A word as it is compared, and as it is written."""

    key: str
    written: str


def words_heard(text: str) -> Iterator[HeardWord]:
    """Give the words of a text; actions in brackets are left out, `[inaudible]` is a word."""
    end = 0
    for match in _BRACKETED.finditer(text):
        inside = match["inside"]
        if _IS_UNHEARD.search(inside):
            yield from _words(text[end : match.start()])
            yield HeardWord(UNHEARD, match.group())
            end = match.end()
        elif is_action(_SECONDS.sub("", inside).strip(" ,;.-")):
            yield from _words(text[end : match.start()])
            end = match.end()
    yield from _words(text[end:])


def is_unheard(text: str) -> bool:
    """Tell whether words in brackets say that nobody could hear what was said."""
    return _IS_UNHEARD.search(text) is not None


def _words(text: str) -> Iterator[HeardWord]:
    for chunk in text.split():
        for key in _keys(chunk):
            yield HeardWord(key, chunk)


@lru_cache(maxsize=100_000)
def _keys(chunk: str) -> tuple[str, ...]:
    """Give a chunk's words; of scripts without spaces, each letter is one."""
    keys = words_of(chunk)
    if not _IS_SPACELESS.search(chunk):
        return tuple(keys)
    return tuple(part for key in keys for part in _SPACELESS.findall(key))


@dataclass
class Heard:
    """Hold a transcript as letters in a row, with where each word begins and whose it is."""

    letters: str
    words: list[HeardWord]
    begins: list[int]
    turns: list[int]
    spoken: list[Spoken]
    _ends: list[int] = field(default_factory=list, repr=False)

    @cached_property
    def has_interviewer(self) -> bool:
        """Tell whether its labels say what the research team says."""
        return any(turn.by_interviewer for turn in self.spoken)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Map each word to where it stands, by number."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            found[word.key].append(number)
        return dict(found)

    def label(self, word: int) -> str:
        """Name who says a word, by number."""
        return self.spoken[self.turns[word]].label

    def by_interviewer(self, word: int) -> bool | None:
        """Tell whether the research team says a word; None where nothing tells."""
        return self.spoken[self.turns[word]].by_interviewer

    def word_at(self, begin: int) -> int | None:
        """Give the number of the word that begins at a letter, if one does."""
        number = bisect_left(self.begins, begin)
        is_there = number < len(self.begins) and self.begins[number] == begin
        return number if is_there else None

    def word_after(self, end: int) -> int | None:
        """Give the number of the word after a letter where a word ends, if one does."""
        number = bisect_right(self._ends, end)
        return number if number and self._ends[number - 1] == end else None


def heard(turns: Iterable[Spoken]) -> Heard:
    """Make a transcript of turns one row of letters, a line break between two of them."""
    found = Heard("", [], [], [], list(turns))
    pieces: list[str] = []
    at = 0
    for number, turn in enumerate(found.spoken):
        if pieces:
            pieces.append(BREAK)
            at += 1
        for word in words_heard(turn.text):
            found.words.append(word)
            found.begins.append(at)
            found.turns.append(number)
            pieces.append(word.key)
            at += len(word.key)
            found._ends.append(at)
    found.letters = "".join(pieces)
    return found
