"""Relations: the words they are told in, the voices that stand for them, their translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model import (
    Quotation,
    Relation,
    StudyTranslation,
    Theme,
    themes_within,
    told_elsewhere,
    walk_themes,
)
from ...model.relations import OTHER, THIS, is_misplaced, squeezed
from ...problems import Location, Problem
from ..draft import Draft
from ..phrases import did_you_mean, quoted

BOTH: Final = 2
"""How many voices stand for a relation: one from each side."""


def _relations(draft: Draft) -> Iterator[tuple[Theme, int, Relation]]:
    for theme in walk_themes(draft.of(Theme)):
        for index, relation in enumerate(theme.related):
            yield theme, index, relation


def _translated(draft: Draft) -> Iterator[tuple[str, str, str | None, StudyTranslation, int]]:
    """Give language, wording, translation and place of each relation that is translated."""
    for about in draft.of(StudyTranslation):
        language = draft.source_of(about).language
        for index, own in enumerate(about.relations):
            yield language, own.relation, own.says, about, index


def misplaced(draft: Draft) -> Iterator[Problem]:
    """Refuse words that place one of the two themes, and not both once each."""
    for theme, index, relation in _relations(draft):
        if is_misplaced(relation.relation):
            where = draft.at(theme, "related", index, "relation")
            yield _misplaced(where, f"a relation of theme {theme.id}")
    for language, words, says, about, index in _translated(draft):
        if says and is_misplaced(says):
            where = draft.at(about, "relations", index, "says")
            yield _misplaced(
                where, f"the relation {quoted(words)} in its translation into {language}"
            )


def _misplaced(where: Location, who: str) -> Problem:
    message = f"{who} does not say where both themes stand"
    hint = f"write {THIS} and {OTHER} once each, with words; or neither"
    return Problem(where, "relation-places", message, hint)


def voices(draft: Draft) -> Iterator[Problem]:
    """Require two voices of a relation, or none, and not the same twice."""
    for theme, index, relation in _relations(draft):
        if not relation.voices:
            continue
        count, others = len(relation.voices), len(set(relation.voices))
        if count != BOTH or others != BOTH:
            told = "one quotation twice" if count == BOTH else f"{count} of two voices"
            message = f"the relation of theme {theme.id} to {relation.theme} names {told}"
            hint = (
                f"write `voices: [ID, ID]`: a quotation of {theme.id}, then one of "
                f"{relation.theme}; or leave it out, and exemplars stand there"
            )
            where = draft.at(theme, "related", index, "voices")
            yield Problem(where, "relation-voices", message, hint)


def withdrawn_voices(draft: Draft) -> Iterator[Problem]:
    """Refuse a relation for which a withdrawn quotation stands."""
    withdrawn = {q.id for q in draft.of(Quotation) if q.withdrawn}
    for theme, index, relation in _relations(draft):
        for number, id_ in enumerate(relation.voices):
            if id_ in withdrawn:
                message = (
                    f"the relation of theme {theme.id} to {relation.theme} names quotation {id_}, "
                    "which is withdrawn"
                )
                hint = "name another of its theme, or take `voices` out"
                where = draft.at(theme, "related", index, "voices", number)
                yield Problem(where, "voice-withdrawn", message, hint)


def voices_of_others(draft: Draft) -> Iterator[Problem]:
    """Refuse a voice of another theme than the side it stands for."""
    themes = {theme.id: theme for theme in walk_themes(draft.of(Theme))}
    elsewhere = told_elsewhere(draft.of(Theme))
    known = {quotation.id: quotation for quotation in draft.of(Quotation)}
    for theme, index, relation in _relations(draft):
        if len(relation.voices) != BOTH or relation.theme not in themes:
            continue
        for number, side in enumerate((theme, themes[relation.theme])):
            id_ = relation.voices[number]
            quotation = known.get(id_)
            if quotation is None or quotation.withdrawn:
                continue
            within = {node.id for node in themes_within(side, elsewhere)}
            # Of a theme that is misspelt, only the spelling is wrong.
            is_read = all(named in themes for named in quotation.themes)
            if is_read and not within & {*quotation.themes}:
                message = (
                    f"the relation of theme {theme.id} to {relation.theme} has quotation {id_} "
                    f"stand for {side.id}, and it speaks to "
                    f"{', '.join(quotation.themes) or 'no theme'}"
                )
                hint = f"name a quotation of {side.id}: that of {theme.id} comes first"
                where = draft.at(theme, "related", index, "voices", number)
                yield Problem(where, "voice-of-other-theme", message, hint)


def untranslatable(draft: Draft) -> Iterator[Problem]:
    """Warn of translations of a relation that no theme names, or that came before."""
    told = {squeezed(relation.relation) for _, _, relation in _relations(draft)}
    seen: set[tuple[str, str]] = set()
    for language, words, _, about, index in _translated(draft):
        where, key = draft.at(about, "relations", index, "relation"), squeezed(words)
        if key not in told and "theme" not in draft.unread_kinds:
            message = f"no theme relates to another by {quoted(words)}"
            hint = did_you_mean(key, told) or "write the words as `related` of a theme has them"
            yield Problem(where, "unknown-relation", message, hint, "warning")
        elif (language, key) in seen:
            message = f"the relation {quoted(words)} is translated into {language} a second time"
            yield Problem(where, "translated-twice", message, "keep one of the two")
        seen.add((language, key))
