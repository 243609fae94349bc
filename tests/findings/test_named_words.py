"""Which words name a record, as translations know them: its id, and the field it is called by."""

from __future__ import annotations

from shapes import quotation, study_of, theme

from study_findings.findings.facets import Facets
from study_findings.findings.named_words import (
    words_of_facet,
    words_of_record,
    words_of_value,
)
from study_findings.findings.translated import STUDY, NamedWords
from study_findings.findings.views import Findings
from study_findings.model import Code, GuideQuestion, Session, Study
from study_findings.privacy.publishable import publishable


def test_a_record_is_named_by_its_id_and_the_field_it_is_called_by() -> None:
    question = GuideQuestion(id="why", question="Why?")
    assert words_of_record(question) == ("why", "question")
    assert words_of_record(question, "groups") == ("why", "groups")
    assert words_of_record(Code(id="time", label="Time")) == ("time", "label")


def test_fields_of_the_study_are_named_by_the_study() -> None:
    assert words_of_record(study_of().about, "summary") == (STUDY, "summary")


def test_a_session_without_a_name_is_called_by_the_sites_words_for_its_kind() -> None:
    session = Session.model_validate({"id": "one", "kind": "interview", "groups": ["students"]})
    assert words_of_record(session) is None
    assert words_of_record(session, "label") is None
    assert words_of_record(session, "setting") == ("one", "setting")


def test_no_record_is_words_that_are_never_translated() -> None:
    assert words_of_record(None) == (None, "")


def test_a_facet_and_its_values_are_named_by_the_records_that_they_are_made_of() -> None:
    people = [
        {"id": f"p{n}", "group": "students", "attributes": {"age": "ab"[n % 2]}} for n in range(8)
    ]
    place = {"framework": "COM-B", "value": "Skill"}
    study = study_of(
        attributes=[{"id": "age", "label": "Age", "levels": ["a", "b"], "publish": True}],
        participants=people,
        sessions=[
            {
                "id": "fgd",
                "kind": "focus-group",
                "groups": ["students"],
                "label": "The first",
                "site": "town",
                "number": 5,
            },
            {"id": "idi", "kind": "interview", "groups": ["students"]},
        ],
        themes=[theme("t", facets=[place]), theme("u")],
        quotations=[
            *(quotation(f"q{n}", "t", participant=f"p{n}") for n in range(8)),
            quotation("q8", "u", group="faculty"),
            quotation("q9", "u", group="students", session="fgd", asked="why"),
            quotation("q10", "u", group="students", session="idi"),
        ],
    )
    about = {
        **study.about.model_dump(),
        "guide": [{"id": "why", "question": "Why?"}],
        "sites": [{"id": "town", "label": "The town"}],
    }
    made = Study.model_validate({**study.model_dump(), "about": about})
    findings = Findings(publishable(made))
    told: dict[str, tuple[NamedWords | None, list[NamedWords | None]]] = {
        facet.name: (
            words_of_facet(facet),
            [words_of_value(findings, facet, value) for value in facet.values],
        )
        for facet in Facets(findings).all
    }
    assert told == {
        "group": (None, [("students", "label"), ("faculty", "label")]),
        "theme": (None, [("t", "title"), ("u", "title")]),
        "kind": (None, [None, None]),
        "session": (None, [("fgd", "label"), None]),
        "site": (None, [("town", "label")]),
        "asked": (None, [("why", "question")]),
        "attribute-age": (("age", "label"), [("age", "level a"), ("age", "level b")]),
        "framework-com-b": ((None, ""), [(None, "")]),
    }
