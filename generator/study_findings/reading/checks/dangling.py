"""Ids that records name and nothing declares: one problem an id, however often it is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from ...model import (
    CodeTranslation,
    ImplicationTranslation,
    Participant,
    PartTranslation,
    SessionTranslation,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    walk_themes,
    walk_translations,
)
from ...model.base import id_of, taken_apart
from ...model.kinds import translates
from ...model.named_kinds import REFERENCES
from ...problems import Location, Problem
from ..draft import Draft
from ..phrases import quoted
from .references import a_kind, declared_in, named_ids, narrated, subject

DeclaredTranslation: TypeAlias = (
    PartTranslation | CodeTranslation | ImplicationTranslation | SessionTranslation
)
MOST_LINES: Final = 5
"""How many lines of a file a message lists."""
MOST_FILES: Final = 8
"""How many files a message lists."""
MOST_CHOICES: Final = 4
"""How many ids a hint lists."""
SLIP: Final = 0.8
"""How alike two ids are, of 1, where one is the other misspelt."""


class Reference(NamedTuple):
    """Say that a record names an id; its place is looked up only where somebody asks."""

    kind: str
    id: str
    who: str
    locate: Callable[[], Location]


def dangling(draft: Draft) -> Iterator[Problem]:
    """Refuse ids nothing declares, with the places that name each and what was probably meant."""
    missing: dict[tuple[str, str], list[Reference]] = {}
    named: dict[str, set[str]] = {}
    for reference in references(draft):
        named.setdefault(reference.kind, set()).add(reference.id)
        if not draft.has(reference.kind, reference.id):
            missing.setdefault((reference.kind, reference.id), []).append(reference)
    renamed = _renamed(draft)
    for kind in dict.fromkeys(kind for kind, _ in missing):
        ids = {id_: found for (of, id_), found in missing.items() if of == kind}
        if len(ids) > 1 and not draft.by_kind[kind]:
            yield _none_declared(kind, ids)
            continue
        unused = [known for known in draft.by_kind[kind] if known not in named[kind]]
        for id_, found in ids.items():
            problem = _problem(draft, kind, id_, found, unused, is_alone=len(ids) == 1)
            yield replace(problem, hint=_now(renamed, kind, id_, found) or problem.hint)


def _renamed(draft: Draft) -> dict[tuple[str, str], str]:
    """Map former ids, with the noun of their kind, to those that took their place."""
    return {(kind.noun, old): id_of(record) for kind, record, _, old in draft.former_ids()}


def _now(
    renamed: Mapping[tuple[str, str], str], kind: str, id_: str, found: list[Reference]
) -> str:
    """Say what a former id is now, and where it is still named."""
    if (kind, id_) not in renamed:
        return ""
    places = sorted({reference.locate() for reference in found})
    where = f", in each: {listed_places(places)}" if len(places) > 1 else ""
    return f'it was renamed; write "{renamed[kind, id_]}"{where}'


def references(draft: Draft) -> Iterator[Reference]:
    """Give every id that a record names: in fields, ids, narratives, and translations."""
    yield from _in_fields(draft)
    yield from _in_people(draft)
    yield from _in_themes(draft)
    yield from _in_translations(draft)


def _in_fields(draft: Draft) -> Iterator[Reference]:
    for kind, record in draft.records():
        who = subject(kind, record)
        named = ((n, of) for n, of in REFERENCES[kind.noun].items() if getattr(record, n))
        for name, target in named:
            for path, id_ in named_ids(record, name):
                # What is a name, not an entry, stands where it is written.
                where = partial(draft.at, record, *path, by_name=len(path) > 1)
                yield Reference(target, id_, who, where)


def _in_people(draft: Draft) -> Iterator[Reference]:
    """Give the session a scoped id begins with."""
    for participant in draft.of(Participant):
        who = f"participant {participant.id}"
        session, _ = taken_apart(participant.id)
        if session is not None:
            yield Reference("session", session, who, partial(draft.at, participant, "id"))


def _in_themes(draft: Draft) -> Iterator[Reference]:
    for theme in walk_themes(draft.of(Theme)):
        for index, related in enumerate(theme.related):
            where = partial(draft.at, theme, "related", index, "theme")
            yield Reference("theme", related.theme, f"theme {theme.id}", where)
            for number, id_ in enumerate(related.voices):
                where = partial(draft.at, theme, "related", index, "voices", number)
                yield Reference("quotation", id_, f"theme {theme.id}", where)
    for narrative, who in narrated(draft):
        seen: Counter[str] = Counter()
        for id_ in narrative.placed:
            where = partial(draft.at_text, narrative, "narrative", f"[[{id_}]]", seen[id_])
            yield Reference("quotation", id_, who, where)
            seen[id_] += 1


def _in_translations(draft: Draft) -> Iterator[Reference]:
    for theme in walk_translations(draft.of(ThemeTranslation)):
        who = f"a translation into {draft.source_of(theme).language}"
        yield Reference("theme", theme.id, who, partial(draft.at, theme, "id"))
        for claim in theme.claims:
            yield Reference("claim", claim.id, who, partial(draft.at, claim, "id"))
    parts: list[DeclaredTranslation] = [
        part for about in draft.of(StudyTranslation) for part in about.parts
    ]
    parts += [*draft.of(CodeTranslation), *draft.of(ImplicationTranslation)]
    parts += draft.of(SessionTranslation)
    for part in parts:
        who = f"a translation into {draft.source_of(part).language}"
        yield Reference(translates(type(part)), part.id, who, partial(draft.at, part, "id"))


def _none_declared(kind: str, ids: dict[str, list[Reference]]) -> Problem:
    """Say once that a whole kind of record is missing: its file was emptied or deleted."""
    places = sorted({reference.locate() for found in ids.values() for reference in found})
    first = ", ".join(quoted(id_) for id_ in list(ids)[:MOST_CHOICES])
    more = f" and {len(ids) - MOST_CHOICES} more" if len(ids) > MOST_CHOICES else ""
    message = f"{len(ids)} ids of {kind}s are named, but none is declared: {first}{more}"
    hint = f"declare them {declared_in(kind)}, or take them out: {listed_places(places)}"
    return Problem(places[0], f"unknown-{kind}", message, hint)


def _problem(
    draft: Draft, kind: str, id_: str, found: list[Reference], unused: list[str], is_alone: bool
) -> Problem:
    places = sorted({reference.locate() for reference in found})
    hint = _other_kind(draft, kind, id_)
    if len(places) == 1:
        message = f"{found[0].who} names {kind} {quoted(id_)}"
        hint = (
            hint
            or draft.guess(kind, id_, places[0])
            or f"declare it {declared_in(kind)}, or name another"
        )
    else:
        message = f"{len(places)} places name {kind} {quoted(id_)}, which is declared nowhere"
        hint = hint or _meant(draft, kind, id_, places[0], unused, is_alone)
        hint = f"{hint}: {listed_places(places)}"
    return Problem(places[0], f"unknown-{kind}", message, hint)


def listed_places(places: Iterable[Location]) -> str:
    """List places by file, the first lines of each, and how many more there are."""
    # Of each file its lines once, in order; a list would be looked through for each of them.
    by_file: dict[str, dict[int, None]] = {}
    for place in places:
        by_file.setdefault(place.file, {})[place.line] = None
    listed = [f"{file} {_lines([*lines])}" for file, lines in by_file.items()]
    more = [f"{len(listed) - MOST_FILES} more files"] if len(listed) > MOST_FILES else []
    return "; ".join([*listed[:MOST_FILES], *more])


def _lines(lines: list[int]) -> str:
    first = ", ".join(str(line) for line in lines[:MOST_LINES])
    more = f" and {len(lines) - MOST_LINES} more" if len(lines) > MOST_LINES else ""
    return f"line{'' if len(lines) == 1 else 's'} {first}{more}"


def _other_kind(draft: Draft, kind: str, id_: str) -> str:
    other = next((k for k, ids in draft.by_kind.items() if id_ in ids), None)
    if other is None:
        return ""
    return f"that is the id of {a_kind(other)}; name {a_kind(kind)} instead"


def _meant(
    draft: Draft, kind: str, id_: str, where: Location, unused: list[str], is_alone: bool
) -> str:
    """Guess what was meant: an id so like it that this is a slip, or one that nothing names yet."""
    if (guess := draft.guess(kind, id_, where)) and _is_slip(id_, guess):
        return f"{guess} Change it in each" if guess.endswith("?") else f"{guess}, in each"
    if is_alone and len(unused) == 1:
        return f'if you renamed it to "{unused[0]}", change it in each'
    if 0 < len(unused) <= MOST_CHOICES:
        choices = " or ".join(f'"{choice}"' for choice in unused)
        return f"nothing names {choices}: perhaps that is meant. Change it in each"
    return f"declare it {declared_in(kind)}, or change it in each"


def _is_slip(id_: str, guess: str) -> bool:
    """Tell whether a guess is nearly the same word; `q001` and `q002` are two, however alike."""
    quoted_in = re.search(r'"([^"]*)"', guess)
    if quoted_in is None:
        return True
    meant = quoted_in[1]
    is_numbered = re.sub(r"\d", "", meant) == re.sub(r"\d", "", id_)
    return not is_numbered and SequenceMatcher(None, id_, meant).ratio() >= SLIP
