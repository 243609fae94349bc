"""What somebody answered who read their words back, as a saved file and as plain text hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from ..model.base import Id, Record, ScopedId
from .register import AnswerChoice

FORMAT: Final = "study-findings read-back 1"
MOST_ANSWERS: Final = 5_000
MOST_CHARACTERS: Final = 20_000
# Stands in a text for a fingerprint that a printed sheet does not tell.
UNTOLD: Final = "0" * 16

WishedWords = Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)]
Shown = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Answer(Record):
    """What somebody wants done with one quotation."""

    quotation: Id
    """The quotation's id."""
    shown: Shown | None = None
    """A fingerprint of the words they were shown; none where only a printed sheet tells them."""
    answer: AnswerChoice
    """Whether the words stay, change, or go."""
    words: WishedWords = ""
    """Of a change, the words they want, or what should be different; may be left open."""


class Answers(Record):
    """All that one person answered."""

    format: Literal["study-findings read-back 1"] = "study-findings read-back 1"
    """The format's name."""
    study: Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{1,64}$")] | None = None
    """What tells the study from others; none where an author types what stands on paper."""
    participant: ScopedId
    """Who answers: a participant's id."""
    answers: Annotated[tuple[Answer, ...], Field(max_length=MOST_ANSWERS)] = ()
    """The answers, in the order of the page."""
    remark: WishedWords = ""
    """What else they had to say."""

    def as_text(self) -> str:
        """Write the answers as plain text, as the page does."""
        lines = [FORMAT, f"study {self.study}"] if self.study else [FORMAT]
        lines.append(f"participant {self.participant}")
        for answer in self.answers:
            lines.append(f"{answer.quotation} {answer.shown or UNTOLD} {answer.answer}")
            lines += _barred(answer.words)
        if self.remark:
            lines += ["remark", *_barred(self.remark)]
        return "\n".join([*lines, f"end {len(self.answers)}", ""])


def _barred(words: str) -> Iterator[str]:
    return (f"| {line}".rstrip() for line in words.split("\n")) if words else iter(())
