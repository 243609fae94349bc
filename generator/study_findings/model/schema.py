"""The model as JSON Schema for editors and a page for authors; committed copies of what is made."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from ..problems.rules.explained import rules_markdown
from ..whole_files import write_whole
from .base import (
    COUNTRY_PATTERN,
    FINGERPRINT_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    NOT_REPORTED,
    SCOPED_ID_PATTERN,
    Record,
)
from .kinds import FILES, Kind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
# A type of the model -> what an author may write for it, with and without quotes.
AS_WRITTEN: Final[dict[str, dict[str, Any]]] = {
    "string": {"type": ["string", "number", "boolean"]},
    "integer": {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
    "boolean": {"type": ["boolean", "string"], "enum": [True, False, "true", "false", "yes", "no"]},
}
PATTERNS: Final = {
    ID_PATTERN: "an id",
    SCOPED_ID_PATTERN: "an id, or a session's id, `/` and an id",
    LANGUAGE_PATTERN: "a language tag",
    COUNTRY_PATTERN: "a country in two capital letters",
    FINGERPRINT_PATTERN: "eight of the characters 0 to 9 and a to f",
}
PLAIN_WORDS: Final = {
    "string": "text",
    "boolean": "`true` or `false`",
    "object": "names with values",
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """Write the JSON Schema (draft 2020-12) of each kind of file, by kind."""
    return {name: _file_schema(kind) for name, kind in FILES.items()}


def _path(kind: Kind) -> str:
    return kind.path()


def _file_schema(kind: Kind) -> dict[str, Any]:
    record = kind.record
    adapter: TypeAdapter[Any] = TypeAdapter(list[record] if kind.is_list else record)  # type: ignore[valid-type]
    schema = adapter.json_schema(mode="validation")
    return {"$schema": DIALECT, "title": _path(kind), **_as_authors_write(schema)}


def _as_authors_write(node: Any) -> Any:
    """Admit scalars as authors write them: YAML editors see numbers, dates and booleans typed.

    A field may be left out, but not be empty, so nothing is null.
    """
    if isinstance(node, list):
        return [_as_authors_write(item) for item in node if item != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {key: _as_authors_write(value) for key, value in node.items()}
    if not isinstance(node.get("title", ""), dict):
        kept.pop("title", None)
    if "default" in kept and kept["default"] in (None, [], {}):
        del kept["default"]
    if isinstance(kept.get("description"), str):
        kept["description"] = _flowing(kept["description"])
    if len(kept.get("anyOf", ())) == 1:
        kept |= kept.pop("anyOf")[0]
    return {**kept, **AS_WRITTEN[kept["type"]]} if _is_bare(kept) else kept


def _flowing(text: str) -> str:
    """Join the lines of each paragraph: where a docstring breaks them means nothing."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _is_bare(node: dict[str, Any]) -> bool:
    """Tell whether a node stands for any scalar of its type, quoted or not."""
    kind = node.get("type")
    return (
        isinstance(kind, str)
        and kind in AS_WRITTEN
        and not {"enum", "const", "format"} & node.keys()
    )


def schema_markdown() -> str:
    """Write `docs/schema.md`: a section a record, a row a field."""
    lines = [
        "# Every field of the YAML",
        "",
        "Made from the program itself by `make schema`; edit the docstrings, not this page.",
        (
            "What may be left out stands as *optional*. Where a fact is not known, leave it out "
            "or write"
        ),
        "`not_reported`: nothing is guessed.",
        "",
        (
            "An id is made of small letters, digits and hyphens, at most 80 characters, and is "
            "for ever: it stands"
        ),
        (
            "in addresses and in reference lists. A language tag is `en`, `ur` or `ps`, or "
            "longer: `pt-BR`."
        ),
        "",
    ]
    seen: set[str] = set()
    for name, kind in FILES.items():
        lines += [
            f"## {name}",
            "",
            f"`{_path(kind)}`: {'a list; each entry:' if kind.is_list else 'these fields:'}",
            "",
        ]
        lines += _record_lines(kind.record, seen, 3)
    return "\n".join(lines).rstrip() + "\n"


def _record_lines(record: type[Record], seen: set[str], level: int) -> Iterator[str]:
    schema = record.model_json_schema(mode="validation")
    definitions = schema.get("$defs", {})
    top = definitions.get(record.__name__, schema)
    yield from _section(record.__name__, top, seen, level)
    for name, definition in definitions.items():
        if "properties" in definition and name not in seen:
            yield from _section(name, definition, seen, level)


def _section(name: str, schema: dict[str, Any], seen: set[str], level: int) -> list[str]:
    if name in seen:
        return []
    seen.add(name)
    required = set(schema.get("required", ()))
    rows = [
        f"| `{field}` | {'required' if field in required else 'optional'} | "
        f"{_kind(value)}{_default(value)} | {_cell(value.get('description', ''))} |"
        for field, value in schema["properties"].items()
    ]
    return [
        f"{'#' * level} {name}",
        "",
        _flowing(schema.get("description", "")),
        "",
        "| field | | what to write | meaning |",
        "| --- | --- | --- | --- |",
        *rows,
        "",
    ]


def _kind(value: dict[str, Any]) -> str:
    """Say in words what may be written for a field."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in value:
        return ", ".join(f"`{item}`" for item in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if "anyOf" in value or "allOf" in value:
        listed = value.get("anyOf") or value.get("allOf") or []
        options = [option for option in listed if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(_kind(option) for option in options))
    if value.get("type") == "array":
        fewest = ", at least one" if value.get("minItems") else ""
        return f"a list of: {_kind(value.get('items', {}))}{fewest}"
    if value.get("type") == "integer":
        return _number(value)
    if value.get("format") == "date":
        return "a date, `2026-11-01`"
    return PATTERNS.get(value.get("pattern", "")) or PLAIN_WORDS.get(str(value.get("type")), "text")


def _number(value: dict[str, Any]) -> str:
    least, most = value.get("minimum", 0), value.get("maximum")
    return f"a whole number, {least} to {most}" if most else f"a whole number, {least} or more"


def _default(value: dict[str, Any]) -> str:
    """Say what holds where a field is left out, where that is more than nothing."""
    default = value.get("default")
    if default in (None, NOT_REPORTED, False) or isinstance(default, list | dict):
        return ""
    return f" (left out: `{default}`)"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def write_copies(root: Path) -> list[Path]:
    """Write the committed copies: `docs/schema.md`, `docs/rules.md`, `model/schemas/KIND.json`."""
    copies = {
        root / "docs" / "schema.md": schema_markdown(),
        root / "docs" / "rules.md": rules_markdown(),
    }
    folder = root / "generator" / "study_findings" / "model" / "schemas"
    for kind, schema in json_schemas().items():
        copies[folder / f"{kind}.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    for path, text in copies.items():
        write_whole(path, text.encode())
    return list(copies)


if __name__ == "__main__":
    write_copies(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
