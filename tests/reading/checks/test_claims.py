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
        (
            "against: [q003]",
            [
                "5 error claim-without-ground: claim no-time rests on no quotation; name the "
                "quotations that carry it: `rests_on: [ID]`; or take the claim out",
            ],
        ),
        (
            "rests_on: [q001, q002, q004], against: [q003]",
            [
                "66 error claim-on-withdrawn: claim no-time names quotation q004, which is "
                "withdrawn; take it out of `rests_on`, and see that q001 and q002 carry it",
            ],
        ),
        (
            "rests_on: [q004], against: [q003]",
            [
                "54 error claim-on-withdrawn: claim no-time names quotation q004, which is "
                "withdrawn; it rests on nothing else: name other quotations, or take the claim "
                "out",
            ],
        ),
        (
            "rests_on: [q001, q004], against: [q003]",
            [
                "43 warning claim-on-one: claim no-time rests on quotation q001 alone; name "
                "others who say so, or word the claim so that it says how few it rests on",
                "60 error claim-on-withdrawn: claim no-time names quotation q004, which is "
                "withdrawn; take it out of `rests_on`, and see that q001 carries it",
            ],
        ),
        (
            "rests_on: [q001, q002], against: [q003, q004]",
            [
                "83 error claim-on-withdrawn: claim no-time names quotation q004, which is "
                "withdrawn; take it out of `against`",
            ],
        ),
        (
            "rests_on: [q001, q002, q006], against: [q003]",
            [
                "66 error claim-on-other-theme: claim no-time of theme having-time names "
                "quotation q006, which speaks to teaching; name a quotation of having-time, or "
                "add it to the quotation's themes",
            ],
        ),
        (
            "rests_on: [q001, q002, q003], against: [q003]",
            [
                "83 error claim-for-and-against: claim no-time names quotation q003 for it and "
                "against it; keep it on one side; a note can say what it holds for the other",
            ],
        ),
        (
            "rests_on: [q001, q002, q005], against: [q003]",
            [
                "5 error claim-on-composed: claim no-time is said to be found, and quotation "
                "q005 was composed; say `provenance: illustrative` of the claim, or name words "
                "that were said",
            ],
        ),
        (
            "rests_on: [q001, q009], against: [q003]",
            [
                '60 error unknown-quotation: claim no-time names quotation "q009"; did you mean '
                '"q007"?',
            ],
        ),
        (
            "rests_on: [q001, q007], against: [q003]",
            [
                "43 warning claim-on-one: claim no-time rests on the words of one person; name "
                "others who say so, or word the claim so that it says how few it rests on",
            ],
        ),
    ],
)
def test_what_is_said_of_its_ground(tmp_path: Path, fields: str, expected: list[str]) -> None:
    """Each is told at its column in the claim's line."""
    found = problems_of(tmp_path, study(fields))
    assert found == [f"themes/having-time.yml:10:{line}" for line in expected]


def test_what_is_said_of_a_voice_that_no_claim_answers(tmp_path: Path) -> None:
    assert problems_of(tmp_path, study("rests_on: [q001, q002]")) == [
        "quotations/more.yml:9:11 notice unanswered-divergence: quotation q003 speaks against "
        "having-time, and no claim names it; name it under `against` of the claim that it speaks to"
    ]


def test_each_claim_is_held_to_all_of_it(tmp_path: Path) -> None:
    """What is wrong with one, or with none, hides nothing of those after it."""
    claims = (
        "rests_on: [q005], provenance: illustrative",
        "rests_on: [q001, q009]",
        "rests_on: [q001, q005]",
        "rests_on: [q001, q002]",
        "against: [q003]",
        "rests_on: [q001, q004, q006, q003]",
        "rests_on: [q001]",
        "rests_on: [q001, q002, q005, q006, q004]",
        "against: [q001]",
    )
    told = "claims:\n" + "".join(
        f"  - {{id: c{number}, says: {'word ' * (28 + number)}, {fields}}}\n"
        for number, fields in enumerate(claims)
    )
    theme = {"themes/having-time.yml": SMALL["themes/having-time.yml"] + told}
    found = problems_of(tmp_path, {**study(AGAINST), **theme})
    assert sorted((line.split()[4], line.split()[2]) for line in found) == [
        ("c1", "unknown-quotation:"),
        ("c2", "claim-on-composed:"),
        ("c3", "long-claim:"),
        ("c4", "claim-without-ground:"),
        ("c4", "long-claim:"),
        ("c5", "claim-on-other-theme:"),
        ("c5", "claim-on-withdrawn:"),
        ("c5", "long-claim:"),
        ("c6", "claim-on-one:"),
        ("c6", "long-claim:"),
        ("c7", "claim-on-composed:"),
        ("c7", "claim-on-other-theme:"),
        ("c7", "claim-on-withdrawn:"),
        ("c7", "long-claim:"),
        ("c8", "claim-without-ground:"),
        ("c8", "long-claim:"),
    ]


def test_composed_words_against_it_are_composed_too(tmp_path: Path) -> None:
    found = problems_of(tmp_path, study("rests_on: [q001, q002], against: [q003, q005]"))
    assert ["claim-on-composed" in problem for problem in found] == [True]


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


INNER = "subthemes:\n  - id: at-night\n    title: At night\n"
OVER = "also_under: [having-time]\n"


def at_night(theme: str, id_: str = "q010", more: str = "") -> str:
    return (
        f"- id: {id_}\n  text: At night there was none at all.\n  themes: [{theme}]\n"
        f"  session: idi-1\n  cleared: {{by: EA, on: 2025-12-01}}\n{more}"
    )


@pytest.mark.parametrize(
    ("theme", "files"),
    [
        ("at-night", {}),
        ("teaching", {"themes/teaching.yml": TEACHING + OVER}),
    ],
)
def test_voices_of_themes_inside_it_carry_a_claim(tmp_path: Path, theme: str, files: Files) -> None:
    """So do those of a theme that stands under it as well."""
    told = study("rests_on: [q001, q010], against: [q003]", more=INNER)
    more = {"quotations/night.yml": at_night(theme)}
    found = problems_of(tmp_path, {**told, **more, **files})
    assert [problem for problem in found if "claim" in problem] == []


@pytest.mark.parametrize("theme", ["at-night", "teaching"])
def test_a_voice_against_a_theme_inside_is_to_be_answered_too(tmp_path: Path, theme: str) -> None:
    """A claim is of all that stands under its theme, so what goes against that is its affair."""
    against = at_night(theme, more="  stance: diverges\n")
    files = {"quotations/night.yml": against, "themes/teaching.yml": TEACHING + OVER}
    found = problems_of(tmp_path / "a", {**study(AGAINST, more=INNER), **files})
    assert sum(f"q010 speaks against {theme}, and no claim" in problem for problem in found) == 1
    named = study("rests_on: [q001, q002], against: [q003, q010]", more=INNER)
    found = problems_of(tmp_path / "b", {**named, **files})
    assert not any("unanswered" in problem for problem in found)


def test_a_claim_that_rests_on_a_voice_against_the_theme_answers_it(tmp_path: Path) -> None:
    assert problems_of(tmp_path, study("rests_on: [q001, q003]")) == []


def test_a_voice_against_several_themes_is_answered_by_one(tmp_path: Path) -> None:
    both = at_night("having-time, teaching", more="  stance: diverges\n")
    second = "claims:\n  - {id: watch, says: They watch., rests_on: [q006, q010]}\n"
    files = {"quotations/night.yml": both, "themes/teaching.yml": TEACHING + second}
    assert problems_of(tmp_path, {**study(AGAINST), **files}) == []


def test_a_voice_against_a_theme_that_claims_nothing_is_no_matter(tmp_path: Path) -> None:
    files = {"quotations/night.yml": at_night("teaching", more="  stance: diverges\n")}
    assert problems_of(tmp_path, {**study(AGAINST), **files}) == []


def test_one_voice_of_several_themes_carries_a_claim_of_each(tmp_path: Path) -> None:
    files = {"quotations/night.yml": at_night("having-time, teaching")}
    told = {**study("rests_on: [q001, q010], against: [q003]"), **files}
    assert problems_of(tmp_path, told) == []


def test_all_themes_of_a_voice_of_another_are_named(tmp_path: Path) -> None:
    asking = {"themes/asking.yml": "id: asking\ntitle: Asking\n"}
    files = {"quotations/night.yml": at_night("teaching, asking"), **asking}
    found = problems_of(tmp_path, {**study("rests_on: [q001, q010], against: [q003]"), **files})
    assert any("q010, which speaks to teaching, asking; name" in problem for problem in found)


def test_of_a_misspelt_theme_only_the_spelling_is_wrong(tmp_path: Path) -> None:
    files = {"quotations/night.yml": at_night("having-tiem")}
    found = problems_of(tmp_path, {**study("rests_on: [q001, q010], against: [q003]"), **files})
    assert ["unknown-theme" in problem for problem in found] == [True]


def test_a_voice_of_no_theme_is_of_another(tmp_path: Path) -> None:
    loose = at_night("having-time").replace("  themes: [having-time]\n", "")
    files = {"quotations/night.yml": loose}
    found = problems_of(tmp_path, {**study("rests_on: [q001, q010], against: [q003]"), **files})
    assert any("names quotation q010, which speaks to no theme" in problem for problem in found)


@pytest.mark.parametrize(
    ("fields", "rule", "text"),
    [
        ("rests_on: [q001, q002, q004], against: [q003]", "claim-on-withdrawn", "q004"),
        ("rests_on: [q001, q002], against: [q003, q004]", "claim-on-withdrawn", "q004"),
        ("rests_on: [q001, q002, q006], against: [q003]", "claim-on-other-theme", "q006"),
        ("rests_on: [q001, q002, q003], against: [q003]", "claim-for-and-against", "q003]}"),
        ("against: [q003], rests_on: [q001]", "claim-on-one", "rests_on"),
    ],
)
def test_each_is_told_where_it_is_written(
    tmp_path: Path, fields: str, rule: str, text: str
) -> None:
    """The column is that of the id, or of the field, and not of the claim."""
    files = study(fields)
    (found,) = problems_of(tmp_path, files)
    theme = files["themes/having-time.yml"]
    assert isinstance(theme, str)
    line = theme.splitlines()[-1]
    place = f"themes/having-time.yml:{len(theme.splitlines())}:{line.index(text) + 1} "
    assert found.startswith(place)
    assert f" {rule}: " in found


def test_long_ones_and_unanswered_voices_are_told_where_they_stand(tmp_path: Path) -> None:
    """At the sentence, and at the stance."""
    theme = study(AGAINST, "word " * 31)["themes/having-time.yml"]
    assert isinstance(theme, str)
    column = theme.splitlines()[-1].index("word") + 1
    (found,) = problems_of(tmp_path / "a", study(AGAINST, "word " * 31))
    assert found.startswith(f"themes/having-time.yml:{len(theme.splitlines())}:{column} ")
    (found,) = problems_of(tmp_path / "b", study("rests_on: [q001, q002]"))
    line = SAID.splitlines().index("  stance: diverges") + 1
    assert found.startswith(f"quotations/more.yml:{line}:")


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ("rests_on: [q002, q010]", True),
        ("rests_on: [q002, q011]", False),
        ("rests_on: [q001, q012]", True),
        ("rests_on: [q011, q003]", False),
    ],
)
def test_what_one_session_alone_says_is_told(tmp_path: Path, fields: str, is_told: bool) -> None:
    """Who took part in one session alone spoke there; where it is not told, it may be another."""
    said = at_night("having-time") + (
        "- id: q011\n  text: We left it there in the dark.\n  themes: [having-time]\n"
        "  group: faculty\n  cleared: {by: EA, on: 2025-12-01}\n"
        "- id: q012\n  text: And then the bell went off.\n  themes: [having-time]\n"
        "  session: fgd-1\n  cleared: {by: EA, on: 2025-12-01}\n"
    )
    told = study(f"{fields}, against: []")
    found = problems_of(tmp_path, {**told, "quotations/night.yml": said})
    ones = [problem for problem in found if "claim-on-one" in problem]
    assert ["rests on session" in problem for problem in ones] == [True] * is_told, found


def test_how_few_is_not_told_where_a_voice_is_not_known(tmp_path: Path) -> None:
    """The one that is misspelt may be of somebody else."""
    found = problems_of(tmp_path, study("rests_on: [q001, q009], against: [q003]"))
    assert ["unknown-quotation" in problem for problem in found] == [True]


def test_ids_within_a_session_tell_the_session(tmp_path: Path) -> None:
    said = "".join(
        f"- id: q01{number}\n  text: {words}\n  themes: [having-time]\n"
        f"  participant: idi-1/p{number}\n  cleared: {{by: EA, on: 2025-12-01}}\n"
        for number, words in enumerate(("We left it there.", "And then the bell went off."))
    )
    told = study("rests_on: [q010, q011], against: [q003]")
    found = problems_of(tmp_path, {**told, "quotations/night.yml": said})
    assert sum("claim no-time rests on session idi-1 alone" in p for p in found) == 1, found


def test_who_was_in_two_sessions_may_have_spoken_in_either(tmp_path: Path) -> None:
    people = SMALL["participants.yml"].replace("[fgd-1]", "[fgd-1, idi-1]")
    said = at_night("having-time").replace("session: idi-1", "session: fgd-1")
    told = study("rests_on: [q001, q010], against: [q003]")
    files = {"quotations/night.yml": said, "participants.yml": people}
    found = problems_of(tmp_path, {**told, **files})
    assert not any("claim-on-one" in problem for problem in found)


def test_what_was_withdrawn_is_not_to_be_answered(tmp_path: Path) -> None:
    """Though its record says more than it should."""
    said = at_night("having-time", more="  stance: diverges\n  withdrawn: {on: 2025-12-02}\n")
    found = problems_of(tmp_path, {**study(AGAINST), "quotations/night.yml": said})
    assert any("q010" in problem for problem in found)
    assert not any("unanswered" in problem for problem in found)


def test_a_quotation_file_that_cannot_be_read_leaves_how_few_untold(tmp_path: Path) -> None:
    broken = {"quotations/broken.yml": "- id: q0 1\n  text: What?\n"}
    found = problems_of(tmp_path, {**study("rests_on: [q001], against: [q003]"), **broken})
    assert not any("claim-on-one" in problem for problem in found)


def test_a_message_on_a_composed_theme_inside_another_says_so(tmp_path: Path) -> None:
    inner = INNER + "    provenance: illustrative\n"
    about = "key_messages:\n  - {id: m1, says: Time is short., themes: [at-night]}\n"
    found = problems_of(tmp_path, study(AGAINST, more=inner, about=about))
    assert any("key message m1 is said to be found, and at-night was" in p for p in found)
