"""The schema follows the model, and its committed copies follow the schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from study_findings import model
from study_findings.model.claims import MOST_MESSAGES, MOST_WORDS
from study_findings.model.kinds import FILES
from study_findings.model.schema import json_schemas, schema_markdown, write_copies

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", FILES)
def test_the_committed_json_schema_is_what_the_model_says(kind: str) -> None:
    committed = ROOT / "generator/study_findings/model/schemas" / f"{kind}.json"
    assert json.loads(committed.read_text("utf-8")) == json_schemas()[kind], "run `make schema`"


def test_the_committed_page_is_what_the_model_says() -> None:
    assert (ROOT / "docs/schema.md").read_text("utf-8") == schema_markdown(), "run `make schema`"


def test_every_record_and_field_stands_on_the_page_with_its_meaning() -> None:
    page = schema_markdown()
    for name in (
        *("About", "Session", "Participant", "Theme", "Quotation", "Code", "Implication"),
        *("StudyTranslation", "GroupTranslation", "ThemeTranslation"),
    ):
        record = getattr(model, name)
        for field, info in record.model_fields.items():
            assert info.description, f"{name}.{field} has no docstring"
            row = next(line for line in page.splitlines() if line.startswith(f"| `{field}` |"))
            assert row.count("|") >= 5
            assert " ".join(info.description.split()).replace("|", "\\|") in page


def valid(kind: str, record: str, field: str, value: object) -> bool:
    """Tell whether an editor would take a value; we use types, patterns and fixed values only."""
    schema = json_schemas()[kind]["$defs"][record]["properties"][field]
    return any(_fits(option, value) for option in schema.get("anyOf", [schema]))


def _fits(schema: dict[str, Any], value: object) -> bool:
    kinds = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
    kind = kinds[type(value)]
    named = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return (
        (kind in named or (kind == "integer" and "number" in named))
        and (
            "pattern" not in schema
            or kind != "string"
            or bool(re.search(schema["pattern"], str(value)))
        )
        and ("enum" not in schema or value in schema["enum"])
        and ("const" not in schema or value == schema["const"])
    )


@pytest.mark.parametrize(
    ("kind", "record", "field", "value", "is_valid"),
    [
        ("sessions", "Session", "label", 2, True),
        ("sessions", "Session", "label", "Focus group 2", True),
        ("sessions", "Session", "label", None, False),
        ("sessions", "Session", "label", " ", False),
        ("sessions", "Session", "participants", 7, True),
        ("sessions", "Session", "participants", "7", True),
        ("sessions", "Session", "participants", "seven", False),
        ("sessions", "Session", "participants", "not_reported", True),
        ("sessions", "Session", "when", 2026, True),
        ("sessions", "Session", "when", "2026-11", True),
        ("sessions", "Session", "when", "2026-11-03", False),
        ("sessions", "Session", "kind", "interview", True),
        ("sessions", "Session", "kind", "chat", False),
        ("quotations", "Quotation", "exemplar", True, True),
        ("quotations", "Quotation", "exemplar", "yes", True),
        ("quotations", "Quotation", "exemplar", "perhaps", False),
        ("quotations", "Clearance", "on", "2026-11-01", True),
        ("theme", "Theme", "label", 1.2, True),
        ("theme", "Theme", "id", "Bad id", False),
        ("theme-translation", "ThemeTranslation", "source", "1a2b3c4d", True),
        ("theme-translation", "ThemeTranslation", "source", 12345678, True),
        ("theme-translation", "ThemeTranslation", "source", "1a2b", False),
    ],
)
def test_editors_take_what_the_study_takes(
    kind: str, record: str, field: str, value: object, is_valid: bool
) -> None:
    assert valid(kind, record, field, value) is is_valid


@pytest.mark.parametrize(
    "row",
    [
        "| `when` | optional | text or `not_reported` |",
        "| `minimum_cell` | optional | a whole number, 1 or more (left out: `3`) |",
        "| `groups` | required | a list of: an id, at least one |",
        "| `stance` | optional | `confirms`, `nuances`, `diverges` |",
        "| `language` | required | a language tag |",
    ],
)
def test_the_page_says_what_to_write(row: str) -> None:
    assert row in schema_markdown()


def test_a_field_called_title_is_kept() -> None:
    assert "title" in json_schemas()["study"]["properties"]


def test_unknown_fields_are_refused_in_editors_too() -> None:
    assert json_schemas()["study"]["additionalProperties"] is False


def test_copies_are_written_whole(tmp_path: Path) -> None:
    written = write_copies(tmp_path)
    assert len(written) == len(FILES) + 2
    assert all(path.read_text("utf-8") for path in written)


def test_limits_that_are_said_in_words_are_those_that_are_held() -> None:
    """Docstrings and pages cannot ask the code for a number."""
    page, guide, rules = (
        (ROOT / "docs" / name).read_text("utf-8")
        for name in ("schema.md", "authoring.md", "rules.md")
    )
    assert (MOST_WORDS, MOST_MESSAGES) == (30, 3)
    assert page.count(f"one sentence of at most {MOST_WORDS} words") == 2
    assert f"# One sentence, {MOST_WORDS} words at most." in guide
    assert "A claim or key message has more than thirty words." in rules
    assert "The study has more than three key messages." in rules
