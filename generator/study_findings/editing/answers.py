"""What somebody answered who read their words back: a saved file, or the same as plain text.

Both are read strictly: they come from outside, and may be damaged or made to do harm.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, NoReturn

from pydantic import Field, StringConstraints, ValidationError

from ..model.base import Id, Record, ScopedId
from ..problems import Location, Problem, StudyError
from ..text.spelling import has_visible
from .register import Choice

FORMAT: Final = "study-findings read-back 1"
MOST_BYTES: Final = 1_000_000
MOST_ANSWERS: Final = 5_000
MOST_CHARACTERS: Final = 20_000
FINGERPRINT: Final = r"^[0-9a-f]{16}$"
# Keyboards and messengers put these around words; they turn others around without being seen.
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ANSWER: Final = re.compile(r"(\S+) ([0-9a-f]{16}) (keep|change|take-out)")
_HEAD: Final = re.compile(r"(study|participant) (\S+)")
_END: Final = re.compile(r"end ([0-9]{1,6})")

Wanted = Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)]


class Answer(Record):
    """What somebody wants done with one quotation."""

    quotation: Id
    """The quotation's id."""
    shown: Annotated[str, StringConstraints(pattern=FINGERPRINT)] | None = None
    """A fingerprint of the words they were shown; none where only a printed sheet tells them."""
    answer: Choice
    """Whether the words stay, change, or go."""
    words: Wanted = ""
    """Of a change, the words they want, or what should be different; may be left open."""


class Answers(Record):
    """All that one person answered."""

    format: Literal["study-findings read-back 1"] = "study-findings read-back 1"
    """The format's name."""
    study: Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{1,64}$")]
    """What tells the study from others."""
    participant: ScopedId
    """Who answers: a participant's id."""
    answers: Annotated[tuple[Answer, ...], Field(max_length=MOST_ANSWERS)] = ()
    """The answers, in the order of the page."""
    remark: Wanted = ""
    """What else they had to say."""

    def as_text(self) -> str:
        """Write the answers as plain text, as the page does."""
        lines = [FORMAT, f"study {self.study}", f"participant {self.participant}"]
        for answer in self.answers:
            lines.append(f"{answer.quotation} {answer.shown or '0' * 16} {answer.answer}")
            lines += _barred(answer.words)
        if self.remark:
            lines += ["remark", *_barred(self.remark)]
        return "\n".join([*lines, f"end {len(self.answers)}", ""])


@dataclass(frozen=True)
class _Line:
    number: int
    text: str


def read_answers(content: bytes, shown: str) -> Answers:
    """Read answers from a file's bytes, JSON or plain text; `shown` is the file's name.

    Marks of direction, which keyboards and messengers add unseen, are left out. Raises StudyError
    with what is wrong and where; a message holds no word of a file.
    """
    if len(content) > MOST_BYTES:
        _fail(shown, 1, "this file is too large to be somebody's answers")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        _fail(shown, line, "this is no text in UTF-8, as the page saves it")
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        _fail(shown, line, "this line holds a character that no page saves")
    is_json = text.lstrip().startswith("{")
    answers = _from_json(text, shown) if is_json else _from_text(text, shown)
    _refuse_twice(answers, shown)
    return answers


def answers_given(study: str, participant: str, given: Sequence[str], remark: str = "") -> Answers:
    """Read answers as an author types them from a printed sheet: `q014=change:new words`.

    Raises StudyError for each that is none.
    """
    problems, found = [], []
    for text in given:
        id_, equals, rest = text.partition("=")
        choice, _, words = rest.partition(":")
        try:
            if not equals or (words.strip() and choice.strip() != "change"):
                raise ValueError
            value = {"quotation": id_.strip(), "answer": choice.strip(), "words": words.strip()}
            found.append(Answer.model_validate(value))
        except ValueError:
            message = "this is no answer"
            hint = "write --answer q014=keep, q014=take-out, or 'q014=change:the words wanted'"
            problems.append(Problem(Location("--answer"), "no-answers", message, hint))
    if problems:
        raise StudyError(problems)
    answers = Answers(
        study=study, participant=participant, answers=tuple(found), remark=remark.strip()
    )
    _refuse_twice(answers, "--answer")
    return answers


def _from_json(text: str, shown: str) -> Answers:
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _fail(shown, error.lineno, "this file breaks off, or is damaged: it is no JSON from here on")
    except (ValueError, RecursionError):
        _fail(shown, 1, "this file was not saved by a page to read back")
    try:
        return Answers.model_validate(_without_turning(found))
    except (ValidationError, RecursionError) as error:
        _fail(shown, 1, f"this file was not saved by a page to read back{_field(error)}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _field(error: Exception) -> str:
    """Name the field that is wrong, where it is one of ours."""
    if not isinstance(error, ValidationError):
        return ""
    path = error.errors(include_input=False)[0]["loc"]
    own = {*Answers.model_fields, *Answer.model_fields}
    known = [str(step) for step in path if isinstance(step, int) or step in own]
    return f": {'.'.join(known)}" if known else ""


def _without_turning(value: Any) -> Any:
    if isinstance(value, str):
        return _TURNING.sub("", value).replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return [_without_turning(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_turning(item) for name, item in value.items()}
    return value


def _from_text(text: str, shown: str) -> Answers:
    lines = [
        _Line(number, _TURNING.sub("", line).strip())
        for number, line in enumerate(text.split("\n"), 1)
    ]
    begin = next((index for index, line in enumerate(lines) if line.text == FORMAT), None)
    if begin is None:
        _fail(shown, 1, "no answers stand here, neither a saved file nor the text of a page")
    values: dict[str, Any] = {"answers": []}
    wanted: list[str] | None = None
    for line in lines[begin + 1 :]:
        if end := _END.fullmatch(line.text):
            if int(end[1]) != len(values["answers"]):
                _fail(shown, line.number, "answers are missing above this line")
            return _typed(values, shown)
        if line.text == "|" or line.text.startswith("| "):
            if wanted is None:
                _fail(shown, line.number, "these words belong to no answer")
            wanted.append(line.text[2:])
        elif line.text:
            wanted = _begun(values, line, shown)
    _fail(shown, lines[-1].number, "the text breaks off: its last line, `end`, is missing")


def _begun(values: dict[str, Any], line: _Line, shown: str) -> list[str] | None:
    """Take in a line that begins something; give the list that words below it go to, if any."""
    if line.text == "remark" and "remark" not in values:
        values["remark"] = words = []
        return words
    if (head := _HEAD.fullmatch(line.text)) and head[1] not in values:
        values[head[1]] = head[2]
        return None
    if answer := _ANSWER.fullmatch(line.text):
        id_, fingerprint, choice = answer.groups()
        words = []
        known = fingerprint if fingerprint.strip("0") else None
        new = {"quotation": id_, "shown": known, "answer": choice, "words": words}
        values["answers"].append(new)
        return words
    _fail(shown, line.number, "this line is not as the page writes it")


def _typed(values: dict[str, Any], shown: str) -> Answers:
    for answer in values["answers"]:
        answer["words"] = "\n".join(answer["words"]).strip()
    values["remark"] = "\n".join(values.get("remark", ())).strip()
    try:
        return Answers.model_validate(values)
    except ValidationError as error:
        _fail(shown, 1, f"this text was not written by a page to read back{_field(error)}")


def _refuse_twice(answers: Answers, shown: str) -> None:
    counts = Counter(answer.quotation for answer in answers.answers)
    twice = sorted(id_ for id_, number in counts.items() if number > 1)
    if twice:
        _fail(shown, 1, f"there are several answers to {', '.join(twice)}")
    for answer in answers.answers:
        if answer.words and (answer.answer != "change" or not has_visible(answer.words)):
            _fail(shown, 1, f"there are words without a change at {answer.quotation}")


def _barred(words: str) -> Iterator[str]:
    return (f"| {line}".rstrip() for line in words.split("\n")) if words else iter(())


def _fail(shown: str, line: int, message: str) -> NoReturn:
    hint = (
        "nothing was changed; ask for the file again, or give the answers by hand: "
        "findings read-back ID --answer QUOTATION=keep"
    )
    raise StudyError([Problem(Location(shown, line), "no-answers", message, hint)])
