"""The downloads: `findings.json` and `quotations.csv`, published content only."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any, Final

from ..findings import labels
from ..findings.addresses import quotation_address
from ..findings.cards import Card
from ..findings.views import Findings
from ..model import Code, Theme
from ..privacy.publishable import PublicStudy

# Spreadsheets run a cell that starts with one of these as a formula; full-width ones too, in some
# places. Where they divide at `;`, tabs or `|`, and read quotation marks otherwise, a cell starts
# within ours.
FORMULA = re.compile(
    r"""(?P<before>(?:^|(?<=[;|"\t\r\n]))[ \u00a0]*)(?='*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])"""
)
COLUMNS = (
    "id", "text", "language", "original", "original_language", "translator", "themes",
    "theme_titles", "group", "session", "session_kind", "participant", "attribution", "stance",
    "provenance", "kind", "exemplar", "codes", "note", "cleared_on", "transcript",
    "address",
)  # fmt: skip


# These have a column, before the address, only where some quotation of the study has a value.
OPTIONAL: Final[dict[str, Callable[[PublicStudy, Card], object]]] = {
    "site": lambda study, card: site.id if (site := labels.site_of(study, card.session)) else None,
    "site_label": lambda study, card: (
        site.label if (site := labels.site_of(study, card.session)) else None
    ),
    "asked": lambda study, card: card.quotation.asked,
    "question": lambda study, card: card.asked.question if card.asked else None,
    "polarity": lambda study, card: card.quotation.polarity,
    "page": lambda study, card: card.quotation.page,
    "lines": lambda study, card: card.quotation.lines,
}


def _record(record: Any, *leave_out: str) -> dict[str, Any]:
    """Dump a record as JSON types, without empty values."""
    values = record.model_dump(mode="json", exclude=set(leave_out))
    return {key: value for key, value in values.items() if value not in (None, [], {})}


def _theme(theme: Theme) -> dict[str, Any]:
    values = _record(theme, "subthemes")
    if theme.subthemes:
        values["subthemes"] = [_theme(inner) for inner in theme.subthemes]
    return values


def _code(code: Code) -> dict[str, Any]:
    values = _record(code, "codes")
    if code.codes:
        values["codes"] = [_code(inner) for inner in code.codes]
    return values


def findings_json(findings: Findings) -> bytes:
    """Write the published findings as JSON: one object, UTF-8, keys as in the YAML."""
    study = findings.study
    about = _record(study.about, "attributes")
    if not study.about.publication.source_places:
        del about["publication"]["source_places"]
    if study.about.authors:
        about["authors"] = [_record(author) for author in study.about.authors]
    about["attributes"] = [_record(a) for a in study.about.attributes]
    content = {
        "study": about,
        "sessions": [_record(session) for session in study.sessions],
        "participants": [
            {**_record(p, "attributes"), "attributes": p.attributes} for p in study.participants
        ],
        "codebook": [_code(code) for code in study.codebook],
        "themes": [_theme(theme) for theme in study.themes],
        "translations": [
            t.model_dump(mode="json", exclude_defaults=True) for t in study.translations
        ],
        "implications": [_record(implication) for implication in study.implications],
        "quotations": [{**_record(q), "status": q.status} for q in study.quotations],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _cell(value: object) -> str:
    """Put an apostrophe before each sign that could start a formula.

    Taking one apostrophe away wherever `FORMULA` finds a place gives the text again.
    """
    return FORMULA.sub(r"\g<before>'", "" if value is None else str(value))


def _row(study: PublicStudy, card: Card) -> list[object]:
    quotation, original = card.quotation, card.original
    session = labels.session_of(study, quotation)
    return [
        card.id, card.plain_text, card.passage.language,
        card.original_text, original.language if original else "",
        quotation.original.translator if quotation.original else "",
        " ".join(quotation.themes), "; ".join(theme.title for theme in card.themes),
        card.group.label if card.group else "",
        session.id if session else "", session.kind if session else "",
        quotation.participant, card.who, quotation.stance, quotation.provenance, quotation.kind,
        "yes" if quotation.exemplar else "", " ".join(quotation.codes), quotation.note,
        quotation.cleared.on if quotation.cleared else "",
        quotation.cleared.transcript if quotation.cleared else "",
    ]  # fmt: skip


def quotations_csv(findings: Findings, base_url: str) -> bytes:
    """Write the published quotations as CSV: UTF-8 with a byte-order mark, a row each.

    An apostrophe stands before each sign that a spreadsheet could take for the start of a formula:
    at the start of a cell, and within one after `;`, `|`, `"`, a tab or a line break, blanks
    between. Columns of `OPTIONAL` are there where some quotation has a value in them.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    study, cards = findings.study, findings.cards
    more = {name: of for name, of in OPTIONAL.items() if any(of(study, card) for card in cards)}
    writer.writerow([*COLUMNS[:-1], *more, COLUMNS[-1]])
    for card in cards:
        values = [*_row(study, card), *(of(study, card) for of in more.values())]
        values.append(base_url + quotation_address(card.id))
        writer.writerow([_cell(value) for value in values])
    return out.getvalue().encode("utf-8-sig")
