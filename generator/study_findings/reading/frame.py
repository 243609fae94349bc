"""One quotation that waits, checked as if it stood in the study, without reading the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ..model import Participant, Quotation
from ..model.kinds import BY_RECORD, Kind
from ..problems import Location, Problem
from ..study_folder import PRIVATE
from .checks import CHECKS, Check
from .draft import Declaration, Draft
from .sources import QUOTATION, FileReader, Source, read_sources
from .typed_records import make_draft, type_sources
from .waiting import AT_HOME, PEOPLES_OWN

# Stands for the record's own lines, apart from all other records of its file.
OWN: Final = "this-quotation"
# Stands for the record of whoever speaks, where the study does not list them yet.
SPEAKER: Final = "its-speaker"
LISTED: Final = Location(BY_RECORD[Participant].path(folder=PRIVATE))


@dataclass(frozen=True)
class Placed:
    """A quotation in the study's frame; none where it could not be typed."""

    quotation: Quotation | None
    problems: tuple[Problem, ...]
    draft: Draft
    """The study without its other quotations."""


class Frame:
    """A study without its quotations' words: what one more of them is checked against."""

    def __init__(self, data_dir: Path, shown_as: str) -> None:
        sources, _ = read_sources(data_dir, shown_as)
        draft, _ = make_draft(sources)
        self.quotations = draft.of(Quotation)
        self.draft = draft.without(Quotation)

    def placed(
        self,
        lines: str,
        shown: str,
        first_line: int,
        others: Iterable[Declaration] = (),
        more: Sequence[Check] = (),
        in_public: bool = False,
        instead_of: str = "",
        speaker: str = "",
    ) -> Placed:
        """Type and check the one record that these lines are, as they stand in a file.

        `others` declare ids that are taken besides the study's own. Problems of the study itself
        are left out, and unless it is to stand `in_public`, so is what only a public folder may
        not hold. `instead_of` is the id of the published quotation whose place it takes, `speaker`
        the record of a participant who would be listed with it.
        """
        source, problems = _source(lines, OWN, QUOTATION)
        draft = self.draft.copied()
        beside = ""
        if speaker:
            person, unread = _source(speaker, SPEAKER, BY_RECORD[Participant])
            problems += [*unread, *type_sources(draft, [person])]
            beside = person.file
        if instead_of:
            draft.by_kind[QUOTATION.noun].pop(instead_of, None)
            draft.declared = [
                one for one in draft.declared if (one.kind, one.id) != (QUOTATION.noun, instead_of)
            ]
        draft.declared += others
        problems += type_sources(draft, [source])
        for check in (*CHECKS, *more):
            problems += check(draft)
        here = {
            _at_home(problem, shown, first_line - 1)
            for problem in problems
            if problem.location.file == source.file and (in_public or problem.rule not in AT_HOME)
        }
        here |= {
            replace(problem, location=LISTED)
            for problem in problems
            if problem.location.file == beside and (in_public or problem.rule not in PEOPLES_OWN)
        }
        typed = draft.of(Quotation)
        in_order = tuple(sorted(here, key=lambda problem: problem.sort_key))
        return Placed(typed[0] if typed else None, in_order, draft)


def _source(lines: str, name: str, kind: Kind) -> tuple[Source, list[Problem]]:
    reader = FileReader(Path(), "")
    source = reader.parsed(Path(name), kind, lines.encode("utf-8", "surrogatepass"))
    return source, reader.problems


def _at_home(problem: Problem, shown: str, above: int) -> Problem:
    """Put a problem of the record's own lines where these stand in their file."""
    where = problem.location
    line = where.line + above if where.line else where.line
    return replace(problem, location=replace(where, file=shown, line=line))
