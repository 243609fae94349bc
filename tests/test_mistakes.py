"""Mistakes authors make, seeded into a full study: each is found, at its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from study_findings.reading.load import check_study

FULL = Path(__file__).parent / "studies" / "full" / "themes_data"


class Mistake(NamedTuple):
    """Replace a text that stands once in a file; expect one problem on the line that holds `at`."""

    file: str
    old: str
    new: str
    rule: str
    at: str


PATIENTS = "quotations/patients.yml"
NURSES = "quotations/nurses.yml"
SESSIONS = "sessions.yml"
KNOWING = "themes/knowing-when.yml"
URDU = "translations/ur/themes/knowing-when.yml"
URDU_STUDY = "translations/ur/study.yml"

MISTAKES = {
    "a misspelt theme": Mistake(
        PATIENTS, "phone-tree, known-by-name]", "phone-tree, x]", "unknown-theme", "phone-tree, x"
    ),
    "a misspelt field": Mistake(
        NURSES, "provenance: para", "provenence: para", "unknown-field", "provenence"
    ),
    "a misspelt stance": Mistake(
        PATIENTS, "stance: diverges", "stance: divers", "wrong-value", "divers\n"
    ),
    "a quotation without its clearance": Mistake(
        NURSES, "composite\n  cleared: {by: EA, on: 2025-12-03}", "verbatim", "uncleared", "q011"
    ),
    "a withdrawn quotation with its text": Mistake(
        PATIENTS, "id: q005", "id: q005\n  text: Gone.", "withdrawn-with-text", "withdrawn:"
    ),
    "an id used twice": Mistake(
        PATIENTS, "id: q006", "id: q003 # new", "duplicate-id", "q003 # new"
    ),
    "an id with capital letters": Mistake(
        "implications.yml", "announce-by-phone", "Announce", "bad-id", "id: Announce"
    ),
    "a field given twice": Mistake(
        SESSIONS, "  duration: 70\n", "  duration: 70\n  duration: 75\n", "duplicate-key", "75"
    ),
    "a missing title": Mistake(
        KNOWING, "title: Knowing when\n", "", "missing-field", "id: knowing-when"
    ),
    "a word for a number": Mistake(
        SESSIONS, "participants: 5", "participants: five", "wrong-type", "five"
    ),
    "a session's exact day": Mistake(
        SESSIONS, "2025-06", "2025-06-14", "wrong-value", "2025-06-14"
    ),
    "an undeclared level": Mistake(
        "participants.yml", "{age: under 40}", "{age: 38}", "unknown-level", "38"
    ),
    "a group the participant is not in": Mistake(
        NURSES,
        "group: nurses\n  provenance: para",
        "group: patients\n  provenance: para",
        "group-mismatch",
        "group: patients",
    ),
    "a session the participant was not at": Mistake(
        NURSES, "session: idi-1", "session: diary-1", "session-mismatch", "diary-1"
    ),
    "a placed quotation that is not there": Mistake(
        KNOWING, "[[q002]]", "[[q020]]", "unknown-quotation", "[[q020]]"
    ),
    "a tab for indentation": Mistake(
        "codebook.yml", "      definition: The", "\tdefinition: The", "tab", "\tdefinition"
    ),
    "a colon in unquoted text": Mistake(
        PATIENTS, "was told to wait,", "was told: wait,", "colon-in-text", "told: wait"
    ),
    "a quote left open": Mistake(PATIENTS, '(laughs)"', "(laughs)", "unclosed-quote", "(laughs)"),
    "a comment that swallows text": Mistake(
        KNOWING, "title: The notice", "title: The #1 notice", "cut-text", "#1 notice"
    ),
    "a summary that is too long": Mistake(
        "study.yml", "who ride in it,", "who ride in it," + " x" * 300, "long-summary", "summary: |"
    ),
    "a memo that is not for publication": Mistake(
        KNOWING, "    publish: true\n", "", "unpublished-memo", "- text: Was two themes"
    ),
    "a record without its dash": Mistake(
        SESSIONS, "- id: idi-1", "  id: idi-1", "duplicate-key", "id: idi-1"
    ),
    "a translation of a misspelt subtheme": Mistake(
        URDU, "- id: who-reads-aloud", "- id: who-reads", "unknown-theme", "who-reads\n"
    ),
    "a translation's misspelt field": Mistake(
        URDU, "\nboundary:", "\nboundry:", "unknown-field", "boundry:"
    ),
    "a translation that lost a quotation": Mistake(
        URDU, "  [[q004]]\n", "", "placed-otherwise", "narrative: |\n  لوگوں"
    ),
    "a translated narrative that places another quotation": Mistake(
        URDU, "[[q002]]", "[[q002]]\n\n      [[q010]]", "placed-otherwise", "narrative: |\n      یہ"
    ),
    "a translated narrative that places a misspelt quotation": Mistake(
        URDU, "[[q001]]", "[[q001]]\n\n  [[q1]]", "unknown-quotation", "[[q1]]"
    ),
    "a quotation placed within a translated line": Mistake(
        URDU, "\n\n      [[q002]]", " [[q002]]", "placed-inline", " [[q002]]"
    ),
    "a title for a source": Mistake(
        URDU, "source: 80425867", "source: Knowing when", "wrong-value", "Knowing when"
    ),
    "a colon in an unquoted translation": Mistake(
        URDU, "title: اعلان کا تختہ", "title: تختہ: اعلان", "colon-in-text", "تختہ: "
    ),
    "a tab in a translation": Mistake(
        URDU_STUDY, "    singular: نرس", "\tsingular: نرس", "tab", "\tsingular"
    ),
    "a translated name of a misspelt group": Mistake(
        URDU_STUDY, "id: nurses", "id: nurse", "unknown-group", "id: nurse\n"
    ),
    "a translated headline given twice": Mistake(
        URDU_STUDY, "groups:\n", "headline: دوسری\ngroups:\n", "duplicate-key", "headline: دوسری"
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_at_its_line(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    data_dir = shutil.copytree(FULL, tmp_path / "themes_data")
    path = data_dir / mistake.file
    text = path.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1
    seeded = text.replace(mistake.old, mistake.new)
    assert seeded.count(mistake.at) == 1
    path.write_text(seeded, encoding="utf-8")
    line = seeded[: seeded.index(mistake.at)].count("\n") + 1
    found = [
        (problem.location.file, problem.location.line, problem.rule)
        for problem in check_study(data_dir).problems
        if problem.level != "notice"
    ]
    assert found == [(f"themes_data/{mistake.file}", line, mistake.rule)]
