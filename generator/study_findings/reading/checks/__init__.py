"""Cross-reference and publication rules: one small function each, over what could be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...problems import Problem
from ..draft import Draft
from . import (
    agreement,
    citing,
    coverage,
    damage,
    dangling,
    identity,
    prose,
    publication,
    references,
    repetition,
    sites,
    speech,
    transcripts,
    translations,
    words,
)

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.duplicate_ids,
    identity.reserved_ids,
    identity.file_names,
    dangling.dangling,
    references.related_to_itself,
    references.under_itself,
    references.unknown_levels,
    sites.session_sites,
    references.placed_withdrawn,
    references.repeated,
    agreement.participant_groups,
    agreement.quotation_groups,
    agreement.quotation_sessions,
    agreement.asked_of_others,
    publication.uncleared,
    publication.withdrawn_with_text,
    publication.cleared_illustrative,
    publication.compared_unsaid,
    publication.dated_ahead,
    publication.unpublished_memos,
    publication.unpublished_attributes,
    publication.unpublished_places,
    publication.unread_history,
    citing.author_names,
    citing.doubtful_names,
    citing.single_names,
    citing.licence,
    publication.unwritten,
    words.no_words,
    words.no_themes,
    words.originals,
    repetition.same_text,
    words.long_summary,
    words.counts,
    prose.tangled_prose,
    damage.damaged_texts,
    speech.speakers_in_text,
    transcripts.transcript_marks,
    transcripts.no_answers,
    speech.marks_around_all,
    coverage.themes_without_quotation,
    coverage.withheld_but_quoted,
    words.placements,
    translations.own_language,
    translations.misplaced,
    translations.translated_twice,
    translations.placed_otherwise,
    translations.outdated,
    translations.unmarked,
)
