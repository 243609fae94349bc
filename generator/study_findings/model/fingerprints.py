"""Which wording of a record a translation is of, and whether its words have changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeAlias

from .about import About, Attribute, WithheldTheme
from .base import NOT_REPORTED, Record
from .claims import KeyMessage
from .guide import GuideQuestion
from .people import Session
from .sites import StudySite, walk_sites
from .themes import Code, Implication, Theme
from .translated_parts import (
    CodeTranslation,
    ImplicationTranslation,
    MethodsTranslation,
    SamplingTranslation,
)
from .translated_people import (
    AttributeTranslation,
    GroupTranslation,
    QuestionTranslation,
    SessionTranslation,
    SiteTranslation,
)
from .translated_themes import KeyMessageTranslation, ThemeTranslation, WithheldTranslation
from .translations import (
    FileTranslation,
    PartTranslation,
    StudyTranslation,
    translated_fields,
    walk_translations,
)

Marked: TypeAlias = FileTranslation | AttributeTranslation
"""A translation that says by `source` which wording it is of."""
Translatable: TypeAlias = About | Theme | Code | Implication | Attribute | Session
"""What such a translation is of."""
Originals: TypeAlias = Mapping[tuple[type[Record], str], Translatable]
"""What is translated, by the kind of translation and its id; that of the study has none."""


def theme_fingerprint(theme: Theme) -> str:
    """Tell one wording of a theme from another, its subthemes' apart; line breaks do not count."""
    # What a theme is looked for by is no part of what it says.
    names = (name for name in translated_fields(ThemeTranslation) if name != "also")
    words = {name: getattr(theme, name) for name in names}
    # What most themes do not have leaves the fingerprints of earlier versions as they were.
    claims = (part for claim in theme.claims for part in (claim.id, claim.says, claim.note))
    own = (text for name, text in words.items() if text or name != "withheld")
    return _fingerprint(*own, *claims)


def study_fingerprint(about: About) -> str:
    """Tell one wording of what is translated of the study from another; line breaks never count."""
    words = [getattr(about, name) for name in translated_fields(StudyTranslation)]
    for group in sorted(about.groups, key=lambda group: group.id):
        words += [group.id, *(getattr(group, name) for name in translated_fields(GroupTranslation))]
    # What most studies do not declare leaves the fingerprints of earlier versions as they were.
    later: list[
        tuple[
            Iterable[StudySite | GuideQuestion | WithheldTheme | KeyMessage],
            type[PartTranslation],
        ]
    ] = [
        (walk_sites(about.sites), SiteTranslation),
        (about.guide, QuestionTranslation),
        (about.withheld_themes, WithheldTranslation),
        (about.key_messages, KeyMessageTranslation),
    ]
    for parts, translation in later:
        for part in sorted(parts, key=lambda part: part.id):
            names = translated_fields(translation)
            words += [part.id, *(getattr(part, name) for name in names)]
    return _fingerprint(*words)


def methods_fingerprint(about: About) -> str:
    """Tell one wording of a study's methods from another; line breaks do not count."""
    own = [getattr(about, name) for name in methods_fields()]
    sampling = [getattr(about.sampling, name) for name in translated_fields(SamplingTranslation)]
    return _fingerprint(*own, *sampling, *about.questions)


def methods_fields() -> list[str]:
    """List the fields of the study that a translation of its methods has, lists apart."""
    return [name for name in translated_fields(MethodsTranslation) if name != "questions"]


def code_fingerprint(code: Code) -> str:
    """Tell one wording of a code from another, codes inside it apart."""
    return _fingerprint(*(getattr(code, name) for name in translated_fields(CodeTranslation)))


def implication_fingerprint(implication: Implication) -> str:
    """Tell one wording of a recommendation from another."""
    names = translated_fields(ImplicationTranslation)
    return _fingerprint(*(getattr(implication, name) for name in names))


def attribute_fingerprint(attribute: Attribute) -> str:
    """Tell one wording of an attribute and its values from another, in whatever order they are."""
    return _fingerprint(attribute.label, *sorted(attribute.levels))


def session_fingerprint(session: Session) -> str:
    """Tell one wording of a session from another: what it is called, where and in which wave."""
    words = (getattr(session, name) for name in translated_fields(SessionTranslation))
    return _fingerprint(*(None if text == NOT_REPORTED else text for text in words))


def originals(
    about: About | None,
    themes: Iterable[Theme],
    codes: Iterable[Code],
    implications: Iterable[Implication],
    sessions: Iterable[Session],
) -> Originals:
    """Map what can be translated by kind of translation and id; themes and codes come in a row."""
    own = [((kind, ""), about) for kind in (StudyTranslation, MethodsTranslation) if about]
    attributes = about.attributes if about else ()
    return {
        **dict(own),
        **{(AttributeTranslation, attribute.id): attribute for attribute in attributes},
        **{(ThemeTranslation, theme.id): theme for theme in themes},
        **{(CodeTranslation, code.id): code for code in codes},
        **{(ImplicationTranslation, each.id): each for each in implications},
        **{(SessionTranslation, session.id): session for session in sessions},
    }


def marked_within(translation: Marked) -> Iterator[Marked]:
    """Give a translation and those inside it that say themselves which wording they are of."""
    if isinstance(translation, ThemeTranslation):
        yield from walk_translations((translation,))
        return
    yield translation
    if isinstance(translation, StudyTranslation):
        yield from translation.attributes


def current_source(translation: type[Record], of: Translatable) -> str:
    """Tell which wording of a record a translation of this kind would be of now: its `source`."""
    match of:
        case About():
            is_methods = issubclass(translation, MethodsTranslation)
            return methods_fingerprint(of) if is_methods else study_fingerprint(of)
        case Theme():
            return theme_fingerprint(of)
        case Code():
            return code_fingerprint(of)
        case Attribute():
            return attribute_fingerprint(of)
        case Session():
            return session_fingerprint(of)
    return implication_fingerprint(of)


def is_outdated(translation: Marked, of: Translatable) -> bool:
    """Tell whether a record has other words now than those that were translated."""
    now = current_source(type(translation), of)
    return translation.source is not None and translation.source != now


def _fingerprint(*parts: str | None) -> str:
    folded = [" ".join(part.split()) if part else None for part in parts]
    return sha256(json.dumps(folded).encode()).hexdigest()[:8]
