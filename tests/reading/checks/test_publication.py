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


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("", ""),
        ("provenance: illustrative", "yet nobody said it"),
        ("provenance: translated", "yet it has no original to compare"),
        ("provenance: translated, original: {language: ur}", "yet it has no original to compare"),
        ("provenance: translated, original: {language: ur, text: وقت نہیں تھا}", ""),
        ("provenance: paraphrased", "yet is paraphrased"),
        ("provenance: composite", "yet is composite"),
    ],
)
def test_what_nobody_said_so_is_compared_with_no_transcript(
    tmp_path: Path, fields: str, why: str
) -> None:
    record = (
        "- {id: q005, text: No time., themes: [having-time], group: students, "
        f"{fields}{', ' * bool(fields)}cleared: {{by: EA, on: 2025-12-01, transcript: exact}}}}\n"
    )
    found = problems_of(tmp_path, {"quotations/more.yml": record})
    expected = (
        f"quotations/more.yml:1:{record.index('transcript') + 1} warning compared-unsaid: "
        f"quotation q005 says how it compares with its transcript, {why}; take `transcript` out of "
        "`cleared`; the site does not show it"
    )
    told = [line for line in found if " compared-unsaid: " in line]
    assert told == [expected] * bool(why)


def test_what_is_not_compared_may_be_said_by_nobody(tmp_path: Path) -> None:
    files = edited(QUOTATIONS, "  themes", "  provenance: paraphrased\n  themes")
    assert not any("compared-unsaid" in line for line in problems_of(tmp_path, files))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["note: None."], ""),
        (["page: 3"], "q010 says where"),
        (["lines: 3-9"], "q010 says where"),
        (["note: None., page: 3", "page: iv"], "q010 and 1 more say where"),
        (
            ["note: None.", "lines: 3-9, page: 3", "page: 12", "lines: 4"],
            "q011 and 2 more say where",
        ),
    ],
)
def test_that_places_lie_in_a_public_folder_is_told_once(
    tmp_path: Path, places: list[str], expected: str
) -> None:
    """At the page of the first that has one, or at its lines."""
    records = [
        f"- {{id: q01{number}, text: It rained {number} days., themes: [having-time], {place}, "
        "group: students, cleared: {by: EA, on: 2025-12-01}}"
        for number, place in enumerate(places)
    ]
    files = {"quotations/more.yml": "\n".join(records) + "\n"}
    found = problems_of(tmp_path / "a", files)
    if expected:
        at = next(n for n, place in enumerate(places) if "page" in place or "lines" in place)
        name = "page" if "page" in places[at] else "lines"
        assert found == [
            f"quotations/more.yml:{at + 1}:{records[at].index(name) + 1} notice "
            f"unpublished-place: quotation {expected} in the source the words stand, which is not "
            "for publication, but this folder is public; keep it in private/, or say "
            "`source_places: true` under `publication` in study.yml"
        ]
    else:
        assert found == []
    told = {"study.yml": SMALL[STUDY] + "publication: {source_places: true}\n"}
    assert problems_of(tmp_path / "b", {**files, **told}) == []


HISTORY = "codebook_history:\n  - {version: '1', on: 2025-11-01, changed: All of it.}\n"
NO_CODES: Files = {
    STUDY: SMALL[STUDY] + HISTORY,
    "codebook.yml": None,
    THEME: SMALL[THEME].replace("codes: [time]\n", ""),
}


def test_the_history_of_a_codebook_is_for_its_page(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "a", {STUDY: SMALL[STUDY] + HISTORY}) == []
    assert problems_of(tmp_path / "b", {**NO_CODES, STUDY: SMALL[STUDY]}) == []
    assert problems_of(tmp_path / "c", NO_CODES) == [
        "study.yml:17:1 notice no-codebook: the versions of the codebook are told, but no codebook "
        "is published; publish codebook.yml, or leave `codebook_history` out"
    ]


def test_a_codebook_that_cannot_be_read_is_no_missing_one(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {**NO_CODES, "codebook.yml": "- label: Time\n"})
    assert found
    assert not any("no-codebook" in line for line in found)


def test_who_can_have_words_taken_away_is_told_whom_to_write_to(tmp_path: Path) -> None:
    removal = SMALL[STUDY] + "removal: Write to us.\n"
    assert problems_of(tmp_path / "a", {STUDY: removal}) == [
        "study.yml:17:1 error no-contact: the study says how words can be taken away, and not whom "
        "to write to; add `contact: …`: a name with an address, or a page"
    ]
    contact = "contact: EA <ea@example.org>\n"
    assert problems_of(tmp_path / "b", {STUDY: removal + contact}) == []
    assert problems_of(tmp_path / "c", {STUDY: SMALL[STUDY] + "removal: not_reported\n"}) == []


def counts(invited: int, answered: int, *participants: int | None) -> Files:
    """Give the study with numbers of people in its groups, and of those who read back."""
    told = SMALL[STUDY]
    for label, number in zip(("Student\n", "Teacher\n"), participants, strict=True):
        if number is not None:
            told = told.replace(label, f"{label}    participants: {number}\n")
    read = f"publication: {{read_back: {{invited: {invited}, answered: {answered}}}}}\n"
    return {STUDY: told + read}


@pytest.mark.parametrize(
    ("files", "is_told"),
    [
        (counts(5, 5, 2, 3), False),
        (counts(6, 5, 2, 3), True),
        # The groups that are told are not all.
        (counts(6, 5, 2, None), False),
        (counts(6, 7, 4, 4), True),
    ],
)
def test_no_more_read_back_than_there_are(tmp_path: Path, files: Files, is_told: bool) -> None:
    found = problems_of(tmp_path, files)
    assert ["read-back-counts" in line for line in found] == [True] * is_told


def test_all_that_is_wrong_with_the_numbers_of_those_who_read_back_is_told(tmp_path: Path) -> None:
    found = problems_of(tmp_path, counts(2, 3, 1, 0))
    assert [line.split()[2] for line in found] == [
        "read-back-counts:",
        "read-back-counts:",
        "read-back-few:",
    ]


def test_each_attribute_is_told_once(tmp_path: Path) -> None:
    """At the first person who has it, though others have it too."""
    files = {
        STUDY: SMALL[STUDY]
        .replace("    publish: true\n", "")
        .replace("attributes:\n", "attributes:\n  - {id: ward, label: Ward, levels: [A, B]}\n"),
        "participants.yml": SMALL["participants.yml"].replace(
            "{age: young}", "{age: young, ward: A}"
        )
        + "- {id: s02, group: students, attributes: {age: old, ward: B}}\n",
    }
    found = [line for line in problems_of(tmp_path, files) if "unpublished-attribute" in line]
    assert [line.split()[4] for line in found] == ['"age"', '"ward"']
    assert all(line.startswith("participants.yml:4:") for line in found)


def test_each_quotation_that_may_not_be_published_is_told(tmp_path: Path) -> None:
    """One that may stands between them, and one thing wrong does not hide another."""
    said = ("wish: {words: Less., on: 2025-12-02}", "kept_out: true", "provenance: illustrative")
    cleared = "cleared: {by: EA, on: 2025-12-01}"
    fields = [cleared, *(f"{cleared}, {more}" for more in said), cleared, "stance: confirms"]
    records = "".join(
        f"- {{id: q01{number}, text: It rained {number} days., themes: [having-time], "
        f"group: students, {more}}}\n"
        for number, more in enumerate([*fields, *fields[1:4], fields[5]])
    )
    found = problems_of(tmp_path, {"quotations/more.yml": records})
    assert sorted((line.split()[2], line.split()[4]) for line in found) == [
        ("cleared-illustrative:", "q013"),
        ("cleared-illustrative:", "q018"),
        ("kept-out:", "q012"),
        ("kept-out:", "q017"),
        ("open-wish:", "q011"),
        ("open-wish:", "q016"),
        ("uncleared:", "q015"),
        ("uncleared:", "q019"),
    ]
