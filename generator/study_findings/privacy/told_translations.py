"""Translations as readers may see them: no word for what is not told, and which are outdated."""

from __future__ import annotations

from typing import TypeAlias

from ..model import (
    NOT_REPORTED,
    Marked,
    SessionTranslation,
    Study,
    StudyTranslation,
    Translation,
    is_outdated,
    marked_within,
    originals,
    translated_fields,
    walk_codes,
    walk_themes,
)
from ..model.kinds import translates
from .told_sessions import untold_sessions

TranslationMark: TypeAlias = tuple[str, str, str]


def with_told_words(study: Study, told: Study) -> tuple[Translation, ...]:
    """Give the translations of a study without the words for what is not told of it.

    `told` is the study without that: attributes, sites, and what is known of sessions. Of a session
    of which only the kind is told nothing is translated: a label may say more than its original.
    """
    untold = {session.id for session in untold_sessions(study)}
    return tuple(
        translation.model_copy(
            update={
                "about": translation.about and _about(translation.about, told),
                "sessions": tuple(
                    _session(own, study, told)
                    for own in translation.sessions
                    if own.id in told.sessions_by_id and own.id not in untold
                ),
            }
        )
        for translation in told.translations
    )


def _about(about: StudyTranslation, told: Study) -> StudyTranslation:
    attributes = {attribute.id for attribute in told.about.attributes}
    return about.model_copy(
        update={
            "attributes": tuple(own for own in about.attributes if own.id in attributes),
            "sites": tuple(own for own in about.sites if own.id in told.sites_by_id),
        }
    )


def _session(own: SessionTranslation, study: Study, told: Study) -> SessionTranslation:
    """Take out the words for what a session does not say, or says by a site of `study.yml`."""
    was, now = study.sessions_by_id[own.id], told.sessions_by_id[own.id]
    gone = {
        name: None
        for name in translated_fields(SessionTranslation)
        if (value := getattr(now, name)) in (None, NOT_REPORTED)
        or (name == "site" and value in study.sites_by_id)
        or value != getattr(was, name)
    }
    return own.model_copy(update=gone)


def outdated_translations(study: Study) -> frozenset[TranslationMark]:
    """Find the translations whose originals have other words now.

    Of the study with all that it holds: what is not told is part of the words that were translated.
    """
    known = originals(
        study.about,
        walk_themes(study.themes),
        walk_codes(study.codebook),
        study.implications,
        study.sessions,
    )
    return frozenset(
        mark_of(translation.language, own)
        for translation in study.translations
        for top in translation.of_files
        for own in marked_within(top)
        if (of := known.get((type(own), getattr(own, "id", "")))) and is_outdated(own, of)
    )


def mark_of(language: str, translation: Marked) -> TranslationMark:
    """Tell one translation from the others of a study: language, kind of record and id."""
    return language, translates(type(translation)), getattr(translation, "id", "")
