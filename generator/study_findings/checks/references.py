"""References: every id that a record names is declared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from ..draft import Draft, Kind
from ..model import Record, Theme, ThemeTranslation, walk_themes, walk_translations
from ..problems import Location, Problem
from ..wording import quoted

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


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def unknown(draft: Draft, kind: Kind, id_: str, where: Location, who: str) -> Iterator[Problem]:
    """Refuse an id that nothing declares, with what was probably meant."""
    if draft.has(kind, id_):
        return
    other = next((k for k, ids in draft.by_kind.items() if id_ in ids), None)
    if other is not None:
        hint = f"that is the id of {_a(other)}; name {_a(kind)} instead"
    else:
        hint = draft.guess(kind, id_, where) or f"declare it {DECLARED_IN[kind]}, or name another"
    yield Problem(where, f"unknown-{kind}", f"{who} names {kind} {quoted(id_)}", hint)


def dangling(draft: Draft) -> Iterator[Problem]:
    """Refuse ids of groups, sessions, participants, themes and codes that nothing declares."""
    for kind, record in draft.records():
        for name, target in REFERENCES.get(kind, {}).items():
            for path, id_ in named_ids(record, name):
                where = draft.at(record, *path)
                yield from unknown(draft, target, id_, where, subject(kind, record))


def dangling_relations(draft: Draft) -> Iterator[Problem]:
    """Refuse relations to themes that nothing declares, and of a theme to itself."""
    for theme in walk_themes(tuple(draft.themes)):
        for index, related in enumerate(theme.related):
            where = draft.at(theme, "related", index, "theme")
            yield from unknown(draft, "theme", related.theme, where, f"theme {theme.id}")
            if related.theme == theme.id:
                message = f"theme {theme.id} is related to itself"
                yield Problem(where, "related-to-itself", message, "name another theme")


def dangling_scopes(draft: Draft) -> Iterator[Problem]:
    """Refuse a participant's id that begins with a session nothing declares."""
    for participant in draft.participants:
        session, slash, _ = participant.id.partition("/")
        if slash:
            where = draft.at(participant, "id")
            yield from unknown(draft, "session", session, where, f"participant {participant.id}")


def dangling_attributes(draft: Draft) -> Iterator[Problem]:
    """Refuse attributes and levels that `study.yml` does not declare."""
    levels = {a.id: a.levels for a in draft.about.attributes} if draft.about else {}
    for participant in draft.participants:
        who = f"participant {participant.id}"
        for id_, level in participant.attributes.items():
            named = draft.at(participant, "attributes", id_, by_name=True)
            yield from unknown(draft, "attribute", id_, named, who)
            if id_ in levels and level not in levels[id_]:
                message = f'{who} has {quoted(level)} as "{id_}"'
                where = draft.at(participant, "attributes", id_)
                guess = draft.meant(level, levels[id_], where)
                hint = guess or f"write one of: {', '.join(levels[id_])}"
                cause = f"unknown-level|{id_}|{level}"
                yield Problem(where, "unknown-level", message, hint, cause=cause)


def narrated(draft: Draft) -> Iterator[tuple[Narrated, str]]:
    """Give each theme and each translation of one, and what it is called in a message."""
    yield from ((theme, f"theme {theme.id}") for theme in walk_themes(tuple(draft.themes)))
    for theme in walk_translations(tuple(draft.theme_translations)):
        language = draft.source_of(theme).language
        yield theme, f"the translation of theme {theme.id} into {language}"


def _placements(theme: Narrated) -> Iterator[tuple[str, int]]:
    """Give each quotation a narrative places, and how often it did so before."""
    seen: Counter[str] = Counter()
    for id_ in theme.placed:
        yield id_, seen[id_]
        seen[id_] += 1


def dangling_placements(draft: Draft) -> Iterator[Problem]:
    """Refuse narratives that place a quotation nothing declares; warn of withdrawn ones."""
    withdrawn = {quotation.id for quotation in draft.quotations if quotation.withdrawn}
    for theme, who in narrated(draft):
        for id_, before in _placements(theme):
            where = draft.at_text(theme, "narrative", f"[[{id_}]]", before)
            yield from unknown(draft, "quotation", id_, where, who)
            if id_ in withdrawn:
                message = f"{who} places quotation {id_}, which is withdrawn"
                hint = "remove the line, and see that the text around it does without"
                yield Problem(where, "placed-withdrawn", message, hint, "warning")


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
