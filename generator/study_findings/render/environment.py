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
from ..findings.facets import ATTRIBUTE, FRAMEWORK, Facet, Value
from ..findings.stances import beginning
from ..findings.translated import STUDY
from ..findings.views import Findings
from ..findings.words_said import beside_transcript
from ..language import Interface
from ..language.directions import direction
from ..model import (
    About,
    Claim,
    Code,
    Group,
    GuideQuestion,
    Implication,
    KeyMessage,
    Record,
    Session,
    StudySite,
    Theme,
    WithheldTheme,
)
from ..model.licences import pieces
from ..project.site import NavItem, Settings
from .dots import dot_places
from .markup import template_environment

MARK: Final = Markup(' lang="{}" dir="{}"')
NOTHING: Final = Markup("")
# The field that says what a record is called, where a template names none.
CALLED_BY: Final[dict[type[Record], str]] = {
    Theme: "title",
    Group: "label",
    StudySite: "label",
    GuideQuestion: "question",
    WithheldTheme: "why",
    Claim: "says",
    KeyMessage: "says",
    Code: "label",
    Implication: "text",
}


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
        lang_of=partial((noticed or Noticed()).lang_of, findings),
        lang_of_name=partial(_lang_of, findings),
        lang_of_who=partial(_lang_of_who, findings),
        lang_of_facet=partial(_lang_of_facet, findings),
        lang_of_value=partial(_lang_of_value, findings),
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
        labels.stance,
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
        id_, name = _named(record, field)
        is_own = not (isinstance(record, Session) and not record.label)
        self.any = self.any or (is_own and findings.is_untranslated(id_, name))
        return _lang_of(findings, record, field)


def _lang_of(findings: Findings, record: Record | None = None, field: str = "") -> Markup:
    """Mark words of the study as being in another language than the page's own.

    `field` is what a record is called by where left out, such as a theme's title. Without a record:
    words that are never translated.
    """
    # A session without a label of its own is named by its kind, in the site's words.
    if not findings.is_mixed or (isinstance(record, Session) and not record.label):
        return NOTHING
    return _mark_of(findings.foreign(*_named(record, field)))


def _named(record: Record | None, field: str) -> tuple[str | None, str]:
    """Give the id and field by which a translation knows words; no id: it never has them."""
    match record:
        case None | Session():
            return None, ""
        case About():
            return STUDY, field
    return getattr(record, "id", None), field or CALLED_BY[type(record)]


def _lang_of_who(findings: Findings, card: Card) -> Markup:
    """Mark the words that say who speaks: as printed they are the study's, else its group's."""
    if card.quotation.as_printed:
        return _lang_of(findings)
    return _lang_of(findings, card.group, "singular") if card.group else NOTHING


def _lang_of_facet(findings: Findings, facet: Facet) -> Markup:
    """Mark the name of a facet: an attribute's or framework's is the study's own."""
    return _lang_of(findings) if facet.name.startswith((ATTRIBUTE, FRAMEWORK)) else NOTHING


def _lang_of_value(findings: Findings, facet: Facet, value: Value) -> Markup:
    """Mark a facet's value where it is in the study's own words."""
    match facet.name:
        case "theme":
            return _lang_of(findings, findings.study.themes_by_id[value.key])
        case "group":
            return _lang_of(findings, findings.study.groups_by_id[value.key])
        case "site":
            return _lang_of(findings, findings.study.sites_by_id[value.key])
        case "asked":
            return _lang_of(findings, findings.study.questions_by_id[value.key])
        case "session":
            return _lang_of(findings, findings.study.sessions_by_id[value.key])
    return _lang_of(findings) if facet.is_own else NOTHING


def _joined(say: Interface, items: Iterable[str]) -> Markup:
    """Join items as a sentence does, marked ones as they are."""
    return Markup(say.joined(str(escape(item)) for item in items))


def _mark_of(language: str) -> Markup:
    return MARK.format(language, direction(language)) if language else NOTHING
