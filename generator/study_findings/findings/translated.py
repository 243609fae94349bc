"""A study in another language: translated words in place of its own, where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeAlias, TypeVar

from ..model import (
    NOT_REPORTED,
    About,
    Attribute,
    AttributeTranslation,
    Claim,
    Code,
    CodeTranslation,
    Group,
    GuideQuestion,
    Implication,
    ImplicationTranslation,
    KeyMessage,
    Marked,
    MethodsTranslation,
    Record,
    RelationTranslation,
    Sampling,
    Session,
    SessionTranslation,
    StudySite,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translation,
    WithheldTheme,
    has_words,
    walk_codes,
    walk_themes,
    words_in,
)
from ..model.kinds import BY_RECORD
from ..privacy.publishable import PublicStudy
from ..privacy.told_translations import mark_of

P = TypeVar("P", Attribute, Group, GuideQuestion, KeyMessage, StudySite, WithheldTheme)

NamedWords: TypeAlias = tuple[str | None, str]
"""The id of a record and a field of it, which a translation may have; no id: it never has them."""
# Names the study itself where the words of themes and groups are named by id.
STUDY: Final = ""
# What no id can be names the words that stand in one file.
METHODS: Final = BY_RECORD[MethodsTranslation].below_language()
CODEBOOK: Final = BY_RECORD[CodeTranslation].below_language()
IMPLICATIONS: Final = BY_RECORD[ImplicationTranslation].below_language()
SESSIONS: Final = BY_RECORD[SessionTranslation].below_language()


def level_field(level: str) -> str:
    """Name a value of participants among the fields of its attribute; no field is called so."""
    return f"level {level}"


@dataclass(frozen=True)
class TranslationState:
    """Say who translated some words, and whether these have changed since."""

    translator: str
    is_outdated: bool


@dataclass(frozen=True)
class Translated:
    """Hold a study with translated words, which words these are, and what has changed since.

    `words` are pairs of a record's id, be it a theme, a group or a question, and a field;
    `standing` tells by the id of a theme, or of the study itself, its methods, its codebook, its
    recommendations or those who were heard, how its translation stands, None where there is none.
    """

    study: PublicStudy
    words: frozenset[tuple[str, str]]
    standing: Mapping[str, TranslationState | None]
    relations: Mapping[str, RelationTranslation]
    """Relations in this language, by their words in the study's."""
    levels: Mapping[tuple[str, str], str]
    """Values of participants in this language, by attribute and their words in the study's."""


def translate(study: PublicStudy, translation: Translation) -> Translated:
    """Put the words of a translation in place of the study's own."""
    methods = _methods(study.about, translation.methods)
    records: list[tuple[str, Record]] = [(STUDY, translation.about or StudyTranslation())]
    records += translation.themes_by_id.items()
    records += translation.parts_by_id.items()
    records += translation.claims_by_id.items()
    records += translation.codes_by_id.items()
    records += translation.implications_by_id.items()
    records += translation.sessions_by_id.items()
    words = {(id_, field) for id_, record in records for field in words_in(record)}
    words |= {(STUDY, field) for field in methods}
    words |= {(attribute, level_field(level)) for attribute, level in translation.levels}
    return Translated(
        _study(study, translation, methods),
        frozenset(words),
        _all(study, translation),
        translation.relations,
        translation.levels,
    )


def _all(study: PublicStudy, translation: Translation) -> dict[str, TranslationState | None]:
    codes, themes = translation.codes_by_id, translation.themes_by_id
    implications, sessions = translation.implications_by_id, translation.sessions_by_id
    standing = partial(_standing, study, translation)
    return {
        STUDY: standing([translation.about]),
        METHODS: standing([translation.methods]),
        CODEBOOK: standing([codes.get(of.id) for of in walk_codes(study.codebook)]),
        IMPLICATIONS: standing([implications.get(of.id) for of in study.implications]),
        SESSIONS: standing(
            [
                *(sessions.get(of.id) for of in study.sessions),
                *(translation.about.attributes if translation.about else ()),
            ]
        ),
        **{of.id: standing([themes.get(of.id)]) for of in walk_themes(study.themes)},
    }


def _standing(
    study: PublicStudy, translation: Translation, records: Iterable[Marked | None]
) -> TranslationState | None:
    """Say how translations stand that one page shows: who made them, and whether all still hold."""
    found = [own for own in records if own is not None and has_words(own)]
    if not found:
        return None
    of_study = translation.about.translator if translation.about else None
    names = (of_study if isinstance(o, AttributeTranslation) else o.translator for o in found)
    translators = dict.fromkeys(name for name in names if name)
    marks = {mark_of(translation.language, own) for own in found}
    return TranslationState(", ".join(translators), not marks.isdisjoint(study.outdated))


def _methods(about: About, own: MethodsTranslation | None) -> dict[str, Any]:
    """Give the translated words of the methods by field, those of sampling among them.

    Left out is what the study does not say itself, and questions that are not all of its own.
    """
    if own is None:
        return {}
    found = {
        name: words
        for record, of in ((own, about), (own.sampling, about.sampling))
        for name, words in words_in(record).items()
        if getattr(of, name) not in (None, NOT_REPORTED)
    }
    if len(found.get("questions", about.questions)) != len(about.questions):
        del found["questions"]
    return found


def _study(study: PublicStudy, translation: Translation, methods: Mapping[str, Any]) -> PublicStudy:
    others = {name: getattr(study, name) for name in PublicStudy.model_fields}
    others["about"] = _with_methods(_about(study.about, translation), methods)
    others["codebook"] = tuple(_code(code, translation) for code in study.codebook)
    others["implications"] = tuple(_implication(i, translation) for i in study.implications)
    others["sessions"] = tuple(_session(session, translation) for session in study.sessions)
    others["themes"] = tuple(_theme(theme, translation) for theme in study.themes)
    return PublicStudy(**others)


def _about(about: About, translation: Translation) -> About:
    own = words_in(translation.about) if translation.about else {}
    groups = tuple(_part(group, translation) for group in about.groups)
    attributes = tuple(_part(attribute, translation) for attribute in about.attributes)
    guide = tuple(_part(question, translation) for question in about.guide)
    sites = tuple(_site(site, translation) for site in about.sites)
    withheld = tuple(_part(theme, translation) for theme in about.withheld_themes)
    messages = tuple(_part(message, translation) for message in about.key_messages)
    parts = {
        "attributes": attributes,
        "groups": groups,
        "guide": guide,
        "sites": sites,
        "withheld_themes": withheld,
        "key_messages": messages,
    }
    return about.model_copy(update={**own, **parts})


def _with_methods(about: About, words: Mapping[str, Any]) -> About:
    of_sampling = {name: text for name, text in words.items() if name in Sampling.model_fields}
    own = {name: text for name, text in words.items() if name not in of_sampling}
    sampling = about.sampling.model_copy(update=of_sampling)
    return about.model_copy(update={**own, "sampling": sampling})


def _code(code: Code, translation: Translation) -> Code:
    own = translation.codes_by_id.get(code.id)
    inner = tuple(_code(other, translation) for other in code.codes)
    return code.model_copy(update={**(words_in(own) if own else {}), "codes": inner})


def _implication(implication: Implication, translation: Translation) -> Implication:
    own = translation.implications_by_id.get(implication.id)
    return implication.model_copy(update=words_in(own)) if own else implication


def _session(session: Session, translation: Translation) -> Session:
    own = translation.sessions_by_id.get(session.id)
    return session.model_copy(update=words_in(own)) if own else session


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
