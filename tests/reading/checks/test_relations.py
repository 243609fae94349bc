"""Relations are told in whole sentences, by voices of the themes they join."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, problems_of

from study_findings.model.relations import is_misplaced, label_of, sentence_of

SAID = """\
- id: q002
  text: Watch me, and ask.
  themes: [by-example]
  group: faculty
  cleared: {by: EA, on: 2025-12-01}
- id: q003
  withdrawn: {on: 2025-12-02}
"""
TEACHING = "id: teaching\ntitle: Teaching\nsubthemes: [{id: by-example, title: By example}]\n"
AT = "themes/having-time.yml:10:"


def study(fields: str, ur: str = "") -> Files:
    related = f"related:\n  - {{theme: teaching, {fields}}}\n"
    return {
        "themes/having-time.yml": SMALL["themes/having-time.yml"] + related,
        "themes/teaching.yml": TEACHING,
        "quotations/more.yml": SAID,
        **({"translations/ur/study.yml": ur} if ur else {}),
    }


@pytest.mark.parametrize(
    "fields",
    [
        "relation: makes room for",
        "relation: makes room for, voices: []",
        "relation: makes room for, voices: [q001, q002]",
        'relation: "{this} and {other} make room for each other"',
    ],
)
def test_a_relation_may_have_a_voice_from_each_side(tmp_path: Path, fields: str) -> None:
    assert problems_of(tmp_path, study(fields)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "relation: r, voices: [q001]",
            "relation-voices: the relation of theme having-time to teaching names 1 of two voices",
        ),
        ("relation: r, voices: [q001, q001]", "names one quotation twice"),
        ("relation: r, voices: [q001, q002, q001]", "names 3 of two voices"),
        (
            "relation: r, voices: [q001, q003]",
            "voice-withdrawn: the relation of theme having-time "
            "to teaching names quotation q003, which is withdrawn",
        ),
        (
            "relation: r, voices: [q002, q001]",
            "voice-of-other-theme: the relation of theme "
            "having-time to teaching has quotation q002 stand for having-time, and it speaks to "
            "by-example",
        ),
        (
            "relation: r, voices: [q001, q009]",
            'unknown-quotation: theme having-time names quotation "q009"',
        ),
        (
            'relation: "{this} makes room"',
            "relation-places: a relation of theme having-time does not say where both themes stand",
        ),
        ('relation: "{that} makes room for {other}"', "relation-places"),
        ('relation: "{this} {other}"', "relation-places"),
    ],
)
def test_what_is_wrong_with_one_is_told_at_its_place(
    tmp_path: Path, fields: str, expected: str
) -> None:
    found = problems_of(tmp_path, study(fields))
    assert any(line.startswith(AT) and " error " in line and expected in line for line in found)


def test_a_translation_of_a_relation_is_of_one_that_is_there(tmp_path: Path) -> None:
    ur = 'relations:\n  - {relation: makes rom for, says: "{this} سے {other} کو جگہ ملتی ہے"}\n'
    found = problems_of(tmp_path, study("relation: makes room for", ur))
    assert [line for line in found if "unknown-relation" in line] == [
        "translations/ur/study.yml:2:16 warning unknown-relation: no theme relates to another by "
        '"makes rom for"; did you mean "makes room for"?'
    ]
    right = ur.replace("rom", "room")
    found = problems_of(tmp_path / "right", study("relation: makes room  for", right))
    assert not [line for line in found if "relation" in line]


def test_it_is_translated_once_and_says_where_the_themes_stand(tmp_path: Path) -> None:
    ur = 'relations:\n  - {relation: r, says: "{this} الف"}\n  - {relation: r, says: "ب"}\n'
    found = " ".join(problems_of(tmp_path, study("relation: r", ur)))
    assert 'relation-places: the relation "r" in its translation into ur' in found
    assert "translated-twice" in found


@pytest.mark.parametrize(
    ("words", "sentence", "label"),
    [
        ("leads to", ("{this}", " leads to ", "{other}"), "leads to"),
        ("  leads to ", ("{this}", " leads to ", "{other}"), "leads to"),
        ("{other} سے {this} تک", ("{other}", " سے ", "{this}", " تک"), ""),
        ("{this}と{other}は近い", ("{this}", "と", "{other}", "は近い"), ""),
        ("a set {x}", ("{this}", " a set {x} ", "{other}"), "a set {x}"),
    ],
)
def test_words_become_a_sentence_and_a_label(
    words: str, sentence: tuple[str, ...], label: str
) -> None:
    assert sentence_of(words) == sentence
    assert label_of(words) == label
    assert not is_misplaced(words)


@pytest.mark.parametrize("words", ["{this} leads", "{other}", "{this}{other}", "{this} {this} x"])
def test_words_that_place_one_theme_place_both(words: str) -> None:
    assert is_misplaced(words)
