"""The JSON Schema of `findings.json`, made from the model; `docs/` keeps a committed copy."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from ..model import About
from ..model.quotations import ONLY_WAITING
from ..whole_files import write_whole
from .findings_file import LISTS, VERSION

FILE: Final = "docs/findings.schema.json"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# What `publishable` takes out of each record.
NEVER_PUBLISHED: Final = {"Participant": ("risk_waived",), "Quotation": ONLY_WAITING}
UNUSED: Final = ("Waiver", "Wish")


def findings_schema() -> dict[str, Any]:
    """Write the schema (draft 2020-12): what is always there, and what a field may hold.

    What a study leaves empty is left out, so no field is null, and few are required.
    """
    records = [(record, "validation") for record in (About, *LISTS.values())]
    _, made = models_json_schema(records)  # type: ignore[arg-type]
    definitions: dict[str, Any] = _tidied(made["$defs"])
    for name, fields in NEVER_PUBLISHED.items():
        for field in fields:
            del definitions[name]["properties"][field]
    for name in UNUSED:
        del definitions[name]
    status = {
        "enum": ["cleared", "composed", "withdrawn"],
        "description": "How it stands; of a withdrawn one there is only the id and the day.",
    }
    quotation = definitions["Quotation"]
    quotation["properties"]["status"] = status
    quotation["required"].append("status")
    return {
        "$schema": DIALECT,
        "title": f"findings.json of study-findings, version {VERSION}",
        "type": "object",
        "properties": {
            "format": {
                "type": "object",
                "properties": {
                    "name": {"const": "study-findings"},
                    "version": {
                        "type": "string",
                        "pattern": rf"^{VERSION.partition('.')[0]}\.\d+$",
                        "description": "The first number changes when a reader has to change.",
                    },
                },
                "required": ["name", "version"],
                "additionalProperties": False,
            },
            "site": {
                "type": "string",
                "description": "The site's address, below which all of its addresses stand.",
            },
            "study": {"$ref": "#/$defs/About"},
            **{
                name: {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}}
                for name, record in LISTS.items()
            },
        },
        "required": ["format", "study", *LISTS],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _tidied(node: Any) -> Any:
    """Take out what a file never holds: nulls and defaults; and titles, which say nothing."""
    if isinstance(node, list):
        return [_tidied(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidied(value) for key, value in node.items() if key != "default"}
    if not isinstance(node.get("title", ""), dict):
        kept.pop("title", None)
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    if len(kept.get("anyOf", ())) == 1:
        kept |= kept.pop("anyOf")[0]
    return kept


def main(root: Path) -> None:
    """Write the copy that the documentation keeps."""
    text = json.dumps(findings_schema(), ensure_ascii=False, indent=1) + "\n"
    write_whole(root / FILE, text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
