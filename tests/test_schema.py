"""The schema follows the model, and its committed copies follow the schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study_findings import model
from study_findings.schema import KINDS, json_schemas, schema_markdown, write_copies

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_json_schema_is_what_the_model_says(kind: str) -> None:
    committed = ROOT / "generator/study_findings/schemas" / f"{kind}.json"
    assert json.loads(committed.read_text("utf-8")) == json_schemas()[kind], "run `make schema`"


def test_the_committed_page_is_what_the_model_says() -> None:
    assert (ROOT / "docs/schema.md").read_text("utf-8") == schema_markdown(), "run `make schema`"


def test_every_record_and_field_stands_on_the_page_with_its_meaning() -> None:
    page = schema_markdown()
    for name in ("About", "Session", "Participant", "Theme", "Quotation", "Code", "Implication"):
        record = getattr(model, name)
        for field, info in record.model_fields.items():
            assert info.description, f"{name}.{field} has no docstring"
            row = next(line for line in page.splitlines() if line.startswith(f"| `{field}` |"))
            assert row.count("|") >= 5
            assert " ".join(info.description.split()).replace("|", "\\|") in page


def test_a_date_and_a_number_may_stand_without_quotes() -> None:
    session = json_schemas()["sessions"]["items"]
    name = session["$ref"].rpartition("/")[2] if "$ref" in session else None
    fields = (json_schemas()["sessions"]["$defs"][name] if name else session)["properties"]
    assert fields["label"]["anyOf"][0]["type"] == ["string", "number"]


def test_a_field_called_title_is_kept() -> None:
    assert "title" in json_schemas()["study"]["properties"]


def test_unknown_fields_are_refused_in_editors_too() -> None:
    assert json_schemas()["study"]["additionalProperties"] is False


def test_copies_are_written_whole(tmp_path: Path) -> None:
    written = write_copies(tmp_path)
    assert len(written) == len(KINDS) + 1
    assert all(path.read_text("utf-8") for path in written)
