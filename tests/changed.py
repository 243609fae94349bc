"""Two states of a study, and what is said of the change from one to the other."""

from __future__ import annotations

from typing import Any

from shapes import CLEARED, relates, study_of, theme

from study_findings.changes.comparing import compare
from study_findings.changes.diff_formats import as_text
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

GROUPS: list[dict[str, Any]] = [
    {"id": "students", "label": "Students", "singular": "Student", "participants": 12},
    {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
]
SAID = {
    "q1": "The ward round never waits for anybody.",
    "q2": "She asked me what I thought, and then she listened.",
    "q3": "We carry the files and learn the corridor by heart.",
}
MESSAGES = [{"id": "m1", "says": "Time is short for all.", "claims": ["c1"]}]
CLAIM = {"id": "c1", "says": "Nobody has time to ask.", "rests_on": ["q1"], "against": ["q2"]}


def said(id_: str, *themes: str, **more: Any) -> dict[str, Any]:
    """Write a cleared quotation as a record."""
    record = {"id": id_, "text": SAID.get(id_, f"Words of {id_}."), "themes": themes}
    return {**record, "cleared": CLEARED, **more}


def withdrawn(id_: str) -> dict[str, Any]:
    """Write a tombstone."""
    return {"id": id_, "withdrawn": {"on": "2026-02-10"}}


def state(about: dict[str, Any] | None = None, **parts: Any) -> Study:
    """Make a small study, with the parts that a test is about in place of its own."""
    whole = {
        "themes": [
            theme(
                "time",
                "Having time",
                gist="Time is short.",
                claims=[CLAIM],
                related=relates(("deepens", "trust")),
                subthemes=[{"id": "rounds", "title": "Ward rounds"}],
            ),
            theme("trust", "Being trusted", groups=("faculty",)),
        ],
        "quotations": [said("q1", "time"), said("q2", "time"), said("q3", "trust")],
        "sessions": [{"id": "s1", "kind": "interview", "groups": ["students"]}],
        "groups": GROUPS,
        **parts,
    }
    study = study_of(**whole)
    told = study.about.model_dump() | {"key_messages": MESSAGES} | (about or {})
    return study.model_copy(update={"about": type(study.about).model_validate(told)})


def told(old: Study, new: Study, today: Study | None = None) -> list[str]:
    """List what is said of a change, without headings, in order."""
    shown = None if today is None else publishable(today)
    text = as_text(compare(publishable(old), publishable(new), shown), "one", "other")
    return [line.strip() for line in text.splitlines()[1:] if line.startswith("  ")]
