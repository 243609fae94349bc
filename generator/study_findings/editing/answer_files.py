"""Answers read from a saved file, from text that was pasted, or as an author types them.

All is read strictly: it comes from outside, and may be damaged or made to do harm.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from pydantic import ValidationError

from ..problems import Location, Problem, StudyError
from ..text.spelling import has_visible
from .answers import FORMAT, UNTOLD, Answer, Answers

MOST_BYTES: Final = 1_000_000
# Keyboards and messengers put these around words unseen, and they turn others around.
_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]"
)
_ANSWER: Final = re.compile(r"(\S+) ([0-9a-f]{16}) (keep|change|take-out)")
_HEAD: Final = re.compile(r"(study|participant) (\S+)")
_END: Final = re.compile(r"end ([0-9]{1,6})")
_GIVEN: Final = re.compile(
    r"\s*(?P<id>[^=\s]+)\s*=\s*(?P<choice>keep|take-out|change)\s*(?:(?<=change):(?P<words>.*))?",
    re.DOTALL,
)
TYPED: Final = "--answer"
NEVER_SAVED: Final = "this line holds a character that no page saves"


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
        raise _failure(shown, 1, "this file is too large to be somebody's answers")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "this is no text in UTF-8, as the page saves it"
        raise _failure(shown, line, message) from None
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _failure(shown, line, NEVER_SAVED)
    is_json = text.lstrip().startswith("{")
    answers = _from_json(text, shown) if is_json else _from_text(text, shown)
    if answers.study is None:
        raise _failure(shown, 1, "these answers do not say which study they are for")
    _refuse_twice(answers, shown)
    return answers


def answers_given(participant: str, given: Sequence[str], remark: str = "") -> Answers:
    """Read answers as an author types them from a printed sheet: `q014=change:new words`.

    Raises StudyError for each that is none.
    """
    problems = [_no_answer() for text in given if not _GIVEN.fullmatch(text)]
    if problems:
        raise StudyError(problems)
    matches = [match for text in given if (match := _GIVEN.fullmatch(text))]
    answers = [
        {"quotation": match["id"], "answer": match["choice"], "words": match["words"] or ""}
        for match in matches
    ]
    value = {"participant": participant, "answers": answers, "remark": remark}
    try:
        found = Answers.model_validate(_cleaned(value))
    except ValueError:
        raise StudyError([_no_answer()]) from None
    _refuse_twice(found, TYPED)
    return found


def _no_answer() -> Problem:
    message = "this is no answer to a quotation"
    hint = "write --answer q014=keep, q014=take-out, or 'q014=change:the words wanted'"
    return Problem(Location(TYPED), "no-answers", message, hint)


def _from_json(text: str, shown: str) -> Answers:
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = "this file breaks off here, or is damaged"
        raise _failure(shown, error.lineno, message) from None
    except (ValueError, RecursionError):
        message = "this file was not saved by a page to read back"
        raise _failure(shown, 1, message) from None
    try:
        return Answers.model_validate(_cleaned(found))
    except (ValueError, RecursionError) as error:
        message = f"this file was not saved by a page to read back{_field(error)}"
        raise _failure(shown, 1, message) from None


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


def _cleaned(value: Any) -> Any:
    """Take marks of direction out of all texts of a value; raise ValueError for what none holds."""
    if isinstance(value, str):
        if _CONTROL.search(value.replace("\r\n", "\n")):
            raise ValueError(NEVER_SAVED)
        return _TURNING.sub("", value).replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {name: _cleaned(item) for name, item in value.items()}
    return value


def _from_text(text: str, shown: str) -> Answers:
    lines = [
        _Line(number, _TURNING.sub("", line).strip())
        for number, line in enumerate(text.split("\n"), 1)
    ]
    begin = next((index for index, line in enumerate(lines) if line.text == FORMAT), None)
    if begin is None:
        raise _failure(
            shown, 1, "no answers stand here, neither a saved file nor the text of a page"
        )
    values: dict[str, Any] = {"answers": []}
    wanted: list[str] | None = None
    for line in lines[begin + 1 :]:
        if end := _END.fullmatch(line.text):
            if int(end[1]) != len(values["answers"]):
                raise _failure(shown, line.number, "answers are missing above this line")
            return _typed(values, shown)
        if line.text == "|" or line.text.startswith("| "):
            if wanted is None:
                raise _failure(shown, line.number, "these words belong to no answer")
            wanted.append(line.text[2:])
        elif line.text:
            wanted = _begun(values, line, shown)
    raise _failure(shown, lines[-1].number, "the text breaks off: its last line, `end`, is missing")


def _begun(values: dict[str, Any], line: _Line, shown: str) -> list[str] | None:
    """Take in a line that begins something; give the list that words below it go to, if any."""
    if line.text == "remark" and "remark" not in values:
        remark: list[str] = []
        values["remark"] = remark
        return remark
    if (head := _HEAD.fullmatch(line.text)) and head[1] not in values:
        values[head[1]] = head[2]
        return None
    if answer := _ANSWER.fullmatch(line.text):
        id_, fingerprint, choice = answer.groups()
        words: list[str] = []
        known = None if fingerprint == UNTOLD else fingerprint
        new = {"quotation": id_, "shown": known, "answer": choice, "words": words}
        values["answers"].append(new)
        return words
    raise _failure(shown, line.number, "this line is not as the page writes it")


def _typed(values: dict[str, Any], shown: str) -> Answers:
    for answer in values["answers"]:
        answer["words"] = "\n".join(answer["words"]).strip()
    values["remark"] = "\n".join(values.get("remark", ())).strip()
    try:
        return Answers.model_validate(values)
    except ValidationError as error:
        message = f"this text was not written by a page to read back{_field(error)}"
        raise _failure(shown, 1, message) from None


def _refuse_twice(answers: Answers, shown: str) -> None:
    counts = Counter(answer.quotation for answer in answers.answers)
    twice = sorted(id_ for id_, number in counts.items() if number > 1)
    if twice:
        raise _failure(shown, 1, f"there are several answers to {', '.join(twice)}")
    for answer in answers.answers:
        if answer.words and (answer.answer != "change" or not has_visible(answer.words)):
            raise _failure(shown, 1, f"there are words without a change at {answer.quotation}")


def _failure(shown: str, line: int, message: str) -> StudyError:
    hint = (
        "nothing was changed; ask for the file again, or give the answers by hand: "
        "findings read-back ID --answer QUOTATION=keep"
    )
    return StudyError([Problem(Location(shown, line), "no-answers", message, hint)])
