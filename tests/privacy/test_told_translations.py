"""A translation says no more of a session than the study does, field by field."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.model import Study, ThemeTranslation
from study_findings.privacy.publishable import publishable
from study_findings.privacy.told_translations import (
    mark_of,
    outdated_translations,
    with_told_words,
)

SESSION = {
    "id": "fg",
    "kind": "focus-group",
    "groups": ["students"],
    "participants": 8,
    "label": "Evening ward",
    "site": "The long ward",
    "wave": "Spring",
}
OWN = {"id": "fg", "label": "شام کا وارڈ", "site": "لمبا وارڈ", "wave": "بہار"}


def study(**of_session: Any) -> Study:
    """Make a study with one session of eight, all of whose words are translated into Urdu."""
    plain = study_of(
        sessions=[{**SESSION, **of_session}],
        participants=[
            {"id": f"s{number}", "group": "students", "sessions": ["fg"]} for number in range(8)
        ],
        themes=[theme("a")],
        quotations=[quotation("q1", "a", participant="s1", session="fg")],
    )
    record = plain.model_dump()
    record["about"]["sites"] = [{"id": "ward", "label": "The ward"}]
    return Study.model_validate({**record, "translations": [{"language": "ur", "sessions": [OWN]}]})


def told(public: Study) -> dict[str, str | None]:
    (own,) = public.translations[0].sessions
    return {name: getattr(own, name) for name in ("label", "site", "wave")}


def test_what_a_session_says_is_said_in_another_language() -> None:
    assert told(publishable(study())) == {name: OWN[name] for name in ("label", "site", "wave")}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("label", None),
        ("site", "not_reported"),
        ("site", "ward"),
        ("wave", None),
        ("wave", "not_reported"),
    ],
)
def test_what_a_session_does_not_say_is_said_in_no_language(name: str, value: str | None) -> None:
    assert told(publishable(study(**{name: value}))) == {
        **{other: OWN[other] for other in ("label", "site", "wave")},
        name: None,
    }


@pytest.mark.parametrize("name", ["label", "wave"])
def test_what_is_called_as_a_site_is_by_its_id_is_no_site(name: str) -> None:
    assert told(publishable(study(**{name: "ward"})))[name] == OWN[name]


@pytest.mark.parametrize("name", ["label", "site", "wave"])
def test_what_readers_are_told_otherwise_is_not_told_by_its_translation(name: str) -> None:
    whole = study()
    (session,) = whole.sessions
    less = whole.model_copy(
        update={"sessions": (session.model_copy(update={name: "Somewhere, some day"}),)}
    )
    (translation,) = with_told_words(whole, less)
    assert getattr(translation.sessions[0], name) is None


def test_of_what_the_study_declares_that_is_translated_of_which_readers_are_told() -> None:
    """And of each session that is not told the others after it stay, in their order."""
    record = study().model_dump()
    record["sessions"] = [{**SESSION, "id": id_} for id_ in ("fg", "fg2", "fg3")]
    names = ("first", "second", "third")
    record["about"]["attributes"] = [
        {"id": f"a-{name}", "label": name, "levels": ["1"]} for name in names
    ]
    record["about"]["sites"] = [{"id": f"s-{name}", "label": name} for name in names]
    record["translations"][0]["about"] = {
        "attributes": [{"id": f"a-{name}", "label": "نام"} for name in names],
        "sites": [{"id": f"s-{name}", "label": "جگہ"} for name in names],
    }
    record["translations"][0]["sessions"] = [
        {"id": id_, "label": "لیبل"} for id_ in ("fg", "fg2", "fg3")
    ]
    record["translations"] = [*record["translations"], {"language": "ps"}]
    whole = Study.model_validate(record)
    about = whole.about.model_copy(
        update={
            "attributes": (whole.about.attributes[0], whole.about.attributes[2]),
            "sites": (whole.about.sites[0], whole.about.sites[2]),
        }
    )
    sessions = (whole.sessions[0], whole.sessions[2])
    less = Study.model_construct(
        **{
            **{name: getattr(whole, name) for name in Study.model_fields},
            "about": about,
            "sessions": sessions,
        }
    )
    urdu, pashto = with_told_words(whole, less)
    assert urdu.about is not None
    assert [own.id for own in urdu.about.attributes] == ["a-first", "a-third"]
    assert [own.id for own in urdu.about.sites] == ["s-first", "s-third"]
    assert [own.id for own in urdu.sessions] == ["fg", "fg3"]
    assert (pashto.language, pashto.about) == ("ps", None)


OF_ANOTHER_WORDING = {"source": "00000000"}
OUTDATED = {
    "about": {**OF_ANOTHER_WORDING, "attributes": [{"id": "year", **OF_ANOTHER_WORDING}]},
    "methods": OF_ANOTHER_WORDING,
    "themes": [
        {"id": "a", **OF_ANOTHER_WORDING, "subthemes": [{"id": "a1", **OF_ANOTHER_WORDING}]},
        {"id": "b", "title": "of no wording in particular"},
    ],
    "codes": [{"id": "c2", **OF_ANOTHER_WORDING}],
    "implications": [{"id": "i1", **OF_ANOTHER_WORDING}],
    "sessions": [{"id": "fg", **OF_ANOTHER_WORDING}],
}


def test_a_translation_of_other_words_than_stand_there_now_is_outdated() -> None:
    record = study().model_dump()
    record["about"]["attributes"] = [{"id": "year", "label": "Year", "levels": ["1"]}]
    record["themes"] = [theme("a", subthemes=[{"id": "a1", "title": "A1"}]), theme("b")]
    record["codebook"] = [{"id": "c1", "label": "C", "codes": [{"id": "c2", "label": "D"}]}]
    record["implications"] = [{"id": "i1", "text": "Do.", "themes": ["a"]}]
    record["translations"] = [{"language": "ur", **OUTDATED}, {"language": "ps"}]
    whole = Study.model_validate(record)
    marks = {
        ("ur", "study", ""),
        ("ur", "attribute", "year"),
        ("ur", "methods", ""),
        ("ur", "theme", "a"),
        ("ur", "theme", "a1"),
        ("ur", "code", "c2"),
        ("ur", "implication", "i1"),
        ("ur", "session", "fg"),
    }
    assert outdated_translations(whole) == marks
    assert publishable(whole).outdated == marks


def test_a_translation_of_what_a_study_does_not_have_is_not_outdated() -> None:
    record = study().model_dump()
    record["translations"] = [
        {"language": "ur", "themes": [{"id": "gone", **OF_ANOTHER_WORDING}]},
        {"language": "ps", "themes": [{"id": "a", **OF_ANOTHER_WORDING}]},
    ]
    assert outdated_translations(Study.model_validate(record)) == {("ps", "theme", "a")}


def test_a_translation_is_known_by_its_language_its_kind_and_its_id() -> None:
    assert mark_of("ur", ThemeTranslation(id="a")) == ("ur", "theme", "a")
