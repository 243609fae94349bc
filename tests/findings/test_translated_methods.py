"""Methods, codes and recommendations in another language: in their place, and no more."""

from __future__ import annotations

from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.methods import method_rows
from study_findings.findings.translated import CODEBOOK, IMPLICATIONS, METHODS
from study_findings.findings.views import Findings
from study_findings.model import NOT_REPORTED, Code, Implication, Study
from study_findings.model.fingerprints import (
    code_fingerprint,
    implication_fingerprint,
    methods_fingerprint,
)
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

ABOUT = {
    "design": "Open interviews.",
    "sampling": {"strategy": "Whoever came."},
    "questions": ["Who came?", "Who stayed away?"],
    "contact": "the office",
}
CODES = [{"id": "time", "label": "Time", "codes": [{"id": "hours", "label": "Hours"}]}]
MORE = {"id": "more", "text": "Give time.", "themes": ["a"], "audience": "deans"}


def study(**translation: Any) -> Study:
    plain = study_of(
        themes=[theme("a")], quotations=[quotation("q1", "a", codes=["hours"])], codebook=CODES
    )
    about = {**plain.about.model_dump(), **ABOUT}
    record = {**plain.model_dump(), "about": about, "implications": [MORE]}
    return Study.model_validate({**record, "translations": [{"language": "ur", **translation}]})


def urdu(**translation: Any) -> Findings:
    own = publishable(study(**translation))
    return Findings(own, own.translations[0])


def told(findings: Findings) -> dict[str, str]:
    return {row.field: row.value for row in method_rows(findings) if row.value != NOT_REPORTED}


def test_methods_stand_in_place_of_the_studys_own() -> None:
    found = urdu(methods={"design": "کھلے انٹرویو", "sampling": {"strategy": "جو آیا"}})
    assert told(found) == {"design": "کھلے انٹرویو", "strategy": "جو آیا"}
    assert found.foreign("", "design") == found.foreign("", "strategy") == ""
    assert found.foreign("", "contact") == "en"


def test_what_the_study_does_not_report_is_reported_in_no_language() -> None:
    found = urdu(methods={"ethics": "منظوری ملی", "sampling": {"refusals": "کوئی نہیں"}})
    assert told(found) == told(Findings(publishable(study())))
    assert "منظوری" not in str(render_site(publishable(found.original.study), Settings("x")).files)


def test_questions_are_translated_all_or_not_at_all() -> None:
    assert urdu(methods={"questions": ["کون آیا؟"]}).about.questions == tuple(ABOUT["questions"])
    both = ["کون آیا؟", "کون نہیں آیا؟"]
    assert urdu(methods={"questions": both}).about.questions == tuple(both)


def test_codes_inside_others_and_recommendations_are_translated() -> None:
    found = urdu(
        codes=[{"id": "hours", "label": "گھنٹے"}],
        implications=[{"id": "more", "text": "وقت دیں۔"}],
    )
    assert [code.label for code in found.codes_by_id.values()] == ["Time", "گھنٹے"]
    assert [(i.text, i.audience) for i in found.study.implications] == [("وقت دیں۔", "deans")]
    site = render_site(publishable(found.original.study), Settings("x")).files
    page = site["ur/codebook/index.md"].decode()
    assert '<h2 id="time" lang="en" dir="ltr">' in page
    assert '<h3 id="hours">' in page
    practice = site["ur/practice/index.md"].decode()
    assert '<p class="sf-audience" lang="en" dir="ltr">deans</p>' in practice
    assert "برائے" not in practice


def test_each_file_tells_who_translated_it_and_whether_it_still_holds() -> None:
    own = study()
    (time,) = own.codebook
    found = urdu(
        methods={"design": "کھلا", "translator": "AB", "source": methods_fingerprint(own.about)},
        codes=[
            {"id": "time", "label": "وقت", "translator": "AB", "source": code_fingerprint(time)},
            {"id": "hours", "label": "گھنٹے", "translator": "CD", "source": "00000000"},
        ],
        implications=[
            {
                "id": "more",
                "text": "دیں۔",
                "source": implication_fingerprint(own.implications[0]),
            }
        ],
    )
    assert found.translated is not None
    standing = found.translated.standing
    assert {
        name: (way.translator, way.is_outdated)
        for name in (METHODS, CODEBOOK, IMPLICATIONS)
        if (way := standing[name])
    } == {METHODS: ("AB", False), CODEBOOK: ("AB, CD", True), IMPLICATIONS: ("", False)}


def test_each_word_counts_in_its_fingerprint() -> None:
    about = study().about
    changed = [
        about.model_copy(update={"design": "Other"}),
        about.model_copy(update={"questions": ("Who?", "Who stayed away?")}),
        about.model_copy(update={"contact": "nobody"}),
        about.model_copy(
            update={"sampling": about.sampling.model_copy(update={"strategy": "Other"})}
        ),
    ]
    assert len({methods_fingerprint(a) for a in (about, *changed)}) == 5
    code = Code(id="c", label="C", definition="D", inclusion="I", exclusion="E")
    fields = ("label", "definition", "inclusion", "exclusion")
    codes = [code.model_copy(update={field: "Other"}) for field in fields]
    assert len({code_fingerprint(c) for c in (code, *codes)}) == 5
    more = Implication.model_validate(MORE)
    others = [more.model_copy(update={field: "Other"}) for field in ("text", "audience")]
    assert len({implication_fingerprint(i) for i in (more, *others)}) == 3


def test_a_translation_of_a_claim_is_marked_as_what_it_is() -> None:
    claim = {"id": "c", "says": "Time is short.", "rests_on": ["q1"]}
    plain = study_of(themes=[theme("a", claims=[claim])], quotations=[quotation("q1", "a")])
    of_theme = {"id": "a", "title": "وقت", "claims": [{"id": "c", "says": "وقت کم ہے۔"}]}
    translated = Study.model_validate(
        {**plain.model_dump(), "translations": [{"language": "ur", "themes": [of_theme]}]}
    )
    page = render_site(publishable(translated), Settings("x")).files["ur/themes/a/index.md"]
    assert "<strong>وقت کم ہے" in page.decode()


def test_key_messages_are_those_of_the_translation_where_it_has_them() -> None:
    plain = study()
    told_of = [
        {"id": "m1", "says": "It was late.", "themes": ["a"]},
        {"id": "m2", "says": "It was far.", "themes": ["a"]},
    ]
    record = plain.model_dump()
    record["about"]["key_messages"] = told_of
    record["translations"][0]["about"] = {"key_messages": [{"id": "m2", "says": "دور تھا۔"}]}
    own = publishable(Study.model_validate(record))
    found = Findings(own, own.translations[0])
    assert [message.says for message in found.about.key_messages] == ["It was late.", "دور تھا۔"]
    assert [found.foreign(message.id, "says") for message in found.about.key_messages] == ["en", ""]
