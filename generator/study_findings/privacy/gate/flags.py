"""What the gate finds, as values: a flag, the rule behind it, and the rule's examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from .gate_text import GateText, Setting

FlagLevel = Literal["error", "warning"]
"""An error stays until a person has decided; a warning is for a person to weigh."""
Span = tuple[int, int]
"""Where something stands in a text in its plain form: its first character, and the one after it."""
Find = Callable[[GateText], Iterator[Span]]


def united(spans: list[Span]) -> list[Span]:
    """Give spans in order, those that overlap as one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        elif last > first:
            found.append((first, last))
    return found


@dataclass(frozen=True)
class Flag:
    """Mark words of a text that may tell who somebody is.

    `start` and `end` count characters of the text as it was given; `words` is what stands there.
    `why` is one sentence for an author, `suggestion` what may stand there instead.
    """

    rule: str
    start: int
    end: int
    words: str
    why: str
    suggestion: str


_UNSET: Final = Setting()


@dataclass(frozen=True)
class Example:
    """A text, and the words of it that a rule flags, in order; none where it flags nothing."""

    text: str
    words: tuple[str, ...] = ()
    language: str = "en"
    setting: Setting = _UNSET


def example(
    text: str, *words: str, language: str = "en", setting: Setting | None = None
) -> Example:
    """Make an example of a text and the words that are flagged in it."""
    return Example(text, words, language, setting or _UNSET)


@dataclass(frozen=True)
class GateRule:
    """Find one kind of words that may tell who somebody is.

    `about_names` says that a person may decide, word by word, that nobody is identified; neighbours
    found by such rules are one flag.
    """

    name: str
    level: FlagLevel
    why: str
    suggestion: str
    find: Find
    examples: tuple[Example, ...]
    non_examples: tuple[Example, ...]
    about_names: bool = False

    def flags(self, text: GateText) -> list[Flag]:
        """Give the flags of this rule alone, in order."""
        spans = [*self.find(text)]
        return [self.flag(text, *text.as_given(*span)) for span in united(spans)]

    def flag(self, text: GateText, start: int, end: int) -> Flag:
        """Make a flag of a stretch of the text as it was given."""
        words = text.given[start:end]
        return Flag(self.name, start, end, words, self.why, self.suggestion)
