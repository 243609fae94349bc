"""Generated studies of ordinary and extraordinary shapes; every word in them is nonsense."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

WORDS: Final = "the bus was late and we waited by the river until somebody came with bread and tea"
STANCES: Final = ("confirms", "nuances", "diverges")
CONFIGURATION: Final = """\
site_name: Generated
site_url: https://example.org/repo/
theme: {name: study-findings}
plugins: [study-findings]
docs_dir: content
"""


@dataclass(frozen=True)
class Shape:
    """Say how many groups a study has, sessions of each, levels and themes, and quotations."""

    groups: int
    sessions: int
    levels: int
    inside: int
    themes: int
    quotations: int


SHAPES: Final = {
    "levels": Shape(groups=2, sessions=4, levels=4, inside=3, themes=2, quotations=400),
    "alone": Shape(groups=1, sessions=8, levels=2, inside=3, themes=3, quotations=120),
    "eight": Shape(groups=8, sessions=4, levels=2, inside=2, themes=8, quotations=300),
    "unsessioned": Shape(groups=2, sessions=0, levels=2, inside=3, themes=4, quotations=120),
}


def write_generated_study(shape: Shape, folder: Path) -> None:
    """Write a study of a shape as a project; JSON is YAML."""
    ids: list[str] = []

    def theme(id_: str, levels: int) -> dict[str, Any]:
        ids.append(id_)
        inner = range(shape.inside if levels else 0)
        return {
            "id": id_,
            "title": f"Theme {id_}",
            "gist": f"{WORDS.capitalize()}.",
            "subthemes": [theme(f"{id_}-{number}", levels - 1) for number in inner],
        }

    themes = [
        {
            **theme(f"t{number}", shape.levels - 1),
            "groups": [f"g{number % shape.groups}"],
            "related": [{"theme": f"t{(number + 1) % shape.themes}", "relation": "leads to"}],
        }
        for number in range(shape.themes)
    ]
    records: dict[str, Any] = {
        "study.yml": _about(shape),
        "quotations/all.yml": [_quotation(shape, ids, n) for n in range(shape.quotations)],
        **{f"themes/{record['id']}.yml": record for record in themes},
    }
    if shape.sessions:
        records["sessions.yml"] = [
            {
                "id": f"s{group}-{number}",
                "kind": "interview" if number % 2 else "focus-group",
                "groups": [f"g{group}"],
                "participants": 5,
            }
            for group in range(shape.groups)
            for number in range(shape.sessions)
        ]
    for name, record in records.items():
        path = folder / "themes_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record), "utf-8")
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")


def _about(shape: Shape) -> dict[str, Any]:
    return {
        "title": "A generated study",
        "language": "en",
        "licence": "CC-BY-4.0",
        "authors": [{"name": "Nobody at all"}],
        "gist": f"{WORDS.capitalize()}.",
        "summary": f"{WORDS.capitalize()}.",
        "groups": [
            {
                "id": f"g{number}",
                "label": f"Group {number}",
                "singular": f"Member of {number}",
                "participants": 20,
            }
            for number in range(shape.groups)
        ],
    }


def _quotation(shape: Shape, ids: list[str], number: int) -> dict[str, Any]:
    theme = ids[number % len(ids)]
    group = int(theme.split("-")[0].removeprefix("t")) % shape.groups
    source = (
        {"session": f"s{group}-{number % shape.sessions}"}
        if shape.sessions
        else {"group": f"g{group}"}
    )
    return {
        "id": f"q{number:04}",
        "text": f"Number {number} said {WORDS} {WORDS}.",
        "themes": [theme],
        "stance": STANCES[number % 3],
        "cleared": {"by": "EA", "on": "2026-01-01"},
        **source,
    }


STUDIES: Final[dict[str, Callable[[Path], None]]] = {
    name: partial(write_generated_study, shape) for name, shape in SHAPES.items()
}
