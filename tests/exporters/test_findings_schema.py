"""`findings.json` is what its schema says, and the documentation keeps the schema that is made."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from opened import exported
from shapes import STUDIES, study_named

from study_findings.exporters.findings_file import VERSION
from study_findings.exporters.findings_schema import FILE, findings_schema

ROOT = Path(__file__).resolve().parents[2]
TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool,
}  # fmt: skip
# What the schema says and this reader understands.
KEYWORDS = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "description", "enum",
    "format", "items", "maxLength", "maximum", "minItems", "minimum", "pattern",
    "patternProperties", "properties", "propertyNames", "required", "title", "type",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """List what of a value is not as a schema has it (draft 2020-12, the keywords above)."""
    assert set(schema) <= KEYWORDS, set(schema) - KEYWORDS
    if "$ref" in schema:
        return faults(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, at)
    if "anyOf" in schema:
        each = [faults(value, option, whole, at) for option in schema["anyOf"]]
        return [] if any(not found for found in each) else [f"{at}: none of what it may be"]
    if "const" in schema or "enum" in schema:
        allowed = schema.get("enum", [schema.get("const")])
        return [] if value in allowed else [f"{at}: {value!r} is none of {allowed}"]
    kind = schema.get("type", "object")
    if not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool)):
        return [f"{at}: no {kind}"]
    return [*_inside(value, schema, whole, at), *_bounds(value, schema, at)]


def _inside(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> list[str]:
    if isinstance(value, list):
        items = schema.get("items", {})
        return [f for n, item in enumerate(value) for f in faults(item, items, whole, f"{at}/{n}")]
    if not isinstance(value, dict):
        return []
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    alike = schema.get("patternProperties", {})
    known = known | {key: s for key in value for p, s in alike.items() if re.search(p, key)}
    found = [f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value]
    for key, item in value.items():
        if key in known:
            found += faults(item, known[key], whole, f"{at}/{key}")
        elif others is False:
            found.append(f"{at}: {key} is not known")
        elif isinstance(others, dict):
            found += faults(item, others, whole, f"{at}/{key}")
    return found


def _bounds(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    is_short = isinstance(value, list) and len(value) < schema.get("minItems", 0)
    is_small = isinstance(value, int) and value < schema.get("minimum", value)
    is_large = isinstance(value, int) and value > schema.get("maximum", value)
    is_other = isinstance(value, str) and not re.search(schema.get("pattern", ""), value)
    is_long = isinstance(value, str) and len(value) > schema.get("maxLength", len(value))
    is_no_day = schema.get("format") == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))
    wrong = (is_short, is_small, is_large, is_other, is_long, is_no_day)
    return [f"{at}: out of bounds"] if any(wrong) else []


def of_study(name: str) -> Any:
    return json.loads(exported(study_named(name), "findings.json"))


@pytest.mark.parametrize("name", STUDIES)
def test_a_file_is_as_the_schema_has_it(name: str) -> None:
    schema = findings_schema()
    assert faults(of_study(name), schema, schema) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda f: f.pop("format"), ": format is missing"),
        (lambda f: f["format"].update(version="2.0"), "/format/version: out of bounds"),
        (lambda f: f["themes"][0].update(title=None), "/themes/0/title: no string"),
        (lambda f: f["themes"][0].update(colour="red"), "/themes/0: colour is not known"),
        (lambda f: f["quotations"][0].pop("status"), "/quotations/0: status is missing"),
        (lambda f: f["quotations"][0].update(status="uncleared"), "/quotations/0/status: 'unc"),
        (lambda f: f["participants"][0].update(risk_waived={}), "risk_waived is not known"),
        (lambda f: f["study"].update(groups=[]), "/study/groups: out of bounds"),
    ],
)
def test_another_is_not(change: Any, told: str) -> None:
    schema, file = findings_schema(), copy.deepcopy(of_study("full"))
    change(file)
    found = faults(file, schema, schema)
    assert any(told in fault for fault in found), found


def test_the_documentation_keeps_the_schema_that_is_made() -> None:
    kept = (ROOT / FILE).read_text(encoding="utf-8")
    assert json.loads(kept) == findings_schema(), "run `make schema`"


def test_nothing_empty_is_in_a_file() -> None:
    def empties(value: Any, at: str = "") -> list[str]:
        if isinstance(value, dict):
            return [f for key, item in value.items() for f in empties(item, f"{at}/{key}")]
        if isinstance(value, list):
            return [f for item in value for f in empties(item, at)]
        return [at] if value is None else []

    assert empties(of_study("full")) == []


def test_a_file_says_of_which_version_it_is() -> None:
    assert of_study("own")["format"] == {"name": "study-findings", "version": VERSION}
