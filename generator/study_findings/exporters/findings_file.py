"""`findings.json`: everything that is published, as one JSON object."""

from __future__ import annotations

import json
from typing import Any, Final

from ..findings.views import Findings
from ..model import Code, Theme

VERSION: Final = "1.0"
"""The version of the format: the first number changes when a reader of it has to change."""


def findings_json(findings: Findings, base_url: str) -> bytes:
    """Write the published findings as JSON: one object, UTF-8, keys as in the YAML.

    Empty values are left out. `docs/findings.schema.json` describes it.
    """
    study = findings.study
    about = _record(study.about, "attributes")
    if study.about.authors:
        about["authors"] = [_record(author) for author in study.about.authors]
    about["attributes"] = [_record(a) for a in study.about.attributes]
    content = {
        "format": {"name": "study-findings", "version": VERSION},
        **({"site": base_url} if base_url else {}),
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
