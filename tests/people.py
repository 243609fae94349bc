"""Studies of people with attributes."""

from __future__ import annotations

from collections.abc import Mapping

from study_findings.model import Study

GROUPS = [
    {"id": "students", "label": "Students", "singular": "Student"},
    {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
]
ATTRIBUTES = [
    {"id": "year", "label": "Year", "levels": ["1", "2"], "publish": True},
    {"id": "ward", "label": "Ward", "levels": ["a", "b"], "publish": True},
    {"id": "village", "label": "Village", "levels": ["x", "y"]},
]


def with_people(
    *people: tuple[str, dict[str, str]],
    minimum_cell: int = 3,
    sizes: Mapping[str, int | str] | None = None,
) -> Study:
    """Make a study of people, each with a group and attributes; `year` and `ward` are public.

    `sizes` are the participants that the study reports of a group.
    """
    groups = [{**g, "participants": (sizes or {}).get(g["id"], "not_reported")} for g in GROUPS]
    return Study.model_validate(
        {
            "about": {
                "title": "A study",
                "language": "en",
                "licence": "CC-BY-4.0",
                "gist": "Little.",
                "summary": "Little.",
                "groups": groups,
                "attributes": ATTRIBUTES,
                "publication": {"minimum_cell": minimum_cell},
            },
            "participants": [
                {"id": f"p{number}", "group": group, "attributes": attributes}
                for number, (group, attributes) in enumerate(people)
            ],
        }
    )
