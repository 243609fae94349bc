"""What every template of a study may ask for: findings, the page's language, words for the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup, escape

from ..citations.names import name_of
from ..findings import labels
from ..findings.addresses import list_address, quotation_address, voice_address
from ..findings.cards import Card
from ..findings.claims import claims_of
from ..findings.composed import OWN_PARTS, Composed
from ..findings.evidence import evidence_words
from ..findings.named_words import words_of_facet, words_of_record, words_of_value
from ..findings.stances import beginning
from ..findings.translated import (
    CODEBOOK,
    IMPLICATIONS,
    METHODS,
    SESSIONS,
    NamedWords,
    level_field,
)
from ..findings.views import Findings
from ..findings.words_said import beside_transcript
from ..language import Interface
from ..language.directions import direction
from ..model import (
    Record,
)
from ..model.licences import pieces
from ..project.site import NavItem, Settings
from .dots import dot_places
from .markup import template_environment

MARK: Final = Markup(' lang="{}" dir="{}"')
NOTHING: Final = Markup("")


def study_environment(
    findings: Findings,
    settings: Settings,
    composed: Composed,
    navigation: tuple[NavItem, ...],
    noticed: Noticed | None = None,
) -> Environment:
    """Make the environment of a study's page templates, in the language of its findings.

    `lang_of` marks words of the study and notices those that are not translated; `lang_of_name`
    marks names and citations, which never are.
    """
    environment = template_environment(findings.say)
    noticed = noticed or Noticed()
    environment.globals.update(
        findings=findings,
        study=findings.study,
        about=findings.about,
        settings=settings,
        navigation=navigation,
        marks=composed,
        own_parts=OWN_PARTS,
        language=findings.say.language,
        direction=direction,
        quotation_address=quotation_address,
        voice_address=voice_address,
        site_of=partial(labels.site_of, findings.study),
        list_address=list_address,
        claims_of=partial(claims_of, findings),
        evidence_words=partial(evidence_words, findings),
        dot_places=dot_places,
        beginning=beginning,
        strand_css="sf-strand-{}".format,
        licence=pieces(findings.about.licence),
        joined=partial(_joined, findings.say),
        language_name=findings.say.language_name,
        lang_of=partial(noticed.lang_of, findings),
        lang_of_name=partial(_lang_of, findings),
        lang_of_who=partial(_lang_of_who, findings),
        lang_of_facet=lambda facet: noticed.mark(findings, words_of_facet(facet)),
        lang_of_value=lambda facet, value: noticed.mark(
            findings, words_of_value(findings, facet, value)
        ),
        level_field=level_field,
        of_methods=METHODS,
        of_codebook=CODEBOOK,
        of_implications=IMPLICATIONS,
        of_sessions=SESSIONS,
        mark_of=_mark_of,
        name_of=name_of,
        **_bound(findings.say),
    )
    return environment


def _bound(say: Interface) -> dict[str, Callable[..., Any]]:
    functions = (
        labels.reported,
        labels.session_kind,
        labels.provenance,
        labels.stance_in_words,
        labels.stance_explained,
        labels.polarity,
        labels.credit_role,
        beside_transcript,
    )
    return {function.__name__: partial(function, say) for function in functions}


class Noticed:
    """Notice whether words of a study stand on a page that its translation lacks."""

    def __init__(self) -> None:
        self.any = False

    def lang_of(self, findings: Findings, record: Record | None = None, field: str = "") -> Markup:
        """Mark words as `_lang_of` does, and notice those that have no translation."""
        return self.mark(findings, words_of_record(record, field))

    def mark(self, findings: Findings, words: NamedWords | None) -> Markup:
        """Mark words that a translation may have, and notice where it has not; None: no such."""
        self.any = self.any or (words is not None and findings.is_untranslated(*words))
        return _marked(findings, words)


def _lang_of(findings: Findings, record: Record | None = None, field: str = "") -> Markup:
    """Mark words of the study as being in another language than the page's own.

    `field` is what a record is called by where left out, such as a theme's title. Without a record:
    words that are never translated.
    """
    return _marked(findings, words_of_record(record, field))


def _marked(findings: Findings, words: NamedWords | None) -> Markup:
    return _mark_of(findings.foreign(*words)) if words and findings.is_mixed else NOTHING


def _lang_of_who(findings: Findings, card: Card) -> Markup:
    """Mark the words that say who speaks: printed or a pseudonym they are the study's own.

    Else they are its group's.
    """
    person = findings.study.participants_by_id.get(card.quotation.participant or "")
    if card.quotation.as_printed or (person and person.pseudonym):
        return _lang_of(findings)
    return _lang_of(findings, card.group, "singular") if card.group else NOTHING


def _joined(say: Interface, items: Iterable[str]) -> Markup:
    """Join items as a sentence does, marked ones as they are."""
    return Markup(say.joined(str(escape(item)) for item in items))


def _mark_of(language: str) -> Markup:
    return MARK.format(language, direction(language)) if language else NOTHING
