"""What waits in `private/`: quotations and participants, checked as if to be published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from ..cycles import not_looked_for
from ..model import Participant, Quotation
from ..model.kinds import BY_RECORD, Kind
from ..problems import Problem
from ..problems.rules import RULES
from ..text.folding import words_of
from .checks import CHECKS, Check
from .draft import Declaration, Draft
from .phrases import quoted
from .sources import QUOTATION, ListNode, PrivateReader, Source, read_sources
from .typed_records import make_draft, type_sources

# What is right in private/, and in a public folder would not be.
AT_HOME: Final = frozenset(
    {
        "uncleared",
        "kept-out",
        "open-wish",
        "unpublished-attribute",
        "unpublished-memo",
        "empty-file",
    }
)
# A list of people may say more of them than the study's, and it repeats its ids.
PEOPLES_OWN: Final = frozenset(
    {"unknown-field", "missing-field", "duplicate-id", "wrong-type", "unknown-attribute"}
)
PEOPLE: Final = BY_RECORD[Participant]
QUOTED: Final = re.compile(r'"([^"]*)"|`([^`]*)`')
PROPOSED: Final = re.compile(r"\[[^\]]*\s[^\]]*\]$")
OFFERED: Final = re.compile(r"^write \S+(?=: |$)")
# Rules that quote single words of what was said.
QUOTING: Final = frozenset({"mojibake", "alias", "anchor", "tag"})
MOST_SHOWN: Final = 30
TWICE: Final = "give this one another id, or delete it if it is the same quotation"
NEVER_AGAIN: Final = "give it another id: one that was withdrawn is never used again"


@not_looked_for()
def check_private(
    private_dir: Path,
    shown_as: str,
    data_dir: Path,
    data_shown_as: str,
    more: Sequence[Check] = (),
    at_once: int | None = None,
    checks: Sequence[Check] = CHECKS,
) -> tuple[Problem, ...]:
    """Check what stands in `private/` and has the study's shapes, against the study; sorted.

    The study's own problems are not among those given. No message holds more of a private file than
    single words, which are ids and names of fields: logs of a public repository are public. `more`
    are checks beside those of reading itself, whose messages hold no words of a text; `checks` are
    those of reading. `at_once` is about how many quotations are held at a time: the errors are the
    same whatever it is; that words are repeated is told of those alone that are held together.
    """
    reader = PrivateReader(private_dir, shown_as)
    people = [] if at_once is None else list(reader.sources([PEOPLE]))
    rest = reader.sources() if at_once is None else reader.sources([QUOTATION])
    found: set[Problem] = set()
    beside: _Beside | None = None
    for part in _in_parts(rest, at_once):
        problems, reader.problems = reader.problems, []
        if beside is None and (people or part):
            public, _ = read_sources(data_dir, data_shown_as)
            beside = _Beside(public, people, more, checks)
        if beside is not None:
            problems += beside.problems(part)
        found |= _discreetly(problems, [*people, *part])
    wordless = beside.wordless if beside is not None else set()
    return tuple(sorted(found | wordless, key=lambda problem: problem.sort_key))


def _in_parts(sources: Iterable[Source], at_once: int | None) -> Iterator[list[Source]]:
    """Part files so that each part has about as many records; the last may have none."""
    part: list[Source] = []
    records = 0
    for source in sources:
        part.append(source)
        records += len(source.root.items) if isinstance(source.root, ListNode) else 0
        if at_once is not None and records >= at_once:
            yield part
            part, records = [], 0
    yield part


class _Beside:
    """Check files that wait, part by part, beside the study and all of its people."""

    def __init__(
        self,
        public: Sequence[Source],
        people: Sequence[Source],
        more: Sequence[Check],
        checks: Sequence[Check],
    ) -> None:
        self.more = more
        self.checks = checks
        self.kinds = {source.file: source.kind for source in people}
        self.wordless: set[Problem] = set()
        self._draft, self._untyped = make_draft([*public, *people])

    def problems(self, part: Sequence[Source]) -> Iterator[Problem]:
        """Give what is wrong with a part of the files; of those before it, their ids are known."""
        self.kinds |= {source.file: source.kind for source in part}
        draft = self._draft.beside()
        before = len(draft.declared)
        found, self._untyped = [*self._untyped, *type_sources(draft, part)], []
        draft.declared = _near(draft, before)
        for check in self.more:
            self.wordless |= {p for p in check(draft) if p.location.file in self.kinds}
        for check in self.checks:
            found += (problem for problem in check(draft) if problem.rule not in AT_HOME)
        found += _cleared_already(draft, self.kinds)
        yield from _problems(draft, found, self.kinds)
        self._draft.take_renamed(draft)


def _near(draft: Draft, before: int) -> list[Declaration]:
    """Give what a part declares, and of what was declared before it, what may be one with that.

    Each part is compared with all before it, and looks at no more of them than it has to.
    """
    own = draft.declared[before:]
    ids = {one.id.casefold() for one in own} | {old for *_, old in draft.former_ids()}
    return [*(one for one in draft.declared[:before] if one.id.casefold() in ids), *own]


def _discreetly(problems: Iterable[Problem], waiting: Iterable[Source]) -> set[Problem]:
    told = [problem for problem in problems if problem.rule not in AT_HOME]
    wrong = {problem.location.file for problem in told}
    said = {s.file: _runs(words_of("\n".join(s.lines))) for s in waiting if s.file in wrong}
    return {_discreet(p, said.get(p.location.file, frozenset())) for p in told}


def _problems(
    draft: Draft, problems: list[Problem], private: Mapping[str, Kind]
) -> Iterator[Problem]:
    if not problems:
        return
    withdrawn = {quotation.id for quotation in draft.of(Quotation) if quotation.withdrawn}
    no_ids = [quoted(d.id)[1:-1] for d in draft.declared if re.search(r"\s", d.id)]
    for problem in problems:
        kind = private.get(problem.location.file)
        if kind is None:
            continue
        if kind.record is Participant and problem.rule in PEOPLES_OWN:
            continue
        if problem.rule == "duplicate-id":
            gone = _id_at(draft, problem) in withdrawn
            problem = replace(problem, hint=NEVER_AGAIN if gone else TWICE)
        for words in no_ids:
            problem = replace(problem, message=problem.message.replace(words, "…"))
        yield problem


def _cleared_already(draft: Draft, private: Mapping[str, Kind]) -> Iterator[Problem]:
    for quotation in draft.of(Quotation):
        if draft.source_of(quotation).file in private:
            for name in ("cleared", "withdrawn"):
                if getattr(quotation, name) is not None:
                    message = f"quotation {quotation.id} has `{name}`, and yet stands in private/"
                    hint = f"remove `{name}`; `findings clear` writes what is needed"
                    where = draft.at(quotation, name, by_name=True)
                    yield Problem(where, "not-uncleared", message, hint)


def _id_at(draft: Draft, problem: Problem) -> str:
    return next((d.id for d in draft.declared if d.location == problem.location), "")


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Give each two and each three words in a row."""
    return frozenset((*pairwise(words), *zip(words, words[1:], words[2:], strict=False)))


def _discreet(problem: Problem, said: frozenset[tuple[str, ...]]) -> Problem:
    """Leave out of a message what may be words of a person: all that is quoted and no single word.

    `said` are the runs of words of the file. Of a remedy, what is quoted is left out where two of
    them stand in it. Where three would still stand anywhere, the rule is told in general words.
    """

    def shown(match: re.Match[str]) -> str:
        value = match[1] or match[2] or ""
        is_word = len(value) <= MOST_SHOWN and not re.search(r"\s", value)
        is_field = match.start() == 0 and match[1] is not None
        is_said = problem.rule in QUOTING and not is_field
        return match[0] if is_word and not is_said else _hidden(match)

    def offered(match: re.Match[str]) -> str:
        value = match[1] or match[2] or ""
        is_said = re.search(r"\s", value) and _runs(words_of(value)) & said
        return _hidden(match) if is_said or problem.rule in QUOTING else match[0]

    message = QUOTED.sub(shown, problem.message)
    hint = QUOTED.sub(offered, PROPOSED.sub("[…]", problem.hint))
    if '"…"' in message:
        hint = OFFERED.sub("write …", hint)
    if any(_has_three(QUOTED.sub(" ", text), said) for text in (message, hint)):
        explained = RULES[problem.rule]
        message, hint = explained.means.rstrip("."), explained.mend
    return replace(problem, message=message, hint=hint)


def _has_three(text: str, said: frozenset[tuple[str, ...]]) -> bool:
    return any(len(run) == 3 for run in _runs(words_of(text)) & said)


def _hidden(match: re.Match[str]) -> str:
    return f"{match[0][0]}…{match[0][0]}"
