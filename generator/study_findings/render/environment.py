"""What every template of a study may ask for: findings, the page's language, words for the data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

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
from ..model import About, Group, GuideQuestion, Session, StudySite, Theme, WithheldTheme
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
) -> Environment:
    """Make the environment of a study's page templates, in the language of its findings."""
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
        joined=findings.say.joined,
        language_name=findings.say.language_name,
        lang_of=partial(_lang_of, findings),
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


def _lang_of(
    findings: Findings,
    record: Theme
    | WithheldTheme
    | Group
    | GuideQuestion
    | StudySite
    | Session
    | About
    | None = None,
    field: str = "",
) -> Markup:
    """Mark words of the study as being in another language than the page's own.

    `field` is a theme's title or a group's label where left out. Without a record: words that are
    never translated.
    """
    if not findings.is_mixed:
        return NOTHING
    match record:
        case Theme():
            language = findings.foreign(record.id, field or "title")
        case Group() | StudySite():
            language = findings.foreign(record.id, field or "label")
        case GuideQuestion():
            language = findings.foreign(record.id, field or "question")
        case WithheldTheme():
            language = findings.foreign(record.id, field or "why")
        case Session():
            # One without a label of its own is named by its kind, in the site's words.
            language = findings.foreign() if record.label else ""
        case About():
            language = findings.foreign(STUDY, field)
        case _:
            language = findings.foreign()
    return _mark_of(language)


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


def _mark_of(language: str) -> Markup:
    return MARK.format(language, direction(language)) if language else NOTHING
