"""Every text of a study that readers see, with the name of its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from ...model import (
    CodeTranslation,
    ImplicationTranslation,
    MethodsTranslation,
    Record,
    SessionTranslation,
    StudyTranslation,
    ThemeTranslation,
    walk_translations,
)
from ...model.kinds import translates
from ...model.readable import Readable, readable_texts
from ..draft import Draft
from .references import subject


class FoundText(NamedTuple):
    """Hold a text that readers see, the record it is in, and what that is called."""

    record: Record
    who: str
    text: Readable

    @property
    def field(self) -> str:
        """Name the field the text stands in."""
        return next(str(step) for step in reversed(self.text.path) if isinstance(step, str))


_known: Final[WeakKeyDictionary[Draft, tuple[FoundText, ...]]] = WeakKeyDictionary()


def all_texts(draft: Draft) -> tuple[FoundText, ...]:
    """List every text that readers see, translations included, in order.

    A draft to which nothing more is added is gone through once, however many checks ask.
    """
    if draft not in _known:
        _known[draft] = tuple(_texts(draft))
    return _known[draft]


def _texts(draft: Draft) -> Iterator[FoundText]:
    for kind, record in draft.records():
        for text in readable_texts(record, kind.children):
            yield FoundText(record, subject(kind, record), text)
    for about in draft.of(StudyTranslation):
        who = f"the study's translation into {draft.source_of(about).language}"
        yield from (FoundText(about, who, text) for text in readable_texts(about))
    for theme in walk_translations(draft.of(ThemeTranslation)):
        who = f"the translation of theme {theme.id} into {draft.source_of(theme).language}"
        yield from (FoundText(theme, who, text) for text in readable_texts(theme, {"subthemes"}))
    for methods in draft.of(MethodsTranslation):
        who = f"the translation of the methods into {draft.source_of(methods).language}"
        yield from (FoundText(methods, who, text) for text in readable_texts(methods))
    listed: list[CodeTranslation | ImplicationTranslation | SessionTranslation] = [
        *draft.of(CodeTranslation),
        *draft.of(ImplicationTranslation),
        *draft.of(SessionTranslation),
    ]
    for record in listed:
        of = f"{translates(type(record))} {record.id}"
        who = f"the translation of {of} into {draft.source_of(record).language}"
        yield from (FoundText(record, who, text) for text in readable_texts(record))
