"""Values of participants and sessions in another language: of what there is, each by its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, Files, problems_of

UR = "translations/ur/study.yml"
SESSIONS = "translations/ur/sessions.yml"
AGE_MARK = "ca612b7b"
ADDED = "  label: Ward A\n  site: The library\n  wave: Spring\n"
SITES = "sites:\n  - {id: library, label: Library}\n"


def age(*levels: str, mark: str = AGE_MARK) -> Files:
    own = f"attributes:\n  - id: age\n    source: {mark}\n    levels: [{', '.join(levels)}]\n"
    return {UR: own}


def sessions(more: str, site: str = "The library") -> Files:
    study = SMALL["study.yml"] + (SITES if site == "library" else "")
    own = SMALL["sessions.yml"].replace("  groups: [students]\n", "  groups: [students]\n" + ADDED)
    return {
        "study.yml": study,
        "sessions.yml": own.replace("The library", site),
        SESSIONS: f"- id: fgd-1\n  {more}\n",
    }


def test_each_value_is_translated_by_its_words(tmp_path: Path) -> None:
    files = age("{level: old, label: بوڑھے}", "{level: young, label: جوان}")
    assert problems_of(tmp_path, files) == []


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (
            ["{level: yuong, label: جوان}"],
            (
                "translations/ur/study.yml:4:22 warning translates-no-level: attribute age has no "
                'level "yuong"; did you mean "young"?'
            ),
        ),
        (
            ["{level: middle, label: جوان}"],
            (
                "translations/ur/study.yml:4:22 warning translates-no-level: attribute age has no "
                'level "middle"; write one of: young, old'
            ),
        ),
        (
            ["{level: y\u043eung, label: جوان}"],
            (
                "translations/ur/study.yml:4:22 warning translates-no-level: attribute age has no "
                'level "y\u043eung"; type "young" anew: this holds U+043E (cyrillic '
                "small letter o) at column 23"
            ),
        ),
        (
            ["{level: old, label: بوڑھے}", "{level: old, label: عمر رسیدہ}"],
            (
                'translations/ur/study.yml:4:50 error translated-twice: the level "old" of '
                "attribute age is translated into ur a second time; keep one of the two"
            ),
        ),
        (
            ["{level: young, label: بالغ}", '{level: old, label: " بالغ"}'],
            (
                'translations/ur/study.yml:4:63 warning levels-alike: the levels "young" and "old" '
                "of attribute age have the same words in ur; say how they differ, as the study's "
                "own words do"
            ),
        ),
    ],
)
def test_a_value_that_is_not_there_is_told(
    tmp_path: Path, levels: list[str], expected: str
) -> None:
    assert problems_of(tmp_path, age(*levels)) == [expected]


def test_two_values_are_alike_in_whatever_letters(tmp_path: Path) -> None:
    files = age("{level: young, label: Grown Up}", "{level: old, label: grown  up}")
    (line,) = problems_of(tmp_path, files)
    assert ' warning levels-alike: the levels "young" and "old" of attribute age have' in line


def test_values_that_were_only_begun_are_not_alike(tmp_path: Path) -> None:
    assert problems_of(tmp_path, age("{level: young}", "{level: old}")) == []


def test_of_an_attribute_that_is_not_there_no_value_is_told_as_well(tmp_path: Path) -> None:
    files = {UR: "attributes:\n  - {id: aeg, levels: [{level: old, label: بوڑھے}]}\n"}
    (line,) = problems_of(tmp_path, files)
    assert " error unknown-attribute: " in line


def test_an_attribute_or_session_that_is_not_there_is_refused(tmp_path: Path) -> None:
    files = {UR: "attributes: [{id: aeg}]\n", SESSIONS: "- id: fgd-2\n"}
    assert [line.partition(";")[0] for line in problems_of(tmp_path, files)] == [
        (
            "translations/ur/sessions.yml:1:7 error unknown-session: a translation into ur names "
            'session "fgd-2"'
        ),
        (
            "translations/ur/study.yml:1:19 error unknown-attribute: a translation into ur names "
            'attribute "aeg"'
        ),
    ]


def test_an_attribute_or_session_is_translated_once(tmp_path: Path) -> None:
    files = {UR: "attributes: [{id: age}, {id: age}]\n", SESSIONS: "- id: fgd-1\n- id: fgd-1\n"}
    assert [line.partition(" is ")[0] for line in problems_of(tmp_path, files)] == [
        "translations/ur/sessions.yml:2:7 error translated-twice: session fgd-1",
        "translations/ur/study.yml:1:30 error translated-twice: attribute age",
    ]


def test_words_of_an_attribute_that_changed_are_outdated(tmp_path: Path) -> None:
    files = {
        **age("{level: old, label: بوڑھے}"),
        "study.yml": SMALL["study.yml"].replace("[young, old]", "[young, grown, old]"),
    }
    (line,) = problems_of(tmp_path, files)
    assert "notice translation-outdated: attribute age changed" in line
    files["study.yml"] = SMALL["study.yml"].replace("[young, old]", "[old, young]")
    assert problems_of(tmp_path, files) == []


def test_an_attribute_asks_for_its_own_mark_alone(tmp_path: Path) -> None:
    files = {UR: "attributes: [{id: age, label: عمر}]\n"}
    (line,) = problems_of(tmp_path, files)
    assert "translation-unmarked: this translation does not say which wording of attr" in line


def test_a_session_is_translated_only_where_it_has_words(tmp_path: Path) -> None:
    (line,) = problems_of(tmp_path, {SESSIONS: "- {id: idi-1, label: گفتگو, source: 00000000}\n"})[
        :1
    ]
    assert "error translates-nothing: this translates `label`, of which the study" in line


def test_where_a_session_was_is_translated_if_words_say_so(tmp_path: Path) -> None:
    (line,) = problems_of(tmp_path, sessions("site: کتب خانہ"))
    assert "translation-unmarked" in line
    unmarked, refused = sorted(problems_of(tmp_path, sessions("site: کتب خانہ", "library")))
    assert "translation-unmarked" in unmarked
    assert refused == (
        "translations/ur/sessions.yml:2:9 error translates-nothing: this translates `site`, which "
        "is the id of the declared site library; translate the site under `sites` of this "
        "language's study.yml"
    )


def test_a_session_may_be_called_as_a_site_is_by_its_id(tmp_path: Path) -> None:
    files = sessions("label: کتب خانہ", "library")
    called = str(files["sessions.yml"]).replace("label: Ward A", "label: library")
    (line,) = problems_of(tmp_path, {**files, "sessions.yml": called})
    assert "translation-unmarked" in line


def test_a_part_of_the_study_is_translated_only_where_it_has_words(tmp_path: Path) -> None:
    files = {UR: "groups: [{id: students, description: طلبہ}]\n"}
    _, refused = sorted(problems_of(tmp_path, files))
    assert "error translates-nothing: this translates `groups.description`" in refused
