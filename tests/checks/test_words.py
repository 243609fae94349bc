"""The words themselves: present, attributed to themes, not published twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, edited, problems_of

STUDY = "study.yml"
THEME = "themes/having-time.yml"
QUOTATIONS = "quotations/students.yml"
WORDS = "There was never enough time for that."
CLEARED = "  cleared: {by: EA, on: 2025-12-01}\n"

# What is changed in the small study -> the problems.
CASES = {
    "no-text": (
        edited(QUOTATIONS, f"  text: {WORDS}\n", ""),
        [
            'quotations/students.yml:1:3 error no-text: quotation q001 has neither text nor turns; add `text: "…"`'
        ],
    ),
    "text-and-turns": (
        edited(QUOTATIONS, "  themes", "  turns: [{speaker: A, text: b}]\n  themes"),
        [
            "quotations/students.yml:3:3 error text-and-turns: quotation q001 has both text and turns; keep turns for a dialogue, text for all else"
        ],
    ),
    "text-and-turns of an original": (
        {
            QUOTATIONS: SMALL[QUOTATIONS]
            + "  provenance: translated\n"
            + "  original: {text: x, language: ur, turns: [{speaker: A, text: b}]}\n"
        },
        [
            "quotations/students.yml:7:37 error text-and-turns: quotation q001 has both text and turns; keep turns for a dialogue, text for all else"
        ],
    ),
    "no-themes": (
        edited(QUOTATIONS, "  themes: [having-time]\n", ""),
        [
            "quotations/students.yml:1:3 error no-themes: quotation q001 speaks to no theme; add `themes: [ID]`"
        ],
    ),
    "no-original": (
        {QUOTATIONS: SMALL[QUOTATIONS] + "  provenance: translated\n"},
        [
            "quotations/students.yml:6:15 error no-original: quotation q001 is translated, but does not say from what; add `original: {language: ur}`, with its text where that may be shown"
        ],
    ),
    "original-not-translated": (
        {QUOTATIONS: SMALL[QUOTATIONS] + "  original: {text: x, language: ur}\n"},
        [
            "quotations/students.yml:6:3 error original-not-translated: quotation q001 has an original, but is verbatim; say `provenance: translated`, or remove the original"
        ],
    ),
    "same-text": (
        {
            QUOTATIONS: SMALL[QUOTATIONS]
            + f"- id: q002\n  text: {WORDS.lower()}\n  themes: [having-time]\n{CLEARED}"
        },
        [
            "quotations/students.yml:6:3 warning same-text: quotation q002 has the same words as q001; keep one, and give it the themes of both"
        ],
    ),
    "long-summary": (
        edited(STUDY, "In plain words, little was found.", "word " * 301),
        ["study.yml:4:10 error long-summary: the summary has 301 words; shorten it to 300"],
    ),
    "count-above-total": (
        edited(THEME, "codes:", "counts: [{count: 9, unit: people, out_of: 7}]\ncodes:"),
        [
            "themes/having-time.yml:4:18 error count-above-total: theme having-time counts 9 people out of 7; correct one of the two"
        ],
    ),
    "no-quotation": (
        edited(THEME, "codes:", "subthemes: [{id: alone, title: Alone}]\ncodes:"),
        [
            "themes/having-time.yml:4:18 warning no-quotation: no quotation speaks to theme alone; name alone in a quotation's themes"
        ],
    ),
    "placed-twice": (
        {THEME: SMALL[THEME] + "  [[q001]]\n"},
        [
            "themes/having-time.yml:9:3 warning placed-twice: quotation q001 is placed a second time on the page of having-time; place it once"
        ],
    ),
    "placed-twice by a subtheme": (
        {
            THEME: SMALL[THEME] + "subthemes: [{id: inner, title: Inner, narrative: '[[q001]]'}]\n",
            QUOTATIONS: SMALL[QUOTATIONS].replace("[having-time]", "[inner]"),
        },
        [
            "themes/having-time.yml:9:51 warning placed-twice: quotation q001 is placed a second time on the page of having-time; place it once"
        ],
    ),
    "placed-inline": (
        edited(THEME, "Time is short.", "Time is short. [[q001]]"),
        [
            "themes/having-time.yml:6:18 warning placed-inline: theme having-time has [[q001]] within a line, where it places nothing; give it a line of its own, with an empty line before and after"
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    assert problems_of(tmp_path, files) == expected
