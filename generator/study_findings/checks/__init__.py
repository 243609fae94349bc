"""Cross-reference and publication rules: one small function each, over what could be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..draft import Draft
from ..problems import Problem
from . import agreement, dangling, identity, publication, references, translations, words

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.duplicate_ids,
    identity.reserved_ids,
    identity.file_names,
    dangling.dangling,
    references.related_to_itself,
    references.unknown_levels,
    references.placed_withdrawn,
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
    publication.unwritten,
    words.no_words,
    words.no_themes,
    words.originals,
    words.same_text,
    words.long_summary,
    words.counts,
    words.themes_without_quotation,
    words.placements,
    translations.own_language,
    translations.misplaced,
    translations.translated_twice,
    translations.placed_otherwise,
    translations.outdated,
    translations.unmarked,
)
