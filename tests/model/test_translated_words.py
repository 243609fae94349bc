"""What a study holds of its translations, and what tells one wording from another."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, write_study
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study

from study_findings.model import (
    About,
    Group,
    GroupTranslation,
    GuideQuestion,
    QuestionTranslation,
    Record,
    SiteTranslation,
    StudySite,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    is_outdated,
    theme_fingerprint,
    translated_fields,
)
from study_findings.model.fingerprints import study_fingerprint

THEME = Theme(id="t", title="Time", gist="It is short.", narrative="Very short.\n\n[[q001]]\n")
ABOUT = About(
    title="A",
    licence="CC0-1.0",
    gist="G",
    summary="S",
    groups=(Group(id="a", label="As", singular="A"), Group(id="b", label="Bs", singular="B")),
)
WORDS = st.none() | st.text(st.characters(categories=["L", "N", "P"]), min_size=1)


@pytest.mark.parametrize("field", ["title", "gist", "narrative", "boundary"])
def test_each_word_of_a_theme_counts(field: str) -> None:
    assert theme_fingerprint(THEME) != theme_fingerprint(THEME.model_copy(update={field: "Other"}))


def test_subthemes_codes_and_labels_of_a_theme_do_not_count() -> None:
    inner = Theme(id="inner", title="Inner")
    changed = THEME.model_copy(update={"subthemes": (inner,), "codes": ("c",), "label": "2"})
    assert theme_fingerprint(THEME) == theme_fingerprint(changed)


def test_a_line_wrapped_anew_is_no_change() -> None:
    wrapped = THEME.model_copy(
        update={"narrative": "Very\nshort.\n\n\n  [[q001]]", "gist": "It is\nshort."}
    )
    assert theme_fingerprint(THEME) == theme_fingerprint(wrapped)


@given(st.tuples(WORDS, WORDS, WORDS), st.tuples(WORDS, WORDS, WORDS))
def test_words_that_move_to_another_field_are_a_change(
    one: tuple[str | None, ...], other: tuple[str | None, ...]
) -> None:
    def mark(words: tuple[str | None, ...]) -> str:
        gist, narrative, boundary = words
        return theme_fingerprint(
            Theme(id="t", title="T", gist=gist, narrative=narrative, boundary=boundary)
        )

    assert (mark(one) == mark(other)) is (one == other)


@pytest.mark.parametrize("field", ["eyebrow", "headline", "gist", "summary"])
def test_each_translated_word_of_the_study_counts(field: str) -> None:
    assert study_fingerprint(ABOUT) != study_fingerprint(ABOUT.model_copy(update={field: "Other"}))


@pytest.mark.parametrize("field", ["label", "singular", "description"])
def test_each_name_of_a_group_counts(field: str) -> None:
    first, second = ABOUT.groups
    groups = (first, second.model_copy(update={field: "Other"}))
    assert study_fingerprint(ABOUT) != study_fingerprint(
        ABOUT.model_copy(update={"groups": groups})
    )


@pytest.mark.parametrize("field", ["question", "probes"])
def test_each_word_of_the_guide_counts(field: str) -> None:
    asked = ABOUT.model_copy(update={"guide": (GuideQuestion(id="q", question="Why?"),)})
    other = GuideQuestion(id="q", question="Why?").model_copy(update={field: "Other"})
    changed = ABOUT.model_copy(update={"guide": (other,)})
    assert len({study_fingerprint(about) for about in (ABOUT, asked, changed)}) == 3


@pytest.mark.parametrize("field", ["label", "level", "description"])
def test_each_word_of_a_site_inside_another_counts(field: str) -> None:
    def with_inner(**words: str) -> About:
        inner = StudySite(id="inner", **{"label": "Inner", **words})
        outer = StudySite(id="outer", label="Outer", sites=(inner,))
        return ABOUT.model_copy(update={"sites": (outer,)})

    assert study_fingerprint(with_inner()) != study_fingerprint(with_inner(**{field: "Other"}))


def test_a_study_that_declares_nothing_new_keeps_its_fingerprint() -> None:
    assert study_fingerprint(ABOUT) == "183493fd"


def test_what_is_not_translated_and_the_order_of_groups_do_not_count() -> None:
    changed = {"title": "B", "abstract": "Long.", "groups": tuple(reversed(ABOUT.groups))}
    assert study_fingerprint(ABOUT) == study_fingerprint(ABOUT.model_copy(update=changed))


def test_a_translation_is_outdated_where_it_names_another_wording() -> None:
    assert is_outdated(ThemeTranslation(id="t", source="00000000"), THEME)
    assert not is_outdated(ThemeTranslation(id="t", source=theme_fingerprint(THEME)), THEME)
    assert not is_outdated(ThemeTranslation(id="t"), THEME)
    assert is_outdated(StudyTranslation(source="00000000"), ABOUT)
    assert not is_outdated(StudyTranslation(source=study_fingerprint(ABOUT)), ABOUT)


def test_a_study_holds_its_translations_by_language(tmp_path: Path) -> None:
    files = {
        "themes/having-time.yml": SMALL["themes/having-time.yml"]
        + "subthemes: [{id: inner, title: Inner}]\n",
        "translations/ur/themes/having-time.yml": "id: having-time\ntitle: وقت\n"
        "narrative: '[[q001]]'\nsubthemes: [{id: inner, title: اندر}]\n",
        "translations/ur/study.yml": "groups: [{id: faculty, label: اساتذہ}]\n",
        "translations/ps/study.yml": "headline: وخت\n",
    }
    pashto, urdu = load_study(write_study(tmp_path, files)).translations
    assert (pashto.language, urdu.language) == ("ps", "ur")
    assert pashto.about == StudyTranslation(headline="وخت")
    assert pashto.themes == ()
    assert urdu.themes_by_id["inner"].title == "اندر"
    assert urdu.themes_by_id["having-time"].placed == ("q001",)
    assert urdu.parts_by_id["faculty"] == GroupTranslation(id="faculty", label="اساتذہ")


def test_a_study_without_translations_has_none(tmp_path: Path) -> None:
    assert load_study(write_study(tmp_path)).translations == ()


@pytest.mark.parametrize(
    ("translation", "original", "fields"),
    [
        (StudyTranslation, About, "eyebrow headline gist summary"),
        (GroupTranslation, Group, "label singular description"),
        (QuestionTranslation, GuideQuestion, "question probes"),
        (SiteTranslation, StudySite, "label level description"),
        (ThemeTranslation, Theme, "title gist narrative boundary withheld also"),
    ],
)
def test_what_is_translated_is_told_by_the_translations_own_fields(
    translation: type[Record], original: type[Record], fields: str
) -> None:
    assert list(translated_fields(translation)) == fields.split()
    assert set(fields.split()) <= original.model_fields.keys()
