"""Twenty mistakes authors make, seeded into a full study: each is found, at its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from study_findings.load import check_study

FULL = Path(__file__).parent / "studies" / "full" / "themes_data"


class Mistake(NamedTuple):
    """Replace a text that stands once in a file; expect one problem, in that file or another."""

    file: str
    old: str
    new: str
    expected: str


PATIENTS = "quotations/patients.yml"
NURSES = "quotations/nurses.yml"
KNOWING = "themes/knowing-when.yml"

MISTAKES = {
    "a misspelt theme": Mistake(
        PATIENTS, "[phone-tree, known-by-name]", "[phone-tree, known-by-nam]", ":36 unknown-theme"
    ),
    "a misspelt field": Mistake(NURSES, "provenance: par", "provenence: par", ":8 unknown-field"),
    "a misspelt stance": Mistake(PATIENTS, "stance: diverges", "stance: divers", ":54 wrong-value"),
    "a quotation without its clearance": Mistake(
        NURSES,
        "  provenance: composite\n  cleared: {by: EA, on: 2025-12-03}\n",
        "",
        ":11 uncleared",
    ),
    "a withdrawn quotation with its text": Mistake(
        PATIENTS, "- id: q005\n", "- id: q005\n  text: Take it down.\n", ":77 withdrawn-with-text"
    ),
    "an id used twice": Mistake(PATIENTS, "- id: q006", "- id: q003", ":57 duplicate-id"),
    "an id with capital letters": Mistake(
        "implications.yml", "announce-by-phone", "Announce", ":1 bad-id"
    ),
    "a field given twice": Mistake(
        "sessions.yml", "  duration: 70\n", "  duration: 70\n  duration: 75\n", ":8 duplicate-key"
    ),
    "a missing title": Mistake(KNOWING, "title: Knowing when\n", "", ":1 missing-field"),
    "a word for a number": Mistake(
        "sessions.yml", "participants: 5", "participants: five", ":6 wrong-type"
    ),
    "a session's exact day": Mistake("sessions.yml", "2025-06", "2025-06-14", ":8 wrong-value"),
    "an undeclared level": Mistake(
        "participants.yml", "{age: under 40}", "{age: 38}", ":3 unknown-level"
    ),
    "a group the participant is not in": Mistake(
        NURSES,
        "group: nurses\n  provenance: par",
        "group: patients\n  provenance: par",
        ":7 group-mismatch",
    ),
    "a session the participant was not at": Mistake(
        NURSES, "session: idi-1", "session: diary-1", ":6 session-mismatch"
    ),
    "a placed quotation that is not there": Mistake(
        KNOWING, "[[q002]]", "[[q020]]", ":39 unknown-quotation"
    ),
    "a tab for indentation": Mistake(
        "codebook.yml", "      definition: The", "\tdefinition: The", ":7 tab"
    ),
    "a colon in unquoted text": Mistake(
        PATIENTS, "text: I was told to wait,", "text: I was told: wait,", ":35 colon-in-text"
    ),
    "a quote left open": Mistake(PATIENTS, '(laughs)"', "(laughs)", ":4 unclosed-quote"),
    "a comment that swallows text": Mistake(
        KNOWING, "title: The notice board", "title: The #1 notice board", ":33 cut-text"
    ),
    "a summary that is too long": Mistake(
        "study.yml", "who ride in it,", "who ride in it," + " word" * 300, ":31 long-summary"
    ),
    "a memo that is not for publication": Mistake(
        KNOWING, "    publish: true\n", "", ":27 unpublished-memo"
    ),
    "two records run into one by a missing dash": Mistake(
        "sessions.yml", "- id: idi-1", "  id: idi-1", ":19 duplicate-key"
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_at_its_line(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    data_dir = shutil.copytree(FULL, tmp_path / "themes_data")
    path = data_dir / mistake.file
    text = path.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1
    path.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    found = [
        f"{problem.location.file.removeprefix('themes_data/')}:{problem.location.line} {problem.rule}"
        for problem in check_study(data_dir).problems
    ]
    assert mistake.file + mistake.expected in found
    assert len(found) == 1
