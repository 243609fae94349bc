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
OF_NONE = """\
- id: q004
  text: I had none.
  group: faculty
  cleared: {by: EA, on: 2025-12-01}
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


PLACES = "; write {this} and {other} once each, with words; or neither"
NAMES = "relation-voices: the relation of theme having-time to teaching names"
VOICES = (
    "; write `voices: [ID, ID]`: a quotation of having-time, then one of teaching; or leave it "
    "out, and exemplars stand there"
)
STANDS = "voice-of-other-theme: the relation of theme having-time to teaching has quotation"
# What a relation says -> the problems, by the columns they stand at.
WRONG: dict[str, dict[int, str]] = {
    "relation: r, voices: [q001]": {36: f"{NAMES} 1 of two voices{VOICES}"},
    "relation: r, voices: [q001, q001]": {
        36: f"{NAMES} one quotation twice{VOICES}",
        51: f"{STANDS} q001 stand for teaching, and it speaks to having-time; name a quotation of "
        "teaching: that of having-time comes first",
    },
    "relation: r, voices: [q001, q002, q001]": {36: f"{NAMES} 3 of two voices{VOICES}"},
    "relation: r, voices: [q001, q003]": {
        51: "voice-withdrawn: the relation of theme having-time to teaching names quotation q003, "
        "which is withdrawn; name another of its theme, or take `voices` out"
    },
    "relation: r, voices: [q002, q001]": {
        45: f"{STANDS} q002 stand for having-time, and it speaks to by-example, apart; name a "
        "quotation of having-time: that of having-time comes first",
        51: f"{STANDS} q001 stand for teaching, and it speaks to having-time; name a quotation of "
        "teaching: that of having-time comes first",
    },
    # That of no theme is refused itself, too.
    "relation: r, voices: [q001, q004]": {
        51: f"{STANDS} q004 stand for teaching, and it speaks to no theme; name a quotation of "
        "teaching: that of having-time comes first",
    },
    # Of two, one that is not there hides nothing of the other.
    "relation: r, voices: [q009, q001]": {
        45: 'unknown-quotation: theme having-time names quotation "q009"; did you mean "q004"?',
        51: f"{STANDS} q001 stand for teaching, and it speaks to having-time; name a quotation of "
        "teaching: that of having-time comes first",
    },
    **{
        f'relation: "{words}"': {
            33: "relation-places: a relation of theme having-time does not say where both themes "
            f"stand{PLACES}"
        }
        for words in ("{this} makes room", "{that} makes room for {other}", "{this} {other}")
    },
}


@pytest.mark.parametrize("fields", WRONG)
def test_what_is_wrong_with_one_is_told_at_its_place(tmp_path: Path, fields: str) -> None:
    files = {
        **study(fields),
        "themes/apart.yml": "id: apart\ntitle: Apart\n",
        "quotations/more.yml": SAID.replace("[by-example]", "[by-example, apart]") + OF_NONE,
    }
    found = [line for line in problems_of(tmp_path, files) if line.startswith(AT)]
    assert found == [f"{AT}{column} error {told}" for column, told in WRONG[fields].items()]


def test_each_relation_of_a_theme_is_looked_at(tmp_path: Path) -> None:
    fields = (
        "relation: r}\n"
        "  - {theme: nowhere, relation: r, voices: [q001, q002]}\n"
        "  - {theme: teaching, relation: r, voices: [q001]}\n"
        "  - {theme: teaching, relation: r, voices: [q001, q001]"
    )
    found = problems_of(tmp_path, study(fields))
    assert [line.partition(";")[0] for line in found if "themes/having-time.yml:1" in line] == [
        'themes/having-time.yml:11:13 error unknown-theme: theme having-time names theme "nowhere"',
        f"themes/having-time.yml:12:36 error {NAMES} 1 of two voices",
        f"themes/having-time.yml:13:36 error {NAMES} one quotation twice",
        f"themes/having-time.yml:13:51 error {STANDS} q001 stand for teaching, and it speaks to "
        "having-time",
    ]


def test_a_translation_of_a_relation_is_of_one_that_is_there(tmp_path: Path) -> None:
    ur = 'relations:\n  - {relation: makes rom for, says: "{this} سے {other} کو جگہ ملتی ہے"}\n'
    found = problems_of(tmp_path, study("relation: makes room for", ur))
    assert [line for line in found if "unknown-relation" in line] == [
        "translations/ur/study.yml:2:16 warning unknown-relation: no theme relates to another by "
        '"makes rom for"; did you mean "makes room for"?'
    ]
    found = problems_of(tmp_path / "other", study("relation: leads to", ur))
    assert [line.partition("; ")[2] for line in found if "unknown-relation" in line] == [
        "write the words as `related` of a theme has them"
    ]
    right = ur.replace("rom", "room")
    found = problems_of(tmp_path / "right", study("relation: makes room  for", right))
    assert not [line for line in found if "relation" in line]


def test_it_is_translated_once_and_says_where_the_themes_stand(tmp_path: Path) -> None:
    ur = 'relations:\n  - {relation: r, says: "{this} الف"}\n  - {relation: r, says: "ب"}\n'
    found = [line for line in problems_of(tmp_path, study("relation: r", ur)) if " error " in line]
    assert found == [
        'translations/ur/study.yml:2:25 error relation-places: the relation "r" in its '
        f"translation into ur does not say where both themes stand{PLACES}",
        'translations/ur/study.yml:3:16 error translated-twice: the relation "r" is translated '
        "into ur a second time; keep one of the two",
    ]


def test_where_a_theme_cannot_be_read_no_relation_is_missed(tmp_path: Path) -> None:
    ur = "relations:\n  - {relation: makes rom for, says: ب}\n"
    files = {**study("relation: makes room for", ur), "themes/teaching.yml": "id: [\n"}
    assert not any("unknown-relation" in line for line in problems_of(tmp_path, files))


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
