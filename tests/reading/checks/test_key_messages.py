"""Key messages sum up what was found, in few words, and are few."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, problems_of

THEME = "themes/having-time.yml"
COMPOSED = "provenance: illustrative\n"
CLAIMS = (
    "claims:\n"
    "  - {id: found, says: Nobody has time., rests_on: [q001, q002]}\n"
    "  - {id: made-up, says: Everybody has time., rests_on: [q001, q002], provenance: illustrative}"
    "\n"
)
SAID = (
    "- {id: q002, text: We sat until dark., themes: [having-time, teaching], session: idi-1, "
    "cleared: {by: EA, on: 2025-12-01}}\n"
)
FIRST_LINE = len(SMALL["study.yml"].splitlines()) + 2


def said_of(root: Path, *messages: str) -> list[str]:
    """List what is said of a study with key messages, each by its fields but the id."""
    told = "".join(f"  - {{id: m{number}, {fields}}}\n" for number, fields in enumerate(messages))
    files = {
        "study.yml": f"{SMALL['study.yml']}key_messages:\n{told}",
        THEME: SMALL[THEME] + CLAIMS,
        "themes/teaching.yml": f"id: teaching\ntitle: Teaching\n{COMPOSED}",
        "quotations/more.yml": SAID,
    }
    return problems_of(root, files)


@pytest.mark.parametrize("fields", ["themes: [having-time]", "claims: [found]"])
def test_a_message_of_what_was_found_is_fine(tmp_path: Path, fields: str) -> None:
    assert said_of(tmp_path, f"says: Time is short., {fields}") == []


def test_each_message_of_nothing_is_refused(tmp_path: Path) -> None:
    none, theme = "says: Time is short.", "says: Time is short., themes: [having-time]"
    hint = "name what it sums up: `claims: [ID]` or `themes: [ID]`"
    assert said_of(tmp_path, none, theme, none) == [
        f"study.yml:{FIRST_LINE + at}:5 error message-without-ground: key message m{at} names no "
        f"claim and no theme; {hint}"
        for at in (0, 2)
    ]


@pytest.mark.parametrize(
    ("fields", "composed"),
    [
        ("claims: [made-up]", "made-up"),
        ("claims: [found, made-up]", "made-up"),
        ("themes: [teaching]", "teaching"),
        ("themes: [having-time, teaching]", "teaching"),
        ("claims: [made-up], themes: [teaching]", "made-up"),
        ("claims: [found], themes: [teaching]", "teaching"),
        ("claims: [found], themes: [having-time]", ""),
        ("claims: [made-up], themes: [teaching], provenance: illustrative", ""),
        ("claims: [found], provenance: illustrative", ""),
    ],
)
def test_what_was_composed_is_not_said_to_be_found(
    tmp_path: Path, fields: str, composed: str
) -> None:
    """One that says it was composed before it changes nothing."""
    found = said_of(
        tmp_path,
        "says: All have time., claims: [made-up], provenance: illustrative",
        f"says: Time is short., {fields}",
    )
    expected = (
        f"study.yml:{FIRST_LINE + 1}:5 error claim-on-composed: key message m1 is said to be "
        f"found, and {composed} was composed; say `provenance: illustrative` of the message, or "
        "name what was found"
    )
    assert found == [expected] * bool(composed)


def test_a_message_of_what_nothing_declares_is_told_of_that_alone(tmp_path: Path) -> None:
    (found,) = said_of(tmp_path, "says: Time is short., claims: [fuond]")
    assert " unknown-claim: " in found


def test_each_message_is_a_sentence_one_can_keep(tmp_path: Path) -> None:
    found = said_of(
        tmp_path, *(f"says: {'word ' * words}, themes: [having-time]" for words in (31, 30, 32))
    )
    assert found == [
        f"study.yml:{FIRST_LINE + at}:20 error long-claim: key message m{at} has {words} words; "
        "shorten it to 30"
        for at, words in ((0, 31), (2, 32))
    ]


@pytest.mark.parametrize("number", [0, 3, 4, 5])
def test_three_messages_are_kept(tmp_path: Path, number: int) -> None:
    """Told at the fourth."""
    found = said_of(tmp_path, *["says: Time is short., themes: [having-time]"] * number)
    expected = (
        f"study.yml:{FIRST_LINE + 3}:5 error too-many-messages: the study has {number} key "
        "messages; keep the 3 that readers should take away first"
    )
    assert [line for line in found if "too-many" in line] == [expected] * (number > 3)
