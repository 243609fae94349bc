"""`annotations.json`: each quotation as a Web Annotation (W3C), for tools that read such."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from ..findings import disclaimers, labels
from ..findings.addresses import quotation_address
from ..findings.cards import Card, Passage
from ..findings.views import Findings
from ..model.licences import pieces
from .packing import authors_of
from .quotations import STEP, path_of

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def annotations_json(findings: Findings, base_url: str) -> bytes:
    """Write a collection of one page: an annotation a quotation, in the study's order.

    It is about the words on the quotation's permanent page, the original's too, and says the
    themes they are classified under and the codes they carry. Where the site's address is not
    known, addresses are relative to the folder of the file.
    """
    root = base_url or "../"
    licence = [piece.address for piece in pieces(findings.about.licence) if piece.address]
    items = [_annotation(findings, card, root) for card in findings.cards]
    content: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"{root}data/annotations.json",
        "type": "AnnotationCollection",
        "label": findings.about.title,
        "total": len(items),
    }
    if authors := authors_of(findings):
        content["creator"] = {"name": authors}
    if licence:
        content["rights"] = licence[0] if len(licence) == 1 else licence
    content["first"] = {
        "id": f"{root}data/annotations.json#page-1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _annotation(findings: Findings, card: Card, root: str) -> dict[str, Any]:
    page = root + quotation_address(card.id)
    passages = [card.passage, *([card.original] if card.original else [])]
    name = f"urn:study-findings:{findings.about.title}:annotation/{card.id}"
    return {
        "id": uuid5(NAMESPACE_URL, name).urn,
        "type": "Annotation",
        "motivation": "classifying",
        "body": list(_bodies(findings, card, root)),
        "target": [_target(page, passage) for passage in passages],
    }


def _target(page: str, passage: Passage) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": passage.plain_text}
    return {
        "type": "SpecificResource",
        "source": {"id": page, "format": "text/html", "language": passage.language},
        "selector": selector,
    }


def _bodies(findings: Findings, card: Card, root: str) -> Iterator[dict[str, Any]]:
    say, quotation = findings.say, card.quotation
    if words := disclaimers.of_quotation(say, quotation):
        yield _text("describing", words, say.language)
    for theme in card.themes:
        address = root + findings.address_of(theme)
        yield {"type": "SpecificResource", "purpose": "classifying", "source": address}
        yield _text("tagging", STEP.join(path_of(findings, theme)), findings.language)
        if words := disclaimers.of_theme(say, theme):
            yield _text("describing", words, say.language)
    for code in quotation.codes:
        yield _text("tagging", findings.codes_by_id[code].label, findings.language)
    if quotation.stance:
        yield _text("assessing", labels.stance(say, quotation.stance), say.language)
    who = disclaimers.attribution(say, quotation, card.who)
    place = say.gettext(", ").join(part for part in (who, card.where, card.provenance) if part)
    yield _text("identifying", place, findings.language)
    if quotation.note:
        yield {**_text("commenting", quotation.note, findings.language), "format": "text/markdown"}


def _text(purpose: str, value: str, language: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "language": language}
