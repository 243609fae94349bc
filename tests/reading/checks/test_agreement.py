"""Attribution: participant, session, group and question of a quotation agree."""

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
            '"faculty", but participant s01 belongs to "students"; leave the group '
            "out, or correct one of the two"
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
    "quotation and session of two groups": (
        {
            "study.yml": SMALL["study.yml"] + "  - {id: staff, label: Staff, singular: Helper}\n",
            **edited("sessions.yml", "[faculty]", "[students, faculty]"),
            **edited(QUOTATIONS, "participant: s01", "group: staff\n  session: idi-1"),
        },
        [
            "quotations/students.yml:4:10 error group-mismatch: quotation q001 names group "
            '"staff", but session idi-1 was held with students and faculty; leave the group out, '
            "or correct one of the two"
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


SOUND = {
    "a person of no known session": {
        PARTICIPANTS: "- id: s01\n  group: students\n",
        QUOTATIONS: SMALL[QUOTATIONS] + "  session: fgd-1\n",
    },
    "group, session and person that agree": {
        QUOTATIONS: SMALL[QUOTATIONS] + "  session: fgd-1\n  group: students\n"
    },
    "one of the groups of a session": {
        "sessions.yml": SMALL["sessions.yml"].replace("[faculty]", "[faculty, students]"),
        QUOTATIONS: SMALL[QUOTATIONS].replace(
            "participant: s01", "session: idi-1\n  group: students"
        ),
    },
}


@pytest.mark.parametrize("case", SOUND)
def test_nothing_is_told_of(case: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, SOUND[case]) == []


def test_a_group_that_is_not_declared_is_told_once(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, edited(PARTICIPANTS, "group: students", "group: studnets"))
    assert " unknown-group: " in found


def test_all_the_groups_and_sessions_there_are_are_named(tmp_path: Path) -> None:
    files = {
        "sessions.yml": SMALL["sessions.yml"]
        + "- id: fgd-2\n  kind: focus-group\n  groups: [students, faculty]\n"
        + "- id: fgd-3\n  kind: focus-group\n  groups: [students]\n",
        "study.yml": SMALL["study.yml"] + "  - {id: staff, label: Staff, singular: Helper}\n",
        PARTICIPANTS: SMALL[PARTICIPANTS].replace("[fgd-1]", "[fgd-3, fgd-1]")
        + "- id: t01\n  group: staff\n  sessions: [fgd-2]\n",
        QUOTATIONS: SMALL[QUOTATIONS] + "  session: fgd-2\n",
    }
    first, second = problems_of(tmp_path, files)
    assert "but session fgd-2 was held with students and faculty;" in first
    assert "but participant s01 took part in fgd-1 and fgd-3;" in second


GUIDE = (
    "guide:\n"
    "  - {id: first-day, question: How was the first day?, groups: [faculty, staff]}\n"
    "  - {id: going-on, question: How did it go on?}\n"
)
STAFF = "  - {id: staff, label: Staff, singular: Helper}\n"
SESSIONS = (
    "- {id: fgd-2, kind: focus-group, groups: [students, faculty]}\n"
    "- {id: fgd-3, kind: focus-group, groups: [students]}\n"
)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("participant: s01, asked: first-day", True),
        ("participant: t01, asked: first-day", False),
        ("group: students, asked: first-day", True),
        ("group: faculty, asked: first-day", False),
        ("session: fgd-3, asked: first-day", True),
        ("participant: fgd-3/p9, asked: first-day", True),
        # One of its groups was asked.
        ("session: fgd-2, asked: first-day", False),
        ("session: idi-1, asked: first-day", False),
        # Everybody was asked.
        ("participant: s01, asked: going-on", False),
        ("participant: s01", False),
        ("asked: first-day", False),
    ],
)
def test_an_answer_is_of_a_group_that_was_asked(tmp_path: Path, said: str, is_told: bool) -> None:
    record = f"- {{id: q009, text: It rained., themes: [having-time], {said}"
    files = {
        "study.yml": SMALL["study.yml"] + STAFF + GUIDE,
        "sessions.yml": SMALL["sessions.yml"] + SESSIONS,
        PARTICIPANTS: SMALL[PARTICIPANTS] + "- {id: t01, group: faculty}\n",
        "quotations/more.yml": record + ", cleared: {by: EA, on: 2025-12-01}}\n",
    }
    found = [line for line in problems_of(tmp_path, files) if "asked-of-others" in line]
    expected = (
        f"quotations/more.yml:1:{record.find('first-day') + 1} warning asked-of-others: quotation "
        'q009 is of group "students", but answers question first-day, which was put to faculty and '
        "staff; name another question, or add the group to the question's"
    )
    assert found == [expected] * is_told


def test_each_answer_of_others_is_told(tmp_path: Path) -> None:
    """What fits, or names no question, stands between them."""
    said = ("asked: first-day", "asked: going-on", "note: No question.", "asked: first-day")
    records = "".join(
        f"- {{id: q01{number}, text: It rained {number} days., themes: [having-time], {more}, "
        "group: students, cleared: {by: EA, on: 2025-12-01}}\n"
        for number, more in enumerate(said)
    )
    files = {
        "study.yml": SMALL["study.yml"] + STAFF + GUIDE,
        "quotations/more.yml": records,
    }
    told = [line.split()[4] for line in problems_of(tmp_path, files) if "asked-of-others" in line]
    assert told == ["q010", "q013"]


def test_each_quotation_that_contradicts_is_told(tmp_path: Path) -> None:
    """Those that agree, or tell too little, stand between them."""
    said = (
        "session: fgd-1",
        "group: faculty, session: fgd-1",
        "participant: s01",
        "group: students, session: fgd-1",
        "participant: s01, session: idi-1",
        "participant: nobody, session: idi-1",
        "group: faculty, session: fgd-1",
        "participant: s01, session: idi-1",
    )
    records = "".join(
        f"- {{id: q01{number}, text: It rained {number} days., themes: [having-time], {more}, "
        "cleared: {by: EA, on: 2025-12-01}}\n"
        for number, more in enumerate(said)
    )
    found = problems_of(tmp_path, {"quotations/more.yml": records})
    told = [tuple(line.split()[2:5:2]) for line in found if "-mismatch: " in line]
    assert sorted(told) == [
        ("group-mismatch:", "q011"),
        ("group-mismatch:", "q016"),
        ("session-mismatch:", "q014"),
        ("session-mismatch:", "q017"),
    ]
