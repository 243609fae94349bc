"""The question that was asked stands at its answer, in the guide, among the filters, in files."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from builder import edited, problems_of
from shapes import ROOT, findings, quotation, study_named, study_of, theme

from study_findings.exporters.findings_file import findings_json
from study_findings.exporters.quotations import quotations_csv
from study_findings.findings.facets import Facets
from study_findings.findings.guide import guide_of
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

DATA = ROOT / "tests/studies/wide/themes_data"
GUIDE = (
    "groups:\n  - id: students\n",
    "guide:\n  - {id: first-day, question: How was the first day?, groups: [faculty]}\n"
    "groups:\n  - id: students\n",
)


def answers() -> Counter[str]:
    """Count the answers to each question in the files themselves."""
    records: list[dict[str, Any]] = []
    for path in (DATA / "quotations").glob("*.yml"):
        records += yaml.safe_load(path.read_text("utf-8"))
    return Counter(record["asked"] for record in records if "asked" in record)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    site = render_site(publishable(study_named("wide")), Settings("The evening school"))
    return {path: content.decode("utf-8", "replace") for path, content in site.files.items()}


def test_each_question_is_counted_with_its_answers() -> None:
    found = {item.question.id: item.number for item in guide_of(Facets(findings("wide")))}
    assert list(found) == ["an-evening", "staying", "leaving"]
    assert {id_: number for id_, number in found.items() if number} == answers()


def test_a_question_tells_who_was_asked_what_was_composed_and_where_answers_stand() -> None:
    made = study_of(
        themes=[theme("a")],
        quotations=[
            quotation("q1", "a", asked="day"),
            quotation("q2", "a", asked="day", provenance="illustrative"),
            quotation("q3", "a", asked="day", provenance="illustrative"),
            quotation("q4", "a"),
        ],
    )
    guide = [
        {"id": "never", "question": "What never?", "groups": ["faculty", "students"]},
        {"id": "day", "question": "How was the day?", "groups": ["students"]},
        {"id": "all", "question": "What else?"},
    ]
    about = {**made.about.model_dump(), "guide": guide}
    study = Study.model_validate({**made.model_dump(), "about": about})
    told = [
        (
            asked.question.id,
            [group.id for group in asked.groups],
            asked.number,
            asked.illustrative,
            asked.address,
        )
        for asked in guide_of(Facets(Findings(publishable(study))))
    ]
    assert told == [
        ("never", ["faculty", "students"], 0, 0, ""),
        ("day", ["students"], 3, 2, "quotations/by/asked/day/"),
        ("all", [], 0, 0, ""),
    ]


def test_a_guide_without_an_answer_is_listed_all_the_same() -> None:
    made = study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])
    about = {**made.about.model_dump(), "guide": [{"id": "day", "question": "How was it?"}]}
    study = Study.model_validate({**made.model_dump(), "about": about})
    (asked,) = guide_of(Facets(Findings(publishable(study))))
    assert (asked.question.id, asked.number, asked.address) == ("day", 0, "")


def test_quotations_can_be_filtered_by_what_was_asked() -> None:
    facet = next(facet for facet in Facets(findings("wide")).all if facet.name == "asked")
    assert {value.key: value.count for value in facet.values} == answers()
    assert facet.held == answers().total() < facet.total


def test_it_stands_at_the_quotation_once_and_at_no_other(pages: dict[str, str]) -> None:
    assert pages["q/q2/index.html"].count("What makes you stay") == 1
    assert "sf-asked" not in pages["q/q5/index.html"]
    assert pages["themes/lamp/index.md"].count('class="sf-asked"') == 3


def test_the_guide_stands_on_the_methods_page(pages: dict[str, str]) -> None:
    page = pages["methods/index.md"]
    assert page.index("What is an evening") < page.index("What makes you stay")
    assert 'href="../quotations/by/asked/staying/"' in page
    assert "No quotation on this site answers it" in page


def test_a_translated_question_stands_in_its_place(pages: dict[str, str]) -> None:
    page = pages["ur/methods/index.md"]
    assert "آپ کیوں رک جاتے ہیں" in page
    assert "What makes you stay" not in page
    assert 'lang="en" dir="ltr">Have you thought' in page


def test_it_is_in_the_downloads() -> None:
    shown = Findings(publishable(study_named("wide")))
    told = json.loads(findings_json(shown, ""))
    assert [question["id"] for question in told["study"]["guide"]] == [
        "an-evening",
        "staying",
        "leaving",
    ]
    rows = csv.DictReader(io.StringIO(quotations_csv(shown, "").decode("utf-8-sig"), newline=""))
    assert {row["id"]: (row["asked"], row["question"]) for row in rows if row["asked"]}["q2"] == (
        "staying",
        "What makes you stay?",
    )


def test_a_study_without_a_guide_shows_none() -> None:
    site = render_site(publishable(study_named("full")), Settings("Here"))
    assert b"sf-guide" not in site.files["methods/index.md"]
    header = quotations_csv(findings("full"), "").decode("utf-8-sig").splitlines()[0]
    assert not {"asked", "question"} & set(header.split(","))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            "fisrt-day",
            "quotations/students.yml:5:10 error unknown-question: quotation q001 names question "
            '"fisrt-day"; did you mean "first-day"?',
        ),
        (
            "first-day",
            "quotations/students.yml:5:10 warning asked-of-others: quotation q001 is of group "
            '"students", but answers question first-day, which was put to faculty; name another '
            "question, or add the group to the question's",
        ),
    ],
)
def test_a_question_is_declared_and_was_put_to_the_group(
    tmp_path: Path, asked: str, expected: str
) -> None:
    quotation = edited(
        "quotations/students.yml", "participant: s01", f"participant: s01\n  asked: {asked}"
    )
    assert problems_of(tmp_path, {**edited("study.yml", *GUIDE), **quotation}) == [expected]
