"""One quotation that waits, as the page to decide about it needs it."""

from __future__ import annotations

from dataclasses import dataclass

from ..checking.recognition import risk_problem
from ..findings import labels
from ..findings.cards import colour_of
from ..language import SOURCE_LANGUAGE, interface_for
from ..model import Participant, Quotation
from ..model.kinds import BY_RECORD
from ..privacy.gate import RULES
from ..privacy.gate_checks import GATE, LISTED
from ..privacy.publishable import PublicStudy
from ..privacy.risk import risk_of
from ..problems import Location, Problem
from .segments import MarkedPassage, NumberedFlag, passages
from .workspace import Waiting, Workspace

# What may stand in the place of words, whatever they were.
ALWAYS_OFFERED = ("[…]", "[a name]", "[a colleague]", "[a place]", "[an institution]", "[a date]")


@dataclass(frozen=True)
class Question:
    """What the gate asks about one stretch of words, and what may be done about it."""

    marked: NumberedFlag
    grave: bool
    may_be_allowed: bool

    @property
    def offered(self) -> tuple[str, ...]:
        """List what may stand there instead, the likeliest first."""
        return tuple(dict.fromkeys((self.marked.flag.suggestion, *ALWAYS_OFFERED)))


@dataclass(frozen=True)
class Review:
    """All that the page of one quotation shows."""

    item: Waiting
    quotation: Quotation | None
    passages: tuple[MarkedPassage, ...]
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]
    """What `findings check` says of it besides."""
    recognised: Problem | None
    """How whoever speaks could be recognised, once this is published."""
    who: str
    where: str
    colour: int

    @property
    def has_errors(self) -> bool:
        """Tell whether something is wrong that no reason helps against."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def may_be_waived(self) -> bool:
        """Tell whether all that is undecided may stand, where somebody says why."""
        asked = bool(self.questions) or any(problem.rule in GATE for problem in self.problems)
        return asked and not self.has_errors and all(q.may_be_allowed for q in self.questions)

    @property
    def is_recognised(self) -> bool:
        """Tell whether somebody has to accept first that the participant could be recognised."""
        return self.recognised is not None and self.recognised.level == "error"


def recognised(space: Workspace, quotation: Quotation | None) -> Problem | None:
    """Say how whoever speaks could be recognised once these words are published, if not waived."""
    id_ = quotation.participant if quotation else None
    study = space.public.joined_by(quotation) if quotation and id_ else None
    if study is None or id_ is None or id_ not in study.participants_by_id:
        return None
    person = study.participants_by_id[id_]
    risk = risk_of(study, id_) if person.risk_waived is None else None
    place = Location(BY_RECORD[Participant].path())
    return risk_problem(study, risk, place) if risk else None


def review(space: Workspace, item: Waiting) -> Review:
    """Gather what a person needs to decide about a quotation."""
    flags = [
        NumberedFlag(number, path, flag) for number, (path, flag) in enumerate(space.flags(item), 1)
    ]
    found = space.placed(item)
    problems = tuple(problem for problem in found.problems if problem.rule not in RULES)
    quotation, study = item.slip.quotation, space.public.study
    language = space.public.frame.draft.language
    who, where, colour = _attribution(study, quotation) if study and quotation else ("", "", 0)
    return Review(
        item,
        quotation,
        passages(quotation, language, flags) if quotation else (),
        tuple(_question(flag) for flag in flags),
        problems,
        recognised(space, quotation),
        who,
        where,
        colour,
    )


def _question(flag: NumberedFlag) -> Question:
    rule = flag.flag.rule
    return Question(flag, RULES[rule].level == "error", rule != LISTED)


def _attribution(study: PublicStudy, quotation: Quotation) -> tuple[str, str, int]:
    """Say who speaks and where, as the card will; what the study does not know is left out."""
    there = (
        ("participant", study.participants_by_id),
        ("session", study.sessions_by_id),
        ("group", study.groups_by_id),
    )
    unknown = {name: None for name, ids in there if getattr(quotation, name) not in ids}
    known = quotation.model_copy(update=unknown)
    say = interface_for(SOURCE_LANGUAGE)
    group = labels.group_of(study, known)
    return labels.who(say, study, known), labels.where(say, study, known), colour_of(study, group)
