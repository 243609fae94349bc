"""Translations: of what the study has, in its place, and told when the words have changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of, write_study
from loading import load_study

from study_findings.model import theme_fingerprint
from study_findings.model.fingerprints import study_fingerprint
from study_findings.reading.load import check_study

THEME = "themes/having-time.yml"
URDU = "translations/ur/themes/having-time.yml"
URDU_STUDY = "translations/ur/study.yml"
QUOTATIONS = "quotations/students.yml"
WITH_SUBTHEMES = SMALL[THEME] + (
    "subthemes:\n  - id: evenings\n    title: Evenings\n    subthemes:\n      - id: late\n"
    "        title: Late\n"
)
NO_QUOTATION = "no quotation speaks"
MARK = "0d2f934c"
STUDY_MARK = "4b51bd8d"
METHODS_MARK = "222553b9"
CODE_MARK = "e6fdb637"
IMPLICATION_MARK = "49383577"
TRANSLATED = f"""\
id: having-time
source: {MARK}
title: وقت ہونا
narrative: |
  وقت کم ہے۔

  [[q001]]
"""
MORE_QUOTATIONS = "".join(
    f"- id: q00{n}\n  text: Said {n} more.\n  themes: [having-time]\n  group: faculty\n"
    "  cleared: {by: EA, on: 2025-12-01}\n"
    for n in (2, 3, 4)
)
CLAIMS = "claims:\n  - {id: short, says: Time is short., rests_on: [q001]}\n"
# Files of the small study -> the problems, those of other rules apart.
CASES: dict[str, tuple[Files, list[str]]] = {
    "a translation that fits": ({URDU: TRANSLATED}, []),
    "a file that was only begun": ({URDU: "id: having-time\nsource: 00000000\n"}, []),
    "a file that was only begun, with words of the theme as it is": (
        {URDU: f"id: having-time\nsource: {MARK}\n# Having time\n# title: ''\n"},
        [],
    ),
    "a file that was only begun, with words of the theme as it was": (
        {URDU: "id: having-time\nsource: 00000000\n# Former words\n# title: ''\n"},
        [
            "translations/ur/themes/having-time.yml:2:9 notice translation-outdated: theme "
            "having-time changed after this file was begun: its comments hold former words; "
            f"bring the comments up to date or remove them, then write `source: {MARK}`"
        ],
    ),
    "unknown-theme": (
        {"translations/ur/themes/having-tme.yml": TRANSLATED.replace("having-time", "having-tme")},
        [
            "translations/ur/themes/having-tme.yml:1:5 error unknown-theme: a translation into ur "
            'names theme "having-tme"; did you mean "having-time"?'
        ],
    ),
    "unknown-theme that is a code": (
        {"translations/ur/themes/time.yml": TRANSLATED.replace("having-time", "time")},
        [
            "translations/ur/themes/time.yml:1:5 error unknown-theme: a translation into ur names "
            'theme "time"; that is the id of a code; name a theme instead'
        ],
    ),
    "unknown-group": (
        {URDU_STUDY: f"source: {STUDY_MARK}\ngroups:\n  - id: student\n    label: طلبہ\n"},
        [
            "translations/ur/study.yml:3:9 error unknown-group: a translation into ur names group "
            '"student"; did you mean "students"?'
        ],
    ),
    "file-name": (
        {"translations/ur/themes/time.yml": TRANSLATED},
        [
            "translations/ur/themes/time.yml:1:5 error file-name: the translation of theme "
            "having-time stands in a file named time.yml; rename the file to having-time.yml"
        ],
    ),
    "a subtheme in a file of its own": (
        {THEME: WITH_SUBTHEMES, "translations/ur/themes/evenings.yml": "id: evenings\n"},
        [
            "translations/ur/themes/evenings.yml:1:5 error misplaced-translation: theme evenings "
            "is translated on its own, but is a subtheme of having-time; move it to `subthemes` "
            "of having-time"
        ],
    ),
    "a subtheme under the wrong theme": (
        {THEME: WITH_SUBTHEMES, URDU: TRANSLATED + "subthemes:\n  - id: late\n"},
        [
            "translations/ur/themes/having-time.yml:9:9 error misplaced-translation: theme late "
            "is translated under having-time, but is a subtheme of evenings; move it to "
            "`subthemes` of evenings"
        ],
    ),
    "a theme as a subtheme": (
        {
            "themes/other.yml": "id: other\ntitle: Other\n",
            URDU: TRANSLATED + "subthemes:\n  - id: other\n",
        },
        [
            "translations/ur/themes/having-time.yml:9:9 error misplaced-translation: theme other "
            "is translated under having-time, but is no subtheme; move it to a file of its own, "
            "other.yml"
        ],
    ),
    "a misspelt theme, but not each subtheme in it": (
        {
            THEME: WITH_SUBTHEMES,
            URDU: "id: having-tim\nsubthemes:\n  - id: evenings\n    subthemes: [{id: late}]\n",
        },
        [
            "translations/ur/themes/having-time.yml:1:5 error unknown-theme: a translation into "
            'ur names theme "having-tim"; did you mean "having-time"?'
        ],
    ),
    "the same theme twice": (
        {
            THEME: WITH_SUBTHEMES,
            URDU: TRANSLATED + "subthemes:\n  - id: evenings\n  - id: evenings\n",
        },
        [
            "translations/ur/themes/having-time.yml:10:9 error translated-twice: theme evenings "
            "is translated into ur a second time; first at "
            "themes_data/translations/ur/themes/having-time.yml:9; keep one of the two"
        ],
    ),
    "the same group twice": (
        {URDU_STUDY: "groups:\n  - id: students\n  - id: students\n"},
        [
            "translations/ur/study.yml:3:9 error translated-twice: group students is translated "
            "into ur a second time; first at themes_data/translations/ur/study.yml:2; keep one of "
            "the two"
        ],
    ),
    "the same theme in two languages": (
        {URDU: TRANSLATED, "translations/ps/themes/having-time.yml": TRANSLATED},
        [],
    ),
    "a theme and a group of the same name in one language": (
        {URDU: TRANSLATED, URDU_STUDY: "groups:\n  - id: students\n"},
        [],
    ),
    "own-language": (
        {"translations/en/themes/having-time.yml": TRANSLATED},
        [
            "translations/en/themes/having-time.yml:1:1 error own-language: this is a translation "
            "into en, the study's own language; write the words in the study's own files, and "
            "delete this one"
        ],
    ),
    "unknown-quotation": (
        {URDU: TRANSLATED + "\n  [[q002]]\n"},
        [
            "translations/ur/themes/having-time.yml:9:3 error unknown-quotation: the translation "
            'of theme having-time into ur names quotation "q002"; did you mean "q001"?'
        ],
    ),
    "placed-withdrawn": (
        {
            QUOTATIONS: SMALL[QUOTATIONS] + "- id: q005\n  withdrawn: {on: 2025-12-01}\n",
            URDU: TRANSLATED.replace("[[q001]]", "[[q001]]\n\n  [[q005]]"),
        },
        [
            (
                "translations/ur/themes/having-time.yml:4:1 warning placed-otherwise: the "
                "translated narrative of having-time places q005 as well; place the quotations "
                "that the theme's own narrative places"
            ),
            (
                "translations/ur/themes/having-time.yml:9:3 warning placed-withdrawn: the "
                "translation of theme having-time into ur places quotation q005, which is "
                "withdrawn; remove the line, and see that the text around it does without"
            ),
        ],
    ),
    "placed-otherwise": (
        {URDU: TRANSLATED.replace("  [[q001]]\n", "")},
        [
            "translations/ur/themes/having-time.yml:4:1 warning placed-otherwise: the translated "
            "narrative of having-time does not place q001; place the quotations that the theme's "
            "own narrative places"
        ],
    ),
    "placed otherwise because the theme changed": (
        {URDU: TRANSLATED.replace(MARK, "00000000").replace("  [[q001]]\n", "")},
        [
            (
                "translations/ur/themes/having-time.yml:2:9 notice translation-outdated: theme "
                "having-time changed after this translation was made; read both again, then write "
                f"`source: {MARK}`"
            ),
            (
                "translations/ur/themes/having-time.yml:4:1 notice placed-otherwise: the "
                "translated narrative of having-time does not place q001; place the quotations "
                "that the theme's own narrative places"
            ),
        ],
    ),
    "translation-outdated": (
        {URDU: TRANSLATED, **edited(THEME, "Time is short.", "Time is long.")},
        [
            "translations/ur/themes/having-time.yml:2:9 notice translation-outdated: theme "
            "having-time changed after this translation was made; read both again, then write "
            "`source: 3c57ae7b`"
        ],
    ),
    "a line of the theme wrapped anew": (
        {URDU: TRANSLATED, **edited(THEME, "Time is short.", "Time is\n  short.")},
        [],
    ),
    "translation-unmarked": (
        {URDU: TRANSLATED.replace(f"source: {MARK}\n", "")},
        [
            "translations/ur/themes/having-time.yml:1:1 notice translation-unmarked: this "
            "translation does not say which wording of theme having-time it is of; read both, "
            f"then write `source: {MARK}`"
        ],
    ),
    "translation-outdated of the study": (
        {URDU_STUDY: "source: 00000000\ngist: کم ملا۔\n"},
        [
            "translations/ur/study.yml:1:9 notice translation-outdated: the study changed after "
            f"this translation was made; read both again, then write `source: {STUDY_MARK}`"
        ],
    ),
    "translation-unmarked of the study": (
        {URDU_STUDY: "groups:\n  - id: students\n    label: طلبہ\n"},
        [
            "translations/ur/study.yml:1:1 notice translation-unmarked: this translation does not "
            "say which wording of the study it is of; read both, then write "
            f"`source: {STUDY_MARK}`"
        ],
    ),
    "methods, codes and recommendations that fit": (
        {
            "study.yml": SMALL["study.yml"] + "design: Open interviews.\n",
            "translations/ur/methods.yml": f"source: {METHODS_MARK}\ndesign: کھلے انٹرویو\n",
            "translations/ur/codebook.yml": f"- id: time\n  source: {CODE_MARK}\n  label: وقت\n",
            "translations/ur/implications.yml": "- id: more-time\n"
            f"  source: '{IMPLICATION_MARK}'\n  text: وقت دیں۔\n",
        },
        [],
    ),
    "translations of nothing": (
        {
            "translations/ur/methods.yml": "source: 00000000\nethics: منظور\nsampling:\n"
            "  strategy: بامقصد\n",
            "translations/ur/codebook.yml": f"- id: time\n  source: {CODE_MARK}\n"
            "  definition: گھنٹے\n",
        },
        [
            (
                "translations/ur/codebook.yml:3:15 error translates-nothing: this translates "
                "`definition`, of which the study itself says nothing; take it out, or write "
                "`definition` in the study's own language first"
            ),
            (
                "translations/ur/methods.yml:1:9 notice translation-outdated: what the study says "
                "of its methods changed after this translation was made; read both again, then "
                "write `source: c4b42ad1`"
            ),
            (
                "translations/ur/methods.yml:2:9 error translates-nothing: this translates "
                "`ethics`, of which the study itself says nothing; take it out, or write `ethics` "
                "in the study's own language first"
            ),
            (
                "translations/ur/methods.yml:4:13 error translates-nothing: this translates "
                "`sampling.strategy`, of which the study itself says nothing; take it out, or "
                "write `sampling.strategy` in the study's own language first"
            ),
        ],
    ),
    "research questions that are not all": (
        {
            "study.yml": SMALL["study.yml"] + "questions: [Who?, When?]\n",
            "translations/ur/methods.yml": "questions: [کون؟]\n",
        },
        [
            (
                "translations/ur/methods.yml:1:1 error questions-otherwise: 1 research questions "
                "are translated, and the study has 2; translate all of them, in their order"
            ),
            (
                "translations/ur/methods.yml:1:1 notice translation-unmarked: this translation "
                "does not say which wording of what the study says of its methods it is of; read "
                "both, then write `source: 8d9d7656`"
            ),
        ],
    ),
    "codes and recommendations twice, and unknown": (
        {
            "translations/ur/codebook.yml": "- id: time\n- id: time\n- id: tim\n",
            "translations/ur/implications.yml": "- id: more-tim\n",
        },
        [
            (
                "translations/ur/codebook.yml:2:7 error translated-twice: code time is translated "
                "into ur a second time; first at themes_data/translations/ur/codebook.yml:1; keep "
                "one of the two"
            ),
            (
                "translations/ur/codebook.yml:3:7 error unknown-code: a translation into ur names "
                'code "tim"; did you mean "time"?'
            ),
            (
                "translations/ur/implications.yml:1:7 error unknown-implication: a translation "
                'into ur names implication "more-tim"; did you mean "more-time"?'
            ),
        ],
    ),
    "a code that changed since": (
        {"translations/ur/codebook.yml": "- id: time\n  source: 00000000\n  label: وقت\n"},
        [
            "translations/ur/codebook.yml:2:11 notice translation-outdated: code time changed "
            f"after this translation was made; read both again, then write `source: {CODE_MARK}`"
        ],
    ),
    "a source that is none": (
        {URDU: TRANSLATED.replace(MARK, "yes")},
        [
            'translations/ur/themes/having-time.yml:2:9 error wrong-value: "source" of translation '
            'having-time is "yes"; leave the field out, and `findings check` says what to write'
        ],
    ),
    "a list of translations": (
        {URDU: "- id: having-time\n"},
        [
            "translations/ur/themes/having-time.yml:1:1 error wrong-type: the file holds a list, "
            "but should hold fields; write `field: value` lines"
        ],
    ),
    "a broken theme does not break its translation": (
        {THEME: SMALL[THEME].replace("title: Having time\n", ""), URDU: TRANSLATED},
        [
            'themes/having-time.yml:1:1 error missing-field: theme having-time has no "title"; '
            "add `title: …`"
        ],
    ),
    "a broken translation hides no mistake elsewhere": (
        {
            URDU: "id: having-tme\n\ttitle: x\n",
            **edited("implications.yml", "[having-time]", "[having-tme]"),
        },
        [
            (
                "implications.yml:3:12 error unknown-theme: implication more-time names theme "
                '"having-tme"; did you mean "having-time"?'
            ),
            (
                "translations/ur/themes/having-time.yml:2:1 error tab: a tab stands where spaces "
                "should; indent with spaces"
            ),
        ],
    ),
    "a headline, where the title heads the study's own home page": (
        {URDU_STUDY: f"source: {STUDY_MARK}\nheadline: وقت کم ہے۔\n"},
        [],
    ),
    "an unknown subtheme, under a theme that is known": (
        {URDU: TRANSLATED + "subthemes:\n  - id: nowhere\n"},
        [
            "translations/ur/themes/having-time.yml:9:9 error unknown-theme: a translation into "
            'ur names theme "nowhere"; declare it in themes/, or name another'
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    found = problems_of(tmp_path, files)
    assert [line for line in found if NO_QUOTATION not in line] == expected


# A rule, what is changed in the small study -> the problems of that rule.
OF_ONE_RULE: dict[str, tuple[str, Files, list[str]]] = {
    "placed otherwise in two ways, beside one without a narrative": (
        "placed-otherwise",
        {
            "themes/apart.yml": "id: apart\ntitle: Apart\n",
            "translations/ur/themes/apart.yml": "id: apart\n",
            QUOTATIONS: SMALL[QUOTATIONS] + MORE_QUOTATIONS,
            THEME: SMALL[THEME] + "\n  [[q002]]\n",
            URDU: "id: having-time\nnarrative: |\n  [[q003]]\n\n  [[q004]]\n",
        },
        [
            "translations/ur/themes/having-time.yml:2:1 notice placed-otherwise: the translated "
            "narrative of having-time does not place q001, q002 and places q003, q004 as well; "
            "place the quotations that the theme's own narrative places",
        ],
    ),
    "words of a claim and of a group that have none": (
        "translates-nothing",
        {
            THEME: f"{SMALL[THEME]}{CLAIMS}",
            URDU: "id: having-time\nclaims:\n  - {id: nowhere, note: x}\n"
            "  - {id: short, says: x, note: x}\n",
            URDU_STUDY: "groups:\n  - {id: nowhere, description: x}\n"
            "  - {id: students, label: x, description: x}\n",
        },
        [
            "translations/ur/study.yml:3:43 error translates-nothing: this translates "
            "`groups.description`, of which the study itself says nothing; take it out, or write "
            "`groups.description` in the study's own language first",
            "translations/ur/themes/having-time.yml:4:32 error translates-nothing: this translates "
            "`claims.note`, of which the study itself says nothing; take it out, or write "
            "`claims.note` in the study's own language first",
        ],
    ),
    "words for a declared site, and for places in words": (
        "translates-nothing",
        {
            "study.yml": SMALL["study.yml"] + "sites: [{id: main-hall, label: Main hall}]\n",
            "sessions.yml": SMALL["sessions.yml"]
            .replace("- id: idi-1", "  site: main-hall\n- id: idi-1")
            .replace("groups: [faculty]", "groups: [faculty]\n  site: A house\n  wave: First"),
            "translations/ur/sessions.yml": "- {id: fgd-1, site: x, wave: x}\n"
            "- {id: idi-1, site: x, wave: x}\n",
        },
        [
            "translations/ur/sessions.yml:1:21 error translates-nothing: this translates `site`, "
            "which is the id of the declared site main-hall; translate the site under `sites` of "
            "this language's study.yml",
            "translations/ur/sessions.yml:1:30 error translates-nothing: this translates `wave`, "
            "of which the study itself says nothing; take it out, or write `wave` in the study's "
            "own language first",
        ],
    ),
    "words of a code that has none, where the study cannot be read": (
        "translates-nothing",
        {
            "study.yml": "title: [\n",
            "translations/ur/codebook.yml": "- {id: time, definition: x}\n",
        },
        [
            "translations/ur/codebook.yml:1:26 error translates-nothing: this translates "
            "`definition`, of which the study itself says nothing; take it out, or write "
            "`definition` in the study's own language first"
        ],
    ),
    "all research questions, beside words of the study": (
        "questions-otherwise",
        {
            "study.yml": SMALL["study.yml"] + "questions: [Who?, When?]\n",
            URDU_STUDY: "gist: x\n",
            "translations/ur/methods.yml": "source: 8d9d7656\nquestions: [x, x]\n",
        },
        [],
    ),
    "one research question too many, beside words of the study": (
        "questions-otherwise",
        {
            "study.yml": SMALL["study.yml"] + "questions: [Who?, When?]\n",
            URDU_STUDY: "gist: x\n",
            "translations/ur/methods.yml": "source: 8d9d7656\nquestions: [x, x, x]\n",
        },
        [
            "translations/ur/methods.yml:2:1 error questions-otherwise: 3 research questions are "
            "translated, and the study has 2; translate all of them, in their order"
        ],
    ),
    "each that is outdated, after one that is not and one that was only begun": (
        "translation-outdated",
        {
            "themes/apart.yml": "id: apart\ntitle: Apart\n",
            "translations/ur/codebook.yml": f"- {{id: time, source: {CODE_MARK}, label: x}}\n",
            "translations/ur/implications.yml": "- {id: more-time, source: '00000000', text: x}\n",
            "translations/ur/themes/apart.yml": "id: apart\nsource: 00000000\n",
            URDU: "id: having-time\nsource: 00000000\nsubthemes:\n  # Former words\n  []\n",
        },
        [
            "translations/ur/implications.yml:1:27 notice translation-outdated: implication "
            "more-time changed after this translation was made; read both again, then write "
            f"`source: {IMPLICATION_MARK}`",
            "translations/ur/themes/having-time.yml:2:9 notice translation-outdated: theme "
            "having-time changed after this file was begun: its comments hold former words; "
            f"bring the comments up to date or remove them, then write `source: {MARK}`",
        ],
    ),
}


@pytest.mark.parametrize("case", OF_ONE_RULE)
def test_each_that_breaks_a_rule_is_told_and_no_other(case: str, tmp_path: Path) -> None:
    rule, files, expected = OF_ONE_RULE[case]
    assert [line for line in problems_of(tmp_path, files) if f" {rule}: " in line] == expected


def test_ids_of_translations_are_declared_nowhere_else(tmp_path: Path) -> None:
    files = {URDU: TRANSLATED, "translations/ps/themes/having-time.yml": TRANSLATED}
    assert check_study(write_study(tmp_path, files)).problems == ()


def test_the_marks_of_these_tests_are_those_of_the_small_study(tmp_path: Path) -> None:
    study = load_study(write_study(tmp_path))
    assert (theme_fingerprint(study.themes[0]), study_fingerprint(study.about)) == (
        MARK,
        STUDY_MARK,
    )
