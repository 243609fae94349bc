"""A citation as CSL-JSON, the form that citation processors read."""

from __future__ import annotations

import json
from typing import Final

from .entry import Entry, one_line
from .names import Name

TYPES: Final = {
    "article": "article-journal",
    "report": "report",
    "thesis": "thesis",
    "webpage": "webpage",
}


def csl_json(entry: Entry) -> str:
    """Write an entry as CSL-JSON: an array of one item, UTF-8, as the schema 1.0.2 has it."""
    texts = {
        "title": entry.title,
        "container-title": entry.container,
        "genre": entry.genre,
        "volume": entry.volume,
        "issue": entry.issue,
        "page": entry.pages,
        "publisher": entry.publisher,
        "DOI": entry.doi,
        "URL": entry.url,
        "language": entry.language,
        "keyword": ", ".join(entry.keywords),
        "note": entry.note,
    }
    item: dict[str, object] = {"id": entry.key, "type": TYPES[entry.kind]}
    if entry.authors:
        item["author"] = [_name(name) for name in entry.authors]
    if entry.year:
        item["issued"] = {"date-parts": [[entry.year]]}
    item.update({name: line for name, text in texts.items() if (line := one_line(text))})
    fields = ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in item.items())
    return f"[{{\n{fields}\n}}]\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _name(name: Name) -> dict[str, str]:
    if not name.initials:
        return {"literal": one_line(name.family)}
    return {"family": one_line(name.family), "given": name.initials}
