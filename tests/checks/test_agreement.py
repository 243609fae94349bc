"""Attribution: participant, session and group of a quotation agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of

PARTICIPANTS = "participants.yml"
QUOTATIONS = "quotations/students.yml"

# What is changed in the small study -> the problems.
CASES: dict[str, tuple[Files, list[str]]] = {
    "participant and session": (
        edited(PARTICIPANTS, "group: students", "group: faculty"),
        [
            'participants.yml:2:10 error group-mismatch: participant s01 belongs to "faculty", '
            "but session fgd-1 was held with students; correct the group, or the session's groups"
        ],
    ),
    "quotation and participant": (
        edited(QUOTATIONS, "  themes", "  group: faculty\n  themes"),
        [
            "quotations/students.yml:3:10 error group-mismatch: quotation q001 names group "
            '"faculty", but participant s01 belongs to "students"; leave the group out, or '
            "correct one of the two"
        ],
    ),
    "quotation and session": (
        edited(QUOTATIONS, "participant: s01", "group: faculty\n  session: fgd-1"),
        [
            "quotations/students.yml:4:10 error group-mismatch: quotation q001 names group "
            '"faculty", but session fgd-1 was held with students; leave the group out, or correct '
            "one of the two"
        ],
    ),
    "session and participant": (
        edited(QUOTATIONS, "  themes", "  session: idi-1\n  themes"),
        [
            "quotations/students.yml:3:12 error session-mismatch: quotation q001 names session "
            "idi-1, but participant s01 took part in fgd-1; correct the session, or add it to the "
            "participant's sessions"
        ],
    ),
    "session and scoped participant": (
        {
            PARTICIPANTS: SMALL[PARTICIPANTS] + "- id: fgd-1/p1\n  group: students\n",
            QUOTATIONS: SMALL[QUOTATIONS].replace("s01", "fgd-1/p1\n  session: idi-1"),
        },
        [
            "quotations/students.yml:5:12 error session-mismatch: quotation q001 names session "
            "idi-1, but participant fgd-1/p1 took part in fgd-1; correct the session, or add it "
            "to the participant's sessions"
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected
