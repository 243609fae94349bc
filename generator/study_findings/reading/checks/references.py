"""References: which field names which kind of record; levels, withdrawn words, repetitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, TypeAlias

from ...model import (
    Participant,
    Quotation,
    Record,
    Theme,
    ThemeTranslation,
    themes_within,
    told_elsewhere,
    walk_themes,
    walk_translations,
)
from ...model.base import id_of
from ...model.kinds import BY_NOUN, BY_RECORD, KINDS, Kind, translates
from ...model.named_kinds import NAMED_BY, REFERENCES
from ...problems import Problem
from ..draft import Draft
from ..phrases import quoted

Narrated: TypeAlias = Theme | ThemeTranslation


# Narratives place quotations, and translations are of records, which no field names.
TRANSLATED: Final = frozenset(
    translates(kind.record)
    for kind in KINDS
    if kind.is_translation and "id" in kind.record.model_fields
)
NAMED_KINDS: Final = frozenset((*NAMED_BY.values(), BY_RECORD[Quotation].noun, *TRANSLATED))


def declared_in(noun: str) -> str:
    """Say where records of a kind are declared: in their file, or under a field of another's."""
    kind = BY_NOUN[noun]
    if kind.file:
        return f"in {f'{kind.top}/' if kind.has_folder else kind.file}"
    return next(
        f"under `{name}` in {outer.file}"
        for outer in KINDS
        for name, child in outer.children.items()
        if child == kind
    )


def subject(kind: Kind, record: Record) -> str:
    """Name a record in a message: `quotation q014`."""
    return f"{kind.noun} {id_}" if (id_ := id_of(record)) else f"the {kind.noun}"


def named_ids(record: Record, name: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give each id that a field names, with the path to it."""
    value = getattr(record, name)
    if isinstance(value, str):
        yield (name,), value
    elif isinstance(value, dict):
        yield from (((name, id_), id_) for id_ in value)
    elif value is not None:
        yield from (((name, index), id_) for index, id_ in enumerate(value))


def a_kind(noun: str) -> str:
    """Name a kind with its article: `an attribute`."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def related_to_itself(draft: Draft) -> Iterator[Problem]:
    """Refuse a relation of a theme to itself."""
    for theme in walk_themes(draft.of(Theme)):
        for index, related in enumerate(theme.related):
            if related.theme == theme.id:
                message = f"theme {theme.id} is related to itself"
                where = draft.at(theme, "related", index, "theme")
                yield Problem(where, "related-to-itself", message, "name another theme")


def under_itself(draft: Draft) -> Iterator[Problem]:
    """Refuse a theme that would stand under itself; warn of one that stands there already."""
    themes = draft.of(Theme)
    elsewhere = told_elsewhere(themes)
    inner = {t.id: {n.id for n in themes_within(t, elsewhere)} for t in walk_themes(themes)}
    outer = {n.id: t.id for t in walk_themes(themes) for n in t.subthemes}
    for theme in walk_themes(themes):
        for index, around in enumerate(theme.also_under):
            where = draft.at(theme, "also_under", index)
            if around in inner[theme.id]:
                message = f"theme {theme.id} would stand under itself"
                if around != theme.id:
                    message += f": {around} stands under it"
                hint = "name another theme, or take it out"
                yield Problem(where, "theme-under-itself", message, hint)
            elif outer.get(theme.id) == around:
                message = f"theme {theme.id} is written inside {around} already"
                yield Problem(where, "under-already", message, "take it out", "warning")


def unknown_levels(draft: Draft) -> Iterator[Problem]:
    """Refuse levels that `study.yml` does not declare, each once, however many have it."""
    levels = {a.id: a.levels for a in draft.about.attributes} if draft.about else {}
    found: dict[tuple[str, str], list[Participant]] = {}
    for participant in draft.of(Participant):
        for id_, level in participant.attributes.items():
            if id_ in levels and level not in levels[id_]:
                found.setdefault((id_, level), []).append(participant)
    for (id_, level), who in found.items():
        named = f"participant {who[0].id} has"
        if len(who) > 1:
            named = f"{len(who)} participants, {who[0].id} the first, have"
        where = draft.at(who[0], "attributes", id_)
        guess = draft.meant(level, levels[id_], where)
        hint = guess or f"write one of: {', '.join(levels[id_])}"
        yield Problem(where, "unknown-level", f'{named} {quoted(level)} as "{id_}"', hint)


def narrated(draft: Draft) -> Iterator[tuple[Narrated, str]]:
    """Give each theme and each translation of one, and what it is called in a message."""
    yield from ((theme, f"theme {theme.id}") for theme in walk_themes(draft.of(Theme)))
    for theme in walk_translations(draft.of(ThemeTranslation)):
        language = draft.source_of(theme).language
        yield theme, f"the translation of theme {theme.id} into {language}"


def placed_withdrawn(draft: Draft) -> Iterator[Problem]:
    """Warn of narratives that place a withdrawn quotation."""
    withdrawn = {quotation.id for quotation in draft.of(Quotation) if quotation.withdrawn}
    for theme, who in narrated(draft):
        seen: Counter[str] = Counter()
        for id_ in theme.placed:
            if id_ in withdrawn:
                where = draft.at_text(theme, "narrative", f"[[{id_}]]", seen[id_])
                message = f"{who} places quotation {id_}, which is withdrawn"
                hint = "remove the line, and see that the text around it does without"
                yield Problem(where, "placed-withdrawn", message, hint, "warning")
            seen[id_] += 1


def repeated(draft: Draft) -> Iterator[Problem]:
    """Warn where a list names the same id twice."""
    for kind, record in draft.records():
        for name in REFERENCES[kind.noun]:
            if isinstance(getattr(record, name), str | None):
                continue
            seen: set[str] = set()
            for path, id_ in named_ids(record, name):
                if id_ in seen:
                    message = f'{subject(kind, record)} names {quoted(id_)} twice in "{name}"'
                    where = draft.at(record, *path)
                    yield Problem(where, "repeated", message, "remove one", "warning")
                seen.add(id_)
