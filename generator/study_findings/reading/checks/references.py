"""References: which field names which kind of record; levels, withdrawn words, repetitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from ...model import Participant, Record, Theme, ThemeTranslation, walk_themes, walk_translations
from ...problems import Problem
from ..draft import Draft, Kind
from ..phrases import quoted

Narrated: TypeAlias = Theme | ThemeTranslation
# Which fields of a record name which kind of record.
REFERENCES: dict[Kind, dict[str, Kind]] = {
    "session": {"groups": "group"},
    "participant": {"group": "group", "sessions": "session"},
    "theme": {"groups": "group", "codes": "code"},
    "quotation": {
        "themes": "theme",
        "participant": "participant",
        "session": "session",
        "group": "group",
        "codes": "code",
    },
    "implication": {"themes": "theme"},
}
DECLARED_IN: dict[Kind, str] = {
    "group": "under `groups` in study.yml",
    "attribute": "under `attributes` in study.yml",
    "session": "in sessions.yml",
    "participant": "in participants.yml",
    "code": "in codebook.yml",
    "theme": "in themes/",
    "quotation": "in quotations/",
}


def subject(kind: Kind, record: Record) -> str:
    """Name a record in a message: `quotation q014`."""
    return "the study" if kind == "study" else f"{kind} {getattr(record, 'id', '')}"


def named_ids(record: Record, name: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give each id that a field names, with the path to it."""
    value = getattr(record, name)
    if isinstance(value, str):
        yield (name,), value
    elif value is not None:
        yield from (((name, index), id_) for index, id_ in enumerate(value))


def a_kind(kind: Kind) -> str:
    """Name a kind with its article: `an attribute`."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def related_to_itself(draft: Draft) -> Iterator[Problem]:
    """Refuse a relation of a theme to itself."""
    for theme in walk_themes(tuple(draft.themes)):
        for index, related in enumerate(theme.related):
            if related.theme == theme.id:
                message = f"theme {theme.id} is related to itself"
                where = draft.at(theme, "related", index, "theme")
                yield Problem(where, "related-to-itself", message, "name another theme")


def unknown_levels(draft: Draft) -> Iterator[Problem]:
    """Refuse levels that `study.yml` does not declare, each once, however many have it."""
    levels = {a.id: a.levels for a in draft.about.attributes} if draft.about else {}
    found: dict[tuple[str, str], list[Participant]] = {}
    for participant in draft.participants:
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
    yield from ((theme, f"theme {theme.id}") for theme in walk_themes(tuple(draft.themes)))
    for theme in walk_translations(tuple(draft.theme_translations)):
        language = draft.source_of(theme).language
        yield theme, f"the translation of theme {theme.id} into {language}"


def placed_withdrawn(draft: Draft) -> Iterator[Problem]:
    """Warn of narratives that place a withdrawn quotation."""
    withdrawn = {quotation.id for quotation in draft.quotations if quotation.withdrawn}
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
        for name in REFERENCES.get(kind, {}):
            seen: set[str] = set()
            for path, id_ in named_ids(record, name):
                if id_ in seen:
                    message = f'{subject(kind, record)} names {quoted(id_)} twice in "{name}"'
                    where = draft.at(record, *path)
                    yield Problem(where, "repeated", message, "remove one", "warning")
                seen.add(id_)
