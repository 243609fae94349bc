"""Which words may be said of two states of a study: none that was taken back or taken out since.

A comparison reads words that are no longer public: of quotations that were withdrawn, or from which
something was taken to protect somebody. Nothing of a quotation is said but what the study says
today. Of what the team wrote, a former sentence is repeated only where nothing tells that it was
changed to take something out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from ..model import Claim, KeyMessage, Quotation, Relation, Theme
from ..model.quotations import spoken
from ..model.readable import readable_texts
from ..privacy.gate import Setting, flags_in
from ..privacy.publishable import PublicStudy
from ..privacy.run_index import RUN
from ..text.folding import words_of
from .records import (
    RELATION,
    RecordEntry,
    State,
    records_of_files,
    words_of_original,
    words_of_quotation,
)

TELLING: Final = frozenset({"theme", "claim", "key-message", "code", "implication", RELATION})
"""Kinds whose ids are made from their words."""


class Repeated:
    """Decide which words and ids of some states may be said, by the one that is public today."""

    def __init__(self, today: State, states: Sequence[State], with_former: bool = True) -> None:
        self.today = today
        self._with_former = with_former
        self._states = (today, *states)

    def quotation(self, quotation: Quotation) -> str:
        """Give the words of a quotation if the study publishes them today, else none."""
        return words_of_quotation(quotation) if self._is_said(quotation) else ""

    def original(self, quotation: Quotation) -> str:
        """Give the words in the language they were said in, if the study publishes them today."""
        return words_of_original(quotation) if self._is_said(quotation) else ""

    def sentence(self, state: State, entry: RecordEntry, text: str) -> str:
        """Give a sentence of the team if it is public today or may be repeated, else none."""
        if self._stands(entry, text):
            return text
        may_repeat = self._with_former and self._has_ground(state, entry)
        return text if may_repeat and not self._tells(text) else ""

    def is_named(self, noun: str, id_: str) -> bool:
        """Tell whether a record may be called by its id.

        Once the study withholds a theme, ids of themes that are gone would tell of it, and so would
        the ids of what stood in them.
        """
        known = self.today.by_key
        return noun not in TELLING or (noun, id_) in known or not self._withholds_more

    @cached_property
    def _withholds_more(self) -> bool:
        told = [{theme.id for theme in s.study.about.withheld_themes} for s in self._states]
        return any(told[0] - before for before in told[1:])

    @cached_property
    def _tombstones(self) -> frozenset[str]:
        found = (q for state in self._states for q in state.study.quotations if q.withdrawn)
        return frozenset(id_ for q in found for id_ in (q.id, *q.formerly))

    def _is_said(self, quotation: Quotation) -> bool:
        """Tell whether a quotation stands in the study today, word for word."""
        now = self.today.quotation(quotation.id)
        is_back = not self._tombstones.isdisjoint({quotation.id, *quotation.formerly})
        return now is not None and not is_back and _says(now) == _says(quotation)

    def _stands(self, entry: RecordEntry, text: str) -> bool:
        now = self._now(entry)
        return now is not None and any(item.text == text for item in readable_texts(now.record))

    def _now(self, entry: RecordEntry) -> RecordEntry | None:
        ids = (entry.id, *entry.formerly)
        return next((now for id_ in ids if (now := self.today.by_key.get((entry.noun, id_)))), None)

    def _has_ground(self, state: State, entry: RecordEntry) -> bool:
        """Tell whether all that a sentence is about is still published, in the same words."""
        record = entry.record
        if isinstance(record, Claim):
            return self._shows_theme(entry.within) and self._says_all(state, record.named)
        if isinstance(record, Relation):
            return self._shows_theme(entry.within) and self._shows_theme(record.theme)
        if isinstance(record, KeyMessage):
            claims = [state.by_key.get(("claim", id_)) for id_ in record.claims]
            return all(map(self._shows_theme, record.themes)) and all(
                claim is not None and self._has_ground(state, claim) for claim in claims
            )
        return self._shows_theme(entry.id) if isinstance(record, Theme) else entry.noun == "study"

    def _shows_theme(self, id_: str) -> bool:
        now = self.today.by_key.get(("theme", id_))
        return now is not None and isinstance(now.record, Theme) and now.record.withheld is None

    def _says_all(self, state: State, ids: Sequence[str]) -> bool:
        quotations = [state.quotation(id_) for id_ in ids]
        return all(q is not None and self._is_said(q) for q in quotations)

    def _tells(self, text: str) -> bool:
        """Tell whether a text holds what went from quotations, or what the privacy gate asks about.

        Words that the study says elsewhere today tell nothing.
        """
        words = words_of(text)
        runs = (words[at : at + size] for size in range(1, RUN + 1) for at in _starts(words, size))
        if any(_in_row(run) in self._gone and not self._is_public(run) for run in runs):
            return True
        flags = flags_in(text, self.today.study.about.language, self._setting)
        return any(not self._is_public(words_of(flag.words)) for flag in flags)

    def _is_public(self, words: list[str]) -> bool:
        return _in_row(words) in self._public

    @cached_property
    def _gone(self) -> str:
        """Hold the words of quotations that the study does not publish so today, a line each."""
        gone = (
            text
            for state in self._states[1:]
            for quotation in state.study.published
            if not self._is_said(quotation)
            for text in _says(quotation)
        )
        return "\n".join(_in_row(words_of(text)) for text in dict.fromkeys(gone))

    @cached_property
    def _public(self) -> str:
        """Hold all words that readers see of the study today, a line each text."""
        return "\n".join(_in_row(words_of(text)) for text in _texts(self.today.study))

    @cached_property
    def _setting(self) -> Setting:
        study = self.today.study
        decided = frozenset(reviewed.word for reviewed in study.reviewed_words)
        return Setting(country=study.about.country, decided=decided)


def _starts(words: list[str], size: int) -> range:
    return range(len(words) - size + 1)


def _in_row(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _says(quotation: Quotation) -> tuple[str, ...]:
    """List each stretch that is said, with who speaks, the original's after it."""
    lines = (*spoken(quotation), *spoken(quotation.original))
    return tuple(part for line in lines for part in line if part)


def _texts(study: PublicStudy) -> Iterator[str]:
    for _, record in records_of_files(study):
        for readable in readable_texts(record):
            yield readable.text
