"""A study as it reads in another language: translated words in place of its own, where there are any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..model import (
    About,
    Group,
    Record,
    Study,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translation,
    is_outdated,
    walk_themes,
)

THEME_WORDS: Final = ("title", "gist", "narrative", "boundary")
GROUP_WORDS: Final = ("label", "singular", "description")
STUDY_WORDS: Final = ("eyebrow", "headline", "gist", "summary")
# Names the study itself where the words of themes and groups are named by id.
STUDY: Final = ""


@dataclass(frozen=True)
class Translated:
    """Hold a study with translated words, which words these are, and what has changed since.

    `words` are pairs of a theme's or group's id and a field; `outdated` are ids of themes.
    """

    study: Study
    language: str
    words: frozenset[tuple[str, str]]
    outdated: frozenset[str]
    translators: tuple[str, ...]


def translate(study: Study, translation: Translation) -> Translated:
    """Put the words of a translation in place of the study's own."""
    about = translation.about or StudyTranslation()
    records: list[tuple[str, Record, tuple[str, ...]]] = [(STUDY, about, STUDY_WORDS)]
    records += [(theme.id, theme, THEME_WORDS) for theme in translation.themes_by_id.values()]
    records += [(group.id, group, GROUP_WORDS) for group in translation.groups_by_id.values()]
    outdated = {
        theme.id
        for theme in walk_themes(study.themes)
        if (own := translation.themes_by_id.get(theme.id)) and is_outdated(own, theme)
    }
    if translation.about and is_outdated(translation.about, study.about):
        outdated.add(STUDY)
    translators = (about.translator, *(t.translator for t in translation.themes_by_id.values()))
    return Translated(
        _study(study, translation),
        translation.language,
        frozenset(
            (id_, field) for id_, record, fields in records for field in _given(record, fields)
        ),
        frozenset(outdated),
        tuple(dict.fromkeys(filter(None, translators))),
    )


def _given(record: Record, fields: tuple[str, ...]) -> dict[str, str]:
    return {field: getattr(record, field) for field in fields if getattr(record, field)}


def _study(study: Study, translation: Translation) -> Study:
    others = {name: getattr(study, name) for name in Study.model_fields}
    others["about"] = _about(study.about, translation)
    others["themes"] = tuple(_theme(theme, translation) for theme in study.themes)
    return Study(**others)


def _about(about: About, translation: Translation) -> About:
    own = _given(translation.about, STUDY_WORDS) if translation.about else {}
    groups = tuple(_group(group, translation) for group in about.groups)
    return about.model_copy(update={**own, "groups": groups})


def _group(group: Group, translation: Translation) -> Group:
    own = translation.groups_by_id.get(group.id)
    return group.model_copy(update=_given(own, GROUP_WORDS)) if own else group


def _theme(theme: Theme, translation: Translation) -> Theme:
    own: ThemeTranslation | None = translation.themes_by_id.get(theme.id)
    return theme.model_copy(
        update={
            **(_given(own, THEME_WORDS) if own else {}),
            "subthemes": tuple(_theme(inner, translation) for inner in theme.subthemes),
        }
    )
