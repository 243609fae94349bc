"""Claims and key messages rest on voices that are shown, and say no more than these do."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, problems_of

SAID = """\
- id: q002
  text: We sat until the lamp was out.
  themes: [having-time]
  session: idi-1
  cleared: {by: EA, on: 2025-12-01}
- id: q003
  text: I had all the time in the world.
  themes: [having-time]
  stance: diverges
  group: faculty
  cleared: {by: EA, on: 2025-12-01}
- id: q004
  withdrawn: {on: 2025-12-02}
- id: q005
  text: An hour, as an example.
  themes: [having-time]
  group: faculty
  provenance: illustrative
- id: q006
  text: Watch me, and ask.
  themes: [teaching]
  group: faculty
  cleared: {by: EA, on: 2025-12-01}
- id: q007
  text: There is never time.
  themes: [having-time]
  participant: s01
  cleared: {by: EA, on: 2025-12-01}
"""
TEACHING = "id: teaching\ntitle: Teaching\n"
AGAINST = "rests_on: [q001, q002], against: [q003]"


def study(fields: str, says: str = "Nobody has time.", more: str = "", about: str = "") -> Files:
    claim = f"claims:\n  - {{id: no-time, says: {says}, {fields}}}\n"
    return {
        "themes/having-time.yml": SMALL["themes/having-time.yml"] + more + claim,
        "themes/teaching.yml": TEACHING,
        "quotations/more.yml": SAID,
        "study.yml": SMALL["study.yml"] + about,
    }


def test_a_claim_with_voices_for_and_against_it_is_fine(tmp_path: Path) -> None:
    assert problems_of(tmp_path, study(AGAINST)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("against: [q003]", "error claim-without-ground: claim no-time rests on no quotation"),
        (
            "rests_on: [q001, q002, q004], against: [q003]",
            "error claim-on-withdrawn: claim no-time names quotation q004, which is withdrawn; "
            "take it out of `rests_on`, and see that q001, q002 carry it",
        ),
        (
            "rests_on: [q004], against: [q003]",
            "claim no-time names quotation q004, which is withdrawn; it rests on nothing else: "
            "name other quotations, or take the claim out",
        ),
        (
            "rests_on: [q001, q002], against: [q003, q004]",
            "claim no-time names quotation q004, which is withdrawn; take it out of `against`",
        ),
        (
            "rests_on: [q001, q002, q006], against: [q003]",
            "error claim-on-other-theme: claim no-time of theme having-time names quotation q006, "
            "which speaks to teaching",
        ),
        (
            "rests_on: [q001, q002, q003], against: [q003]",
            "error claim-for-and-against: claim no-time names quotation q003 for it and against it",
        ),
        (
            "rests_on: [q001, q002, q005], against: [q003]",
            "error claim-on-composed: claim no-time is said to be found, and quotation q005 was "
            "composed",
        ),
        (
            "rests_on: [q001, q009], against: [q003]",
            'error unknown-quotation: claim no-time names quotation "q009"',
        ),
        (
            "rests_on: [q001], against: [q003]",
            "warning claim-on-one: claim no-time rests on quotation q001 alone",
        ),
        (
            "rests_on: [q001, q007], against: [q003]",
            "warning claim-on-one: claim no-time rests on the words of one person",
        ),
        (
            "rests_on: [q001, q002]",
            "notice unanswered-divergence: quotation q003 speaks against having-time, and no claim "
            "names it",
        ),
    ],
)
def test_what_is_said_of_its_ground(tmp_path: Path, fields: str, expected: str) -> None:
    found = problems_of(tmp_path, study(fields))
    assert len([problem for problem in found if expected in problem]) == 1, found
    assert len(found) == 1 or "q009" in fields, found


def test_how_few_a_composed_claim_rests_on_tells_nothing(tmp_path: Path) -> None:
    fields = "rests_on: [q005], against: [q003], provenance: illustrative"
    assert problems_of(tmp_path, study(fields)) == []


def test_words_are_counted_to_thirty(tmp_path: Path) -> None:
    assert problems_of(tmp_path, study(AGAINST, "word " * 30)) == []
    found = problems_of(tmp_path, study(AGAINST, "word " * 31))
    assert ["claim no-time has 31 words; shorten it to 30" in problem for problem in found] == [
        True
    ]


def test_a_composed_theme_claims_nothing_as_found(tmp_path: Path) -> None:
    composed = "provenance: illustrative\n"
    found = problems_of(tmp_path, study(AGAINST, more=composed))
    assert ["and its theme having-time was composed" in problem for problem in found] == [True]
    said_so = f"{AGAINST}, provenance: illustrative"
    assert problems_of(tmp_path, study(said_so, more=composed)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("claims: [no-time]", ""),
        ("themes: [having-time]", ""),
        ("provenance: reported", "error message-without-ground: key message first names no claim"),
        ("claims: [no-tiem]", 'error unknown-claim: key-message first names claim "no-tiem"'),
        ("themes: [haste]", 'error unknown-theme: key-message first names theme "haste"'),
    ],
)
def test_a_message_sums_something_up(tmp_path: Path, fields: str, expected: str) -> None:
    about = f"key_messages:\n  - {{id: first, says: Time is short., {fields}}}\n"
    found = problems_of(tmp_path, study(AGAINST, about=about))
    assert [expected in problem for problem in found] == [True] * bool(expected), found


def test_a_message_on_a_composed_claim_says_so(tmp_path: Path) -> None:
    claim = f"{AGAINST}, provenance: illustrative"
    about = "key_messages:\n  - {id: first, says: Time is short., claims: [no-time]%s}\n"
    found = problems_of(tmp_path, study(claim, about=about % ""))
    expected = "error claim-on-composed: key message first is said to be found, and no-time was"
    assert [expected in problem for problem in found] == [True]
    fine = study(claim, about=about % ", provenance: illustrative")
    assert problems_of(tmp_path, fine) == []


def test_three_messages_are_kept(tmp_path: Path) -> None:
    entry = "  - {id: m%d, says: Time is short., themes: [having-time]}\n"
    for number in (3, 4):
        about = "key_messages:\n" + "".join(entry % n for n in range(number))
        found = problems_of(tmp_path, study(AGAINST, about=about))
        expected = ["the study has 4 key messages" in problem for problem in found]
        assert expected == [True] * (number == 4), found
