"""Who could be recognised is told at the line that says so, unless a waiver stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, line_of, write_study
from projects import FULL, make_project

from study_findings.checking import check_project, check_publication
from study_findings.checking.recognition import check_recognition
from study_findings.editing.scaffold import copy_starter
from study_findings.project import read_project
from study_findings.reading.load import check_study

ROOT = Path(__file__).resolve().parents[2]
WAIVED = "  risk_waived: {why: She has agreed to it., by: EA, on: 2025-12-01}\n"
CLEARED = "  cleared: {by: EA, on: 2025-12-01}\n"
MENDING = (
    "; `findings risk` says what could be told less finely; where it is accepted, write "
    "`risk_waived: {why: …, by: …, on: …}`"
)
PEOPLE, SESSIONS = "participants.yml", "sessions.yml"
STUDY, QUOTATIONS = "study.yml", "quotations/students.yml"


def said(*names: str) -> str:
    own = "".join(f"  {name}\n" for name in names)
    return f"- id: q001\n  text: So.\n  themes: [having-time]\n{own}{CLEARED}"


def students(number: int, waived: str = "") -> Files:
    return {
        PEOPLE: "".join(f"- id: s0{n}\n  group: students\n{waived}" for n in range(1, number + 1))
    }


def found(root: Path, files: Files) -> list[str]:
    """Check the small study, altered and without its sessions unless those are what matters."""
    checked = check_study(write_study(root, {SESSIONS: None, **files}))
    assert checked.study is not None, checked.problems
    return [line_of(problem) for problem in check_recognition(checked.study, checked.at)]


CASES: dict[str, tuple[Files, list[str]]] = {
    "one alone": (
        {PEOPLE: "- id: s01\n  group: students\n"},
        [
            "participants.yml:1:7 error special-unique: participant s01 can be recognised by "
            f"group: Students; nobody else shares that{MENDING}"
        ],
    ),
    "two alike": (
        students(2),
        [
            "participants.yml:1:7 error below-minimum-cell: 2 people share all that is public of "
            "participant s01; told apart by group: Students. minimum_cell asks for 3" + MENDING
        ],
    ),
    "three alike": (
        students(3),
        [
            "participants.yml:1:7 warning below-five: 3 people share all that is public of "
            "participant s01; told apart by group: Students. Fewer than 5 can often be told apart "
            f"by somebody who knows them{MENDING}"
        ],
    ),
    "four alike": (students(4), ["below-five"]),
    "five alike": (students(5), []),
    "a waiver": ({PEOPLE: f"- id: s01\n  group: students\n{WAIVED}"}, []),
    "a waiver for nobody": (
        {PEOPLE: f"- id: s01\n  group: students\n{WAIVED}- id: s02\n  group: faculty\n{WAIVED}"},
        [
            "participants.yml:6:3 warning unneeded-waiver: nothing that is published needs "
            "the waiver of participant s02; take it out, or correct whose it is"
        ],
    ),
    "waivers that nothing needs": (students(5, WAIVED), ["unneeded-waiver"] * 5),
    "a small group": (
        {
            STUDY: SMALL[STUDY] + "    participants: 2\n",
            QUOTATIONS: said("group: faculty"),
            PEOPLE: None,
        },
        [
            "study.yml:14:9 warning small-group: words of group faculty are published, and whoever "
            "knows of it knows that they are one of 2 people's; let its quotations name a larger "
            "group or no session, tell less of the session, or list who spoke in participants.yml, "
            "where each may have `risk_waived: {why: …, by: …, on: …}`"
        ],
    ),
    "an interview of one": (
        {
            SESSIONS: SMALL[SESSIONS] + "  participants: 1\n  when: 2025-04\n",
            QUOTATIONS: said("session: idi-1"),
            PEOPLE: None,
        },
        [
            "small-group: words of session idi-1 are published, and whoever knows of it knows that "
            "they are one of 1 person's",
            "untold-session: when and participants of session idi-1 will not be shown: fewer than "
            "3 people are in its group",
        ],
    ),
    "a hidden attribute": (
        {PEOPLE: SMALL[PEOPLE], SESSIONS: SMALL[SESSIONS]},
        [
            "study.yml:9:14 notice hidden-attribute: attribute age is for publication, but 1 of "
            "its 1 values will not be shown: too few people share them, or the rest would follow; "
            "join its levels, publish fewer attributes together, or leave it so"
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_is_told_with_its_line_and_remedy(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    lines = found(tmp_path, files)
    assert len(lines) == len(expected)
    assert all(part in line for part, line in zip(expected, lines, strict=True))


def test_nothing_is_said_where_quotations_name_no_participant(tmp_path: Path) -> None:
    files: Files = {
        QUOTATIONS: SMALL[QUOTATIONS].replace("  participant: s01\n", "  session: fgd-1\n"),
        PEOPLE: "- id: s01\n  group: students\n",
        SESSIONS: SMALL[SESSIONS],
    }
    assert found(tmp_path, files) == []


def test_the_projects_own_study_and_the_starter_come_out_clean(tmp_path: Path) -> None:
    copy_starter(tmp_path / "starter")
    for folder in (ROOT, tmp_path / "starter"):
        checked = check_study(folder / "themes_data")
        assert checked.study is not None
        assert list(check_recognition(checked.study, checked.at)) == []


def test_what_is_recognised_stops_a_check_and_a_build(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    assert check_publication(project).study is not None
    people = project.data_dir / PEOPLE
    waiver = "  risk_waived: {why: She has agreed to it., by: EA, on: 2025-12-01}\n"
    assert (FULL / PEOPLE).read_text("utf-8").count(waiver) > 1
    people.write_text(people.read_text("utf-8").replace(waiver, ""), "utf-8")
    checked = check_project(read_project(tmp_path / "mkdocs.yml"))
    assert checked.study is None
    rules = {p.rule for p in checked.problems if p.level == "error"}
    assert rules == {"special-unique", "below-minimum-cell"}
    assert all(
        p.location.file.endswith("themes_data/participants.yml")
        for p in checked.problems
        if p.level == "error"
    )
