"""The words themselves: present, attributed to themes, not published twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of, write_study

from study_findings.reading.checks.words import placed_anywhere
from study_findings.reading.load import check_study

STUDY = "study.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"
WORDS = "There was never enough time for that."
CLEARED = "  cleared: {by: EA, on: 2025-12-01}\n"

# What is changed in the small study -> the problems.
CASES: dict[str, tuple[Files, list[str]]] = {
    "also-adds-nothing": (
        {THEME: SMALL[THEME] + "also: [workload, Having Time, '?!', WORKLOAD]\n"},
        [
            "themes/having-time.yml:9:18 warning also-adds-nothing: having-time is also looked "
            'for by "Having Time", which is its title; remove it',
            "themes/having-time.yml:9:31 warning also-adds-nothing: having-time is also looked "
            'for by "?!", which holds no word; remove it',
            "themes/having-time.yml:9:37 warning also-adds-nothing: having-time is also looked "
            'for by "WORKLOAD", which stands there before; remove it',
        ],
    ),
    "no-text": (
        edited(QUOTATIONS, f"  text: {WORDS}\n", ""),
        [
            "quotations/students.yml:1:3 error no-text: quotation q001 has neither text nor "
            'turns; add `text: "…"`'
        ],
    ),
    "text-and-turns": (
        edited(QUOTATIONS, "  themes", "  turns: [{speaker: A, text: b}]\n  themes"),
        [
            "quotations/students.yml:3:3 error text-and-turns: quotation q001 has both text and "
            "turns; keep turns for a dialogue, text for all else"
        ],
    ),
    "text-and-turns of an original": (
        {
            QUOTATIONS: SMALL[QUOTATIONS]
            + "  provenance: translated\n"
            + "  original: {text: x, language: ur, turns: [{speaker: A, text: b}]}\n"
        },
        [
            "quotations/students.yml:7:37 error text-and-turns: quotation q001 has both text and "
            "turns; keep turns for a dialogue, text for all else"
        ],
    ),
    "no-themes": (
        edited(QUOTATIONS, "  themes: [having-time]\n", ""),
        [
            "quotations/students.yml:1:3 error no-themes: quotation q001 speaks to no theme; add "
            "`themes: [ID]`"
        ],
    ),
    "no-original": (
        {QUOTATIONS: SMALL[QUOTATIONS] + "  provenance: translated\n"},
        [
            "quotations/students.yml:6:15 error no-original: quotation q001 is translated, but "
            "does not say from what; add `original: {language: TAG}`, with its text where that "
            "may be shown; for TAG, write the tag of the language it was said in"
        ],
    ),
    "original-not-translated": (
        {QUOTATIONS: SMALL[QUOTATIONS] + "  original: {text: x, language: ur}\n"},
        [
            "quotations/students.yml:6:3 error original-not-translated: quotation q001 has an "
            "original, but is verbatim; say `provenance: translated`, or remove the original"
        ],
    ),
    "same-text": (
        {
            QUOTATIONS: SMALL[QUOTATIONS]
            + (
                f"- id: q002\n  text: {WORDS.lower()}\n  themes: [having-time]\n"
                f"  participant: s01\n{CLEARED}"
            )
        },
        [
            "quotations/students.yml:6:3 warning same-text: quotation q002 has the same words as "
            "q001, from the same participant; if this is one passage, one record can name the "
            "themes of both; if it was said twice, name who said it or in which session"
        ],
    ),
    "long-summary": (
        edited(STUDY, "In plain words, little was found.", "word " * 301),
        ["study.yml:4:10 error long-summary: the summary has 301 words; shorten it to 300"],
    ),
    "count-above-total": (
        edited(THEME, "codes:", "counts: [{count: 9, unit: people, out_of: 7}]\ncodes:"),
        [
            "themes/having-time.yml:4:18 error count-above-total: theme having-time counts 9 "
            "people out of 7; correct one of the two"
        ],
    ),
    "no-quotation": (
        edited(THEME, "codes:", "subthemes: [{id: alone, title: Alone}]\ncodes:"),
        [
            "themes/having-time.yml:4:18 warning no-quotation: no quotation speaks to theme alone; "
            "name alone in a quotation's themes, or say in the theme why none is published: "
            '`withheld: "…"`'
        ],
    ),
    "placed-twice": (
        {THEME: SMALL[THEME] + "  [[q001]]\n"},
        [
            "themes/having-time.yml:9:3 warning placed-twice: quotation q001 is placed a second "
            "time on the page of having-time; place it once"
        ],
    ),
    "placed-twice by a subtheme": (
        {
            THEME: SMALL[THEME] + "subthemes: [{id: inner, title: Inner, narrative: '[[q001]]'}]\n",
            QUOTATIONS: SMALL[QUOTATIONS].replace("[having-time]", "[inner]"),
        },
        [
            "themes/having-time.yml:9:51 warning placed-twice: quotation q001 is placed a second "
            "time on the page of having-time; place it once"
        ],
    ),
    "placed-inline": (
        edited(THEME, "Time is short.", "Time is short. [[q001]]"),
        [
            "themes/having-time.yml:6:18 warning placed-inline: theme having-time has [[q001]] "
            "within a line, where it places nothing; give it a line of its own, with an empty "
            "line before and after"
        ],
    ),
    "placed three times, below a comment that names it": (
        {
            THEME: SMALL[THEME].replace("title:", "# Was [[q001]].\ntitle:")
            + "\n  [[q001]]\n\n  [[q001]]\n"
        },
        [
            f"themes/having-time.yml:{line}:3 warning placed-twice: quotation q001 is placed a "
            "second time on the page of having-time; place it once"
            for line in (11, 13)
        ],
    ),
    "placed-inline twice, below a comment that names it": (
        {
            THEME: SMALL[THEME]
            .replace("title:", "# Was [[q001]].\ntitle:")
            .replace("Time is short.", "See [[q001]] and [[q001]].")
        },
        [
            "themes/having-time.yml:7:7 warning placed-inline: theme having-time has [[q001]] "
            "within a line, where it places nothing; give it a line of its own, with an empty "
            "line before and after"
        ],
    ),
    "no-text after what is withdrawn": (
        {
            QUOTATIONS: "- {id: q002, withdrawn: {on: 2025-12-02}}\n"
            + SMALL[QUOTATIONS].replace(f"  text: {WORDS}\n", "")
        },
        [
            "quotations/students.yml:2:3 error no-text: quotation q001 has neither text nor "
            'turns; add `text: "…"`'
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected


def test_a_narrative_names_what_it_places_and_what_stands_within_a_line() -> None:
    narrative = "See [[q001]] and [[q002]].\n\n  [[q003]]\n\n[[ q004 ]]\n"
    assert placed_anywhere(narrative) == {"q001", "q002", "q003", "q004"}


def test_what_many_quotations_lack_is_one_cause_each(tmp_path: Path) -> None:
    lacking = "".join(f"- {{id: q00{n}, participant: s01}}\n" for n in (1, 2))
    found = check_study(write_study(tmp_path, {QUOTATIONS: lacking})).problems
    causes = [(problem.rule, problem.cause) for problem in found]
    for rule in ("no-text", "no-themes"):
        assert causes.count((rule, rule)) == 2


SOUND = {
    "a summary of 300 words": edited(STUDY, "In plain words, little was found.", "word " * 300),
    "a count of all": edited(
        THEME, "codes:", "counts: [{count: 7, unit: people, out_of: 7}]\ncodes:"
    ),
    "a count of no total": edited(THEME, "codes:", "counts: [{count: 7, unit: people}]\ncodes:"),
    "what is composed, with an original": {
        QUOTATIONS: SMALL[QUOTATIONS].replace(CLEARED, "  provenance: illustrative\n")
        + "  original: {text: x, language: ur}\n"
    },
    "what is withdrawn": {
        QUOTATIONS: SMALL[QUOTATIONS] + "- {id: q002, withdrawn: {on: 2025-12-02}}\n"
    },
}


@pytest.mark.parametrize("case", SOUND)
def test_nothing_is_told_of(case: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, SOUND[case]) == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("It was five words long.", False), ("This one was six words long.", True)],
)
def test_fewer_than_six_words_may_well_be_said_twice(
    text: str, is_told: bool, tmp_path: Path
) -> None:
    files = {QUOTATIONS: quotation("q001", S01, text) + quotation("q002", S01, text)}
    assert bool(problems_of(tmp_path, {**TWO_SESSIONS, **files})) is is_told


def test_the_language_most_originals_are_in_is_offered(tmp_path: Path) -> None:
    original = "  provenance: translated\n  original: {text: x, language: %s}\n"
    quotations = [
        quotation(f"q00{n}", S01 + original % language, f"Said {n}.")
        for n, language in enumerate(("ur", "ps", "ps"), 1)
    ]
    last = quotation("q004", S01 + "  provenance: translated\n", "Said 4.")
    (found,) = problems_of(tmp_path, {**TWO_SESSIONS, QUOTATIONS: "".join([*quotations, last])})
    assert found.endswith("; add `original: {language: ps}`, with its text where that may be shown")


def test_a_theme_whose_only_quotation_is_withdrawn_has_none(tmp_path: Path) -> None:
    gone = "- {id: q001, themes: [having-time], withdrawn: {on: 2025-12-02}}\n"
    found = problems_of(tmp_path, {QUOTATIONS: gone})
    assert any("no quotation speaks to theme having-time" in line for line in found)


def quotation(id_: str, who: str = "", text: str = WORDS) -> str:
    return f"- id: {id_}\n  text: {text}\n  themes: [having-time]\n{who}{CLEARED}"


TWO_SESSIONS = {
    "sessions.yml": SMALL["sessions.yml"]
    + "- id: fgd-2\n  kind: focus-group\n  groups: [students]\n",
    "participants.yml": "- {id: s01, group: students, sessions: [fgd-1, fgd-2]}\n"
    "- {id: s02, group: students, sessions: [fgd-1]}\n"
    "- {id: fgd-2/p1, group: students}\n"
    "- {id: fgd-1/p1, group: students}\n",
}
S01, S02 = "  participant: s01\n", "  participant: s02\n"
FGD1, FGD2 = "  session: fgd-1\n", "  session: fgd-2\n"


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        (S01, S01, True),
        (S01 + FGD1, S01, True),
        (FGD1, S01 + FGD1, True),
        (FGD1, "  participant: fgd-1/p1\n", True),
        (S01, S01 + FGD1, True),
        (S01 + FGD1, FGD1, True),
        (FGD1, FGD1, True),
        ("  participant: fgd-1/p1\n", FGD1, True),
        (S01, S02, False),
        (S01 + FGD1, S02 + FGD1, False),
        (S01 + FGD1, S01 + FGD2, False),
        (FGD1, FGD2, False),
        (S01, "  group: students\n", False),
        ("  group: students\n", "  group: students\n", False),
        ("  participant: fgd-1/p1\n", "  participant: fgd-2/p1\n", False),
    ],
)
def test_the_same_words_are_told_within_one_person_or_session(
    one: str, other: str, is_told: bool, tmp_path: Path
) -> None:
    quotations = quotation("q001", one) + quotation("q002", other)
    found = problems_of(tmp_path, {**TWO_SESSIONS, QUOTATIONS: quotations})
    assert ["same-text" in line for line in found] == [True] * is_told
    assert not any("keep one" in line or "delete" in line for line in found)


def same_text(root: Path, one: str, other: str) -> str:
    quotations = quotation("q001", one) + quotation("q002", other)
    (found,) = problems_of(root, {**TWO_SESSIONS, QUOTATIONS: quotations})
    return found


def test_what_two_quotations_share_is_told_as_it_is(tmp_path: Path) -> None:
    assert "from the same session;" in same_text(tmp_path / "a", FGD1, S01 + FGD1)
    assert "from the same session;" in same_text(tmp_path / "b", S01 + FGD1, FGD1)
    assert "from the same participant;" in same_text(tmp_path / "c", S01, S01 + FGD1)


def test_who_said_it_is_asked_only_where_it_is_not_said(tmp_path: Path) -> None:
    asks = "name who said it or in which session"
    assert asks in same_text(tmp_path / "a", S01 + FGD1, S01)
    found = same_text(tmp_path / "b", S01 + FGD1, S01 + FGD1)
    assert asks not in found
    assert found.endswith("; if it was said twice, quote more of the words around one of them")


def test_words_are_the_same_on_every_keyboard(tmp_path: Path) -> None:
    urdu = "میری کتاب کہیں نہیں ملی آج تک"
    arabic = urdu.replace("ک", "ك").replace("ی", "ي")
    quotations = quotation("q001", S01, urdu) + quotation("q002", S01, arabic)
    (found,) = problems_of(tmp_path, {**TWO_SESSIONS, QUOTATIONS: quotations})
    assert "same-text" in found


def test_what_is_short_hides_nothing_that_follows(tmp_path: Path) -> None:
    quotations = [quotation("q001", S01, "So."), quotation("q002", S01), quotation("q003", S01)]
    (found,) = problems_of(tmp_path, {**TWO_SESSIONS, QUOTATIONS: "".join(quotations)})
    assert "quotation q003 has the same words as q002, from the same participant" in found


def test_a_translation_is_looked_for_by_its_own_words(tmp_path: Path) -> None:
    """Its title need not be translated, and the theme's own may be what it is looked for by."""
    path = "translations/ur/themes/having-time.yml"
    untitled = "id: having-time\nalso: [Having time, وقت, '?!', وقت]\n"
    also = "warning also-adds-nothing: having-time is also looked for by"
    found = problems_of(tmp_path / "untitled", {path: untitled})
    assert [line for line in found if "also-adds" in line] == [
        f'{path}:2:26 {also} "?!", which holds no word; remove it',
        f'{path}:2:32 {also} "وقت", which stands there before; remove it',
    ]
    found = problems_of(tmp_path / "titled", {path: f"title: وقت\n{untitled}"})
    assert [line for line in found if "also-adds" in line] == [
        f'{path}:3:21 {also} "وقت", which is its title; remove it',
        f'{path}:3:26 {also} "?!", which holds no word; remove it',
        f'{path}:3:32 {also} "وقت", which is its title; remove it',
    ]


def test_a_third_person_is_compared_with_every_one_before(tmp_path: Path) -> None:
    quotations = quotation("q001", S01) + quotation("q002", S02) + quotation("q003", S02)
    (found,) = problems_of(tmp_path, {**TWO_SESSIONS, QUOTATIONS: quotations})
    assert "quotation q003 has the same words as q002, from the same participant" in found


WITHHELD = "subthemes: [{id: alone, title: Alone, withheld: They asked us to.}]\ncodes:"


class TestWithheld:
    def test_a_theme_that_says_why_needs_no_quotation(self, tmp_path: Path) -> None:
        assert problems_of(tmp_path, edited(THEME, "codes:", WITHHELD)) == []

    def test_so_do_the_themes_inside_it_and_one_that_holds_only_such(self, tmp_path: Path) -> None:
        files = {
            "themes/kept.yml": "id: kept\ntitle: Kept\nsubthemes:\n"
            "  - {id: a, title: A, withheld: x, subthemes: [{id: b, title: B}]}\n"
        }
        assert problems_of(tmp_path, {**files}) == []

    def test_beside_a_withheld_theme_others_still_need_one(self, tmp_path: Path) -> None:
        more = WITHHELD.replace("}]", "}, {id: other, title: Other}]")
        (found,) = problems_of(tmp_path, edited(THEME, "codes:", more))
        assert "no quotation speaks to theme other" in found

    @pytest.mark.parametrize("theme", ["alone", "inner"])
    def test_a_quotation_of_a_withheld_theme_is_refused(self, theme: str, tmp_path: Path) -> None:
        inside = WITHHELD.replace("to.}", "to., subthemes: [{id: inner, title: I}]}")
        files = {
            **edited(THEME, "codes:", inside),
            QUOTATIONS: SMALL[QUOTATIONS].replace("[having-time]", f"[having-time, {theme}]"),
        }
        assert problems_of(tmp_path, files) == [
            "quotations/students.yml:3:25 error withheld-but-quoted: quotation q001 speaks to "
            f"{theme}, but theme alone says that its quotations are withheld; move the quotation "
            "to private/, or remove `withheld` from alone"
        ]

    def test_no_reason_is_no_reason(self, tmp_path: Path) -> None:
        found = problems_of(
            tmp_path, edited(THEME, "codes:", WITHHELD.replace("They asked us to.", '""'))
        )
        assert any("withheld" in line and "is empty" in line for line in found)
