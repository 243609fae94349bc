"""Cross-reference and publication rules: one small function each, over what could be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..draft import Draft
from ..problems import Problem
from . import (
    agreement,
    coverage,
    damage,
    identity,
    prose,
    publication,
    references,
    repetition,
    speech,
    translations,
    words,
)

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.duplicate_ids,
    identity.reserved_ids,
    identity.file_names,
    references.dangling,
    references.dangling_relations,
    references.dangling_scopes,
    references.dangling_attributes,
    references.dangling_placements,
    references.repeated,
    agreement.participant_groups,
    agreement.quotation_groups,
    agreement.quotation_sessions,
    publication.uncleared,
    publication.withdrawn_with_text,
    publication.cleared_illustrative,
    publication.dated_ahead,
    publication.unpublished_memos,
    publication.unpublished_attributes,
    words.no_words,
    words.no_themes,
    words.originals,
    repetition.same_text,
    words.long_summary,
    words.counts,
    prose.tangled_prose,
    damage.damaged_texts,
    speech.speakers_in_text,
    speech.marks_around_all,
    coverage.themes_without_quotation,
    coverage.withheld_but_quoted,
    words.placements,
    translations.own_language,
    translations.unknown_originals,
    translations.misplaced,
    translations.translated_twice,
    translations.placed_otherwise,
    translations.outdated,
    translations.unmarked,
)
