"""Ids: unique over the study, usable as file names, the same as their file's."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of

SESSIONS = "sessions.yml"
IMPLICATIONS = "implications.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"

# What is changed in the small study -> the problems.
CASES: dict[str, tuple[Files, list[str]]] = {
    "duplicate-id": (
        {QUOTATIONS: SMALL[QUOTATIONS] + SMALL[QUOTATIONS].replace("never", "hardly")},
        [
            "quotations/students.yml:6:7 error duplicate-id: quotation q001 has the id of the "
            "quotation at themes_data/quotations/students.yml:1; give the newer of the two "
            "another id"
        ],
    ),
    "duplicate-id of another kind": (
        edited(IMPLICATIONS, "more-time", "fgd-1"),
        [
            "implications.yml:1:7 error duplicate-id: implication fgd-1 has the id of the session "
            "at themes_data/sessions.yml:1; give the newer of the two another id"
        ],
    ),
    "duplicate-id in capital letters": (
        {SESSIONS: SMALL[SESSIONS] + "- id: FGD-1\n  kind: diary\n  groups: [faculty]\n"},
        [
            (
                'sessions.yml:7:7 error bad-id: "id" of session FGD-1 is "FGD-1"; use small '
                "letters a to z, digits and hyphens, beginning with a letter or digit"
            ),
            (
                "sessions.yml:7:7 error duplicate-id: session FGD-1 has the id of the session at "
                "themes_data/sessions.yml:1; give the newer of the two another id"
            ),
        ],
    ),
    "former-id of another": (
        edited(IMPLICATIONS, "id: more-time\n", "id: more-time\n  formerly: [time]\n"),
        [
            "codebook.yml:1:7 error former-id: code time has an id that implication more-time had "
            "before (themes_data/implications.yml:2); give it another id: the former addresses "
            "lead to what had it first"
        ],
    ),
    "former-id of its own": (
        edited(IMPLICATIONS, "id: more-time\n", "id: more-time\n  formerly: [less, more-time]\n"),
        [
            "implications.yml:2:20 error former-id: implication more-time has this id still, and "
            "names it as a former one; take it out of `formerly`"
        ],
    ),
    "former-id of two": (
        {
            **edited(IMPLICATIONS, "id: more-time\n", "id: more-time\n  formerly: [once]\n"),
            "codebook.yml": SMALL["codebook.yml"] + "  formerly: [twice, once]\n",
        },
        [
            "implications.yml:2:14 error former-id: implication more-time claims once as a former "
            "id, as code time does; take it out of the one that never had it"
        ],
    ),
    "former-id that is still named": (
        {
            **edited(IMPLICATIONS, "having-time", "having"),
            "themes/having-time.yml": SMALL[THEME] + "formerly: [having]\n",
        },
        [
            "implications.yml:3:12 error unknown-theme: implication more-time names theme "
            '"having"; it was renamed; write "having-time"'
        ],
    ),
    "former-id that several name": (
        {
            **edited(IMPLICATIONS, "[having-time]", "[having, having-time]"),
            "quotations/students.yml": SMALL["quotations/students.yml"].replace(
                "[having-time]", "[having]"
            ),
            "themes/having-time.yml": SMALL[THEME] + "formerly: [having]\n",
        },
        [
            'implications.yml:3:12 error unknown-theme: 2 places name theme "having", which is '
            'declared nowhere; it was renamed; write "having-time", in each: '
            "themes_data/implications.yml line 3; themes_data/quotations/students.yml line 3"
        ],
    ),
    "bad-id on Windows": (
        edited(IMPLICATIONS, "more-time", "con"),
        [
            'implications.yml:1:7 error bad-id: implication id "con" is a name Windows keeps for '
            "itself; choose another id"
        ],
    ),
    "bad-id within a session": (
        {"participants.yml": SMALL["participants.yml"] + "- {id: fgd-1/nul, group: students}\n"},
        [
            'participants.yml:6:8 error bad-id: participant id "fgd-1/nul" is a name Windows keeps '
            "for itself; choose another id"
        ],
    ),
    "bad-id on the site": (
        edited(IMPLICATIONS, "more-time", "index"),
        [
            'implications.yml:1:7 error bad-id: implication id "index" is a name the site keeps '
            "for its lists; choose another id"
        ],
    ),
    "file-name": (
        {THEME: None, "themes/time.yml": SMALL[THEME]},
        [
            "themes/time.yml:1:5 error file-name: theme having-time stands in a file named "
            "time.yml; rename the file to having-time.yml"
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected
