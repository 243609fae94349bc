"""A study in another language: translated words in place of its own, where there are any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from ..model import (
    About,
    Claim,
    Group,
    GuideQuestion,
    KeyMessage,
    Record,
    RelationTranslation,
    StudySite,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translation,
    WithheldTheme,
    is_outdated,
    walk_themes,
    words_in,
)
from ..privacy.publishable import PublicStudy

P = TypeVar("P", Group, GuideQuestion, KeyMessage, StudySite, WithheldTheme)

# Names the study itself where the words of themes and groups are named by id.
STUDY: Final = ""


@dataclass(frozen=True)
class Standing:
    """Say who translated some words, and whether these have changed since."""

    translator: str
    is_outdated: bool


@dataclass(frozen=True)
class Translated:
    """Hold a study with translated words, which words these are, and what has changed since.

    `words` are pairs of a record's id, be it a theme, a group or a question, and a field;
    `standing` tells by the id of a theme, or of the study itself, how its translation stands, None
    where there is none.
    """

    study: PublicStudy
    words: frozenset[tuple[str, str]]
    standing: Mapping[str, Standing | None]
    relations: Mapping[str, RelationTranslation]
    """Relations in this language, by their words in the study's."""


def translate(study: PublicStudy, translation: Translation) -> Translated:
    """Put the words of a translation in place of the study's own."""
    records: list[tuple[str, Record]] = [(STUDY, translation.about or StudyTranslation())]
    records += translation.themes_by_id.items()
    records += translation.parts_by_id.items()
    records += translation.claims_by_id.items()
    standing = {STUDY: _standing(translation.about, study.about)}
    for theme in walk_themes(study.themes):
        standing[theme.id] = _standing(translation.themes_by_id.get(theme.id), theme)
    words = ((id_, field) for id_, record in records for field in words_in(record))
    return Translated(_study(study, translation), frozenset(words), standing, translation.relations)


def _standing(
    own: ThemeTranslation | StudyTranslation | None, of: Theme | About
) -> Standing | None:
    if own is None or not words_in(own):
        return None
    return Standing(own.translator or "", is_outdated(own, of))


def _study(study: PublicStudy, translation: Translation) -> PublicStudy:
    others = {name: getattr(study, name) for name in PublicStudy.model_fields}
    others["about"] = _about(study.about, translation)
    others["themes"] = tuple(_theme(theme, translation) for theme in study.themes)
    return PublicStudy(**others)


def _about(about: About, translation: Translation) -> About:
    own = words_in(translation.about) if translation.about else {}
    groups = tuple(_part(group, translation) for group in about.groups)
    guide = tuple(_part(question, translation) for question in about.guide)
    sites = tuple(_site(site, translation) for site in about.sites)
    withheld = tuple(_part(theme, translation) for theme in about.withheld_themes)
    messages = tuple(_part(message, translation) for message in about.key_messages)
    parts = {
        "groups": groups,
        "guide": guide,
        "sites": sites,
        "withheld_themes": withheld,
        "key_messages": messages,
    }
    return about.model_copy(update={**own, **parts})


def _site(site: StudySite, translation: Translation) -> StudySite:
    inner = tuple(_site(other, translation) for other in site.sites)
    return _part(site, translation).model_copy(update={"sites": inner})


def _part(part: P, translation: Translation) -> P:
    """Put a translation's words into a record that `study.yml` declares."""
    own = translation.parts_by_id.get(part.id)
    return part.model_copy(update=words_in(own)) if own else part


def _theme(theme: Theme, translation: Translation) -> Theme:
    own: ThemeTranslation | None = translation.themes_by_id.get(theme.id)
    return theme.model_copy(
        update={
            **(words_in(own) if own else {}),
            "claims": tuple(_claim(claim, translation) for claim in theme.claims),
            "subthemes": tuple(_theme(inner, translation) for inner in theme.subthemes),
        }
    )


def _claim(claim: Claim, translation: Translation) -> Claim:
    own = translation.claims_by_id.get(claim.id)
    return claim.model_copy(update=words_in(own)) if own else claim
