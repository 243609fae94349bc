"""What may stand in a public folder: only what is cleared, composed or a bare tombstone."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of
from days import TODAY

from study_findings.reading.draft import Draft

STUDY = "study.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"
CLEARED = "  cleared: {by: EA, on: 2025-12-01}\n"

# What is changed in the small study -> the problems.
CASES: dict[str, tuple[Files, list[str]]] = {
    "uncleared": (
        edited(QUOTATIONS, CLEARED, ""),
        [
            "quotations/students.yml:1:3 error uncleared: quotation q001 is not cleared, and this "
            "folder is public; move it to private/ and clear it with "
            "`findings clear q001 --by WHO`; where it was committed, take it out of git's history "
            "too, with git-filter-repo"
        ],
    ),
    "withdrawn-with-text": (
        {
            QUOTATIONS: SMALL[QUOTATIONS]
            + "- id: q005\n  text: Still here.\n  withdrawn: {on: 2025-12-02}\n"
        },
        [
            "quotations/students.yml:8:3 error withdrawn-with-text: quotation q005 is withdrawn "
            "but still has text; keep id, formerly and withdrawn, and remove all else; where it "
            "was committed, take it out of git's history too, with git-filter-repo"
        ],
    ),
    "cleared-illustrative": (
        edited(QUOTATIONS, "  themes", "  provenance: illustrative\n  themes"),
        [
            "quotations/students.yml:6:3 error cleared-illustrative: quotation q001 is cleared, "
            "and yet composed (illustrative); remove `cleared` if it is composed, or correct the "
            "provenance if it was said"
        ],
    ),
    "future-date of a clearance": (
        edited(QUOTATIONS, "2025-12-01", "2999-12-01"),
        [
            "quotations/students.yml:5:25 warning future-date: quotation q001 is cleared on "
            "2999-12-01, which is to come; correct the date"
        ],
    ),
    "future-date of a withdrawal": (
        {QUOTATIONS: SMALL[QUOTATIONS] + "- id: q005\n  withdrawn: {on: 2999-12-01}\n"},
        [
            "quotations/students.yml:7:19 warning future-date: quotation q005 is withdrawn on "
            "2999-12-01, which is to come; correct the date"
        ],
    ),
    "unpublished-memo": (
        {THEME: SMALL[THEME] + "memos:\n  - text: For us only.\n"},
        [
            "themes/having-time.yml:10:5 warning unpublished-memo: a memo on theme having-time is "
            "not for publication, but lies in a public folder; keep it in private/, or say "
            "`publish: true`"
        ],
    ),
    "unpublished-memo on the study": (
        {STUDY: SMALL[STUDY] + "memos:\n  - text: For us only.\n    publish: no\n"},
        [
            "study.yml:18:5 warning unpublished-memo: a memo on the study is not for publication, "
            "but lies in a public folder; keep it in private/, or say `publish: true`"
        ],
    ),
    "kept-out": (
        edited(QUOTATIONS, CLEARED, f"{CLEARED}  kept_out: true\n"),
        [
            "quotations/students.yml:6:3 error kept-out: quotation q001 is kept out, and this "
            "folder is public; leave it in private/; where it is to be published after all, take "
            "`kept_out` out; where it was committed, take it out of git's history too, with "
            "git-filter-repo"
        ],
    ),
    "open-wish": (
        edited(QUOTATIONS, CLEARED, f"{CLEARED}  wish: {{words: Less., on: 2025-12-02}}\n"),
        [
            "quotations/students.yml:6:3 error open-wish: quotation q001 has a `wish` on which "
            "nobody has decided; in private/, change the words as you decide, take `wish` out, and "
            "clear it then; where it was committed, take it out of git's history too, with "
            "git-filter-repo"
        ],
    ),
    "read-back-counts of more than were asked": (
        {STUDY: SMALL[STUDY] + "publication: {read_back: {invited: 4, answered: 5}}\n"},
        [
            "study.yml:17:15 error read-back-counts: 5 people are said to have read their words "
            "back, of 4 who were asked; correct the numbers, or have `findings read-back --count` "
            "write them"
        ],
    ),
    "read-back-counts of more than took part": (
        {
            STUDY: SMALL[STUDY]
            .replace("Student\n", "Student\n    participants: 3\n")
            .replace("Teacher\n", "Teacher\n    participants: 0\n")
            + "publication: {read_back: {invited: 4, answered: 4}}\n"
        },
        [
            "study.yml:19:15 error read-back-counts: 4 people are said to have been asked to read "
            "their words back, and 3 took part; correct `invited`, or the participants of the "
            "groups"
        ],
    ),
    "read-back-few": (
        {STUDY: SMALL[STUDY] + "publication: {read_back: {invited: 2, answered: 1}}\n"},
        [
            "study.yml:17:15 warning read-back-few: so few people were asked to read their words "
            "back that the site does not say it; take `read_back` out: this file is as public as "
            "the site"
        ],
    ),
    "read-back of as many as the smallest cell": (
        {STUDY: SMALL[STUDY] + "publication: {read_back: {invited: 3, answered: 3}}\n"},
        [],
    ),
    "unpublished-attribute": (
        edited(STUDY, "    publish: true\n", ""),
        [
            'participants.yml:4:16 warning unpublished-attribute: attribute "age" is not for '
            "publication, but participants.yml is public; keep its values in private/, or say "
            "`publish: true` for it in study.yml"
        ],
    ),
}


@pytest.mark.parametrize(
    ("field", "place"), [("title", "1:8"), ("gist", "3:7"), ("summary", "4:10")]
)
def test_what_is_to_be_written_is_a_notice(field: str, place: str, tmp_path: Path) -> None:
    study = re.sub(f"(?m)^{field}: .*$", f"{field}: To be written.", SMALL[STUDY])
    assert problems_of(tmp_path, {STUDY: study}) == [
        f"study.yml:{place} notice to-be-written: the study's {field} is still to be written; "
        "write over it before you publish"
    ]


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected


def test_all_that_a_tombstone_keeps_is_named(tmp_path: Path) -> None:
    kept = "- {id: q005, themes: [having-time], text: Still here., withdrawn: {on: 2025-12-02}}\n"
    found = problems_of(tmp_path, {QUOTATIONS: SMALL[QUOTATIONS] + kept})
    assert any("quotation q005 is withdrawn but still has text, themes; keep" in x for x in found)


def test_an_attribute_is_told_at_the_first_person_who_has_it(tmp_path: Path) -> None:
    files = {
        STUDY: SMALL[STUDY].replace("    publish: true\n", ""),
        "participants.yml": SMALL["participants.yml"].replace("  attributes: {age: young}\n", "")
        + "- {id: s02, group: students, attributes: {age: old}}\n"
        + "- {id: s03, group: students, attributes: {age: young}}\n",
    }
    (found,) = problems_of(tmp_path, files)
    assert found.startswith("participants.yml:5:")


def test_only_the_memos_that_are_not_published_are_told(tmp_path: Path) -> None:
    memos = "memos:\n  - {text: For all., publish: true}\n  - {text: For us.}\n"
    (found,) = problems_of(tmp_path, {THEME: SMALL[THEME] + memos})
    assert found.startswith("themes/having-time.yml:11:")


@pytest.mark.parametrize(("days", "is_warned"), [(0, False), (1, False), (2, True)])
@pytest.mark.parametrize("what", ["cleared: {by: EA, on: %s}", "withdrawn: {on: %s}"])
def test_a_day_ahead_may_be_another_time_zone(
    what: str, days: int, is_warned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = partial(Draft, today=TODAY)
    monkeypatch.setattr("study_findings.reading.typed_records.Draft", still)
    day = TODAY + timedelta(days=days)
    words = "" if what.startswith("withdrawn") else "  text: So.\n  themes: [having-time]\n"
    record = f"- id: q005\n{words}  {what % day}\n"
    found = problems_of(tmp_path, {"quotations/more.yml": record})
    assert [line for line in found if " future-date: " in line] == (
        [line for line in found if str(day) in line] if is_warned else []
    )
    assert any(" future-date: " in line for line in found) == is_warned
