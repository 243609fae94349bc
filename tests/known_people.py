"""Studies of quoted people, by what is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from study_findings.model import Study
from study_findings.privacy.known import Known

CLEARED = {"by": "A", "on": "2026-01-01"}
WAIVER = {"why": "Agreed.", "by": "A", "on": "2026-01-01"}
GROUPS = [
    {"id": "nurses", "label": "Nurses", "singular": "Nurse"},
    {"id": "deans", "label": "Deans", "singular": "Dean"},
]
ATTRIBUTES = [
    {"id": "gender", "label": "Gender", "levels": ["f", "m"], "publish": True},
    {"id": "years", "label": "Years", "levels": ["1", "2", "3"], "publish": True},
]


def person(id_: str, group: str = "nurses", **more: Any) -> dict[str, Any]:
    return {"id": id_, "group": group, **more}


def quoted(id_: str | None = None, number: int = 1, **more: Any) -> dict[str, Any]:
    own = {"participant": id_} if id_ else {}
    return {"id": f"q-{id_ or 'x'}-{number}", "text": "So.", "cleared": CLEARED, **own, **more}


def interview(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "kind": "interview", "groups": ["nurses"], **more}


def study_of(
    people: Iterable[Mapping[str, Any]],
    quotations: Iterable[Mapping[str, Any]] | None = None,
    sessions: Iterable[Mapping[str, Any]] = (),
    minimum_cell: int = 3,
    **groups: Mapping[str, Any],
) -> Study:
    """Make a study of people; each is quoted once where no quotations are given.

    `groups` are further fields of a group, by its id.
    """
    people = list(people)
    return Study.model_validate(
        {
            "about": {
                "title": "A study",
                "licence": "CC-BY-4.0",
                "gist": "Little.",
                "summary": "Little.",
                "groups": [{**group, **groups.get(group["id"], {})} for group in GROUPS],
                "attributes": ATTRIBUTES,
                "publication": {"minimum_cell": minimum_cell},
            },
            "sessions": list(sessions),
            "participants": people,
            "quotations": list(
                [quoted(p["id"]) for p in people] if quotations is None else quotations
            ),
        }
    )


def rows(columns: Iterable[str], lines: Iterable[Iterable[str]]) -> list[Known]:
    """Make people of a table, a line each."""
    names = tuple(columns)
    return [
        Known(str(number), dict(zip(names, line, strict=True)))
        for number, line in enumerate(lines, 1)
    ]
