"""Values of participants in another language: of what the study declares, and told apart."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import AttributeTranslation, StudyTranslation
from ...problems import Problem
from ..draft import Draft
from ..phrases import quoted


def _translated(draft: Draft) -> Iterator[tuple[str, AttributeTranslation]]:
    """Give the translation of each attribute, with its language."""
    for about in draft.of(StudyTranslation):
        language = draft.source_of(about).language
        yield from ((language, attribute) for attribute in about.attributes)


def translates_no_level(draft: Draft) -> Iterator[Problem]:
    """Warn of the translation of a value that its attribute does not have, or not any more."""
    levels = {a.id: a.levels for a in draft.about.attributes} if draft.about else {}
    for _, attribute in _translated(draft):
        for index, own in enumerate(attribute.levels):
            known = levels.get(attribute.id, (own.level,))
            if own.level not in known:
                where = draft.at(attribute, "levels", index, "level")
                message = f"attribute {attribute.id} has no level {quoted(own.level)}"
                hint = draft.meant(own.level, known, where) or f"write one of: {', '.join(known)}"
                yield Problem(where, "translates-no-level", message, hint, "warning")


def translated_twice(draft: Draft) -> Iterator[Problem]:
    """Refuse a second translation of the same value into one language."""
    for language, attribute in _translated(draft):
        seen: set[str] = set()
        for index, own in enumerate(attribute.levels):
            if own.level in seen:
                where = draft.at(attribute, "levels", index, "level")
                message = (
                    f"the level {quoted(own.level)} of attribute {attribute.id} is translated into "
                    f"{language} a second time"
                )
                yield Problem(where, "translated-twice", message, "keep one of the two")
            seen.add(own.level)


def told_alike(draft: Draft) -> Iterator[Problem]:
    """Warn of two values of an attribute in the same words: readers would take them for one."""
    for language, attribute in _translated(draft):
        first: dict[tuple[str, ...], str] = {}
        for index, own in enumerate(attribute.levels):
            words = tuple((own.label or "").casefold().split())
            other = first.setdefault(words, own.level) if words else own.level
            if other != own.level:
                where = draft.at(attribute, "levels", index, "label")
                message = (
                    f"the levels {quoted(other)} and {quoted(own.level)} of attribute "
                    f"{attribute.id} have the same words in {language}"
                )
                hint = "say how they differ, as the study's own words do"
                yield Problem(where, "levels-alike", message, hint, "warning")
