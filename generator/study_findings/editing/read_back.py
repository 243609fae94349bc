"""What came back from somebody who read their words: looked up, kept on record, carried out.

Each answer is a plan of its own, made once those before it are carried out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from ..findings.own_words import fingerprint_of, wording_of
from ..model import Participant, Quotation, Wish
from ..model.kinds import BY_RECORD
from ..model.quotations import flat, spoken
from ..problems import Location, Problem, StudyError
from ..reading.draft import Draft
from ..reading.phrases import did_you_mean
from ..reading.sources import read_private_sources, read_sources
from ..reading.typed_records import make_draft
from ..study_folder import DATA, PRIVATE
from .all_or_none import Change
from .answers import Answer, Answers
from .marking import plan_kept_out, plan_wish
from .plan import Plan, make_plan
from .private_page import ignored
from .register import FILE, FOLDER, AnswerChoice, read_register
from .unclear import plan_unclearing
from .withdraw import plan_withdrawal
from .wording import Stretch, differences

HowItStands = Literal["published", "waiting", "kept-out", "withdrawn", "unknown", "of-another"]
STANDING: Final[Mapping[HowItStands, str]] = {
    "published": "published",
    "waiting": "waits in private/",
    "kept-out": "kept out already",
    "withdrawn": "withdrawn already",
    "unknown": "not in this study, or it cannot be read",
    "of-another": "of somebody else, so nothing is done",
}
"""How a quotation stands, in words."""
WANTED: Final[Mapping[AnswerChoice, str]] = {
    "keep": "keep it as it is",
    "change": "change it",
    "take-out": "take it out",
}
"""What is wanted of a quotation, in words."""
UNSAID: Final = "(asked for a change, and did not say which)"


@dataclass(frozen=True)
class Asked:
    """Hold one answer, and how the quotation stands that it is about.

    `is_changed` tells that its words are no longer those that were shown. `differences` compare
    the words wanted with those that stand.
    """

    answer: Answer
    standing: HowItStands
    is_changed: bool = False
    location: Location | None = None
    differences: tuple[Stretch, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether something is to be done: words that changed since are only ever taken out.

        Who wants words to go wants them gone in any form.
        """
        if self.standing not in ("published", "waiting") or self.answer.answer == "keep":
            return False
        return self.answer.answer == "take-out" or not self.is_changed

    @property
    def becomes(self) -> str:
        """Say what becomes of the quotation once the answer is carried out: `is withdrawn`."""
        if self.answer.answer != "take-out":
            return "waits in private/"
        return "is withdrawn" if self.standing == "published" else "is kept out"


@dataclass(frozen=True)
class Received:
    """Hold what one person answered, each answer looked up."""

    answers: Answers
    asked: tuple[Asked, ...]


def look_up(root: Path, answers: Answers, shown_as: str) -> Received:
    """Look up the quotations that answers are about; nothing is changed.

    `shown_as` names the file they are from. Raises StudyError where they are for another study, or
    for somebody this one does not have.
    """
    register = read_register(root)
    draft = _draft(root)
    place = Location(shown_as)
    people = {person.id for person in draft.of(Participant)}
    id_ = answers.participant
    if answers.study not in (None, register.study):
        message = "these answers are for another study, or to a page that this one has lost"
        hint = f"see whether {FILE} is the one that was there when the page was written"
        raise StudyError([Problem(place, "not-theirs", message, hint)])
    if id_ not in people:
        message = "these answers are of a participant whom this study does not have"
        hint = did_you_mean(id_, people) or f"see the ids in {BY_RECORD[Participant].path()}"
        raise StudyError([Problem(place, "not-theirs", message, hint)])
    person = register.people.get(id_)
    known = person.shown if person else {}
    asked = (_asked(draft, answers, answer, known) for answer in answers.answers)
    return Received(answers, tuple(asked))


def plan_record(root: Path, answers: Answers, on: date, content: bytes = b"") -> Plan:
    """Plan to keep what was answered: as it came, or as text, and in the register, without a word.

    Of an answer to a quotation that is not theirs, the register says nothing.
    """
    received = look_up(root, answers, "answers")
    own = {
        asked.answer.quotation: asked.answer.answer
        for asked in received.asked
        if asked.standing not in ("unknown", "of-another")
    }
    register = read_register(root).with_answers(answers.participant, on, own)
    text = content.decode("utf-8-sig") or answers.as_text()
    path = _record_path(root, answers, on, text)
    changes = [
        *ignored(root, path),
        Change(path, text),
        Change(root / FILE, register.as_text()),
    ]
    return make_plan(root, "findings read-back --answers", changes)


def plan(root: Path, content_dir: Path, asked: Asked, on: date) -> Plan | None:
    """Plan what one answer asks for; None where nothing is to be done.

    To take out: a published quotation is withdrawn, a waiting one kept out. To change: what is
    wanted is written beside a waiting quotation, and a published one goes back to where it waits
    with it; the words themselves stay as they are until an author has decided. Raises StudyError
    with every problem where that cannot be done.
    """
    if not asked.is_open:
        return None
    id_, is_public = asked.answer.quotation, asked.standing == "published"
    if asked.answer.answer == "take-out":
        if is_public:
            return plan_withdrawal(root, content_dir, [id_], on)
        return plan_kept_out(root, id_)
    wish = Wish(words=asked.answer.words or UNSAID, on=on)
    if is_public:
        return plan_unclearing(root, content_dir, [id_], {id_: wish})
    return plan_wish(root, id_, wish)


def _draft(root: Path) -> Draft:
    public, _ = read_sources(root / DATA, DATA)
    waiting, _ = read_private_sources(root / PRIVATE, PRIVATE)
    draft, _ = make_draft([*public, *waiting])
    return draft


def _asked(draft: Draft, answers: Answers, answer: Answer, known: dict[str, str]) -> Asked:
    found = [q for q in draft.of(Quotation) if q.id == answer.quotation]
    if not found:
        return Asked(answer, "unknown")
    quotation = found[0]
    place = draft.at(quotation)
    if quotation.withdrawn is not None:
        return Asked(answer, "withdrawn", location=place)
    if quotation.participant != answers.participant:
        return Asked(answer, "of-another", location=place)
    shown = answer.shown or known.get(quotation.id)
    standing: HowItStands = "waiting"
    if quotation.kept_out:
        standing = "kept-out"
    elif draft.source_of(quotation).file.startswith(f"{DATA}/"):
        standing = "published"
    return Asked(
        answer,
        standing,
        is_changed=shown is not None and shown != fingerprint_of(quotation),
        location=place,
        differences=differences(answer.words, (wording_of(quotation), flat(spoken(quotation)))),
    )


def _record_path(root: Path, answers: Answers, on: date, text: str) -> Path:
    """Name a file for answers as they came, another one for each that differ."""
    stem = f"{answers.participant.replace('/', '_')}-{on.isoformat()}"
    ending = ".json" if text.lstrip("\ufeff \t\r\n").startswith("{") else ".txt"
    for path in _numbered(root / FOLDER, stem, ending):
        if not path.exists() or path.read_bytes() == text.encode():
            return path
    raise AssertionError


def _numbered(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    number = 2
    while True:
        yield folder / f"{stem}-{number}{ending}"
        number += 1
