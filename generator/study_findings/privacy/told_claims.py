"""Claims as readers may see them: none without a voice that is shown, none that names a hidden one.

So it is with the voices that stand for a relation: both are shown, or none is named.

The checks refuse such a study; this holds where somebody builds it all the same.
"""

from __future__ import annotations

from ..model import About, Claim, KeyMessage, Relation, Study, Theme, ThemeTranslation, walk_themes
from ..model.claims import VOICES


def with_told_claims(study: Study) -> Study:
    """Take out of claims what may not be shown, the claims that rest on nothing then, and so on up.

    Of a study whose quotations are those that may be shown: messages that name no claim and no
    theme any more go too, and the translations of what goes.
    """
    shown = {quotation.id for quotation in study.quotations if quotation.is_published}
    themes = tuple(_theme(theme, shown) for theme in study.themes)
    told = {claim.id for theme in walk_themes(themes) for claim in theme.claims}
    about = _about(study.about, told)
    messages = {message.id for message in about.key_messages}
    translations = tuple(
        translation.model_copy(
            update={
                "about": translation.about.model_copy(
                    update={
                        "key_messages": tuple(
                            own for own in translation.about.key_messages if own.id in messages
                        )
                    }
                )
                if translation.about
                else None,
                "themes": tuple(_translation(theme, told) for theme in translation.themes),
            }
        )
        for translation in study.translations
    )
    return study.model_copy(update={"about": about, "themes": themes, "translations": translations})


def _theme(theme: Theme, shown: set[str]) -> Theme:
    claims = (_claim(claim, shown) for claim in theme.claims)
    return theme.model_copy(
        update={
            "claims": tuple(claim for claim in claims if claim.rests_on),
            "related": tuple(_relation(relation, shown) for relation in theme.related),
            "subthemes": tuple(_theme(inner, shown) for inner in theme.subthemes),
        }
    )


def _relation(relation: Relation, shown: set[str]) -> Relation:
    is_told = shown.issuperset(relation.voices)
    return relation if is_told else relation.model_copy(update={"voices": ()})


def _claim(claim: Claim, shown: set[str]) -> Claim:
    return claim.model_copy(
        update={name: tuple(id_ for id_ in getattr(claim, name) if id_ in shown) for name in VOICES}
    )


def _about(about: About, told: set[str]) -> About:
    messages = (_message(message, told) for message in about.key_messages)
    return about.model_copy(
        update={"key_messages": tuple(m for m in messages if m.claims or m.themes)}
    )


def _message(message: KeyMessage, told: set[str]) -> KeyMessage:
    return message.model_copy(update={"claims": tuple(c for c in message.claims if c in told)})


def _translation(theme: ThemeTranslation, told: set[str]) -> ThemeTranslation:
    return theme.model_copy(
        update={
            "claims": tuple(own for own in theme.claims if own.id in told),
            "subthemes": tuple(_translation(inner, told) for inner in theme.subthemes),
        }
    )
