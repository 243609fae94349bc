"""What of a study can be translated, in the order in which its files tell it."""

from __future__ import annotations

from typing import Final, TypeAlias

from ..model import (
    NOT_REPORTED,
    About,
    Attribute,
    Claim,
    Code,
    Group,
    GuideQuestion,
    Implication,
    KeyMessage,
    Record,
    Sampling,
    Session,
    SessionTranslation,
    Study,
    StudySite,
    Theme,
    WithheldTheme,
    translated_fields,
    walk_themes,
)
from ..model.relations import squeezed
from ..privacy.told_sessions import untold_sessions

_QUESTIONS: Final = "questions"
PartInOwnWords: TypeAlias = Group | GuideQuestion | StudySite | WithheldTheme | KeyMessage | Claim
ListedInOwnWords: TypeAlias = Code | Implication | Session
InOwnWords: TypeAlias = (
    About | Sampling | PartInOwnWords | Attribute | Theme | Code | Implication | Session
)


def words_to_translate(
    record: InOwnWords, translation: type[Record]
) -> dict[str, str | tuple[str, ...]]:
    """Give the words of a record that its translation has a field for, by field.

    A list of words is a tuple. The research questions are not among them: they are begun line by
    line.
    """
    values = {name: getattr(record, name) for name in translated_fields(translation)}
    return {
        name: value
        for name, value in values.items()
        if name != _QUESTIONS and "".join(value or ()).strip() not in ("", NOT_REPORTED)
    }


def words_of_relations(study: Study) -> list[str]:
    """List the words that relations are told in, each once, in the order of the themes."""
    told = (named.relation for theme in walk_themes(study.themes) for named in theme.related)
    return list(dict.fromkeys(map(squeezed, told)))


def words_of_sessions(study: Study) -> dict[str, Session]:
    """Map the ids of sessions that can be translated to the sessions, with only such words.

    What is not told of a session needs no translation, and a declared site has one of its own.
    """
    sites, untold = study.sites_by_id, {session.id for session in untold_sessions(study)}
    told = (
        session.model_copy(update={"site": NOT_REPORTED}) if session.site in sites else session
        for session in study.sessions
        if session.id not in untold
    )
    return {each.id: each for each in told if words_to_translate(each, SessionTranslation)}


def translatable_attributes(about: About) -> list[Attribute]:
    """List the attributes that readers may see."""
    return [attribute for attribute in about.attributes if attribute.publish]
