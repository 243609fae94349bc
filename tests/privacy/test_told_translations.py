"""A translation says no more of a session than the study does, field by field."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.privacy.told_translations import with_told_words

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
