"""`findings.json`: everything that is published, as one JSON object."""

from __future__ import annotations

import json
from typing import Any, Final

from ..findings.views import Findings
from ..model import (
    Code,
    Implication,
    Participant,
    Quotation,
    Record,
    Session,
    Theme,
    Translation,
)
from ..model.quotations import ONLY_WAITING

LISTS: Final[dict[str, type[Record]]] = {
    "sessions": Session,
    "participants": Participant,
    "codebook": Code,
    "themes": Theme,
    "translations": Translation,
    "implications": Implication,
    "quotations": Quotation,
}
"""The lists of the file, each of a field of the study, in order."""
VERSION: Final = "1.0"
"""The version of the format: the first number changes when a reader of it has to change."""


def findings_json(findings: Findings, base_url: str) -> bytes:
    """Write the published findings as JSON: one object, UTF-8, keys as in the YAML.

    What is empty is left out. `docs/findings.schema.json` describes it.
    """
    study = findings.study
    content: dict[str, Any] = {
        "format": {"name": "study-findings", "version": VERSION},
        **({"site": base_url} if base_url else {}),
        "study": {**_record(study.about), "attributes": list(map(_record, study.about.attributes))},
        **{name: [_told(record) for record in getattr(study, name)] for name in LISTS},
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _told(record: Record) -> dict[str, Any]:
    """Dump a record of a list, with what is told of it though it may be empty."""
    if isinstance(record, Quotation):
        return {**_record(record, *ONLY_WAITING), "status": record.status}
    if isinstance(record, Participant):
        return {**_record(record), "attributes": record.attributes}
    if isinstance(record, Translation):
        return record.model_dump(mode="json", exclude_defaults=True)
    return _record(record)


def _record(record: Record, *without: str) -> dict[str, Any]:
    """Dump a record as JSON types, without empty values."""
    values: dict[str, Any] = _filled(record.model_dump(mode="json", exclude=set(without)))
    return values


def _filled(value: Any) -> Any:
    """Leave out what is empty, at every depth."""
    if isinstance(value, list):
        return [_filled(item) for item in value]
    if isinstance(value, dict):
        inner = {key: _filled(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item not in (None, [], {})}
    return value
