"""A citation as CSL-JSON, the form that citation processors read."""

from __future__ import annotations

import json
from typing import Final

from .cited import Entry
from .names import Name, one_line
from .ris import first_and_last

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
        "page": "-".join(filter(None, first_and_last(entry.pages))),
        "publisher": entry.publisher,
        "DOI": entry.doi,
        "URL": entry.url,
        "language": entry.language,
        "keyword": "; ".join(keyword.replace(";", ",") for keyword in entry.keywords),
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
    """Write a name as CSL has it; a particle that joins the family name is a part of it."""
    if name.whole:
        return {"literal": one_line(name.whole)}
    joins = name.surname == f"{name.particle}{name.family}"
    parts = {
        "family": name.surname if joins else name.family,
        "given": name.given,
        "non-dropping-particle": "" if joins else name.particle,
        "suffix": name.suffix,
    }
    return {part: line for part, text in parts.items() if (line := one_line(text))}
