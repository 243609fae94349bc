"""References: every id that a record names is declared."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of

from study_findings.reading.checks.references import NAMED_KINDS, declared_in

SESSIONS = "sessions.yml"
PARTICIPANTS = "participants.yml"
IMPLICATIONS = "implications.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"


def person(id_: str, age: str) -> str:
    return f"- {{id: {id_}, group: students, sessions: [fgd-1], attributes: {{age: {age}}}}}\n"


# What is changed in the small study -> the problems.
CASES: dict[str, tuple[Files, list[str]]] = {
    "unknown-group": (
        edited(SESSIONS, "[students]", "[studnets]"),
        [
            'sessions.yml:3:12 error unknown-group: session fgd-1 names group "studnets"; did you '
            'mean "students"?'
        ],
    ),
    "unknown-session": (
        edited(PARTICIPANTS, "[fgd-1]", "[fgd-2]"),
        [
            'participants.yml:3:14 error unknown-session: participant s01 names session "fgd-2"; '
            'did you mean "fgd-1"?'
        ],
    ),
    "unknown-session of a scoped id": (
        {PARTICIPANTS: SMALL[PARTICIPANTS] + "- id: fgd-9/p1\n  group: students\n"},
        [
            "participants.yml:6:7 error unknown-session: participant fgd-9/p1 names session "
            '"fgd-9"; did you mean "fgd-1"?'
        ],
    ),
    "unknown-participant": (
        edited(QUOTATIONS, "s01", "s1"),
        [
            "quotations/students.yml:4:16 error unknown-participant: quotation q001 names "
            'participant "s1"; did you mean "s01"?'
        ],
    ),
    "unknown-theme": (
        edited(QUOTATIONS, "[having-time]", "[having-tme]"),
        [
            "quotations/students.yml:3:12 error unknown-theme: quotation q001 names theme "
            '"having-tme"; did you mean "having-time"?'
        ],
    ),
    "unknown-theme that is a code": (
        edited(IMPLICATIONS, "[having-time]", "[time]"),
        [
            'implications.yml:3:12 error unknown-theme: implication more-time names theme "time"; '
            "that is the id of a code; name a theme instead"
        ],
    ),
    "unknown-theme that is an attribute": (
        edited(IMPLICATIONS, "[having-time]", "[age]"),
        [
            'implications.yml:3:12 error unknown-theme: implication more-time names theme "age";'
            " that is the id of an attribute; name a theme instead"
        ],
    ),
    "unknown-theme in a relation": (
        edited(THEME, "codes:", "related: [{theme: elsewhere, relation: mirrors}]\ncodes:"),
        [
            "themes/having-time.yml:4:19 error unknown-theme: theme having-time names theme "
            '"elsewhere"; declare it in themes/, or name another'
        ],
    ),
    "related-to-itself": (
        edited(THEME, "codes:", "related: [{theme: having-time, relation: mirrors}]\ncodes:"),
        [
            "themes/having-time.yml:4:19 error related-to-itself: theme having-time is related to "
            "itself; name another theme"
        ],
    ),
    "unknown-code": (
        edited(THEME, "[time]", "[tim]"),
        [
            'themes/having-time.yml:4:9 error unknown-code: theme having-time names code "tim"; '
            'did you mean "time"?'
        ],
    ),
    "unknown-attribute": (
        edited(PARTICIPANTS, "{age:", "{agee:"),
        [
            "participants.yml:4:16 error unknown-attribute: participant s01 names attribute "
            '"agee"; did you mean "age"?'
        ],
    ),
    "unknown-level": (
        edited(PARTICIPANTS, "young", "yuong"),
        [
            'participants.yml:4:21 error unknown-level: participant s01 has "yuong" as "age"; did '
            'you mean "young"?'
        ],
    ),
    "unknown-level unlike any": (
        edited(PARTICIPANTS, "young", "30"),
        [
            'participants.yml:4:21 error unknown-level: participant s01 has "30" as "age"; write '
            "one of: young, old"
        ],
    ),
    "unknown-level that two have": (
        {PARTICIPANTS: f"{SMALL[PARTICIPANTS]}{person('s02', '30')}".replace("young", "30")},
        [
            'participants.yml:4:21 error unknown-level: 2 participants, s01 the first, have "30" '
            'as "age"; write one of: young, old'
        ],
    ),
    "unknown-level that only looks like one": (
        edited(PARTICIPANTS, "young", "y\u043eung"),
        [
            'participants.yml:4:21 error unknown-level: participant s01 has "y\u043eung" as "age"; '
            'type "young" anew: this holds U+043E (cyrillic small letter o) at column 22'
        ],
    ),
    "unknown-quotation": (
        edited(THEME, "[[q001]]", "[[q01]]"),
        [
            "themes/having-time.yml:8:3 error unknown-quotation: theme having-time names "
            'quotation "q01"; did you mean "q001"?'
        ],
    ),
    "placed-withdrawn": (
        {
            QUOTATIONS: SMALL[QUOTATIONS] + "- id: q005\n  withdrawn: {on: 2025-12-01}\n",
            THEME: SMALL[THEME] + "\n  [[q005]]\n",
        },
        [
            "themes/having-time.yml:10:3 warning placed-withdrawn: theme having-time places "
            "quotation q005, which is withdrawn; remove the line, and see that the text around it "
            "does without"
        ],
    ),
    "placed-withdrawn below a comment that names it": (
        {
            QUOTATIONS: SMALL[QUOTATIONS] + "- id: q005\n  withdrawn: {on: 2025-12-01}\n",
            THEME: SMALL[THEME].replace("title:", "# Was [[q005]].\ntitle:") + "\n  [[q005]]\n",
        },
        [
            "themes/having-time.yml:11:3 warning placed-withdrawn: theme having-time places "
            "quotation q005, which is withdrawn; remove the line, and see that the text around it "
            "does without"
        ],
    ),
    "repeated": (
        edited(QUOTATIONS, "[having-time]", "[having-time, having-time]"),
        [
            'quotations/students.yml:3:25 warning repeated: quotation q001 names "having-time" '
            'twice in "themes"; remove one'
        ],
    ),
    "repeated beside a field that names one alone": (
        {PARTICIPANTS: SMALL[PARTICIPANTS].replace("[fgd-1]", "[fgd-1, fgd-1]")},
        [
            'participants.yml:3:21 warning repeated: participant s01 names "fgd-1" twice in '
            '"sessions"; remove one'
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected


def test_a_withdrawn_quotation_is_told_at_each_place_translations_included(tmp_path: Path) -> None:
    files = {
        QUOTATIONS: SMALL[QUOTATIONS] + "- id: q005\n  withdrawn: {on: 2025-12-01}\n",
        THEME: SMALL[THEME] + "\n  [[q005]]\n" * 3,
        "translations/ur/themes/having-time.yml": "id: having-time\nnarrative: '[[q005]]'\n",
    }
    places = "places quotation q005, which is withdrawn"
    told = [line.split(";")[0] for line in problems_of(tmp_path, files) if places in line]
    assert told == [
        *(
            f"themes/having-time.yml:{line}:3 warning placed-withdrawn: theme having-time {places}"
            for line in (10, 12, 14)
        ),
        "translations/ur/themes/having-time.yml:2:13 warning placed-withdrawn: the translation of "
        f"theme having-time into ur {places}",
    ]


# What a theme says, beside one that stands under it -> the problems that are about standing.
STANDING: dict[str, list[str]] = {
    "": [],
    "also_under: [having-time]\n": [
        "themes/having-time.yml:9:14 error theme-under-itself: theme having-time would stand "
        "under itself; name another theme, or take it out"
    ],
    "also_under: [apart, teaching]\n": [
        "themes/having-time.yml:9:21 error theme-under-itself: theme having-time would stand "
        "under itself: teaching stands under it; name another theme, or take it out",
        "themes/teaching.yml:3:14 error theme-under-itself: theme teaching would stand under "
        "itself: having-time stands under it; name another theme, or take it out",
    ],
    "subthemes: [{id: inner, title: Inner, also_under: [apart, having-time]}]\n": [
        "themes/having-time.yml:9:59 warning under-already: theme inner is written inside "
        "having-time already; take it out"
    ],
}


@pytest.mark.parametrize("fields", STANDING)
def test_no_theme_stands_under_itself_nor_twice_in_one_place(fields: str, tmp_path: Path) -> None:
    files = {
        THEME: f"{SMALL[THEME]}{fields}",
        "themes/teaching.yml": "id: teaching\ntitle: Teaching\nalso_under: [having-time]\n",
        "themes/apart.yml": "id: apart\ntitle: Apart\n",
    }
    found = problems_of(tmp_path, files)
    assert [line for line in found if "no-quotation" not in line] == STANDING[fields]


def test_where_a_kind_is_declared_is_its_file_its_folder_or_a_field() -> None:
    assert {noun: declared_in(noun) for noun in NAMED_KINDS} == {
        "attribute": "under `attributes` in study.yml",
        "claim": "under `claims` in themes/ID.yml",
        "code": "in codebook.yml",
        "implication": "in implications.yml",
        "group": "under `groups` in study.yml",
        "key-message": "under `key_messages` in study.yml",
        "participant": "in participants.yml",
        "question": "under `guide` in study.yml",
        "quotation": "in quotations/",
        "session": "in sessions.yml",
        "site": "under `sites` in study.yml",
        "theme": "in themes/",
        "withheld-theme": "under `withheld_themes` in study.yml",
    }
