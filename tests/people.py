"""Studies of people with attributes."""

from __future__ import annotations

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


def with_people(*people: tuple[str, dict[str, str]], minimum_cell: int = 3) -> Study:
    """Make a study of people, each with a group and attributes; `year` and `ward` are public."""
    return Study.model_validate(
        {
            "about": {
                "title": "A study",
                "language": "en",
                "licence": "CC-BY-4.0",
                "gist": "Little.",
                "summary": "Little.",
                "groups": GROUPS,
                "attributes": ATTRIBUTES,
                "publication": {"minimum_cell": minimum_cell},
            },
            "participants": [
                {"id": f"p{number}", "group": group, "attributes": attributes}
                for number, (group, attributes) in enumerate(people)
            ],
        }
    )
