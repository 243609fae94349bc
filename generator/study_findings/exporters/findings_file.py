"""`findings.json`: everything that is published, as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from ..findings.views import Findings
from ..model import Record

NEVER_PUBLIC: Final = ("kept_out", "wish")
"""Fields that only quotations have which wait."""
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
        "study": {**_record(study.about), "attributes": _records(study.about.attributes)},
        "sessions": _records(study.sessions),
        "participants": [{**_record(p), "attributes": p.attributes} for p in study.participants],
        "codebook": _records(study.codebook),
        "themes": _records(study.themes),
        "translations": [
            t.model_dump(mode="json", exclude_defaults=True) for t in study.translations
        ],
        "implications": _records(study.implications),
        "quotations": [{**_record(q, *NEVER_PUBLIC), "status": q.status} for q in study.quotations],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _records(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [_record(record) for record in records]


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
